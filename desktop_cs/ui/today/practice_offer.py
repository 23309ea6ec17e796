"""The offer to rehearse: invented people until it is put away, and in their shop the hard conversations."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.tokens import L
from desktop_cs.ui.today.side_cards import SideCards
from desktop_cs.ui.widgets.buttons import icon_button, secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label

_OFFER = "practice"


class PracticeCard(Card):
    """The offer to rehearse with invented people.

    Signals:
        wanted: A practice case is wanted.
        put_away: The offer is not wanted, ever.
    """

    wanted = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", L, parent)
        line = QHBoxLayout()
        line.addWidget(text_label(_("Try it on a practice case"), "strong", wrap=True, parent=self), 1)
        cross = icon_button("x", _("Do not offer practice again"), self)
        cross.clicked.connect(self.put_away)
        line.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)
        told = _("Invented people, in a folder of their own. Nothing of it touches your records.")
        self.column.addWidget(text_label(told, "muted", wrap=True, parent=self))
        start = secondary_button(_("Practise"), "star", self)
        start.clicked.connect(self.wanted)
        self.column.addWidget(start)


class RehearsalCard(Card):
    """The way to the hard conversations, inside the practice shop.

    Signals:
        wanted: The conversations are wanted.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("quiet", L, parent)
        title = _("Rehearse a hard conversation")
        self.column.addWidget(text_label(title, "strong", wrap=True, parent=self))
        told = _(
            "The phone counter, the cream that does nothing, “then give me a new one” … Five minutes each."
        )
        self.column.addWidget(text_label(told, "muted", wrap=True, parent=self))
        start = secondary_button(_("Rehearse"), "message-circle-heart", self)
        start.clicked.connect(self.wanted)
        self.column.addWidget(start)


class PracticeOffer(QObject):
    """Shows the card where it helps: in a shop without any case yet, or inside the practice shop its own.

    Args:
        actions: Through which the shop is looked at.
        preferences: Where it is remembered that the offer was put away.
        side: Where the card stands.

    Signals:
        wanted: The practice shop is to be opened.
        rehearsal_wanted: The hard conversations are to be shown.
    """

    wanted = Signal()
    rehearsal_wanted = Signal()

    def __init__(self, actions: Actions, preferences: Preferences, side: SideCards) -> None:
        super().__init__(side)
        self._actions = actions
        self._preferences = preferences
        self._side = side

    def offer(self) -> None:
        """Show the card or take it away, as the shop is now."""
        stands = self._side.card("practice") is not None
        if self._actions.desk.settings.is_practice:
            if not stands:
                rehearse = RehearsalCard(self._side)
                rehearse.wanted.connect(self.rehearsal_wanted)
                self._side.put("practice", rehearse)
        elif self._preferences.is_put_away(_OFFER) or not self._is_of_use():
            self._side.put("practice", None)
        elif not stands:
            card = PracticeCard(self._side)
            card.wanted.connect(self.wanted)
            card.put_away.connect(self._put_away)
            self._side.put("practice", card)

    def _put_away(self) -> None:
        self._preferences.put_away(_OFFER)
        self._side.put("practice", None)

    def _is_of_use(self) -> bool:
        desk = self._actions.desk
        return self._actions.ask(lambda: desk.storage.cases.listed(CaseFilter(), 1)) == []
