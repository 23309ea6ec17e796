"""Save what a damaged file still holds into a new one. The damaged file itself is only ever read.

The new folder is a data folder like any other: it can be looked into, and brought into the place of the
records like a backup. Indexes and search are built anew, so that damage to them costs nothing. Rows whose
case was lost cannot be kept alone: they are counted as lost, too.

Source: safety.md, decision 9.
"""

import os
import shutil
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.clock import Clock
from desktop_cs.errors import ShopError, UserError
from desktop_cs.i18n import _
from desktop_cs.storage.attachments.pool import ATTACHMENTS
from desktop_cs.storage.copying.bringing import bring_files
from desktop_cs.storage.copying.disk import check_room, put_file
from desktop_cs.storage.copying.facts import attachment_names, tables_of
from desktop_cs.storage.copying.progress import Progress, part, silent
from desktop_cs.storage.copying.reading import check_there, problems_of_version, quiet_connection
from desktop_cs.storage.copying.salvage_rows import DamagedTable, TableReader
from desktop_cs.storage.copying.salvage_writing import (
    columns_of,
    count_of,
    drop_orphans,
    has_rowid,
    have_shop,
    write_rows,
)
from desktop_cs.storage.file.data_folder import DATABASE_FILE, ERASED_FILE, folder_error, make_folder, settle
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.faults import shop_error
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.finding.search_index import SearchIndex
from desktop_cs.storage.keys.key_slots import copy_keys, read_copies
from desktop_cs.storage.keys.unlocking import unlocked
from desktop_cs.storage.tables.migrations import MIGRATIONS, bring_up

if TYPE_CHECKING:
    from desktop_cs.storage.storage import Storage

_COPY = "damaged"  # what the rows are read from: a copy, in the new folder, taken away at the end
_PAGE_BYTES = 4096
_AT_ONCE_BYTES = 256 * _PAGE_BYTES
_COPIED, _READ = 0.1, 0.8  # shares of the time


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was saved.

    Args:
        rows: Rows in the new file, of each table.
        lost: Rows that could not be saved, of each damaged table; None where nobody can tell how many.
        file: The new file.
        problems: What is wrong with the new file, in sentences; that its trail has gaps is one.
    """

    rows: Mapping[str, int]
    lost: Mapping[str, int | None]
    file: Path
    problems: list[str] = field(default_factory=list)


def salvage(
    folder: Path, into: Path, clock: Clock, *, secret: str = "", progress: Progress | None = None
) -> Salvage:
    """Save what the damaged records of a folder still hold into a new folder.

    Args:
        folder: The data folder, or a backup; nothing in it is changed.
        into: The new folder, which is empty or does not exist.
        clock: Tells when it is done.
        secret: Pass phrase or the code of the recovery sheet, where the key is locked.
        progress: Is told the share that is done; may raise to stop, and then nothing is left of it.

    Raises:
        LockedError: The key is locked, and no secret was given.
        UserError: The secret does not open it, or the new folder is not empty.
        ShopError: Not even the beginning of the file can be read, or the disk does not let us.
    """
    path = folder / DATABASE_FILE
    check_there(folder)
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        sentence = _("“{folder}” is not empty. Nothing was changed. Choose a new folder for what is saved.")
        raise UserError(sentence.format(folder=into))
    keys = unlocked(read_copies(folder), secret).keys
    was_there = into.exists()
    make_folder(into)
    try:
        check_room(into, 2 * path.stat().st_size)
        return _Salvaging(folder, into, clock, secret).run(keys, progress or silent)
    except BaseException as error:
        for one in into.iterdir():
            shutil.rmtree(one) if one.is_dir() else one.unlink()
        if not was_there:
            into.rmdir()
        if isinstance(error, OSError):
            raise folder_error(into, error) from error
        if isinstance(error, peewee.PeeweeException | driver.Error):
            raise shop_error(error) from error
        raise


class _Salvaging:
    """One salvage."""

    def __init__(self, folder: Path, into: Path, clock: Clock, secret: str) -> None:
        self._folder = folder
        self._into = into
        self._clock = clock
        self._secret = secret
        self._copy = into / _COPY / DATABASE_FILE
        self._key = ""
        self._has_failed: dict[str, bool] = {}

    def run(self, keys: tuple[str, ...], progress: Progress) -> Salvage:
        """Copy what the disk gives, read what is whole of it, and build all that follows from it anew."""
        self._copy_readable(part(progress, 0.0, _COPIED))
        self._key = self._fitting(keys)
        with self._opened() as connection:
            problems = problems_of_version(connection)
            if problems:
                raise ShopError(problems[0])
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        before = {table: self._counted(table) for table in self._tables()}
        self._fill(version, part(progress, _COPIED, _READ))
        copy_keys(self._folder, self._into)
        erased = self._folder / ERASED_FILE
        if erased.exists():
            put_file(self._into / ERASED_FILE, erased.read_bytes())
        found = self._finished(before)
        progress(1.0)
        return found

    def _copy_readable(self, progress: Progress) -> None:
        """Copy the file and its logs; zeros, which no check sum fits, where the disk gives nothing."""
        self._copy.parent.mkdir(mode=0o700)
        for end in ("", "-wal", "-journal"):
            source = self._folder / f"{DATABASE_FILE}{end}"
            if source.exists():
                copy_readable(source, self._copy.with_name(source.name), progress)

    def _fitting(self, keys: tuple[str, ...]) -> str:
        """Return the key that fits, with the log brought into the copy.

        Raises:
            ShopError: None does, or the beginning of the file is damaged: nothing can be read by this way.
        """
        for key in keys:
            database = CipherDatabase(self._copy, key)
            try:
                database.run("PRAGMA journal_mode = DELETE").fetchone()
                database.run("SELECT count(*) FROM sqlite_master").fetchone()
            except (peewee.PeeweeException, driver.Error):
                continue
            else:
                return key
            finally:
                database.close_everywhere()
        sentence = _(
            "Nothing can be saved out of “{folder}”: the beginning of the file is damaged, or its key "
            "belongs to another one. Nothing was changed. Take the newest good backup instead."
        )
        raise ShopError(sentence.format(folder=self._folder))

    def _opened(self) -> AbstractContextManager[driver.Connection]:
        return quiet_connection(self._copy, self._key)

    def _tables(self) -> dict[str, tuple[str, ...]]:
        """Return the tables of the damaged file with their columns."""
        with self._opened() as connection:
            return {table: columns_of(connection, table) for table in tables_of(connection)}

    def _counted(self, table: str) -> int | None:
        """Return how many rows a table had by its smallest index, None where that cannot be read either."""
        try:
            with self._opened() as connection:
                return count_of(connection, table)
        except driver.Error:
            return None

    def _fill(self, version: int, progress: Progress) -> None:
        """Make the new file, of the same version, and write all rows that can be read into it."""
        path = self._into / DATABASE_FILE
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        database = CipherDatabase(path, self._key)
        try:
            connection = database.own_connection()
            bring_up(connection, MIGRATIONS[:version])
            connection.execute("PRAGMA foreign_keys = OFF")
            tables = self._tables()
            for number, (table, columns) in enumerate(tables.items()):
                damaged = DamagedTable(
                    table, columns, has_rowid(connection, table), self._copy.stat().st_size
                )
                reader = TableReader(damaged, self._opened)
                write_rows(connection, reader)
                self._has_failed[table] = reader.failures > 0
                progress((number + 1) / len(tables))
            have_shop(connection, self._clock)
            drop_orphans(connection)
        finally:
            database.close_everywhere()
        settle(path)

    def _finished(self, before: Mapping[str, int | None]) -> Salvage:
        """Open the new folder as a shop, with its search built anew, and say what is there."""
        from desktop_cs.storage.opening import open_storage  # noqa: PLC0415 (opening knows backups: a circle else)

        shutil.rmtree(self._copy.parent)
        storage = open_storage(self._into, self._clock, create=False, secret=self._secret)
        try:
            _search_anew(storage)
            connection = storage.database.own_connection()
            pools = (self._folder / ATTACHMENTS, self._folder.parent / ATTACHMENTS)
            bring_files(attachment_names(connection), pools, self._into, silent)
            rows = {table: count_of(connection, table) for table in before}
            lost = {
                table: None if count is None else count - rows[table]
                for table, count in before.items()
                if self._has_failed[table] or (count or 0) > rows[table]
            }
            return Salvage(rows, lost, self._into / DATABASE_FILE, storage.check())
        finally:
            storage.close()


def copy_readable(source: Path, target: Path, progress: Progress = silent) -> int:
    """Copy what a failing disk still gives of a file, zeros for the rest, and return how many pages were not.

    Raises:
        OSError: The file cannot be opened, or the other disk does not let us.
    """
    lost = 0
    with source.open("rb") as old, os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as new:
        size = os.fstat(old.fileno()).st_size
        for start in range(0, size, _AT_ONCE_BYTES):
            end = min(start + _AT_ONCE_BYTES, size)
            piece, unread = _read(old, start, end - start)
            lost += unread
            new.write(piece)
            progress(end / size)
    return lost


def _read(file: BinaryIO, start: int, length: int) -> tuple[bytes, int]:
    """Return a piece of a file, zeros for pages that the disk does not give, and how many those are."""
    try:
        file.seek(start)
        return file.read(length).ljust(length, b"\0"), 0
    except OSError:
        if length <= _PAGE_BYTES:
            return bytes(length), 1
    half = -(-length // 2 // _PAGE_BYTES) * _PAGE_BYTES
    first, lost = _read(file, start, half)
    second, more = _read(file, start + half, length - half)
    return first + second, lost + more


def _search_anew(storage: "Storage") -> None:
    """Write the whole search index."""
    file = ShopFile(storage.database, storage.clock, storage.shop_id)
    index = SearchIndex(file)
    with file.transaction(None):
        index.touch_all()
