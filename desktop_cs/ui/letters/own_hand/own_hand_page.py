"""My hand and my signature: two topics, of whoever acts now."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_cs.desk.changes import Changes
from desktop_cs.i18n import N_, _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.own_hand.hand_part import HandPart
from desktop_cs.ui.letters.own_hand.signature_part import SignaturePart
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.section_rail import SectionRail
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M, S
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label

TOPICS = {"hand": ("pen-line", N_("My hand")), "signature": ("user", N_("My signature"))}
_RAIL_PX, _WIDEST_PX = 180, 980


class OwnHandPage(Page):
    """The hand and the signature of the person who acts."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._name = "hand"
        self._coming = ""  # the topic that is not at the front yet
        self._made_hand: HandPart | None = None
        self._made_signature: SignaturePart | None = None
        self.rail = SectionRail(self)
        for name, (icon, words) in TOPICS.items():
            self.rail.add(name, icon, _(words))
        self.rail.setFixedWidth(look().px(_RAIL_PX))
        self.rail.chosen.connect(self.go_to)
        self._title = text_label("", "h1", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(QWidget(self._stack))  # at the front until the first topic is made
        self._stack.setMaximumWidth(look().px(_WIDEST_PX))
        right = QVBoxLayout()
        right.setSpacing(M)
        right.addWidget(self._title)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(XL, L, XL, S)
        row.setSpacing(L)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    @property
    def hand(self) -> HandPart:
        """Return the first topic; what is not at the front yet comes there at once."""
        self._bring()
        return self._hand_part()

    @property
    def signature(self) -> SignaturePart:
        """Return the second topic, as the first."""
        self._bring()
        return self._signature_part()

    def load(self, subject: object = None) -> None:
        """Show a topic by its name, "hand" or "signature", as it is kept now."""
        self._name = subject if isinstance(subject, str) and subject in TOPICS else self._name
        self._show()

    def subject(self) -> object:
        """Return the name of the topic at the front."""
        return self._name

    def hear(self, changes: Changes) -> None:
        """Show again what was changed elsewhere, or taken back."""
        if changes.settings and not self._coming:
            self._part().load()

    def leave(self) -> bool:
        """Keep what was written and not kept yet."""
        if not self._coming:
            self._part().leave()
        self._coming = ""
        return True

    def focus_first(self) -> None:
        """Begin at the topics."""
        self.rail.item(self._name).setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, name: str) -> None:
        """Show the other topic."""
        self.leave()
        self._name = name
        self._show()

    def _part(self) -> HandPart | SignaturePart:
        return self._hand_part() if self._name == "hand" else self._signature_part()

    def _hand_part(self) -> HandPart:
        if self._made_hand is None:
            self._made_hand = HandPart(self.actions, self.preferences, self._stack)
            self._stack.addWidget(self._made_hand)
        return self._made_hand

    def _signature_part(self) -> SignaturePart:
        if self._made_signature is None:
            self._made_signature = SignaturePart(self.actions, self._stack)
            self._room = FocusScrollArea(self._made_signature, self._stack)  # kept: once collected too early
            self._stack.addWidget(self._room)
        return self._made_signature

    def _show(self) -> None:
        """Show the topic: at once where it is made, else it is made in the next turn and shown after it."""
        made = self._made_hand if self._name == "hand" else self._made_signature
        self._title.setText(_(TOPICS[self._name][1]))
        self.rail.show_chosen(self._name)
        self._coming = self._name
        if made is not None:
            self._bring()
        else:
            QTimer.singleShot(0, self, self._make)

    def _make(self) -> None:
        if self._coming:
            self._part()
            QTimer.singleShot(0, self, self._bring)

    def _bring(self) -> None:
        """Bring the topic to the front, as it is kept now."""
        if self._coming:
            self._coming = ""
            part = self._part()
            self._stack.setCurrentWidget(part if isinstance(part, HandPart) else self._room)
            part.load()
