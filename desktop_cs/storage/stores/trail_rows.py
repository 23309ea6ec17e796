"""Whether the rows are still as the trail says they were written last: what was changed behind the program.

Each row is hashed again with the salt of its case or person, and compared with the digest of its newest
entry. Rows of which nothing was written since version 4, and those of people who were erased, have nothing to
compare with.
"""

import hmac
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.cases.steps import Step
from desktop_cs.storage.stores.trail_digests import digest_of, proven
from desktop_cs.storage.tables.attachment_records import AttachmentRow
from desktop_cs.storage.tables.later_records import RequestRow
from desktop_cs.storage.tables.records import (
    ApprovalRow,
    CaseRow,
    CustomerRow,
    EntryRow,
    EventRow,
    FollowUpRow,
    LetterRow,
    PromiseRow,
    ShopRow,
    StaffRow,
)
from desktop_cs.storage.tables.rows import fields_of, names_of

if TYPE_CHECKING:
    from desktop_cs.storage.stores.trail import Progress

_AT_ONCE = 500
_FORGOT = "SELECT 1 FROM trail WHERE row_id = ? AND what = 'words.forgotten' AND place > ? LIMIT 1"
_WENT = (".removed", ".erased", ".undone")


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row that is not as it was written last, or is gone. `case_id` is its case, where it has one."""

    table: str
    row_id: UUID
    case_id: UUID | None
    is_gone: bool = False


@dataclass(frozen=True)
class _Kind:
    """The rows of one table, and which entries of the trail tell of them.

    `word` begins the deeds that they tell, `deeds` is a condition on them; `row` and `owner` name the columns
    with the key that the entries carry, and with the key of the salt. Rows with `each` are never changed: any
    entry may tell of one.
    """

    table: type[peewee.Model]
    word: str
    deeds: str
    row: str = "id"
    owner: str = "id"
    each: bool = False

    @cached_property
    def name(self) -> str:
        """The name of the table in the file."""
        name: str = self.table._meta.table_name  # noqa: SLF001 (peewee's documented door)
        return name

    @cached_property
    def rows_sql(self) -> str:
        """The SQL that reads all rows, each with the keys of its entries and of its salt, and the salt."""
        columns = ", ".join(f't."{field.column_name}"' for field in fields_of(self.table))
        keys = f"t.{self.row}, t.{self.owner}, s.salt, s.since"
        return f"SELECT {columns}, {keys} FROM {self.name} t LEFT JOIN trail_salt s ON s.id = t.{self.owner}"  # noqa: S608 (our names)

    @cached_property
    def told_sql(self) -> str:
        """The SQL that reads what the trail tells of one row, newest first."""
        newest = "" if self.each else "AND digest IS NOT NULL"
        condition = f"row_id = ? AND ({self.deeds}) {newest}"
        limit = "" if self.each else "LIMIT 1"
        return f"SELECT place, digest FROM trail WHERE {condition} ORDER BY place DESC {limit}"  # noqa: S608 (our names)


_KINDS = (
    _Kind(CaseRow, "case", "trail.what IN ('case.opened', 'case.imported', 'case.changed')"),
    _Kind(EntryRow, "step", "trail.what = ? || '.saved'", "case_id", "case_id"),
    _Kind(
        EventRow,
        "event",
        "trail.what GLOB 'event.*' AND trail.what NOT GLOB '*.undone'",
        "case_id",
        "case_id",
        each=True,
    ),
    _Kind(ApprovalRow, "case.approved", "trail.what = 'case.approved'", "case_id", "case_id", each=True),
    _Kind(PromiseRow, "promise", "trail.what GLOB 'promise.*'", owner="case_id"),
    _Kind(FollowUpRow, "follow_up", "trail.what GLOB 'follow_up.*'", owner="case_id"),
    _Kind(LetterRow, "letter", "trail.what GLOB 'letter.*'", owner="case_id"),
    _Kind(RequestRow, "request", "trail.what GLOB 'request.*'", owner="case_id"),
    _Kind(AttachmentRow, "attachment", "trail.what GLOB 'attachment.*'", owner="case_id"),
    _Kind(CustomerRow, "customer", "trail.what IN ('customer.added', 'customer.changed')"),
    _Kind(StaffRow, "staff", "trail.what = 'staff.saved'"),
    _Kind(ShopRow, "shop", "trail.what = 'shop.changed'"),
)


def changed_rows(connection: driver.Connection, progress: "Progress | None") -> list[ChangedRow]:
    """Compare all rows with the trail, as both are at this moment.

    Args:
        connection: A connection in no transaction.
        progress: Is told the share that is done; may raise to stop.
    """
    found: list[ChangedRow] = []
    connection.execute("BEGIN")
    try:
        told = _Told(connection)
        for done, kind in enumerate(_KINDS):
            for wrong in _compared(connection, kind):
                found += wrong
                if progress is not None:
                    progress(done / len(_KINDS))
            found += [
                ChangedRow(
                    kind.name,
                    UUID(bytes=key),
                    _case_of(kind, key) if kind.row != "id" else None,
                    is_gone=True,
                )
                for key in told.gone(connection, kind)
            ]
    finally:
        connection.execute("ROLLBACK")
    return found


def _compared(connection: driver.Connection, kind: _Kind) -> Iterator[list[ChangedRow]]:
    """Yield what is wrong with the rows of a table, some hundred at a time."""
    width = len(fields_of(kind.table))
    rows = connection.execute(kind.rows_sql)
    while some := rows.fetchmany(_AT_ONCE):
        yield [
            ChangedRow(kind.name, UUID(bytes=row[0]), _case_of(kind, row[width + 1]))
            for row in some
            if not _is_as_told(connection, kind, row)
        ]


def _is_as_told(connection: driver.Connection, kind: _Kind, row: tuple[Any, ...]) -> bool:
    """Return whether a row is as its newest entry tells, or as far as anybody can know."""
    width = len(fields_of(kind.table))
    key, owner, salt, since = row[width:]
    step = (row[names_of(EntryRow).index("step")],) if kind.table is EntryRow else ()
    told = connection.execute(kind.told_sql, (key, *step)).fetchall()
    comparable = [digest for place, digest in told if digest and salt and place >= since]
    if comparable:
        now = digest_of(salt, proven(kind.table, row[:width]))
        if any(hmac.compare_digest(now, digest) for digest in comparable):
            return True
    unknown = [place for place, digest in told if digest and not (salt and place >= since)]
    if unknown:
        return connection.execute(_FORGOT, (owner, unknown[-1])).fetchone() is not None
    return len(comparable) < len(told) or not told


class _Told:
    """What the whole trail tells of, read once: the last deed of each row, how many events each case has."""

    def __init__(self, connection: driver.Connection) -> None:
        self._last: dict[str, dict[bytes, str]] = {}
        self._counted: dict[str, Counter[bytes]] = {"event": Counter(), "case.approved": Counter()}
        events, approvals = self._counted.values()
        for row_id, what in connection.execute("SELECT row_id, what FROM trail ORDER BY place"):
            word = what.partition(".")[0]
            if word == "event":
                events[row_id] += -1 if what.endswith(_WENT) else 1
            elif what == "case.approved":
                approvals[row_id] += 1
            else:
                self._last.setdefault(word, {})[row_id] = what

    def gone(self, connection: driver.Connection, kind: _Kind) -> Iterator[bytes]:
        """Yield the keys of rows that went without anybody's doing; the case where a row is found by it."""
        if kind.row == "id":
            kept = {key for (key,) in connection.execute(f"SELECT id FROM {kind.name}")}  # noqa: S608 (our names)
            told = self._last.get(kind.word, {})
            yield from (key for key, last in told.items() if key not in kept and not last.endswith(_WENT))
            return
        missing = self._fewer(connection, kind) if kind.each else self._unwritten(connection)
        for case_id in missing:
            if connection.execute(_FORGOT, (case_id, 0)).fetchone() is None:
                yield case_id

    def _fewer(self, connection: driver.Connection, kind: _Kind) -> list[bytes]:
        """Return the cases with fewer rows than were told of."""
        counts = f"SELECT case_id, count(*) FROM {kind.name} GROUP BY case_id"  # noqa: S608 (our names)
        there = dict(connection.execute(counts).fetchall())
        return [key for key, told in self._counted[kind.word].items() if told > there.get(key, 0)]

    def _unwritten(self, connection: driver.Connection) -> list[bytes]:
        """Return the cases of which a step was saved that is not there."""
        kept = set(connection.execute("SELECT step, case_id FROM step_entry").fetchall())
        return [key for step in Step for key in self._last.get(step, ()) if (step.value, key) not in kept]


def _case_of(kind: _Kind, owner: bytes) -> UUID | None:
    """Return the case that a row belongs to."""
    return UUID(bytes=owner) if kind.owner == "case_id" or kind.table is CaseRow else None
