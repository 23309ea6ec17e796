"""One window per data folder: the lock that a window holds for as long as it is open. Needs no Qt."""

from pathlib import Path

from desktop_cs.storage.file.data_folder import building, folder_error, make_folder
from desktop_cs.storage.file.file_lock import FileLock

_LOCK_FILE = "shop.lock"
_held_here: set[Path] = set()


class WindowLock:
    """The right to be the one window on a data folder. A killed window's lock is free at once.

    Args:
        folder: The data folder; it is made where missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.absolute()
        self._lock = FileLock(self._folder / _LOCK_FILE)

    def take(self) -> bool:
        """Take the lock and return whether it is ours; False when another window is open on the folder.

        Raises:
            ShopError: The folder cannot be made or written to.
        """
        make_folder(self._folder)
        if self.take_at_once():
            return True
        with building(self._folder):  # it may only be held while a command brings the file to a new version
            return self.take_at_once()

    def take_at_once(self) -> bool:
        """Take the lock as `take` does, without waiting for a command that is changing the folder.

        Raises:
            ShopError: The folder cannot be written to.
        """
        try:
            taken = self._lock.take()
        except OSError as error:
            raise folder_error(self._folder, error) from error
        if taken:
            _held_here.add(self._folder)
        return taken

    def free(self) -> None:
        """Free the lock; nothing happens when it is not ours, as while a window of this process has it."""
        if self._lock.is_ours:
            _held_here.discard(self._folder)
        self._lock.free()


def is_held_here(folder: Path) -> bool:
    """Return whether a window of this very process holds the lock."""
    return folder.absolute() in _held_here
