"""Make a backup while the records are in use: whole and checked under its name, or nothing of it at all.

The engine copies page by page, from one moment of the records, in portions, so that nobody waits for it;
each page is proven by its check sum as it is read. What was written is read again, and compared. Only then
does the folder get its name. Source: safety.md, decision 8.

NOTE: the open file itself is never opened by anything but the engine: closing it would free the engine's own
locks on it (POSIX frees all locks of a process when it closes any handle of a file).
"""

import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.clock import Clock
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.copying.disk import check_room, digest_of_file, settle_names
from desktop_cs.storage.copying.facts import Facts, attachment_names, facts_of
from desktop_cs.storage.copying.manifest import (
    NAME_FORMAT,
    POOL,
    Backup,
    backups_in,
    is_name_of_ours,
    read_backup,
    write_manifest,
)
from desktop_cs.storage.copying.pool import PARTIAL, fill_pool, in_pool, missing_from_pool
from desktop_cs.storage.copying.progress import Progress, part, silent
from desktop_cs.storage.copying.reading import quiet_connection
from desktop_cs.storage.copying.refusals import UnlikeError, copy_error
from desktop_cs.storage.erasing.erased_list import ErasedEntry, read_erased, write_erased
from desktop_cs.storage.file.data_folder import COPIES, DATABASE_FILE, folder_error, settle
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.file_lock import FileLock
from desktop_cs.storage.file.integrity import file_problems
from desktop_cs.storage.keys.key_slots import KEY_FILES, copy_keys

if TYPE_CHECKING:
    from desktop_cs.storage.storage import Storage

_LOCK_FILE = "shop.copy.lock"
_PATIENCE_SECONDS = 120.0  # for another backup of this shop; one of 1 GB takes some 10 s
_PAGES_AT_ONCE = 512  # 2 MB, some 15 ms: between two portions others have their turn, and may stop it
_ALWAYS_CHECKED_BYTES = 64 * 2**20  # a second at most; larger ones are checked in idle hours
_COPIED, _READ = 0.75, 0.85  # shares of the time: a copy is made, read again, checked
# Nobody reads it before it is whole and on the disk, which is seen to at the end; a log would write it twice.
_SETTINGS_OF_A_NEW_FILE = (
    "cipher_log_level = NONE",
    "journal_mode = OFF",
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    "cache_size = -8000",
)


@dataclass(frozen=True, slots=True)
class Source:
    """Opened records that a backup is made of: their file, their data folder, and what tells the time."""

    database: CipherDatabase
    folder: Path
    clock: Clock


def back_up(
    storage: "Storage", into: Path | None = None, progress: Progress | None = None, *, full: bool = False
) -> Backup:
    """Return a new, checked backup of opened records.

    Args:
        storage: The records; this thread must not be in the middle of a transaction.
        into: The place for it, which exists or whose folder does; "copies" in the data folder where None.
        progress: Is told the share that is done; may raise to stop.
        full: Whether every row of a large file is checked, too.

    Raises:
        ShopError: It could not be made; nothing of it is left, and all that was there is as it was.
    """
    storage.keys.keep_whole()  # a backup without its key would be worth nothing
    source = Source(storage.database, storage.folder, storage.clock)
    return make_backup(source, into, progress or silent, full=full)


def make_backup(
    source: Source, into: Path | None = None, progress: Progress = silent, *, full: bool = False
) -> Backup:
    """Return a new backup, as `back_up` does, of records of any version.

    Raises:
        ShopError: It could not be made; nothing of it is left, and all that was there is as it was.
    """
    place = into or source.folder / COPIES
    with _Turn(source.folder):
        try:
            place.mkdir(mode=0o700, exist_ok=True)
            return _Making(source, place).run(progress, full=full)
        except (OSError, peewee.PeeweeException, driver.Error, UnlikeError) as error:
            raise copy_error(place, error) from error


class _Turn:
    """The right to be the only one that makes a backup of a shop."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / _LOCK_FILE)

    def __enter__(self) -> None:
        try:
            taken = self._lock.take(_PATIENCE_SECONDS)
        except OSError as error:
            raise folder_error(self._folder, error) from error
        if not taken:
            sentence = _(
                "Another backup of the shop's records is being made just now, and it takes long. Nothing was "
                "changed. Try again in some minutes."
            )
            raise ShopError(sentence)

    def __exit__(self, *_failure: object) -> None:
        self._lock.free()


class _Making:
    """One backup in the making."""

    def __init__(self, source: Source, place: Path) -> None:
        self._source = source
        self._place = place
        self._connection = source.database.own_connection()

    def run(self, progress: Progress, *, full: bool) -> Backup:
        """Make it in a folder that counts for nothing yet, and give that its name last."""
        moment = self._source.clock.now()
        erased = _erased_before(self._source.folder)
        with self._one_moment():
            facts = facts_of(self._connection)
            sweep_leftovers(self._place, facts.shop_id)
            target = _free_name(self._place / f"{moment:{NAME_FORMAT}}")
            partial = leftover_of(target, facts.shop_id)
            try:
                partial.mkdir(mode=0o700)
                if erased:
                    write_erased(partial, erased)
                backup = self._filled(partial, facts, moment, progress)
                _check(backup, self._source.database.key, full=full)
                partial.rename(target)
            except BaseException:
                shutil.rmtree(partial, ignore_errors=True)
                raise
        settle_names(self._place)
        progress(1.0)
        return read_backup(target)

    @contextmanager
    def _one_moment(self) -> Iterator[None]:
        """See the records as they are now for as long as it takes, while others go on saving."""
        self._connection.execute("BEGIN")
        try:
            yield
        except driver.DatabaseError:
            self._source.database.close()  # a connection that met damage gives nothing any more
            raise
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("ROLLBACK")

    def _filled(self, partial: Path, facts: Facts, moment: datetime, progress: Progress) -> Backup:
        """Return the backup, with all that belongs to it on the disk itself."""
        names = self._bring_files()
        path = partial / DATABASE_FILE
        self._copy_pages(path, part(progress, 0.0, _COPIED))
        copy_keys(self._source.folder, partial)
        digest = _settled_digest(path, part(progress, _COPIED, _READ))
        for name in KEY_FILES:
            settle(partial / name)
        backup = Backup(
            folder=partial,
            made_at=moment,
            shop_id=facts.shop_id,
            version=facts.version,
            counts=facts.counts,
            trail_count=facts.trail_count,
            trail_head=facts.trail_head,
            bytes=path.stat().st_size,
            order=1 + max((one.order for one in backups_in(self._place)), default=0),
            digest=digest,
            names=names,
        )
        write_manifest(backup)
        settle_names(partial)
        return backup

    def _bring_files(self) -> tuple[str, ...]:
        """Bring the files of cases that the place lacks, if there is room; return what it has then."""
        folder, names = self._source.folder, attachment_names(self._connection)
        missing = missing_from_pool(folder, self._place, names)
        pages, page_bytes = (
            int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])  # the cipher answers with digits
            for name in ("page_count", "page_size")
        )
        check_room(self._place, pages * page_bytes + sum(size for _name, size in missing))
        fill_pool(folder, self._place, missing)
        return tuple(name for name, _size in in_pool(self._place / POOL, names))

    def _check_read_whole(self) -> None:
        """Make sure that every page fitted its check sum when it was copied.

        NOTE: SQLCipher 4.19 copies a page that does not fit, and all pages after it, as zeros, with new check
        sums and without a word. Only what the same connection reads anew afterwards fails.

        Raises:
            driver.DatabaseError: One did not fit.
        """
        self._connection.execute("PRAGMA shrink_memory")
        facts_of(self._connection)

    def _copy_pages(self, path: Path, progress: Progress) -> None:
        """Copy the file, page by page in portions."""
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        copy = driver.connect(str(path), isolation_level=None)
        try:
            copy.execute(f"PRAGMA key = \"x'{self._source.database.key}'\"")
            for setting in _SETTINGS_OF_A_NEW_FILE:
                copy.execute(f"PRAGMA {setting}")

            def told(_state: int, left: int, total: int) -> None:
                progress(1 - left / max(total, 1))

            self._connection.backup(copy, pages=_PAGES_AT_ONCE, progress=told)
            self._check_read_whole()
        finally:
            copy.close()


def _erased_before(folder: Path) -> list[ErasedEntry]:
    """Return what was erased before a moment of the records is taken, and so is in no backup of it.

    What is being erased just then may still be in it.
    """
    try:
        return [entry for entry in read_erased(folder) if entry.finished]
    except ShopError:
        return []  # made anew from the records while idle; until then they tell by themselves


def _settled_digest(path: Path, progress: Progress) -> str:
    """Return the SHA-256 of a file, while the system brings it onto the disk itself.

    Raises:
        OSError: The disk does not let us.
    """
    with ThreadPoolExecutor(max_workers=1) as others:
        settling = others.submit(settle, path)
        digest = digest_of_file(path, progress)
        settling.result()
    return digest


def leftover_of(folder: Path, shop_id: UUID) -> Path:
    """Return where a backup of this shop lies while it is not whole: before it is made, and while it goes."""
    return folder.with_name(f"{folder.name}{_ending_of(shop_id)}")


def sweep_leftovers(place: Path, shop_id: UUID) -> None:
    """Take away what backups of this shop that were killed left in a place.

    Raises:
        OSError: The place cannot be read.
    """
    for folder in place.iterdir():
        name = folder.name.removesuffix(_ending_of(shop_id))
        if name != folder.name and is_name_of_ours(name):
            shutil.rmtree(folder, ignore_errors=True)


def _check(backup: Backup, key: str, *, full: bool) -> None:
    """Make sure that a copy, read again, is like the records.

    Raises:
        UnlikeError: It is not.
    """
    try:
        with quiet_connection(backup.path, key) as connection:
            problems = file_problems(connection) if full or backup.bytes <= _ALWAYS_CHECKED_BYTES else []
            is_like = facts_of(connection) == backup.facts
    except driver.DatabaseError as error:  # of the copy: it tells nothing about the records
        raise UnlikeError(str(error)) from error
    if problems or not is_like:
        raise UnlikeError(problems)


def _ending_of(shop_id: UUID) -> str:
    """Return how folders of unfinished backups end; other shops in the same place have their own end."""
    return f".{shop_id.hex[-8:]}{PARTIAL}"


def _free_name(path: Path) -> Path:
    """Return the path, or the first "path-2", "path-3" ... that nothing has."""
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_name(f"{path.name}-{number}")
    return found
