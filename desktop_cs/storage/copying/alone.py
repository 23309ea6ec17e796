"""Being the only one who works with a data folder, for as long as its records are exchanged."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.file.data_folder import building
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.window_lock import WindowLock, is_held_here


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other windows, and commands that change the folder as a whole, out of it.

    Raises:
        ShopError: Another window is open on the folder, or another command changes it.
    """
    lock, is_ours = WindowLock(folder), is_held_here(folder)
    with building(folder):
        if not is_ours and not lock.take_at_once():
            raise in_use()
        try:
            yield
        finally:
            if not is_ours:
                lock.free()


@contextmanager
def held(database: CipherDatabase) -> Iterator[driver.Connection]:
    """Hold records so that nobody else opens them, with all that was saved in the main file; then close it.

    Raises:
        ShopError: Another program has them open.
        driver.Error: The file is damaged, or the disk does not let us.
    """
    connection = database.own_connection()
    try:
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        _fold_log(connection)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # takes the lock
        yield connection
    finally:
        database.close_everywhere()


def fold_log(database: CipherDatabase) -> None:
    """Bring all that was saved into the main file, so that it is whole by itself, and close it.

    Raises:
        ShopError: Another program has the records open.
        driver.Error: The file is damaged, or the disk does not let us.
    """
    with held(database):
        pass


def _fold_log(connection: driver.Connection) -> None:
    try:
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except driver.OperationalError as error:
        if "locked" in str(error):
            raise in_use() from error
        raise
    if mode != "delete":
        raise in_use()


def in_use() -> ShopError:
    """Return what is said while somebody else works with the records."""
    return ShopError(
        _(
            "Another window or command uses these records just now. Nothing was changed. Close it, then try "
            "again."
        )
    )
