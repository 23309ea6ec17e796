"""Giving the records a new key: a whole new file beside them, checked, then put in their place.

Needed when a pass phrase is first set, since until then the key lay in the open in every copy; and after a
leak. Nobody else may have the file open meanwhile, or what they save would stay in the old one.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.copying.alone import alone, held
from desktop_cs.storage.copying.disk import settle_names
from desktop_cs.storage.copying.progress import Progress
from desktop_cs.storage.file.data_folder import DATABASE_FILE, LOGS, folder_error, settle
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.faults import shop_error
from desktop_cs.storage.file.integrity import file_problems

RENEWED_FILE = f"{DATABASE_FILE}.renewed"
_PAGES_AT_ONCE = 2000  # 8 MB between two words about how far it is


class _UnlikeError(Exception):
    """The new file is not like the old one."""


def renew(folder: Path, keys: tuple[str, str], progress: Progress, before_swap: Callable[[], None]) -> None:
    """Put a file with the same content and a new key in the place of the records; `settle_swap` comes next.

    Args:
        folder: The data folder; this process has no connection to its records.
        keys: The key of the records, and their new one.
        progress: Is told how far it is; what it raises stops the work with everything as it was.
        before_swap: Called when the new file is whole and before it takes its place: it has to make sure
            that both keys can be had from the key file.

    Raises:
        ShopError: Somebody else uses the records, or it could not be done; they are as they were.
    """
    new = folder / RENEWED_FILE
    with alone(folder):
        try:
            with held(CipherDatabase(folder / DATABASE_FILE, keys[0])) as connection:
                _copy_whole(connection, new, keys[1], progress)
                before_swap()
            for log in LOGS:  # all is in the file by now; what could not be tidied up would harm the new one
                (folder / log).unlink(missing_ok=True)
            new.replace(folder / DATABASE_FILE)
        except (OSError, driver.Error, peewee.PeeweeException, _UnlikeError) as error:
            raise _failed(error) from error
        finally:
            _remove(new)


def check_settled(folder: Path) -> None:
    """Make sure that what took its place before is on the disk itself: its old key is given up next.

    Raises:
        ShopError: The disk does not let us; all is as it was.
    """
    try:
        settle_names(folder)
    except OSError as error:
        raise folder_error(folder, error) from error


def settle_swap(folder: Path) -> None:
    """Have the exchange of the files on the disk itself; until then the old key must not be given up.

    Raises:
        ShopError: The disk does not confirm it.
    """
    try:
        settle_names(folder)
    except OSError as error:
        sentence = _(
            "The records have a new key, and the pass phrase opens them. But the disk did not confirm it, so "
            "the old key is kept beside the new one, behind the pass phrase. Have somebody look at the disk."
        )
        raise ShopError(sentence, str(error)) from error


def _copy_whole(connection: driver.Connection, new: Path, key: str, progress: Progress) -> None:
    _remove(new)
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    database = CipherDatabase(new, key)

    def told(_status: int, left: int, total: int) -> None:
        progress(0.8 * (1 - left / max(total, 1)))

    try:
        copy = database.own_connection()
        connection.backup(copy, pages=_PAGES_AT_ONCE, progress=told)
        # By name, so that a failure is told: on closing it would be silent, and the log does not come along.
        if copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise _UnlikeError(["busy"])
        problems = file_problems(copy)
        if problems or _counts(copy) != _counts(connection):
            raise _UnlikeError(problems)
        # By name, so that a failure is told: on closing it would be silent, and the log stays behind.
        if copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise _UnlikeError(["busy"])
    finally:
        database.close_everywhere()
    settle(new)
    progress(1.0)


def _counts(connection: driver.Connection) -> list[tuple[str, int]]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return [(name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names]  # noqa: S608 (names out of the file itself, quoted)


def _remove(new: Path) -> None:
    for path in (new, *(new.with_name(new.name + end) for end in ("-wal", "-shm", "-journal"))):
        with suppress(OSError):  # what is left of it takes room, no more
            path.unlink(missing_ok=True)


def _failed(error: Exception) -> ShopError:
    if isinstance(error, driver.Error | peewee.PeeweeException) and "full" not in str(error):
        return shop_error(error)
    sentence = _(
        "The records could not be given a new key: the disk may be full, or something holds the file. "
        "They are as they were. Make room, close other programs, then try again."
    )
    return ShopError(sentence, str(error))
