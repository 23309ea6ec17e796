"""The trail: who changed which row when. Ids and field names only, so that a person can be erased."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.tables.records import TrailRow
from desktop_cs.storage.tables.rows import row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, insert_sql
from desktop_cs.storage.uuid7 import uuid7

_OF_ROW = Statement(lambda: TrailRow.select().where(TrailRow.row_id == GIVEN).order_by(TrailRow.id))


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One change. `what` names the deed ("case.opened"), `act_id` the transaction."""

    act_id: UUID
    at: datetime
    by: UUID | None
    what: str
    row_id: UUID
    fields: tuple[str, ...] = ()


class Trail:
    """The changes of one file."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def note(self, what: str, row_id: UUID, fields: Iterable[str] = ()) -> None:
        """Write down a change, within the act that makes it."""
        act = self._file.act
        entry = TrailEntry(act.id, act.at, act.by, what, row_id)
        extra = {"id": uuid7(), "shop_id": self._file.shop_id, "fields": ",".join(fields)}
        self._file.write(insert_sql(TrailRow), row_of(TrailRow, entry, extra))

    def of_row(self, row_id: UUID) -> list[TrailEntry]:
        """Return the changes of one case, customer or other row, oldest first."""
        return [_entry(row) for row in self._file.rows(_OF_ROW.sql, (row_id.bytes,))]


def _entry(row: tuple[object, ...]) -> TrailEntry:
    values = values_of(TrailRow, row, frozenset({"id", "shop_id"}))
    return TrailEntry(**{**values, "fields": tuple(filter(None, values["fields"].split(",")))})
