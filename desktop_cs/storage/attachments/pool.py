"""The folder of sealed files: written whole or not at all, never changed, gone once nobody needs them."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.file.data_folder import settle

ATTACHMENTS = "attachments"  # the folder, in the data folder
PARTIAL = ".partial"
LEFT_ALONE = timedelta(days=1)  # what nobody names may belong to an act that is not over, or to an undo


class Pool:
    """The sealed files of one data folder, by their names "ab/ab12...".

    Args:
        folder: The data folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / ATTACHMENTS

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write a file; it is on the disk itself, under its name and whole, when this returns.

        Raises:
            ShopError: The disk is full, gone or not writable; nothing of the file is left.
        """
        path = self._folder / name
        partial = path.with_name(f"{path.name}.{uuid4().hex}{PARTIAL}")
        try:
            self._make_folder(path.parent)
            with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb", 0) as file:
                for piece in pieces:
                    _write_all(file.write, piece)
                os.fsync(file.fileno())
            partial.replace(path)
            settle(path.parent)
        except OSError as error:
            raise _unwritable(error) from error
        finally:
            with suppress(OSError):  # gone by then, unless something failed
                partial.unlink(missing_ok=True)

    def read(self, name: str, most_bytes: int) -> bytes | None:
        """Return a file, None where it is not there; of one that grew too large only a part.

        Args:
            name: Its name.
            most_bytes: More is never read.

        Raises:
            ShopError: The disk does not give it.
        """
        try:
            with (self._folder / name).open("rb", 0) as file:
                return _read_all(file.read, most_bytes)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            sentence = _(
                "The disk does not give this file just now. It is kept as it is, and so is the case. "
                "Check the disk, then try again."
            )
            raise ShopError(sentence, str(error)) from error

    def has(self, name: str) -> bool:
        """Return whether there is a file of this name, sound or not."""
        try:
            return (self._folder / name).is_file()
        except OSError:
            return False

    def rename(self, name: str, new: str) -> None:
        """Give a file another name, also that of another file, which is gone then.

        Raises:
            ShopError: The disk does not let us; both are as they were.
        """
        path = self._folder / new
        try:
            (self._folder / name).replace(path)
            settle(path.parent)
        except OSError as error:
            raise _unwritable(error) from error

    def discard(self, names: Iterable[str]) -> None:
        """Take files away that nobody names any more; one that cannot be is found again by `strays`."""
        for name in names:
            with suppress(OSError):
                (self._folder / name).unlink(missing_ok=True)

    def strays(self, in_use: Collection[str], now: datetime) -> list[str]:
        """Return the files that nobody names and nobody may be about to name: those older than a day.

        Args:
            in_use: The names in use, asked for after nothing older than a day can still be written.
            now: The moment, in UTC.
        """
        latest = (now - LEFT_ALONE).timestamp()
        return [name for name, changed in self._files() if name not in in_use and changed < latest]

    def _files(self) -> Iterator[tuple[str, float]]:
        """Yield the names of all files, and when each was last changed."""
        with suppress(OSError):  # no folder yet, or no disk: then there is nothing to take away
            for folder in sorted(self._folder.iterdir()):
                for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                    with suppress(OSError):
                        yield f"{folder.name}/{path.name}", path.stat().st_mtime

    def _make_folder(self, folder: Path) -> None:
        for one in (self._folder, folder):
            if not one.is_dir():
                one.mkdir(mode=0o700, exist_ok=True)
                settle(one.parent)


def _write_all(write: Callable[[memoryview], int | None], piece: bytes) -> None:
    rest = memoryview(piece)
    while rest:
        rest = rest[write(rest) or 0 :]


def _read_all(read: Callable[[int], bytes | None], most_bytes: int) -> bytes:
    pieces: list[bytes] = []
    left = most_bytes
    while left and (piece := read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _unwritable(error: OSError) -> ShopError:
    sentence = _(
        "The file could not be kept: the disk is full, gone or not writable. What was kept before is "
        "safe, and the file is where you took it from. Make room, then add it again."
    )
    return ShopError(sentence, str(error))
