"""What else the day holds, behind the first painting: requests, silence, letters, Log, peace, cards."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.cases.requests import CaseRequest
from desktop_cs.desk.day_lists import DayLists
from desktop_cs.desk.manager_calls import ManagerCall
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.today.asked_card import AskedCard
from desktop_cs.ui.today.day_acts import DayActs
from desktop_cs.ui.today.day_lists_view import DayListsView
from desktop_cs.ui.today.day_words import Entry, groups_of
from desktop_cs.ui.today.side_cards import SideCards

if TYPE_CHECKING:
    from desktop_cs.ui.cases.act_panel import ActPanel
    from desktop_cs.ui.today.call_panel import CallPanel


class AlsoToday(QObject):
    """Shows the lists and does what is chosen in them.

    Args:
        actions: Through which it is done.
        between: Where the lists stand among the rows of the day.
        above: Where the answer to a request is asked, above the rows.
        side: Where requests stand, beside the rows: what comes in later moves no row.
        page: The page.

    Signals:
        opened: A case is wanted; its id.
        letter_wanted: The letter of a case is wanted; the id of the case.
    """

    opened = Signal(object)
    letter_wanted = Signal(object)

    def __init__(
        self, actions: Actions, between: QWidget, above: QVBoxLayout, side: SideCards, page: Page
    ) -> None:
        super().__init__(page)
        self._actions, self._desk = actions, actions.desk
        self._above, self._side, self._page = above, side, page
        self._asked: tuple[tuple[CaseRequest, ...], ManagerCall | None] = ((), None)
        self._answering: ActPanel | None = None
        self._call_panel: CallPanel | None = None
        self._put_away: UUID | None = None  # the call that was put away: it stays in the list
        self.acts = DayActs(actions, self)
        self.acts.panel_wanted.connect(self._open_panel)
        self.acts.settled.connect(self._close_panels)
        self.acts.case_wanted.connect(self.opened)
        self.acts.letter_wanted.connect(self.letter_wanted)
        self.view = DayListsView(between)
        self.view.opened.connect(self.opened)
        self.view.act_wanted.connect(self.acts.act)
        self.view.other_wanted.connect(self.acts.ask_closing)
        room = QVBoxLayout(between)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.view)

    def show_lists(self, lists: DayLists) -> None:
        """Show the day as it was just read; what is as before is not touched."""
        self.view.show_groups(groups_of(lists, self._desk.clock.now()))
        call = self._desk.calls.waiting
        if (lists.requests, call) != self._asked:
            self._asked = (lists.requests, call)
            self._side.put("asked", self._asked_card(lists, call) if lists.requests or call else None)
        self._show_call(call)

    def call_manager(self) -> None:
        """Call a manager to the counter, or show the call that is open."""
        self._put_away = None
        self.acts.call_manager()
        self._show_call(self._desk.calls.waiting)

    def _asked_card(self, lists: DayLists, call: ManagerCall | None) -> AskedCard:
        settings = self._desk.settings
        card = AskedCard(settings.hours, settings.currency, self._side)
        card.show_asked(lists, call)
        card.granted.connect(self.acts.grant)
        card.answer_wanted.connect(lambda one: self.acts.ask_answer(one, lists.name(one.asked_by)))
        card.opened.connect(self.opened)
        card.call_wanted.connect(self.call_manager)
        return card

    def _open_panel(self, panel: "ActPanel", entry: Entry | None) -> None:
        """Ask below the row of an entry, or above all rows."""
        self._close_panels()
        panel.put_away.connect(self._close_panels)
        if entry is not None:
            self.view.open_panel(entry, panel)
            return
        self._answering = panel
        self._above.addWidget(panel)
        panel.show()
        panel.begin()

    def _close_panels(self) -> None:
        self.view.close_panel()
        if self._answering is not None:
            self._answering.hide()
            self._answering.deleteLater()
            self._answering = None

    def _show_call(self, call: ManagerCall | None) -> None:
        """Cover the page with the call that is open, unless it was put away."""
        if call is None or call.id == self._put_away:
            if self._call_panel is not None:
                self._call_panel.hide()
            return
        if self._call_panel is None:
            self._call_panel = self._made_call_panel()
        if self._call_panel.isHidden():
            self._call_panel.show_call(call, self._desk.calls.managers(), self._desk.settings.hours)

    def _made_call_panel(self) -> "CallPanel":
        from desktop_cs.ui.today.call_panel import CallPanel  # noqa: PLC0415 (hardly ever)

        panel = CallPanel(self._page)
        panel.put_away.connect(self._put_call_away)
        panel.arrived.connect(
            lambda manager: self._end_call(lambda call: self.acts.note_arrival(call, manager))
        )
        panel.not_needed.connect(lambda: self._end_call(self.acts.withdraw_call))
        return panel

    def _put_call_away(self) -> None:
        call = self._desk.calls.waiting
        self._put_away = call.id if call else None
        self._show_call(call)
        self._page.focus_first()

    def _end_call(self, end: Callable[[ManagerCall], None]) -> None:
        call = self._desk.calls.waiting
        if call is not None:
            end(call)
        self._show_call(self._desk.calls.waiting)
        self._page.focus_first()
