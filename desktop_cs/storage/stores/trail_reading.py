"""Reading the trail in windows, newest first, however long it is; and what its entries are about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail import TrailEntry, entry_from
from desktop_cs.storage.tables.fields import stored_moment
from desktop_cs.storage.tables.records import TrailRow
from desktop_cs.storage.tables.rows import fields_of

_BEYOND = 2**62
_OF_CASE = ("promise", "follow_up", "letter", "case_request", "attachment")  # tables with a case_id
_NAMED = {"customer": "SELECT id, name FROM customer", "staff": "SELECT id, name FROM staff"}


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """Which entries are wanted; None for all. `start` and `end` enclose a day, the end not included."""

    by: UUID | None = None
    start: datetime | None = None
    end: datetime | None = None
    case_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What an entry is about: a case by its number, or a person by name; neither where it is gone."""

    case_number: int | None = None
    name: str = ""


class TrailReading:
    """Reads the trail of one file."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file
        self._columns = ", ".join(f'"{field.column_name}"' for field in fields_of(TrailRow))

    def window(self, before: int | None, limit: int, wanted: TrailFilter) -> list[TrailEntry]:
        """Return at most so many entries, newest first.

        Args:
            before: Only entries with a lower place; None for the newest.
            limit: How many.
            wanted: Which.
        """
        conditions, values = ["place < ?"], [_BEYOND if before is None else before]
        if wanted.start is not None and wanted.end is not None:
            conditions.append("at >= ? AND at < ?")
            values += [stored_moment(wanted.start), stored_moment(wanted.end)]
        keys: list[bytes] = []
        if wanted.by is not None:  # with a day, the index of days serves better
            conditions.append('"by" = ?' if wanted.start is None else '+"by" = ?')
            keys.append(wanted.by.bytes)
        if wanted.case_id is not None:
            rows = self._rows_of_case(wanted.case_id)
            conditions.append(f"row_id IN ({', '.join('?' * len(rows))})")
            keys += rows
        sql = (
            f"SELECT {self._columns} FROM trail WHERE {' AND '.join(conditions)} ORDER BY place DESC LIMIT ?"  # noqa: S608 (our names)
        )
        return [entry_from(row) for row in self._file.rows(sql, (*values, *keys, limit))]

    def subjects(self, row_ids: Iterable[UUID]) -> dict[UUID, Subject]:
        """Return what these rows are about, as far as they are still there."""
        keys = [row_id.bytes for row_id in dict.fromkeys(row_ids)]
        marks = ", ".join("?" * len(keys))
        found: dict[UUID, Subject] = {}
        for sql in _NAMED.values():
            named = self._file.rows(f"{sql} WHERE id IN ({marks})", keys)
            found |= {UUID(bytes=key): Subject(name=name) for key, name in named}
        numbers = [f"SELECT id, number FROM recovery_case WHERE id IN ({marks})"]  # noqa: S608 (our names)
        numbers += [
            f"SELECT t.id, c.number FROM {table} t JOIN recovery_case c ON c.id = t.case_id"  # noqa: S608 (as above)
            f" WHERE t.id IN ({marks})"
            for table in _OF_CASE
        ]
        for sql in numbers:
            found |= {
                UUID(bytes=key): Subject(case_number=number) for key, number in self._file.rows(sql, keys)
            }
        return found

    def _rows_of_case(self, case_id: UUID) -> list[bytes]:
        rows = [case_id.bytes]
        for table in _OF_CASE:
            rows += [key for (key,) in self._file.rows(f"SELECT id FROM {table} WHERE case_id = ?", rows[:1])]  # noqa: S608 (our names)
        return rows
