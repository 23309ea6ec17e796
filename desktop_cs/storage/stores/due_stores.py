"""Keep what falls due: follow-ups and promises, each with what a list must show of its case."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import peewee

from desktop_cs.cases.promises import Promise
from desktop_cs.followups.followup import FollowUp
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.fields import stored_moment
from desktop_cs.storage.tables.records import CaseRow, CustomerRow, FollowUpRow, PromiseRow
from desktop_cs.storage.tables.rows import RowValues, fields_of, names_of, row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, changed_names, insert_sql, update_sql

_FURTHEST = 2**63 - 1  # later than every moment
_NOT_OF_PROMISE = frozenset({"shop_id"})
_NOT_OF_FOLLOW_UP = _NOT_OF_PROMISE | {"satisfied"}


class _DueRows:
    """The rows of one table of things that fall due."""

    def __init__(
        self, table: type[FollowUpRow] | type[PromiseRow], word: str, shown: Sequence[peewee.Field]
    ) -> None:
        self.table = table
        self.word = word
        self.width = len(fields_of(table))
        self._shown = shown
        self.by_id = Statement(lambda: self.shown().where(table.id == GIVEN))
        self.of_case = Statement(
            lambda: self.shown().where(table.case_id == GIVEN).order_by(table.due_at, table.id)
        )
        self.open_until = Statement(
            lambda: (
                self.shown()
                .where((table.state == peewee.SQL("'open'")) & (table.due_at <= GIVEN))
                .order_by(table.due_at, table.id)
            )
        )

    def shown(self) -> peewee.Query:
        """Return the query for all rows, each with what a list must show of its case."""
        return (
            self.table.select(*fields_of(self.table), *self._shown)
            .join(CaseRow, on=(self.table.case_id == CaseRow.id))
            .left_outer_join(CustomerRow, on=(CaseRow.customer_id == CustomerRow.id))
        )


_FOLLOW_UPS = _DueRows(
    FollowUpRow, "follow_up", (CaseRow.number, CaseRow.who, CaseRow.one_line, CustomerRow.phone)
)
_PROMISES = _DueRows(PromiseRow, "promise", (CaseRow.number, CaseRow.who))


class _DueStore:
    """What follow-ups and promises have in common."""

    _rows: _DueRows

    def __init__(self, file: ShopFile, trail: Trail) -> None:
        self._file = file
        self._trail = trail

    def _add(self, one: FollowUp | Promise) -> None:
        row = self._row_of(one)
        self._file.write(insert_sql(self._rows.table), row)
        self._trail.note(f"{self._rows.word}.added", one.id, (), (self._rows.table, row), one.case_id)

    def _update(self, one: FollowUp | Promise) -> None:
        table = self._rows.table
        old, new = self._row(one.id)[: self._rows.width], self._row_of(one)
        changed = changed_names(table, old, new)
        if not changed:
            return
        values = dict(zip(names_of(table), new, strict=True))
        self._file.write(update_sql(table, changed), (*(values[name] for name in changed), one.id.bytes))
        self._trail.note(f"{self._rows.word}.changed", one.id, changed, (table, new), one.case_id)

    def _row(self, row_id: UUID) -> RowValues:
        row: RowValues | None = self._file.row(self._rows.by_id.sql, (row_id.bytes,))
        if row is None:
            raise KeyError(row_id)
        return row

    def _open_rows(self, until: datetime | None) -> list[RowValues]:
        last = _FURTHEST if until is None else stored_moment(until)
        return self._file.rows(self._rows.open_until.sql, (last,))

    def _case_rows(self, case_id: UUID) -> list[RowValues]:
        return self._file.rows(self._rows.of_case.sql, (case_id.bytes,))

    def _row_of(self, one: FollowUp | Promise) -> RowValues:
        extra: dict[str, object] = {"shop_id": self._file.shop_id}
        if isinstance(one, FollowUp):
            extra["satisfied"] = one.answers.get("satisfied", "")
        return row_of(self._rows.table, one, extra)


class FollowUpStore(_DueStore):
    """The follow-ups of one file."""

    _rows = _FOLLOW_UPS

    def add(self, follow_up: FollowUp) -> None:
        """Keep a new follow-up."""
        self._add(follow_up)

    def update(self, follow_up: FollowUp) -> None:
        """Keep a changed follow-up; KeyError when there is no such one."""
        self._update(follow_up)

    def get(self, follow_up_id: UUID) -> FollowUp:
        """Return the follow-up, or raise KeyError."""
        return follow_up_from(self._row(follow_up_id))

    def open_ones(self, until: datetime | None = None) -> list[FollowUp]:
        """Return those not done yet, due by this moment (all where it is None), earliest first."""
        return [follow_up_from(row) for row in self._open_rows(until)]

    def of_case(self, case_id: UUID) -> list[FollowUp]:
        """Return all of a case, earliest due first."""
        return [follow_up_from(row) for row in self._case_rows(case_id)]


class PromiseStore(_DueStore):
    """The promises of one file."""

    _rows = _PROMISES

    def add(self, promise: Promise) -> None:
        """Keep a new promise."""
        self._add(promise)

    def update(self, promise: Promise) -> None:
        """Keep a changed promise; KeyError when there is no such one."""
        self._update(promise)

    def get(self, promise_id: UUID) -> Promise:
        """Return the promise, or raise KeyError."""
        return _promise(self._row(promise_id))

    def open_ones(self, until: datetime | None = None) -> list[Promise]:
        """Return those not settled yet, due by this moment (all where it is None), earliest first."""
        return [_promise(row) for row in self._open_rows(until)]

    def of_case(self, case_id: UUID) -> list[Promise]:
        """Return all of a case, earliest due first."""
        return [_promise(row) for row in self._case_rows(case_id)]


def follow_ups_where(condition: peewee.Expression) -> peewee.Query:
    """Return the query for follow-ups as lists show them, which `follow_up_from` reads."""
    return _FOLLOW_UPS.shown().where(condition)


def follow_up_from(row: RowValues) -> FollowUp:
    """Return the follow-up that a row of `follow_ups_where` holds."""
    number, who, one_line, phone = row[_FOLLOW_UPS.width :]
    values = values_of(FollowUpRow, row, _NOT_OF_FOLLOW_UP)
    return FollowUp(**values, case_number=number, who=who, one_line=one_line, phone=phone or "")


def _promise(row: RowValues) -> Promise:
    number, who = row[_PROMISES.width :]
    return Promise(**values_of(PromiseRow, row, _NOT_OF_PROMISE), case_number=number, who=who)
