"""The engine under the stores: SQLite with SQLCipher, with the settings that keep what was saved.

Source of every setting: safety.md, decisions 1, 2 and 4.
"""

import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.file.in_place import mark_of

APPLICATION_ID = 0x44734353  # "DsCS", so that no other program's file is taken for ours
OLDEST_ENGINE = (3, 51, 3)  # 3.7.0 to 3.51.2 may lose committed data when two connections write
_PATIENCE_SECONDS = 5.0  # for another connection that is writing
_WAIT_SECONDS = (
    0.003  # the engine's own waits grow to 0.1 s, and a second program that saves busily starves us
)
_STATEMENTS_KEPT = 200
_CACHE_KIB = (
    8000  # of decrypted pages; the whole index of 100,000 cases is walked without reading pages twice
)

_PAGES_WAITING = (
    4000  # 16 MB; sooner they are tidied away while idle, since a save that does it takes 60 to 160 ms
)

_SETTINGS = (
    ("cipher_log_level", "NONE"),  # it would write on the screen of whoever started the program
    ("journal_mode", "WAL"),
    ("synchronous", "FULL"),
    ("foreign_keys", "ON"),
    ("trusted_schema", "OFF"),
    ("cell_size_check", "ON"),
    ("secure_delete", "ON"),
    ("temp_store", "MEMORY"),
    ("cache_size", -_CACHE_KIB),
    ("wal_autocheckpoint", _PAGES_WAITING),
    *((("fullfsync", 1),) if sys.platform == "darwin" else ()),
)


class CipherDatabase(peewee.SqliteDatabase):
    """One encrypted file. Every thread that asks gets its own connection, opened with the raw key.

    Args:
        path: The file, or None where statements are only written and never run.
        key: 96 hexadecimal digits: 64 of the key, 32 of the salt.
        create: Whether a missing file is made; otherwise it is an error.
    """

    def __init__(self, path: Path | None, key: str = "", *, create: bool = False) -> None:
        self.key = key
        self.path = path
        self.mark = mark_of(path) if path else None  # before it is opened: it may be exchanged while we wait
        self._opened: list[driver.Connection] = []
        self._guard = threading.Lock()
        address = None if path is None else f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
        super().__init__(address)

    def _connect(self) -> driver.Connection:
        # `check_same_thread` is off only so that `close_everywhere` may close what other threads left open.
        connection = driver.connect(
            self.database,
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=_STATEMENTS_KEPT,
        )
        try:
            connection.set_busy_handler(_wait_for_turn)
            connection.execute(f"PRAGMA key = \"x'{self.key}'\"")
            for name, value in _SETTINGS:
                connection.execute(f"PRAGMA {name} = {value}")
        except BaseException:
            connection.close()
            raise
        with self._guard:
            self._opened.append(connection)
        return connection

    def _close(self, conn: driver.Connection) -> None:
        with self._guard:
            self._opened = [one for one in self._opened if one is not conn]
        conn.close()

    def run(self, sql: str, values: Sequence[object] = ()) -> driver.Cursor:
        """Run a statement on this thread's connection, opened where there is none yet."""
        return self.execute_sql(sql, values)  # type: ignore[no-untyped-call]  # peewee carries no types

    def own_connection(self) -> driver.Connection:
        """Return this thread's connection as the driver gives it, for what concerns the file as a whole."""
        return self.connection()  # type: ignore[no-untyped-call]  # peewee carries no types

    def renew(self) -> None:
        """Give this thread a new connection, opened before the old one is closed.

        The last one out takes the index of the log with it, and a disk that is full or does not answer lets
        nobody make that anew: nothing could be read any more.
        """
        spare = self._connect()
        try:
            self.close()
            self.own_connection()
        finally:
            self._close(spare)

    def close_everywhere(self) -> None:
        """Close the connections of all threads; whoever asks again gets a new one."""
        self.close()
        with self._guard:
            opened, self._opened = self._opened, []
        for connection in opened:
            connection.close()


def _wait_for_turn(tries: int) -> bool:
    """Wait a moment while another connection writes, and return whether to try again."""
    time.sleep(_WAIT_SECONDS)
    return tries * _WAIT_SECONDS < _PATIENCE_SECONDS


def check_engine(database: CipherDatabase) -> None:
    """Make sure that the engine which came with the program can be trusted with the records.

    Raises:
        ShopError: It is too old, or lacks encryption or full-text search.
    """
    cipher = database.run("PRAGMA cipher_version").fetchone()
    search = database.run("SELECT sqlite_compileoption_used('ENABLE_FTS5')").fetchone()
    if driver.sqlite_version_info < OLDEST_ENGINE or not cipher or not search[0]:
        details = f"SQLite {driver.sqlite_version}, cipher {cipher}, FTS5 {search}"
        raise ShopError(
            _(
                "The database engine on this computer is not fit for the shop's records. Nothing was "
                "opened. Install the program again."
            ),
            details,
        )
