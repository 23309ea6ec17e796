"""The files of cases in a place of backups: sealed and never changed, so one copy serves all backups."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_cs.storage.attachments.pool import ATTACHMENTS
from desktop_cs.storage.copying.disk import copy_file, settle_names
from desktop_cs.storage.copying.manifest import MANIFEST, POOL, read_backup
from desktop_cs.storage.copying.progress import Progress, silent

PARTIAL = ".partial"


def missing_from_pool(folder: Path, place: Path, names: Iterable[str]) -> list[tuple[str, int]]:
    """Return the files of a data folder that a place does not have yet, with their sizes.

    A file that the data folder itself lacks is passed over: the check of the records tells of it.
    """
    found = []
    for name in names:
        size = _size(folder / ATTACHMENTS / name)
        if size >= 0 and _size(place / POOL / name) != size:
            found.append((name, size))
    return found


def fill_pool(folder: Path, place: Path, missing: list[tuple[str, int]], progress: Progress = silent) -> None:
    """Copy files of a data folder into the pool of a place, each whole or not at all.

    Raises:
        OSError: One of the disks does not let us.
    """
    bring(folder / ATTACHMENTS, place / POOL, missing, progress)


def bring(source: Path, target: Path, files: list[tuple[str, int]], progress: Progress = silent) -> None:
    """Copy sealed files from one pool to another; `files` are their names and sizes.

    Raises:
        OSError: One of the disks does not let us.
    """
    total, done = sum(size for _name, size in files), 0
    touched: dict[Path, None] = {}
    for name, size in files:
        path = target / name
        for one in (target, path.parent):
            one.mkdir(mode=0o700, exist_ok=True)
            touched[one] = None
        partial = path.with_name(f"{path.name}{PARTIAL}")
        copy_file(source / name, partial)
        partial.replace(path)
        done += size
        progress(done / max(total, 1))
    for one in touched:
        settle_names(one)


def in_pool(pool: Path, names: Iterable[str]) -> list[tuple[str, int]]:
    """Return those of the names that a pool has, with their sizes."""
    return [(name, size) for name in names if (size := _size(pool / name)) >= 0]


def sweep_pool(place: Path) -> int:
    """Take away the files that no backup of the place names, and return how many went.

    Nothing is taken away while a backup is being made there, or while one cannot say what it needs.

    Raises:
        OSError: The place cannot be read or written to.
    """
    folders = [one for one in place.iterdir() if one.is_dir()]
    backups = [
        read_backup(one) for one in folders if (one / MANIFEST).exists()
    ]  # renamed ones need theirs too
    if any(one.name.endswith(PARTIAL) for one in folders) or not all(one.order for one in backups):
        return 0
    needed = {name for backup in backups for name in backup.names}
    gone = 0
    for name, path in _files(place / POOL):
        if name not in needed:
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def _files(pool: Path) -> Iterator[tuple[str, Path]]:
    for folder in sorted(pool.iterdir()) if pool.is_dir() else ():
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            yield f"{folder.name}/{path.name}", path


def _size(path: Path) -> int:
    """Return the size of a file, -1 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return -1
