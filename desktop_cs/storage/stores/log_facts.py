"""Which cases were put right and are not written down yet: memory fades while their Log waits."""

from datetime import datetime

import peewee

from desktop_cs.cases.case import Case
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.case_rows import case_from
from desktop_cs.storage.tables.fields import moment_from, stored_moment
from desktop_cs.storage.tables.records import CaseRow, EntryRow
from desktop_cs.storage.tables.rows import fields_of
from desktop_cs.storage.tables.statements import GIVEN, Statement

_SQL = peewee.SQL
_LOG = EntryRow.alias("log")
_WIDTH = len(fields_of(CaseRow))
_BEING_WORKED_ON = CaseRow.state.in_([_SQL(f"'{state}'") for state in ("draft", "open", "reopened")])
_WRITTEN = peewee.fn.EXISTS(
    _LOG.select(_LOG.id).where(
        (_LOG.case_id == CaseRow.id) & (_LOG.step == _SQL("'logging'")) & (_LOG.state != _SQL("'todo'"))
    )
)
_UNWRITTEN = Statement(
    lambda: (
        CaseRow.select(*fields_of(CaseRow), EntryRow.done_at)
        .join(EntryRow, on=(EntryRow.case_id == CaseRow.id))
        .where(
            _BEING_WORKED_ON
            & (EntryRow.step == _SQL("'resolution'"))
            & (EntryRow.state == _SQL("'done'"))
            & (EntryRow.done_at <= GIVEN)
            & ~_WRITTEN
        )
        .order_by(EntryRow.done_at)
        .limit(GIVEN)
    )
)


class LogFacts:
    """Questions about the Log of cases, in the file of one shop."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def unwritten(self, resolved_until: datetime, limit: int) -> list[tuple[Case, datetime]]:
        """Return the cases without a finished Log, each with when it was resolved, the oldest first.

        Args:
            resolved_until: Cases resolved later are left out.
            limit: At most so many.
        """
        rows = self._file.rows(_UNWRITTEN.sql, (stored_moment(resolved_until), limit))
        return [(case_from(row[:_WIDTH]), moment_from(row[_WIDTH])) for row in rows]
