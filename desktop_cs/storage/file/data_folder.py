"""The folder of the shop's records, and what can be wrong with it before anything is opened."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.file.file_lock import FileLock

DATABASE_FILE = "shop.db"
# What the engine keeps beside a file while it is open, or where it could not tidy up: parts of that file
# alone. Beside another one they would be written into it, and damage it.
LOGS = tuple(f"{DATABASE_FILE}-{end}" for end in ("wal", "shm", "journal"))
RESTORE_JOURNAL = "shop.restore"  # there while a backup takes the place of the records; see `copying.swap`
ERASED_FILE = "shop.erased"  # ids of what was erased; see `storage.erasing.erased_list`
DAMAGE_FILE = (
    "shop.damaged"  # there while the records are known to be damaged; see `storage.file.damage_mark`
)
COPIES, REPORTS, DRAFTS = "copies", "reports", "drafts"
_BUILD_LOCK = "shop.build.lock"
_BUILD_PATIENCE_SECONDS = (
    20.0  # making a folder takes a tenth of a second, a migration of a large file some seconds
)


def make_folder(folder: Path) -> None:
    """Make the data folder where it is missing, for this account alone.

    Raises:
        ShopError: It cannot be made, or is no folder, or may not be written to.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        sentence = _(
            "“{folder}” is a file, not a folder. Nothing was changed. Choose another folder for the "
            "shop's records."
        )
        raise ShopError(sentence.format(folder=folder), str(error)) from error
    except OSError as error:
        raise folder_error(folder, error) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise folder_error(folder, PermissionError(str(folder)))


def folder_error(folder: Path, error: OSError) -> ShopError:
    """Return why nothing can be written into the folder, as a sentence."""
    if isinstance(error, PermissionError):
        sentence = _(
            "The folder “{folder}” does not allow writing. What is in it was left as it is. "
            "Give this account the right to write there, or choose another folder."
        )
    else:
        sentence = _(
            "The folder “{folder}” cannot be written to; the disk may be full or gone. What is in it was "
            "left as it is. "
            "Make room or check the disk, then try again."
        )
    return ShopError(sentence.format(folder=folder), str(error))


@contextmanager
def building(folder: Path) -> Iterator[None]:
    """Be the only process that makes or changes the folder as a whole.

    Raises:
        ShopError: Another process is at it for too long, or the folder cannot be written to.
    """
    lock = FileLock(folder / _BUILD_LOCK)
    try:
        taken = lock.take(_BUILD_PATIENCE_SECONDS)
    except OSError as error:
        raise folder_error(folder, error) from error
    if not taken:
        raise ShopError(
            _(
                "Another program is preparing the shop's records just now. Nothing was changed. Try "
                "again in a minute."
            )
        )
    try:
        yield
    finally:
        lock.free()


def settle(path: Path) -> None:
    """Make sure that a file, or the names in a folder, are on the disk itself."""
    if os.name == "nt" and path.is_dir():
        return  # Windows has no such call for folders; its journal keeps names
    file = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)
