"""Reminding: the badge on Today, a notice when something falls due, and what was done beside the window."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from desktop_cs.cases.promises import Promise
from desktop_cs.desk.changes import EVERYTHING
from desktop_cs.followups.followup import FollowUp
from desktop_cs.i18n import _, ngettext
from desktop_cs.ui.actions import Actions

if TYPE_CHECKING:
    from desktop_cs.ui.main_window import MainWindow

EVERY_MS = 20_000  # a follow-up is minutes, not seconds
OUTSIDE_MS = 2_000  # how soon the window shows what a command beside it changed
_SOON_MS = 100  # after a change, so that what was pressed is painted first; of many changes at once, one look
TIDY_MS = 60_000  # a walk takes minutes; between two of them the records are tidied
_NEVER_OVER = ("case", "new_case", "express", "first_run")  # a customer stands there


class Reminding(QObject):
    """Looks at what is due, every few seconds, for the window that is open."""

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._window: MainWindow | None = None
        self._told: set[UUID] = set()
        self._version = actions.desk.storage.data_version()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        actions.changed.connect(lambda _changes, _source: self._soon.start(_SOON_MS))
        for every_ms, act in ((EVERY_MS, self.look), (OUTSIDE_MS, self.look_outside), (TIDY_MS, self.tidy)):
            timer = QTimer(self)
            timer.timeout.connect(act)
            timer.start(every_ms)

    def watch(self, window: "MainWindow") -> None:
        """Remind in this window from now on; what fell due while the PC was off is told at once.

        Where Today is at the front, it shows that already.
        """
        self._window = window
        window.pages.arrived.connect(self._look_at)  # type: ignore[union-attr]  # a window that is watched has its pages
        if window.pages is not None and window.pages.place == "today":
            agenda = self._actions.ask(self._actions.desk.due.agenda)
            self._told |= {one.id for one in agenda.late} if agenda else set()
        self.look()

    def tidy(self) -> None:
        """Have the records tidied in another thread; never over an open case."""
        window = self._window
        if window is None or window.pages is None or window.pages.place in _NEVER_OVER:
            return
        if not self._actions.is_busy():
            self._actions.run_slow(self._actions.desk.storage.tidy, lambda _nothing: None)

    def look(self) -> None:
        """Set the badge, and tell what has fallen due since the last look; never over an open case."""
        window, desk = self._window, self._actions.desk
        if window is None or not desk.settings.is_set_up:
            return
        agenda = self._actions.ask(desk.due.agenda)
        if agenda is None:
            return
        window.set_waiting(agenda.waiting)
        place = window.pages.place if window.pages else ""
        if place in _NEVER_OVER:
            return
        new = [one for one in agenda.late if one.id not in self._told]
        self._told |= {one.id for one in new}
        if new and place != "today":
            self._tell(new)
        elif new:
            self._actions.changed.emit(EVERYTHING, self)

    def _look_at(self, place: str) -> None:
        """Look at once where there may be something to tell."""
        if place in _NEVER_OVER:
            self._soon.start(_SOON_MS)
        else:
            self.look()

    def _tell(self, late: list[FollowUp | Promise]) -> None:
        assert self._window is not None
        told = ngettext(
            "{who} is waiting to hear from you.", "{count} people are waiting to hear from you.", len(late)
        )
        sentence = told.format(who=late[0].who, count=len(late))
        notice = self._window.notices.show_notice(sentence, "warn", button=_("Show Today"))
        notice.wanted.connect(lambda: self._window.go("today") if self._window else None)

    def look_outside(self) -> None:
        """Tell the pages when another program changed the data since the last look."""
        version = self._actions.ask(self._actions.desk.storage.data_version)
        if version is not None and version != self._version:
            self._version = version
            self._actions.desk.forget_settings()
            self._actions.changed.emit(EVERYTHING, self)
