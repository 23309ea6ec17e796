"""Going on after a crash: the window opens where it was, says so in one sentence, and offers the report.

While the program runs it keeps the mark of where the person is, the log, and the watch over hard faults.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from desktop_cs.clock import Clock
from desktop_cs.errors import DeskError
from desktop_cs.i18n import _, ngettext
from desktop_cs.logs.event_log import EventLog
from desktop_cs.logs.hard_faults import HardFaults
from desktop_cs.logs.running_mark import QUICK_SECONDS, RunningMark, RunningMarks
from desktop_cs.ui.places import PLACES

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk
    from desktop_cs.logs.report import Surroundings
    from desktop_cs.ui.actions import Actions
    from desktop_cs.ui.main_window import MainWindow

_LOOK_MS = 2_000  # between two looks at where the person is
_LOG_LINES = 60  # in a report
Settings = Mapping[str, str | int | float | bool]


class GoingOn(QObject):
    """What one running program knows about the one before it, and leaves for the one after.

    Args:
        folder: The data folder; only whoever may be its window uses this.
        clock: Tells when things happen.
        window: Returns the window of now.
        settings: Returns settings that concern nobody, for reports.
        parent: The program.
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        window: "Callable[[], MainWindow]",
        settings: Callable[[], Settings],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._clock, self._window, self._settings = folder, clock, window, settings
        self.log = EventLog(folder, clock)
        self._marks = RunningMarks(folder, clock)
        self._faults = HardFaults(folder)
        self._left: RunningMark | None = None
        self._report: Path | None = None
        self._has_begun = self._has_ended = False
        self._actions: Actions | None = None
        self._seen: tuple[str, UUID | None, str] = ("", None, "")
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Notice whether the program before crashed, and mark that this one runs; once there is a folder."""
        if self._has_begun or not self._folder.is_dir():
            return
        self._has_begun = True
        self._left = self._marks.begin()
        if self._left is not None:
            from desktop_cs.logs.report import write_end_report  # noqa: PLC0415 (only after a crash)

            places, now = self._faults.left(), self._clock.now()
            self._report = write_end_report(self._folder, places, now, self.surroundings())
        self._faults.watch()
        self.log.note("program.began")
        QTimer.singleShot(QUICK_SECONDS * 1000, self, self._marks.settle)

    def watch(self, actions: "Actions") -> None:
        """Go back to where the program before was, as soon as somebody is at the window; then look along."""
        self.begin()
        self._actions = actions
        actions.refused.connect(self._note_refusal)
        actions.changed.connect(self._note_change)  # whoever signs in is told as one
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Note where the person is; where they just signed in after a crash, bring them back first."""
        window, actions = self._window(), self._actions
        if window.pages is None or actions is None or actions.desk.actor is None:
            return
        if self._left is not None:
            left, self._left = self._left, None
            self._go_on(left, window, actions)
        page = window.pages.page()
        subject = page.subject() if page is not None else None
        case_id = getattr(subject, "case_id", subject)
        seen = (
            window.pages.place,
            case_id if window.pages.place == "case" and isinstance(case_id, UUID) else None,
            str(getattr(subject, "step", "") or ""),
        )
        if seen != self._seen and seen[0]:
            self._seen = seen
            self._marks.move(*seen)
            self.log.note(f"page.{seen[0]}", case=seen[1])

    def surroundings(self) -> "Surroundings":
        """Return what a report tells besides the fault."""
        from desktop_cs.logs.report import Surroundings  # noqa: PLC0415 (only where something went wrong)

        return Surroundings(self._settings(), self.log.last(_LOG_LINES))

    def leave_anchor(self, desk: "Desk") -> None:
        """Keep how the trail ends now, before the records are closed; a disk that fails keeps nobody up."""
        with suppress(DeskError):
            desk.trail.leave_anchor()

    def end(self) -> None:
        """Leave no mark: the program ends as it should. Once is enough."""
        self._timer.stop()
        if self._has_begun and not self._has_ended:
            self._has_ended = True
            self.log.note("program.ended")
            self._marks.end()
            self._faults.stop()

    def _note_change(self, _changes: object, _source: object) -> None:
        self.look()

    def _note_refusal(self, refusal: DeskError) -> None:
        self.log.note(
            "refused" if type(refusal) is DeskError else f"refused.{type(refusal).__name__.lower()}"
        )

    def _go_on(self, left: RunningMark, window: "MainWindow", actions: "Actions") -> None:
        if not left.may_go_on:
            told = _(
                "The program ended unexpectedly {count} times in a row, so it begins on Today. Everything "
                "that was saved is here. Please send us the report."
            ).format(count=left.ends_in_a_row)
        else:
            told = self._told(left, window, actions)
        drafts = _drafts_kept(actions)
        if drafts:
            kept = ngettext(
                "{count} draft of what could not be saved is kept, and offered on its case.",
                "{count} drafts of what could not be saved are kept, and offered on their cases.",
                drafts,
            )
            told = _("{first} {second}").format(first=told, second=kept.format(count=drafts))
        notice = window.notices.show_notice(told, "warn", button=_("Read the report"))
        notice.wanted.connect(lambda: window.go("fault_reports", self._report))

    def _told(self, left: RunningMark, window: "MainWindow", actions: "Actions") -> str:
        """Go to where the program before was, and return the sentence that says so."""
        number = self._back_at_case(left, window, actions)
        if number:
            return _(
                "The program ended unexpectedly. Everything that was saved is here; what was typed in the "
                "last seconds may be missing. You are back at case {number}."
            ).format(number=number)
        place = PLACES.get(left.place)
        if place is not None and not (place.passing or place.personal or left.place == "case"):
            window.go(left.place)
        return _(
            "The program ended unexpectedly. Everything that was saved is here; what was typed in the "
            "last seconds may be missing."
        )

    def _back_at_case(self, left: RunningMark, window: "MainWindow", actions: "Actions") -> int:
        """Go back to the case and the step, and return its number; 0 where it was at none."""
        from desktop_cs.cases.steps import Step  # noqa: PLC0415 (only after a crash)
        from desktop_cs.ui.cases.case_page import CasePlace  # noqa: PLC0415 (as above)

        case_id = left.case
        if case_id is None or left.place != "case":
            return 0
        try:
            case = actions.desk.casework.story(case_id).case
        except (DeskError, KeyError):
            return 0
        step = Step(left.step) if left.step in set(Step) else None
        window.go("case", CasePlace(case_id, step))
        return case.number


def _drafts_kept(actions: "Actions") -> int:
    """Return how many drafts lie in the data folder."""
    from desktop_cs.desk.drafts import Drafts  # noqa: PLC0415 (only after a crash)

    return Drafts(actions.desk.storage.folder).count()
