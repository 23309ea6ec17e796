"""Reminding: the badges, a word when something falls due, a new day, and what was done beside the window."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QDateTime, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_cs.clock import steady_seconds
from desktop_cs.desk.changes import EVERYTHING, Changes
from desktop_cs.followups.clock_watch import ClockWatch, Reading
from desktop_cs.followups.reminders import Agenda
from desktop_cs.followups.telling import Telling
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.reminder_words import asked_words, call_words, clock_words, told_beside, told_in_window

if TYPE_CHECKING:
    from desktop_cs.ui.main_window import MainWindow
    from desktop_cs.ui.staying import Staying

EVERY_MS = 20_000  # a follow-up is minutes, not seconds
BEAT_MS = 2_000  # how soon the window shows what a command beside it changed, or that the PC woke up
_SOON_MS = 100  # after a change, so that what was pressed is painted first; of many changes at once, one look
TRAY_MS = 1_500  # after the window is there; bringing in the desktop's own ways takes a moment
TIDY_MS = 60_000  # a walk takes minutes; between two of them the records are tidied
_NEVER_OVER = ("case", "new_case", "express", "slip", "rehearsal", "first_run")  # a customer stands there


class Reminding(QObject):
    """Looks at what is due, every few seconds, for the window that is open.

    Where the window is hidden, minimised or behind another program, a word is said beside the clock of the
    desktop; in the window it is said as a notice, never over an open case: there it waits.

    Args:
        actions: Through which everything is asked.
        parent: Whatever it goes away with.
        steady: Seconds of a clock that only goes forward.
        pc_offset: How far the zone of this PC is ahead of UTC.
    """

    def __init__(
        self,
        actions: Actions,
        parent: QObject | None = None,
        steady: Callable[[], float] = steady_seconds,
        pc_offset: Callable[[], timedelta] | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._desk = actions.desk
        self._window: MainWindow | None = None
        self._staying: Staying | None = None
        self._steady, self._pc_offset = steady, pc_offset or _offset_of_pc
        self._clocks = ClockWatch()
        self._in_window, self._beside = Telling(), Telling()
        self._about_clock: list[str] = []
        self._called: UUID | None = None
        self._is_begun = self._is_fresh = False
        self._asked: set[tuple[UUID, UUID | None]] = set()
        self._version = self._desk.storage.data_version()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        actions.changed.connect(lambda _changes, _source: self._soon.start(_SOON_MS))
        for every_ms, act in ((EVERY_MS, self.look), (BEAT_MS, self.beat), (TIDY_MS, self.tidy)):
            timer = QTimer(self)
            timer.timeout.connect(act)
            timer.start(every_ms)

    def watch(self, window: "MainWindow") -> None:
        """Remind in this window from now on; what fell due while the PC was off is told at once.

        Where Today is at the front, it shows that already.
        """
        first = self._window is None
        self._window = window
        window.pages.arrived.connect(self._look_at)  # type: ignore[union-attr]  # a window that is watched has its pages
        agenda = self._read()
        if agenda is not None and self._place() == "today" and not self._is_hidden():
            self._note(agenda)
        if self._staying is not None:
            self._staying.watch(window)
        if first:
            QTimer.singleShot(TRAY_MS, self, self.begin_beside)
        if not self._is_hidden():
            self.look()

    def begin_beside(self) -> None:
        """Bring in what stands beside the clock; not for a practice shop, where nobody waits."""
        from desktop_cs.ui.staying import Staying  # noqa: PLC0415 (after the first page is filled)

        self._is_begun = True
        if self._window is None or self._staying is not None or self._desk.settings.is_practice:
            return
        self._staying = Staying(self._window.preferences, self)
        self._staying.watch(self._window)
        self.look()
        self._staying.keep_reachable()

    def tidy(self) -> None:
        """Have the records tidied in another thread; never over an open case."""
        if self._window is None or self._place() in _NEVER_OVER:
            return
        if not self._actions.is_busy():
            self._actions.run_slow(self._desk.storage.tidy, lambda _nothing: None)

    def look(self) -> None:
        """Set the badges, and tell what has fallen due since the last look."""
        agenda = self._read()
        if agenda is None or self._window is None:
            return
        self._window.set_waiting(agenda.waiting)
        if self._staying is not None:
            self._staying.show_waiting(agenda.waiting)
            if self._is_behind():
                self._tell_beside(agenda)
        self._tell_of_call()
        if self._place() not in _NEVER_OVER:
            self._tell_in_window(agenda)

    def beat(self) -> None:
        """Notice what was done beside the window: to the data, to the clock, or that the PC slept."""
        self.look_outside()
        hours, now = self._desk.settings.hours, self._desk.clock.now()
        news = self._clocks.look(Reading(now, self._steady(), self._pc_offset()), hours)
        self._about_clock += clock_words(news, now, hours)
        if news.new_day:
            self._actions.changed.emit(Changes(follow_ups=True, day=True), self)
        if news.wants_look or news.differs:
            self.look()

    def look_outside(self) -> None:
        """Tell the pages when another program changed the data since the last look."""
        version = self._actions.ask(self._desk.storage.data_version)
        if version is not None and version != self._version:
            self._version = version
            self._desk.forget_settings()
            self._actions.changed.emit(EVERYTHING, self)

    def _look_at(self, place: str) -> None:
        """Look at once where there may be something to tell; Today reads the same by itself just now."""
        self._is_fresh = place == "today"
        if place in (*_NEVER_OVER, "today"):
            self._soon.start(_SOON_MS)
        else:
            self.look()

    def _tell_beside(self, agenda: Agenda) -> None:
        """Say beside the clock what was not said yet, here or in the window."""
        now, hours = self._desk.clock.now(), self._desk.settings.hours
        news = self._beside.news(agenda, now, hours)
        if news is not None and self._staying is not None:
            self._staying.tell(*told_beside(news))
        self._beside.told(agenda, now, hours)

    def _tell_of_call(self) -> None:
        """Say once beside the clock that a manager is called: whoever pressed it wants it seen at once."""
        call = self._desk.calls.waiting if self._is_begun else None
        if call is not None and call.id != self._called and self._staying is not None:
            self._called = call.id
            self._staying.tell(*call_words(call, self._desk.settings.hours))

    def _tell_in_window(self, agenda: Agenda) -> None:
        """Say all that is new in one notice; on Today itself the page says who waits."""
        news = self._in_window.news(agenda, self._desk.clock.now(), self._desk.settings.hours)
        asked = self._newly_asked()
        told, self._about_clock = self._about_clock, []
        self._note(agenda)
        if self._place() == "today":
            self._show(told, "")
            if news is not None and not self._is_fresh:
                self._actions.changed.emit(EVERYTHING, self)
            self._is_fresh = False
            return
        self._show(
            [*told, *([told_in_window(news)] if news else []), *([asked_words(asked)] if asked else [])],
            _("Show Today") if news or asked else "",
        )

    def _show(self, sentences: list[str], button: str) -> None:
        if self._window is None or not sentences:
            return
        notice = self._window.notices.show_notice("\n".join(sentences), "warn", button=button)
        notice.wanted.connect(lambda: self._window.go("today") if self._window else None)

    def _note(self, agenda: Agenda) -> None:
        """Remember that all of this is told, or on the screen."""
        now, hours = self._desk.clock.now(), self._desk.settings.hours
        self._in_window.told(agenda, now, hours)
        if not self._is_behind():
            self._beside.told(agenda, now, hours)

    def _newly_asked(self) -> int:
        """Return how many requests wait for whoever acts that they were not told of yet."""
        if not self._is_begun:
            return 0  # a start does not wait for this
        actor = self._desk.actor_id
        waiting = self._actions.ask(self._desk.requests.waiting) or []
        new = {(one.id, actor) for one in waiting} - self._asked
        self._asked |= new
        return len(new)

    def _read(self) -> Agenda | None:
        return self._actions.ask(self._desk.due.agenda) if self._desk.settings.is_set_up else None

    def _place(self) -> str:
        return self._window.pages.place if self._window is not None and self._window.pages else ""

    def _is_hidden(self) -> bool:
        return self._window is not None and (self._window.isHidden() or self._window.isMinimized())

    def _is_behind(self) -> bool:
        """Return whether nobody sees the window; a case that is open behind the till is not disturbed."""
        is_active = QApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        return self._is_hidden() or (not is_active and self._place() not in _NEVER_OVER)


def _offset_of_pc() -> timedelta:
    return timedelta(seconds=QDateTime.currentDateTime().offsetFromUtc())
