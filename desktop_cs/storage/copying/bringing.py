"""Bring a backup into a folder of its own, as records that can be opened, and prove that all of it came."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.attachments.pool import ATTACHMENTS
from desktop_cs.storage.copying.disk import copy_file, put_file
from desktop_cs.storage.copying.manifest import POOL, Backup
from desktop_cs.storage.copying.pool import bring, in_pool
from desktop_cs.storage.copying.progress import Progress
from desktop_cs.storage.file.data_folder import DATABASE_FILE, ERASED_FILE, LOGS
from desktop_cs.storage.keys.key_slots import copy_keys

_LOGS = tuple(name for name in LOGS if not name.endswith("-shm"))  # the index is made anew


def bytes_of(backup: Backup) -> int:
    """Return how much room a backup takes once it is brought, with the files of cases.

    Raises:
        OSError: It cannot be read.
    """
    pool = backup.folder.parent / POOL
    return backup.path.stat().st_size + sum(size for _name, size in in_pool(pool, backup.names))


def bring_records(backup: Backup, into: Path, progress: Progress) -> None:
    """Copy file, key and list of what was erased into a folder, on the disk itself.

    Raises:
        OSError: One of the disks does not let us.
        ShopError: What came is not what the backup says of itself.
    """
    into.mkdir(mode=0o700)
    copy_keys(backup.folder, into)
    erased = backup.folder / ERASED_FILE
    if erased.exists():
        put_file(into / ERASED_FILE, erased.read_bytes())
    digest = copy_file(backup.path, into / DATABASE_FILE, progress)
    if backup.digest and digest != backup.digest:
        sentence = _(
            "The backup in “{folder}” was not read as it was written: the disk or stick is failing. Nothing "
            "was changed. Try again, or take another backup."
        )
        raise ShopError(sentence.format(folder=backup.folder))
    for name in _LOGS:  # somebody copied the folder of open records by hand: these are a part of them
        log = backup.folder / name
        if not backup.order and log.exists():
            copy_file(log, into / name)


def bring_files(names: Iterable[str], sources: Iterable[Path], into: Path, progress: Progress) -> None:
    """Put the files of cases beside brought records, out of the first of several pools that has each.

    A file that is on the same disk is not copied: as it never changes, a second name for it is enough.

    Raises:
        OSError: One of the disks does not let us.
    """
    left, target = list(names), into / ATTACHMENTS
    for source in sources:
        there = in_pool(source, left)
        missing = [one for one in there if not _linked(source / one[0], target / one[0])]
        if missing:
            target.mkdir(mode=0o700, exist_ok=True)
            bring(source, target, missing, progress)
        came = {name for name, _size in there}
        left = [name for name in left if name not in came]


def pools_of(backup: Backup) -> tuple[Path, ...]:
    """Return where the files of a backup lie: beside its folder, or in it, where a data folder was copied."""
    return backup.folder.parent / POOL, backup.folder / ATTACHMENTS


def _linked(source: Path, target: Path) -> bool:
    """Return whether a second name for a file could be made; not on another disk, nor on some sticks.

    That it could not is no error: whatever kept us from it, the file is copied then, and what stands in the
    way of that too (a full disk, no right to write) is told by the copying.
    """
    with suppress(OSError, NotImplementedError):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.link(source, target)
        return True
    return False
