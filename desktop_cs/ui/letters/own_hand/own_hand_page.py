"""My hand and my signature: two topics, of whoever acts now."""

from PySide6.QtCore import Qt
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
        self.hand = HandPart(actions, preferences, self)
        self.signature = SignaturePart(actions, self)
        self.rail = SectionRail(self)
        for name, (icon, words) in TOPICS.items():
            self.rail.add(name, icon, _(words))
        self.rail.setFixedWidth(look().px(_RAIL_PX))
        self.rail.chosen.connect(self.go_to)
        self._title = text_label("", "h1", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.hand)
        self._room = FocusScrollArea(self.signature, self)  # kept: it was once collected too early
        self._stack.addWidget(self._room)
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

    def load(self, subject: object = None) -> None:
        """Show a topic by its name, "hand" or "signature", as it is kept now."""
        self._name = subject if isinstance(subject, str) and subject in TOPICS else self._name
        self._show()

    def subject(self) -> object:
        """Return the name of the topic at the front."""
        return self._name

    def hear(self, changes: Changes) -> None:
        """Show again what was changed elsewhere, or taken back."""
        if changes.settings:
            self._part().load()

    def leave(self) -> bool:
        """Keep what was written and not kept yet."""
        self._part().leave()
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
        return self.hand if self._name == "hand" else self.signature

    def _show(self) -> None:
        self._title.setText(_(TOPICS[self._name][1]))
        self._stack.setCurrentIndex(list(TOPICS).index(self._name))
        self.rail.show_chosen(self._name)
        self._part().load()
