"""The log: which page, which case by its id, which refusal; numbers and ids, never a word of anybody.

A few small files in the data folder; the oldest goes when a new one begins. Only names that the program
itself knows, whole numbers and ids can be written, so that nothing a person typed gets in by mistake.
"""

import re
import threading
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from desktop_cs.clock import Clock

LOGS = "logs"
_NAME = "desktop-cs.log"
_MOST_BYTES = 256 * 1024  # of one file; a month of a busy shop
_FILES = 3
_EVENT = re.compile(r"[a-z]+(?:[._][a-z]+)*")

Fact = int | UUID | None


class EventLog:
    """The log of one data folder. Any thread may write.

    Args:
        folder: The data folder.
        clock: Tells when things happen.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder / LOGS
        self._clock = clock
        self._guard = threading.Lock()

    def note(self, event: str, **facts: Fact) -> None:
        """Write a line; where the disk does not let us, the work goes on without it.

        Args:
            event: A name that stands in the program, such as "page.case".
            facts: Whole numbers and ids.

        Raises:
            ValueError: The name or a fact could hold somebody's words.
        """
        if not _EVENT.fullmatch(event):
            msg = "the name of an event is a word of the program"
            raise ValueError(msg)
        told = [f"{name}={_plain(fact)}" for name, fact in facts.items() if fact is not None]
        line = " ".join([f"{self._clock.now():%Y-%m-%dT%H:%M:%SZ}", event, *told])
        with self._guard, suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._turn_over()
            with (self._folder / _NAME).open("a", encoding="ascii") as file:
                file.write(f"{line}\n")

    def last(self, count: int) -> list[str]:
        """Return the newest lines, oldest first."""
        lines: list[str] = []
        for path in (self._path(1), self._path(0)):
            with suppress(OSError, UnicodeDecodeError):
                lines += path.read_text("ascii").splitlines()
        return lines[-count:]

    def _turn_over(self) -> None:
        if not self._path(0).exists() or self._path(0).stat().st_size < _MOST_BYTES:
            return
        for number in range(_FILES - 2, -1, -1):
            with suppress(FileNotFoundError):
                self._path(number).replace(self._path(number + 1))

    def _path(self, number: int) -> Path:
        return self._folder / (f"{_NAME}.{number}" if number else _NAME)


def _plain(fact: Fact) -> str:
    """Return a fact as it is written.

    Raises:
        ValueError: It is neither a whole number nor an id.
    """
    if not isinstance(fact, int | UUID):
        msg = "only whole numbers and ids are logged"
        raise ValueError(msg)  # noqa: TRY004 (one kind of error for whatever may not be written)
    return str(int(fact)) if isinstance(fact, int) else str(fact)
