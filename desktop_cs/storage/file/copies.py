"""Copies of the records: each a folder with the file and its key, so that it can be opened by itself."""

import shutil
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.clock import Clock
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.file.data_folder import COPIES, DATABASE_FILE, settle
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.integrity import file_problems
from desktop_cs.storage.keys.key_slots import KEY_FILES, write_key

_COUNTED = ("customer", "recovery_case", "step_entry", "trail")


def copy_records(database: CipherDatabase, folder: Path, clock: Clock, into: Path | None = None) -> Path:
    """Copy the records while they are in use, check the copy, and return the folder that holds it.

    Args:
        database: The opened records.
        folder: Their data folder.
        clock: Names the copy by the time in UTC.
        into: Where the copy's own folder is made; "copies" in the data folder where it is None.

    Raises:
        ShopError: It could not be made, or is not like the records; nothing of it is left.
    """
    target = _free_name((into or folder / COPIES) / f"{clock.now():%Y-%m-%d_%H%M%S}")
    partial = target.with_name(f"{target.name}.partial")
    try:
        partial.mkdir(mode=0o700, parents=True)
        _copy_whole(database, partial)
        partial.rename(target)
        settle(target.parent)
    except (OSError, peewee.PeeweeException, driver.Error, _UnlikeError) as error:
        shutil.rmtree(partial, ignore_errors=True)
        sentence = _(
            "The copy of the shop's records could not be made in “{folder}”: the disk may be full, gone "
            "or not writable. "
            "The records themselves are as they were. Make room or choose another place, then try again."
        )
        raise ShopError(sentence.format(folder=target.parent), str(error)) from error
    return target


class _UnlikeError(Exception):
    """The copy is not like the records."""


def _copy_whole(database: CipherDatabase, into: Path) -> None:
    """Make the copy in its folder, with its key, and check it."""
    write_key(into, database.key)
    path = into / DATABASE_FILE
    copy = CipherDatabase(path, database.key, create=True)
    try:
        connection = database.own_connection()
        connection.execute("BEGIN")  # nobody's saving between the copy and the counting
        try:
            counts = _counts(connection)
            connection.backup(copy.own_connection())
        finally:
            connection.execute("ROLLBACK")
        problems = file_problems(copy.own_connection())
        if problems or _counts(copy.own_connection()) != counts:
            raise _UnlikeError(problems)
    finally:
        copy.close_everywhere()
    for name in (DATABASE_FILE, *KEY_FILES):
        settle(into / name)
    settle(into)


def _counts(connection: driver.Connection) -> list[int]:
    """Return how many rows the main tables have; none where a very old file lacks one."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 (our names)
        for table in _COUNTED
        if table in there
    ]


def _free_name(path: Path) -> Path:
    """Return the path, or the first "path-2", "path-3" ... that does not exist."""
    found, number = path, 1
    while found.exists() or found.with_name(f"{found.name}.partial").exists():
        number += 1
        found = path.with_name(f"{path.name}-{number}")
    return found
