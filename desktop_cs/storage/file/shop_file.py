"""The open database file: reading, and acts that are kept whole or not at all."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any
from uuid import UUID

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.clock import Clock
from desktop_cs.errors import DamagedError, ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.file.damage_mark import DamageMark
from desktop_cs.storage.file.damage_met import let_go
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.faults import is_unopened, shop_error
from desktop_cs.storage.file.in_place import InPlace
from desktop_cs.storage.tables.statements import written
from desktop_cs.storage.uuid7 import uuid7

Values = Sequence[object]
_KEPT = (
    "SELECT 1 FROM trail WHERE id > ? AND act_id = ? LIMIT 1"  # its rows got later keys than the act itself
)


class Act:
    """One transaction: its own id, who acts and when, and what the search index must learn before it ends."""

    __slots__ = ("at", "by", "id", "is_reading_only", "touched")

    def __init__(self, at: datetime, by: UUID | None, *, is_reading_only: bool = False) -> None:
        self.id = uuid7()
        self.at = at
        self.by = by
        self.is_reading_only = is_reading_only
        self.touched: set[tuple[str, UUID]] = set()


class _Acts(threading.local):
    """The act that each thread is in the middle of."""

    now: Act | None = None


class ShopFile:
    """The database file of one folder. Any thread may use it; each works on a connection of its own.

    Args:
        database: The opened file.
        clock: Tells when things are done.
        shop_id: The shop whose file it is.

    Attributes:
        damage: Whether the file is known to be damaged; then nothing is written into it any more.
    """

    def __init__(self, database: CipherDatabase, clock: Clock, shop_id: UUID) -> None:
        self.clock = clock
        self.shop_id = shop_id
        self.before_commit: list[Callable[[Act], None]] = []
        self.damage = DamageMark(database.path, clock)
        self._database = database
        self._in_place = InPlace(database.path, database.mark) if database.path else None
        self._acts = _Acts()

    @property
    def act(self) -> Act:
        """Return the act that this thread is in the middle of; to write outside of one is a mistake."""
        if self._acts.now is None:
            msg = "writing needs a transaction"
            raise RuntimeError(msg)
        return self._acts.now

    @contextmanager
    def transaction(self, by: UUID | None) -> Iterator[None]:
        """Keep all that is written inside, or nothing of it; within another transaction it is a part of that.

        Args:
            by: Who acts, for the trail.

        Raises:
            DamagedError: The file is damaged, which may come to light only now: nothing of it was kept.
            ShopError: It could not be kept; the sentence says so truthfully, also when the engine failed
                while keeping it.
        """
        if self._acts.now is not None:
            with self._part():
                yield
            return
        if self._in_place is not None:
            self._in_place.check()
        self._run("BEGIN IMMEDIATE", ())
        act = self._acts.now = Act(self.clock.now(), by, is_reading_only=self.damage.is_set)
        try:
            if self._in_place is not None:  # while we waited for our turn another file may have come
                self._in_place.check()
            yield
            for finish in self.before_commit:
                finish(act)
            if not act.is_reading_only:
                self.damage.refuse()  # it may have come to light meanwhile, here or in another program
        except BaseException as error:
            self._roll_back()
            if isinstance(error, DamagedError):
                self.release()
            raise
        finally:
            self._acts.now = None
        self._commit(act)

    def rows(self, sql: str, values: Values = ()) -> list[Any]:
        """Return all rows that a statement gives."""
        cursor = self._run(sql, values)
        try:
            found: list[Any] = cursor.fetchall()
        except driver.DatabaseError as error:  # damage may come to light with any row
            raise self._told(error) from error
        return found

    def row(self, sql: str, values: Values = ()) -> Any:  # noqa: ANN401 (a row of any columns, or None)
        """Return the first row, or None."""
        cursor = self._run(sql, values)
        try:
            return cursor.fetchone()
        except driver.DatabaseError as error:  # as above
            raise self._told(error) from error

    def value(self, sql: str, values: Values = ()) -> Any:  # noqa: ANN401 (whatever the column holds)
        """Return the first column of the first row, or None where there is no row."""
        row = self.row(sql, values)
        return None if row is None else row[0]

    def found(self, query: peewee.Query) -> list[Any]:
        """Return all rows that a peewee query gives."""
        return self.rows(*written(query))

    def write(self, sql: str, values: Values) -> int:
        """Run a statement that changes something and return how many rows it changed.

        Raises:
            DamagedError: The file is damaged; nothing was changed.
            ShopError: The engine could not do it.
        """
        if self.act.is_reading_only:
            raise self.damage.refusal()
        changed: int = self._run(sql, values).rowcount
        return changed

    def write_all(self, sql: str, many: Iterable[Values]) -> None:
        """Run a statement once for each of these values."""
        for values in many:
            self.write(sql, values)

    def open_again(self) -> None:
        """Open the file anew, as after the PC slept, and read from it.

        Raises:
            ShopError: It is not in its place any more, or cannot be read.
        """
        self._database.close_everywhere()
        if self._in_place is not None:
            self._in_place.check()
        self._run("SELECT count(*) FROM shop", ())

    def release(self) -> None:
        """Close this thread's connection; the next use opens a new one."""
        self._database.close()

    def close(self) -> None:
        """Close the connections of all threads."""
        self._database.close_everywhere()

    def connection(self) -> driver.Connection:
        """Return this thread's connection as the driver gives it, for the checks of the whole file."""
        return self._database.own_connection()

    def _run(self, sql: str, values: Values) -> driver.Cursor:
        try:
            return self._database.run(sql, values)
        except UnicodeEncodeError:
            return self._run(sql, [_whole_signs(value) for value in values])
        except (peewee.DatabaseError, peewee.InterfaceError, MemoryError) as error:
            # The driver tells a value that there was no memory for by an InterfaceError.
            if isinstance(error, peewee.IntegrityError | peewee.ProgrammingError):
                raise
            raise self._told(error) from error

    def _told(self, error: Exception) -> ShopError:
        """Return the engine's complaint as a sentence.

        The engine reads nothing more through a connection that met damage: the next question opens another.
        """
        told = shop_error(error)
        if isinstance(told, DamagedError):
            if not is_unopened(error):
                self.damage.note_met(told.details)
            let_go(error)
            if self._acts.now is None:
                self.release()
        return told

    @contextmanager
    def _part(self) -> Iterator[None]:
        touched = set(self.act.touched)
        self._run("SAVEPOINT part", ())
        try:
            yield
        except BaseException:
            self._run("ROLLBACK TO part", ())
            self._run("RELEASE part", ())
            self.act.touched = touched
            raise
        self._run("RELEASE part", ())

    def _commit(self, act: Act) -> None:
        try:
            self._database.run("COMMIT")
        except (peewee.PeeweeException, MemoryError) as error:
            if not self._was_kept(act):
                raise self._told(error) from error
        if self._in_place is not None and not self._in_place.has_log():
            self._save_log()

    def _save_log(self) -> None:
        """Bring what was saved into the main file: the log lost its name, and would be gone afterwards."""
        self._run("PRAGMA wal_checkpoint(FULL)", ()).fetchall()
        self._database.close_everywhere()

    def _was_kept(self, act: Act) -> bool:
        """Return whether an act whose COMMIT failed is in the file all the same, seen by a new connection.

        Raises:
            ShopError: The file does not answer either, so that nobody can know yet.
        """
        self._roll_back()
        try:
            self._database.renew()
            return self._database.run(_KEPT, (act.id.bytes, act.id.bytes)).fetchone() is not None
        except (peewee.PeeweeException, driver.Error, MemoryError) as error:
            sentence = _(
                "It is not known whether this was saved: the disk does not answer. What was saved before "
                "is kept. "
                "Keep this page open, check the disk, and look the case up before you save again."
            )
            raise ShopError(sentence, str(error)) from error

    def _roll_back(self) -> None:
        with suppress(
            peewee.PeeweeException, MemoryError
        ):  # the engine may have done it already; the connection is judged anew
            self._database.run("ROLLBACK")


def _whole_signs(value: object) -> object:
    """Return a text with U+FFFD for halves of signs, which a broken clipboard makes and no database takes."""
    return (
        value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if isinstance(value, str)
        else value
    )
