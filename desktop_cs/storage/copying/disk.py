"""Files that are on the disk itself, whole or not at all; and whether there is room for them."""

import errno
import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.copying.progress import Progress, silent
from desktop_cs.storage.file.data_folder import settle

_AT_ONCE_BYTES = 4 * 2**20
_MARGIN_BYTES = 16 * 2**20  # for what else is written meanwhile, and for the folders themselves
_NO_SUCH_CALL = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)  # some network file systems keep names without it


def settle_names(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk itself, where its file system can be told to.

    Raises:
        OSError: The disk does not answer.
    """
    try:
        settle(folder)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:
            raise


def put_file(path: Path, content: bytes) -> None:
    """Write a small file so that its name holds either the old content or the new, on the disk itself.

    Raises:
        OSError: It cannot be written; the old content is as it was.
    """
    partial = path.with_name(f"{path.name}.partial")
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def copy_file(source: Path, target: Path, progress: Progress = silent) -> str:
    """Copy a file onto the disk itself, and return the SHA-256 of what was read (hexadecimal digits).

    Raises:
        OSError: One of the two disks does not let us, or is full.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    with source.open("rb", 0) as old, os.fdopen(os.open(target, flags, 0o600), "wb") as new:
        found = _through(old.read, os.fstat(old.fileno()).st_size, progress, new.write)
        new.flush()
        os.fsync(new.fileno())
    return found


def digest_of_file(path: Path, progress: Progress = silent) -> str:
    """Return the SHA-256 of a file (hexadecimal digits).

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb", 0) as file:
        return _through(file.read, os.fstat(file.fileno()).st_size, progress)


def check_room(place: Path, needed_bytes: int) -> None:
    """Make sure that there is room, before anything is written.

    Args:
        place: A folder that exists.
        needed_bytes: What shall be written into it.

    Raises:
        ShopError: There is not.
        OSError: The disk does not answer.
    """
    free = shutil.disk_usage(place).free
    if free < needed_bytes + _MARGIN_BYTES:
        sentence = _(
            "There is not enough room in “{folder}”: {needed} MB are needed, {free} MB are free. Nothing was "
            "written, and what was there is as it was. Make room or choose another disk, then try again."
        )
        needed_mb, free_mb = -(-(needed_bytes + _MARGIN_BYTES) // 10**6), free // 10**6
        raise ShopError(sentence.format(folder=place, needed=needed_mb, free=free_mb))


def _through(
    read: Callable[[int], bytes],
    size: int,
    progress: Progress,
    write: Callable[[bytes], object] | None = None,
) -> str:
    """Return the SHA-256 of all that is read; each piece lets other threads have their turn."""
    digest, done = sha256(), 0
    while piece := read(_AT_ONCE_BYTES):
        digest.update(piece)
        if write is not None:
            write(piece)
        done += len(piece)
        progress(done / max(size, done))
    return digest.hexdigest()
