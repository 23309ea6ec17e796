"""The trail: who changed which row when. Ids and field names only, so that a person can be erased.

Entries stand in an unbroken row of places, and each is chained to the one before it (`trail_links`). They are
written in the act that they tell of: two processes never continue from the same entry, since every act begins
by taking the right to write.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.errors import DamagedError
from desktop_cs.storage.file.faults import shop_error
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail_digests import digest_of, proven
from desktop_cs.storage.stores.trail_links import COVERED, START, Linker, linker, new_trail_key
from desktop_cs.storage.tables.fields import stored_moment
from desktop_cs.storage.tables.records import TrailRow
from desktop_cs.storage.tables.rows import RowValues, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement
from desktop_cs.storage.uuid7 import uuid7

if TYPE_CHECKING:
    from desktop_cs.storage.stores.trail_anchors import Anchor
    from desktop_cs.storage.stores.trail_check import TrailReport
    from desktop_cs.storage.stores.trail_rows import ChangedRow

RESTORED = "shop.restored"  # a backup took the records' place; its one field is the length of its trail
FORGOTTEN = "words.forgotten"  # a salt was taken away: nobody can compare what was written before
_SALT_BYTES = 16
_HEAD = "SELECT place, link FROM trail ORDER BY place DESC LIMIT 1"
_HEAD_AND_SALT = """SELECT place, link, (SELECT salt FROM trail_salt WHERE id = ?) FROM trail
    ORDER BY place DESC LIMIT 1"""
_ADD = f"INSERT INTO trail ({COVERED}, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 (our names)
_KEY = "SELECT key FROM trail_key WHERE shop_id = ? ORDER BY id LIMIT 1"
_ADD_KEY = "INSERT INTO trail_key (id, shop_id, key) SELECT ?, id, ? FROM shop"
_NO_KEY = bytes(32)
_SALT = "SELECT salt FROM trail_salt WHERE id = ?"
_ADD_SALT = "INSERT INTO trail_salt (id, shop_id, salt, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
_FORGET_SALT = "DELETE FROM trail_salt WHERE id = ?"
_LINK_AT = "SELECT link FROM trail WHERE place = ?"
_OF_ROW = Statement(lambda: TrailRow.select().where(TrailRow.row_id == GIVEN).order_by(TrailRow.place))

Progress = Callable[[float], None]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One change: `what` names the deed ("case.opened"), `act_id` the transaction, `place` its number."""

    act_id: UUID
    at: datetime
    by: UUID | None
    what: str
    row_id: UUID
    fields: tuple[str, ...] = ()
    place: int = 0


class Trail:
    """The changes of one file."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file
        self._linker: Linker | None = None

    def note(
        self,
        what: str,
        row_id: UUID,
        fields: Iterable[str] = (),
        written: tuple[type[peewee.Model], RowValues] | None = None,
        of: UUID | None = None,
    ) -> None:
        """Write down a change, within the act that makes it.

        Args:
            what: The deed, such as "case.opened".
            row_id: The row that was changed.
            fields: Names of what was changed in it; never a value.
            written: The table and its whole row as it is stored now, where a later check shall tell whether
                somebody changed it behind the program's back.
            of: The case or customer that the row belongs to, whose salt goes when they are erased; the row
                itself where it is None.
        """
        owner = of or row_id
        last, before, salt = self._file.row(_HEAD_AND_SALT, (owner.bytes,)) or (0, START, None)
        act, place = self._file.act, last + 1
        row = (
            place,
            uuid7().bytes,
            self._file.shop_id.bytes,
            act.id.bytes,
            stored_moment(act.at),
            act.by.bytes if act.by else None,
            what,
            row_id.bytes,
            ",".join(fields),
            None if written is None else digest_of(salt or self._salt(owner, place), proven(*written)),
        )
        self._file.write(_ADD, (*row, self._link()(before, row)))

    def of_row(self, row_id: UUID) -> list[TrailEntry]:
        """Return the changes of one case, customer or other row, oldest first."""
        return [entry_from(row) for row in self._file.rows(_OF_ROW.sql, (row_id.bytes,))]

    def forget_salt(self, row_id: UUID) -> None:
        """Make it impossible to try texts against what the trail says of a case or person that is erased.

        That it was done is noted, so that a salt which somebody took away in secret is told from it.
        """
        if self._file.write(_FORGET_SALT, (row_id.bytes,)):
            self.note(FORGOTTEN, row_id)

    def head(self) -> tuple[int, str]:
        """Return how many entries there are, and the newest link as hexadecimal digits."""
        place, link = self._file.row(_HEAD) or (0, START)
        return place, link.hex()

    def link_at(self, count: int) -> str:
        """Return the link of the entry at this place as hexadecimal digits, "" where there is none."""
        link = self._file.value(_LINK_AT, (count,)) if count else START
        return link.hex() if link else ""

    def verify(self, anchors: Iterable["Anchor"] = (), progress: Progress | None = None) -> "TrailReport":
        """Return whether the trail is whole: every link, every place, and every anchor kept elsewhere.

        Args:
            anchors: What was kept outside of the file: count and newest link at some moment.
            progress: Is told the share that is done, 0 to 1; may raise to stop.
        """
        from desktop_cs.storage.stores.trail_check import check_trail  # noqa: PLC0415 (seldom)

        return self._looked_through(lambda own: check_trail(own, self._link(), anchors, progress))

    def changed_rows(self, progress: Progress | None = None) -> "list[ChangedRow]":
        """Return the rows that are not as the trail says they were written last; empty when all are.

        Args:
            progress: Is told the share that is done, 0 to 1; may raise to stop.
        """
        from desktop_cs.storage.stores.trail_rows import changed_rows  # noqa: PLC0415 (seldom)

        return self._looked_through(lambda own: changed_rows(own, progress))

    def _looked_through(self, look: Callable[[driver.Connection], Found]) -> Found:
        try:
            return look(self._file.connection())
        except driver.Error as error:
            told = shop_error(error)
            if isinstance(told, DamagedError):
                self._file.damage.note_met(told.details)
            raise told from error

    def _link(self) -> Linker:
        """Return what chains entries. A file whose key was taken out goes on, and no entry before fits."""
        if self._linker is None:
            key = self._file.value(_KEY, (self._file.shop_id.bytes,))
            self._linker = linker(key or _NO_KEY)
        return self._linker

    def _salt(self, owner: UUID, place: int) -> bytes:
        """Return a new salt for a case, a person or another row that has none, or has none any more."""
        salt = os.urandom(_SALT_BYTES)
        key = (owner.bytes, self._file.shop_id.bytes)
        if self._file.write(_ADD_SALT, (*key, salt, place)):
            return salt
        kept: bytes = self._file.value(_SALT, key[:1])  # the very first entry of the file is not written yet
        return kept


def begin_trail(connection: driver.Connection) -> None:
    """Give the file of a new shop the key of its trail."""
    connection.execute(_ADD_KEY, (uuid7().bytes, new_trail_key()))


def trail_head(connection: driver.Connection) -> tuple[int, str]:
    """Return the count of entries and the newest link of an open file, also of a backup's."""
    place, link = connection.execute(_HEAD).fetchone() or (0, START)
    return place, link.hex()


def entry_from(row: RowValues) -> TrailEntry:
    """Return the entry that a row of the trail holds."""
    values = values_of(TrailRow, row, frozenset({"id", "shop_id", "digest", "link"}))
    return TrailEntry(**{**values, "fields": tuple(filter(None, values["fields"].split(",")))})
