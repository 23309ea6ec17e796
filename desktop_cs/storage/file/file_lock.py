"""A lock on a file that the operating system frees by itself when its holder ends, however it ends."""

import os
import sys
import time
from pathlib import Path

_WAIT_SECONDS = 0.02  # between two tries


class FileLock:
    """A lock by file, held by one object in one process at a time.

    Args:
        path: The file; it is made where missing, stays empty and is never deleted.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = -1

    @property
    def is_ours(self) -> bool:
        """Return whether this object holds the lock."""
        return self._file >= 0

    def take(self, patience_seconds: float = 0.0) -> bool:
        """Take the lock and return whether it is ours now.

        Args:
            patience_seconds: How long to wait for another holder to free it.

        Raises:
            OSError: The file cannot be made.
        """
        if self.is_ours:
            return True
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        until = time.monotonic() + patience_seconds
        while not _locked(file):
            if time.monotonic() >= until:
                os.close(file)
                return False
            time.sleep(_WAIT_SECONDS)
        self._file = file
        return True

    def free(self) -> None:
        """Free the lock; nothing happens when it is not ours."""
        if self.is_ours:
            os.close(self._file)  # closing frees it
            self._file = -1


if sys.platform == "win32":
    import msvcrt

    def _locked(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
