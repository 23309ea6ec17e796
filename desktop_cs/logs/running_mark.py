"""The mark of a running program: where it is, so that a start after a crash knows and can go on there.

A small file in the data folder with the name of a page, the id of a case and a step. It goes when the program
ends as it should; one that is found at a start was left by a crash, a kill or a power cut.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from desktop_cs.clock import Clock

_FILE = "running.json"
QUICK_SECONDS = 60  # a program that ended sooner may end so again
MOST_QUICK_ENDS = 3  # then it opens on Today


@dataclass(frozen=True, slots=True)
class RunningMark:
    """Where a program is or was.

    `quick_ends` counts the programs before it that ended within a minute, one after the other; `has_settled`
    says that this one ran longer.
    """

    started_at: str
    place: str = ""
    case_id: str = ""
    step: str = ""
    quick_ends: int = 0
    has_settled: bool = False

    @property
    def case(self) -> UUID | None:
        """Return the case that it was at, if any."""
        try:
            return UUID(self.case_id)
        except ValueError:
            return None

    @property
    def started(self) -> datetime | None:
        """Return when it began, in UTC; None where that cannot be read."""
        try:
            return datetime.fromisoformat(self.started_at)
        except ValueError:
            return None

    @property
    def may_go_on(self) -> bool:
        """Return whether the next program may go back to where this one was."""
        return self.ends_in_a_row < MOST_QUICK_ENDS

    @property
    def ends_in_a_row(self) -> int:
        """Return how many programs, this one included, ended within a minute of their start."""
        return 0 if self.has_settled else self.quick_ends + 1


class RunningMarks:
    """The mark of one data folder; only whoever holds the right to be its window may use it.

    Args:
        folder: The data folder.
        clock: Tells when the program began.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._path = folder / _FILE
        self._clock = clock
        self._mark: RunningMark | None = None

    def begin(self) -> RunningMark | None:
        """Set the mark of this program, and return the one that was left by a program that crashed."""
        left = self._read()
        mark = RunningMark(self._clock.now().isoformat(), quick_ends=left.ends_in_a_row if left else 0)
        self._set(mark)
        return left

    def settle(self) -> None:
        """Note that this program runs longer than those that crash at once."""
        if self._mark is not None:
            self._set(replace(self._mark, has_settled=True))

    def move(self, place: str, case_id: UUID | None, step: str) -> None:
        """Note where the person is now."""
        if self._mark is not None:
            self._set(replace(self._mark, place=place, case_id=str(case_id or ""), step=step))

    def end(self) -> None:
        """Take the mark away: the program ends as it should."""
        self._mark = None
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _set(self, mark: RunningMark) -> None:
        """Write the mark; where the disk does not let us, the work goes on without it."""
        if mark == self._mark:
            return
        self._mark = mark
        partial = self._path.with_suffix(".partial")
        with suppress(OSError):
            with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                json.dump(asdict(mark), file)
            partial.replace(self._path)

    def _read(self) -> RunningMark | None:
        try:
            text = self._path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        try:
            told = json.loads(text)
            return RunningMark(
                str(told["started_at"]),
                str(told["place"]),
                str(told["case_id"]),
                str(told["step"]),
                int(told["quick_ends"]),
                bool(told["has_settled"]),
            )
        except (ValueError, TypeError, LookupError):
            return RunningMark("")  # torn by a power cut: it ended unexpectedly, nobody knows where
