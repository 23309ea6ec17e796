"""The first page: the door, and who is waiting to hear from us today."""

from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_cs import shown
from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.cases.states import CaseState
from desktop_cs.desk.changes import Changes
from desktop_cs.desk.desk import Desk
from desktop_cs.followups.reminders import Agenda
from desktop_cs.i18n import language_in_use
from desktop_cs.summary.month import MonthFigures
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.letter_place import LetterPlace
from desktop_cs.ui.pages.page import Page
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, L, M, S
from desktop_cs.ui.today.agenda_view import AgendaView
from desktop_cs.ui.today.door import Door
from desktop_cs.ui.today.practice_offer import PracticeOffer
from desktop_cs.ui.today.side_cards import MonthCard, SideCards, UnfinishedCard
from desktop_cs.ui.today.words import advice, headline
from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea
from desktop_cs.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from desktop_cs.desk.day_lists import DayLists
    from desktop_cs.ui.slow_work import SlowWork
    from desktop_cs.ui.today.also_today import AlsoToday
    from desktop_cs.ui.today.settling import Settling

BAR_PX = 12  # of a scroll bar, as the style sheet has it
SIDE_PX, WIDEST_PX = 300, 1100  # of the cards beside the day (a quarter of it at most), and of the rows
_NARROW_PX = 820  # below this the cards stand under the rows
_UNFINISHED = frozenset({CaseState.DRAFT, CaseState.OPEN, CaseState.REOPENED})


class TodayPage(Page):
    """The door; late, due today, what else waits, and the next days; beside them what was left unfinished.

    Before the first paint only the agenda and the unfinished cases are read; days, months and steps follow,
    and all else that waits in one go, below the rows that stand there already.

    Signals:
        practice_wanted: The offer of a practice case was taken.
    """

    practice_wanted = Signal()

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(actions, preferences, parent)
        self._agenda = Agenda()
        self._rest_is_due = self._focus_is_due = False
        self._panels_are_due = True
        self._newest: Callable[[], None] | None = None
        self._day_work: SlowWork | None = None
        self._build()
        self.agenda_view.done_wanted.connect(lambda due: self.settling.begin(due))  # noqa: PLW0108 (made when first needed)
        self.agenda_view.later_wanted.connect(lambda due: self.settling.put_off(due))  # noqa: PLW0108 (as above)
        self.agenda_view.opened.connect(lambda case_id: self.went.emit("case", case_id))

    @cached_property
    def settling(self) -> "Settling":
        """Return the acts behind the rows, with their forms: the first row stands sooner without them."""
        from desktop_cs.ui.today.settling import Settling  # noqa: PLC0415 (the first row stands sooner without)

        settling = Settling(self.actions, self.agenda_view, self)
        settling.settled.connect(self._read_on)
        return settling

    @cached_property
    def also(self) -> "AlsoToday":
        """Return what else the day holds; made behind the first painting."""
        from desktop_cs.ui.today.also_today import AlsoToday  # noqa: PLC0415 (as above)

        also = AlsoToday(self.actions, self._between, self._above, self.side, self)
        also.opened.connect(lambda case_id: self.went.emit("case", case_id))
        also.letter_wanted.connect(lambda case_id: self.went.emit("letter", LetterPlace(case_id, "today")))
        return also

    def load(self, subject: object = None) -> None:  # noqa: ARG002 (today is always the same day)
        """Read the agenda and the unfinished cases; the rest follows once these are painted."""
        self._read()
        self._rest_is_due = True
        self._content.update()

    def hear(self, changes: Changes) -> None:
        """Read everything again, with the focus where it is."""
        if changes.follow_ups or changes.cases or changes.customers or changes.settings:
            self._read_on(self.agenda_view.focused_place())

    def leave(self) -> bool:
        """Keep what was typed into an open panel; the page may always be left."""
        if self.agenda_view.panel is not None:
            self.settling.keep_draft()
        return True

    def focus_first(self) -> None:
        """Put the focus on the first row, the door above it, or on an open panel; once it is shown."""
        self._focus_is_due = not self.isVisible()
        if self.agenda_view.panel is not None and self.agenda_view.panel.isVisible():
            self.agenda_view.panel.focus_first()
            return
        self._whole.activate()  # else the row is looked for where it stood before
        if not self.agenda_view.focus_place(0):
            self.setFocus()
        self._scroll.verticalScrollBar().setValue(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the focus that was given before: Qt gives none to what cannot be seen."""
        super().showEvent(event)
        if self._focus_is_due:
            self.focus_first()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Have the rest follow once what was read first is painted."""
        if event.type() == QEvent.Type.Paint and self._rest_is_due:
            self._rest_is_due = False
            QTimer.singleShot(0, self, self._read_rest)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards under the rows where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < look().px(_NARROW_PX)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        beside = min(look().px(SIDE_PX), self.width() // 4)
        self.side.setMaximumWidth(look().px(WIDEST_PX) if narrow else beside)
        self.side.setMinimumWidth(0 if narrow else beside)

    def _build(self) -> None:
        self._content = content = QWidget()
        content.installEventFilter(self)
        self._whole = QVBoxLayout(content)
        self._whole.setContentsMargins(XL, L, XL, L)
        self._whole.setSpacing(L)
        self._whole.addWidget(self._made_door(content))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(XL)
        self._whole.addLayout(self._halves, 1)
        day = QWidget(content)
        day.setMaximumWidth(look().px(WIDEST_PX))
        column = QVBoxLayout(day)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self.day_line = text_label(" ", "muted", parent=day)
        self.headline = text_label("", "h1", wrap=True, parent=day)
        self.advice = text_label("", "muted", wrap=True, parent=day)
        self._above, self._between = QVBoxLayout(), QWidget(day)
        desk = self.desk
        self.agenda_view = AgendaView(lambda: desk.settings.hours, desk.due.whose_else, self._between, day)
        for label in (self.day_line, self.headline, self.advice):
            column.addWidget(label)
        column.addLayout(self._above)
        column.addSpacing(M - S)
        column.addWidget(self.agenda_view)
        column.addStretch(1)
        self.side = SideCards(content)
        self._practice = PracticeOffer(self.actions, self.preferences, self.side)
        self._practice.wanted.connect(self.practice_wanted)
        self._practice.rehearsal_wanted.connect(lambda: self.went.emit("rehearsal", None))
        self._halves.addWidget(day, 1000)
        self._halves.addWidget(self.side, 0, Qt.AlignmentFlag.AlignTop)
        self._halves.addStretch(
            1
        )  # takes the room of a very wide window, once the rows are as wide as they get
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        self._scroll = scroll = FocusScrollArea(content, self)
        scroll.verticalScrollBar().rangeChanged.connect(self._make_room)
        frame.addWidget(scroll)

    def _made_door(self, content: QWidget) -> Door:
        self.door = Door(content)
        self.door.complaint_wanted.connect(lambda: self.went.emit("new_case", None))
        self.door.repair_wanted.connect(lambda: self.went.emit("new_case", "repair"))
        self.door.find_wanted.connect(self.find_wanted)
        self.door.manager_wanted.connect(lambda: self.also.call_manager())  # noqa: PLW0108 (made when first needed)
        return self.door

    def _make_room(self, _lowest: int, highest: int) -> None:
        """Take the room of the scroll bar from the margin, so that nothing moves when it comes."""
        self._whole.setContentsMargins(XL, L, XL - BAR_PX if highest else XL, L)

    def _read(self) -> None:
        agenda = self.actions.ask(self.desk.due.agenda)
        unfinished = self.actions.ask(self.desk.due.unfinished)
        if agenda is None or unfinished is None:
            return
        self._agenda = agenda
        self.headline.setText(headline(agenda))
        self.advice.setText(advice(agenda))
        self.advice.setVisible(bool(agenda.late))
        self.agenda_view.show_due(agenda, self.desk.clock.now())
        card = UnfinishedCard(unfinished, self.side) if unfinished else None
        if card is not None:
            card.continued.connect(lambda case_id: self.went.emit("case", case_id))
            card.all_wanted.connect(lambda: self.went.emit("cases", CaseFilter(states=_UNFINISHED)))
            self._newest = partial(self._show_pause, card, unfinished[0].id)
        self.side.put("unfinished", card)
        self._practice.offer()

    def _read_rest(self) -> None:
        now = self.desk.clock.now()
        today = self.desk.settings.hours.wall(now).date()
        self.day_line.setText(shown.long_day(today, language_in_use()))
        self.agenda_view.show_next(self._agenda, now)
        if self.side.card("unfinished") is not None and self._newest is not None:
            self._newest()
        self._prepare_panels()
        if self._day_work is not None:
            self._day_work.cancel()
        self._day_work = self.actions.run_slow(partial(_day, self.desk), self._show_day)
        months = self.desk.months
        self.actions.run_slow(lambda: months.figures(months.this_month()), self._show_month)

    def _prepare_panels(self) -> None:
        """Have behind the window what the first "Done" will need: the panels and the forms, once."""
        if self._panels_are_due:
            self._panels_are_due = False
            self.actions.run_slow(partial(_panels_and_forms, self.desk), lambda _forms: None)

    def _read_on(self, place: int | None) -> None:
        """Read everything anew and put the focus on the row at this place, where it is given."""
        self.setUpdatesEnabled(False)
        self._read()
        self._read_rest()
        self.setUpdatesEnabled(True)
        if place is not None and not self.agenda_view.focus_place(place):
            self.setFocus()

    def _show_day(self, lists: "DayLists") -> None:
        """Show what else the day holds, in one go."""
        self.setUpdatesEnabled(False)
        self.also.show_lists(lists)
        self.agenda_view.say_that_is_all(is_all=lists.is_empty)
        self.headline.setText(headline(self._agenda, silent=len(lists.silent)))
        for before, after in pairwise([*self.door.stops(), *self.agenda_view.stops(), *self.side.stops()]):
            QWidget.setTabOrder(before, after)
        self.setUpdatesEnabled(True)

    def _show_month(self, figures: MonthFigures) -> None:
        self.side.put("month", MonthCard(figures, self.side))

    def _show_pause(self, card: UnfinishedCard, case_id: UUID) -> None:
        story = self.actions.ask(lambda: self.desk.casework.story(case_id))
        step = story.walk.first_open() if story is not None else None
        if step is not None:
            card.show_pause(step)


def _panels_and_forms(desk: Desk) -> object:
    import_module("desktop_cs.ui.today.settling")
    return desk.forms


def _day(desk: Desk) -> "DayLists":
    """Return what else the day holds, with all that is needed to show it."""
    from desktop_cs.desk.day_lists import day_lists  # noqa: PLC0415 (the first row stands sooner without)

    import_module("desktop_cs.ui.today.also_today")
    return day_lists(desk)
