"""Records that were found damaged are only read: a small file beside them says so, to every program at work.

It is there from the moment at which damage was met until a full check finds none, or other records take the
place of the damaged ones; a restart changes nothing. Source: safety.md, decision 9.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock

from desktop_cs.clock import Clock
from desktop_cs.errors import DamagedError
from desktop_cs.i18n import _
from desktop_cs.storage.file.data_folder import DAMAGE_FILE, settle

_UNREADABLE = "?"


@dataclass(frozen=True, slots=True)
class Damage:
    """What is known of damage.

    Args:
        found: What was found, as the engine or a check said it; for support.
        proven: Whether a check saw it. What was met while people worked may have passed by, as where memory
            was scarce or a cable loose.
        found_at: When, in ISO 8601.
        file: What told the damaged file from others then, "" where it could not be asked.
    """

    found: str
    proven: bool = False
    found_at: str = ""
    file: str = ""


class DamageMark:
    """Whether the records of one folder are damaged.

    The file is what counts, so that a window and commands beside it know the same. Where it cannot be
    written, as on a full disk, whoever met the damage remembers it until it ends.

    Args:
        records: The database file; None where nothing is ever written.
        clock: Tells when damage was found.
    """

    def __init__(self, records: Path | None, clock: Clock) -> None:
        self._records = records
        self._path = records.with_name(DAMAGE_FILE) if records else None
        self._clock = clock
        self._guard = Lock()
        self._unwritten: Damage | None = None

    @property
    def is_set(self) -> bool:
        """Return whether the records are damaged, as far as anybody knows; costs some microseconds."""
        return self._unwritten is not None or (self._path is not None and _is_there(self._path))

    @property
    def is_settled(self) -> bool:
        """Return whether nothing has to be checked: no damage is known, or this very file was proven so."""
        known = self.read()
        return known is None or (known.proven and known.file == self._file())

    def read(self) -> Damage | None:
        """Return what is known, None where there is none; a mark that cannot be read still counts."""
        if self._unwritten is not None or self._path is None:
            return self._unwritten
        try:
            told = json.loads(self._path.read_bytes())
            found, found_at, file = (str(told[name]) for name in ("found", "found_at", "file"))
            return Damage(found, told["proven"] is True, found_at, file)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return Damage(_UNREADABLE)

    def note_met(self, found: str) -> None:
        """Remember damage that was met while people worked, unless it is known already."""
        if not self.is_set:
            self._put(Damage(found, found_at=self._clock.now().isoformat(), file=self._file()))

    def note_proven(self, found: str) -> None:
        """Remember damage that a check saw."""
        self._put(Damage(found, proven=True, found_at=self._clock.now().isoformat(), file=self._file()))

    def lift(self, seen: Damage | None) -> None:
        """Let the records be written again, as a full check found them whole.

        Args:
            seen: What was known when the check began; what was found meanwhile stays.

        Raises:
            OSError: The mark cannot be taken away.
        """
        with self._guard:
            if self.read() == seen:
                self._unwritten = None
                if self._path is not None:
                    self._path.unlink(missing_ok=True)

    def refuse(self) -> None:
        """Let nothing be written into damaged records.

        Raises:
            DamagedError: They are damaged.
        """
        if self.is_set:
            raise self.refusal()

    def refusal(self) -> DamagedError:
        """Return why nothing is written, and what is to be done."""
        known = self.read()
        return DamagedError(
            _(
                "The shop’s records are damaged, so nothing more is saved into them: that could make it "
                "worse. They can still be read, and what you typed is kept. Open Safety and bring the newest "
                "good backup back, or save what can still be read."
            ),
            known.found if known else "",
        )

    def _put(self, damage: Damage) -> None:
        """Write the mark, whole or not at all; where the disk does not let us, it is remembered here."""
        with self._guard:
            self._unwritten = damage
            if self._path is None:
                return
            try:
                _write(self._path, json.dumps(asdict(damage)).encode())
            except OSError:
                return
            self._unwritten = None

    def _file(self) -> str:
        """Return what tells the file from others, and from what it was before it was changed."""
        try:
            found = self._records.stat() if self._records else None
        except OSError:
            return ""
        return f"{found.st_ino}-{found.st_size}-{found.st_mtime_ns}" if found else ""


def _is_there(path: Path) -> bool:
    """Return whether a file is there; a disk that does not answer tells nobody; the engine will."""
    try:
        return path.exists()
    except OSError:
        return False


def _write(path: Path, content: bytes) -> None:
    """Write a small file, on the disk itself; other threads and programs write theirs under another name.

    Raises:
        OSError: It cannot be written, and nothing of it is left.
    """
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # the name is there for all who run; after a power cut damage is met again
        settle(path.parent)
