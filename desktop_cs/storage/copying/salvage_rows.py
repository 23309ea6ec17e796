"""Read every row of a damaged table that can still be read, and no row that cannot be trusted.

Each page carries a check sum of the cipher, so what is read is as it was written. A range of keys in which
something fails is halved until the rows around the damage are out; after each failure with a new connection,
since the old one may be confused.

Source: safety.md, decision 9.
"""

import heapq
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sqlcipher3 import dbapi2 as driver

_LARGEST_ROWID = 2**63 - 1
_KEY_BYTES = 16  # of tables that are sorted by their own key, a UUID
_MOST_FAILURES = (
    20_000  # in one table: some 10 s; the largest ranges come first, so what is left over is small
)
_HOPELESS = 1_000  # failures without a single row: the page that leads to all others is gone
_ASSUMED_BYTES = 8  # the least that a row takes: a bound for row numbers where their end cannot be read

Opener = Callable[[], AbstractContextManager[driver.Connection]]
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class DamagedTable:
    """A table of a damaged file.

    Args:
        name: Of the table.
        columns: Its columns, in the file.
        has_rowid: Whether rows are sorted by their number; by their own key otherwise.
        file_bytes: Size of the file.
    """

    name: str
    columns: tuple[str, ...]
    has_rowid: bool
    file_bytes: int

    @property
    def key(self) -> str:
        """Return the column that rows are sorted by."""
        return "rowid" if self.has_rowid else '"id"'

    @property
    def selected(self) -> str:
        """Return the reading of rows within a range, each with its key first."""
        columns = ", ".join(f'"{column}"' for column in self.columns)
        return (
            f'SELECT {self.key}, {columns} FROM "{self.name}" NOT INDEXED'  # noqa: S608 (names out of the file's own schema, quoted)
            f" WHERE {self.key} BETWEEN ? AND ? ORDER BY {self.key}"
        )

    def stored(self, number: int) -> int | bytes:
        """Return a key as it is stored."""
        return number if self.has_rowid else number.to_bytes(_KEY_BYTES, "big")

    def number(self, key: int | bytes) -> int:
        """Return a key as a number."""
        return (
            key if isinstance(key, int) else int.from_bytes(key[:_KEY_BYTES].ljust(_KEY_BYTES, b"\0"), "big")
        )


class TableReader:
    """Reads what can be read of a damaged table.

    Args:
        table: The table.
        opener: Gives a new connection to the damaged file, which only reads.
    """

    def __init__(self, table: DamagedTable, opener: Opener) -> None:
        self.table = table
        self.failures = 0
        self._opener = opener

    def rows(self) -> Iterator[Row]:
        """Yield every row that can be read, its key first; in no particular order."""
        first, last = _ends(self.table, self._opener)
        ranges = [(first - last, first, last)]  # the largest first
        has_any = False
        while ranges and self.failures < (_MOST_FAILURES if has_any else _HOPELESS):
            _size, low, high = heapq.heappop(ranges)
            reached = low
            try:
                for row in self._between(low, high):
                    reached, has_any = self.table.number(row[0]) + 1, True
                    yield row
            except driver.Error:
                self.failures += 1
                for start, end in _halves(reached, high):
                    heapq.heappush(ranges, (start - end, start, end))

    def _between(self, low: int, high: int) -> Iterator[Row]:
        with self._opener() as connection:
            yield from connection.execute(
                self.table.selected, (self.table.stored(low), self.table.stored(high))
            )


def _halves(low: int, high: int) -> list[tuple[int, int]]:
    """Return the two halves of a range in which something failed; none where it was a single key."""
    if low >= high:
        return []
    middle = (low + high) // 2
    return [(low, middle), (middle + 1, high)]


def _ends(table: DamagedTable, opener: Opener) -> tuple[int, int]:
    """Return the smallest and the largest key, or a range that holds them all where they cannot be read."""
    most = _LARGEST_ROWID if table.has_rowid else 256**_KEY_BYTES - 1
    assumed = min(most, max(table.file_bytes // _ASSUMED_BYTES, 2**20)) if table.has_rowid else most
    ends = []
    for order, otherwise in (("ASC", 0), ("DESC", assumed)):
        sql = f'SELECT {table.key} FROM "{table.name}" NOT INDEXED ORDER BY {table.key} {order} LIMIT 1'  # noqa: S608 (as above)
        try:
            with opener() as connection:
                row = connection.execute(sql).fetchone()
                ends.append(table.number(row[0]) if row else otherwise)
        except driver.Error:
            ends.append(otherwise)
    return ends[0], max(ends)
