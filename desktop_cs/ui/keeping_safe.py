"""Keeping the data safe by itself: what is due is done while nobody works; where help is needed, a word."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

from desktop_cs import shown
from desktop_cs.clock import steady_seconds
from desktop_cs.desk.safety_today import Level, SafetyToday, Topic
from desktop_cs.errors import DamagedError, DeskError, ShopError
from desktop_cs.i18n import _, language_in_use
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.safety.watch import Watch

if TYPE_CHECKING:
    from desktop_cs.desk.bringing_back import Brought
    from desktop_cs.desk.desk import Desk
    from desktop_cs.ui.main_window import MainWindow

LOOK_MS = 60_000
QUIET_SECONDS = 20  # so long without a key or a press, nobody works just now
PATIENCE_SECONDS = 1800  # after so long it is looked although somebody works
_BUSY = ("case", "new_case", "express", "slip", "rehearsal", "first_run")  # a customer stands there
_TOLD = (Topic.BACKUPS, Topic.SECOND_PLACE, Topic.CHECK, Topic.DRILL)  # the rest waits on the page
_SIGNS = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How the data stands after a look, and why something could not be done, "" where all could."""

    today: SafetyToday
    failure: str


class KeepingSafe(QObject):
    """Looks once a minute whether anything is due, in the window that is open.

    Args:
        actions: Through which everything is done.
        parent: Whatever it goes away with.
        steady: Seconds of a clock that only goes forward.
    """

    def __init__(
        self,
        actions: Actions,
        parent: QObject | None = None,
        steady: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._desk = actions.desk
        self._steady = steady
        self._touched_at = self._looked_at = steady()
        self._window: MainWindow | None = None
        self._told_on: dict[str, date] = {}
        self._watch: Watch | None = None
        self._brought: Brought | None = None
        self._was_locked = False
        actions.refused.connect(self._hear_refusal)
        application = QCoreApplication.instance()
        if application is not None:  # closing waits for no check and no drill
            application.aboutToQuit.connect(self.stop, Qt.ConnectionType.DirectConnection)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    def watch(self, window: "MainWindow") -> None:
        """Keep an eye on this window from now on, and do nothing while somebody works in it."""
        self._window = window
        if window.pages is not None:
            window.pages.arrived.connect(lambda _place: self._tell_brought())
        if window.entrance is not None:
            window.entrance.entered.connect(self._tell_brought)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice that somebody works."""
        if event.type() in _SIGNS:
            self._touched_at = self._steady()
        return False

    def look(self) -> None:
        """Do what is due, in another thread, unless somebody works or a customer stands there."""
        if self._actions.is_busy() or not self._is_quiet() or not self._desk.settings.is_set_up:
            return
        self._looked_at = self._steady()
        watch = self._watch = Watch(self)
        self._actions.run_slow(lambda: _done(self._desk, watch), self._show)

    def tell_brought(self, brought: "Brought", *, was_locked: bool = False) -> None:
        """Say that a backup took the place of the records, and where what was there before is kept.

        Args:
            brought: What was done.
            was_locked: Whether a pass phrase or a sheet was typed for it, which each start asks for now.
        """
        self._brought, self._was_locked = brought, was_locked
        self._tell_brought()

    def stop(self) -> None:
        """Have what is under way end at its next word; it is done another time."""
        if self._watch is not None:
            self._watch.stop()

    def _hear_refusal(self, refusal: object) -> None:
        """Remember damage wherever it was met, so that Safety never calls such records safe."""
        if isinstance(refusal, DamagedError):
            with suppress(DeskError):  # the disk may not let us; it was told once already
                self._desk.safety.note_damage()

    def _is_quiet(self) -> bool:
        if self._place() in _BUSY:
            return False
        now = self._steady()
        return now - self._touched_at >= QUIET_SECONDS or now - self._looked_at >= PATIENCE_SECONDS

    def _show(self, outcome: _Outcome) -> None:
        """Say once a day what needs a person; on the page itself it stands already."""
        if self._place() in ("", *_BUSY, "safety") or self._desk.settings.is_practice:
            return
        reasons = [one for one in outcome.today.reasons if one.topic in _TOLD and one.urgent]
        if reasons and self._is_news(reasons[0].to_do):
            kind = "danger" if reasons[0].level is Level.DANGER else "warn"
            self._tell(f"{outcome.today.sentence}\n{reasons[0].to_do}", kind)
        elif outcome.failure and self._is_news(outcome.failure):
            self._tell(outcome.failure, "warn")

    def _tell_brought(self) -> None:
        """Say it as soon as somebody is there: at first the window may ask who it is."""
        brought, window = self._brought, self._window
        if brought is None or window is None or window.is_covered or not self._place():
            return
        self._brought = None
        when = shown.day_and_time(self._wall(brought.made_at), language_in_use())
        told = _("The shop’s records are as of {when} again.").format(when=when)
        if brought.before.is_dir():
            kept = _("What was there before is kept in the data folder as “{name}”.")
            told = _("{first} {second}").format(first=told, second=kept.format(name=brought.before.name))
        asked = _("From now on each start asks for the pass phrase of the day this backup was made.")
        for sentence in (asked if self._was_locked else "", brought.sentence):
            if sentence:
                told = _("{first} {second}").format(first=told, second=sentence)
        window.notices.show_notice(told, "warn" if brought.missing else "info")

    def _tell(self, told: str, kind: str) -> None:
        if self._window is not None:
            notice = self._window.notices.show_notice(told, kind, button=_("Show Safety"))
            notice.wanted.connect(lambda: self._window.go("safety") if self._window else None)

    def _is_news(self, sentence: str) -> bool:
        """Return whether this was not said today, and remember that it is now."""
        day = self._day()
        is_new = self._told_on.get(sentence) != day
        self._told_on[sentence] = day
        return is_new

    def _day(self) -> date:
        return self._wall(self._desk.clock.now()).date()

    def _wall(self, moment: datetime) -> datetime:
        return self._desk.settings.hours.wall(moment)

    def _place(self) -> str:
        return self._window.pages.place if self._window is not None and self._window.pages else ""


def _done(desk: "Desk", watch: Watch) -> _Outcome:
    """Do what is due, and return how the data stands then; what fails is tried again at the next look."""
    safety, failures = desk.safety, []

    def try_out(work: Callable[[], object]) -> None:
        try:
            work()
        except ShopError as refusal:  # a full disk, a stick pulled out: no reason to leave out the rest
            failures.append(str(refusal))

    try_out(desk.erasing.finish)
    for chore in safety.chores():
        try_out(partial(safety.do, chore, watch))
    return _Outcome(safety.today(), next(iter(failures), ""))
