"""Faults that end the program at once, such as a fault of memory: where each thread was, by `faulthandler`.

The system's own dump lies in the folder of reports while the program runs. It names whole paths of this PC,
so the next start makes a report of it that names files alone, and takes the dump away.
"""

import faulthandler
import re
from contextlib import suppress
from pathlib import Path
from typing import IO

REPORTS = "reports"  # the folder in the data folder
_DUMP = "running.dump"
_FRAME = re.compile(r'^\s*File "(?P<path>[^"]*)", line (?P<line>\d+) in (?P<name>\S+)$')
_HEAD = re.compile(r"^(Fatal Python error|Windows fatal exception|(Current )?[Tt]hread 0x)")
_MOST_LINES = 300


class HardFaults:
    """Watches over the running program.

    Args:
        folder: The data folder.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / REPORTS / _DUMP
        self._file: IO[bytes] | None = None

    def left(self) -> list[str]:
        """Return where the threads of the program before were, files by name alone; [] without a dump."""
        with suppress(OSError):
            lines = self._path.read_bytes().decode("utf-8", "replace").splitlines()[:_MOST_LINES]
            return [told for line in lines if (told := _told(line))]
        return []

    def watch(self) -> None:
        """Have a dump written when the program ends at once; what was left by the one before goes."""
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file = self._path.open("wb")
            faulthandler.enable(self._file)

    def stop(self) -> None:
        """Watch no more; the program ends as it should."""
        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        with suppress(OSError):
            self._path.unlink()


def _told(line: str) -> str:
    """Return a line of a dump without paths; "" for one that says nothing of the program."""
    frame = _FRAME.match(line)
    if frame:
        name = frame["path"].replace("\\", "/").rpartition("/")[2]
        return f"  {name}:{frame['line']} in {frame['name']}"
    return line if _HEAD.match(line) else ""
