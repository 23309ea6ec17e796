"""Keep cases, their steps and what happened to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import peewee

from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.steps import Step, StepEntry
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.finding.search_index import SearchIndex
from desktop_cs.storage.stores.case_questions import CaseQuestions
from desktop_cs.storage.stores.case_rows import case_from, entry_from, event_from, facts_of
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.fields import stored_moment
from desktop_cs.storage.tables.records import ApprovalRow, CaseRow, CustomerRow, EntryRow, EventRow
from desktop_cs.storage.tables.rows import RowValues, fields_of, place_of, row_of
from desktop_cs.storage.tables.statements import (
    GIVEN,
    Statement,
    changed_names,
    insert_sql,
    update_sql,
    upsert_sql,
)
from desktop_cs.storage.uuid7 import uuid7

_BY_NUMBER = Statement(lambda: CaseRow.select().where((CaseRow.shop_id == GIVEN) & (CaseRow.number == GIVEN)))
_BY_ID = Statement(lambda: CaseRow.select().where(CaseRow.id == GIVEN))
_HIGHEST = Statement(lambda: CaseRow.select(peewee.fn.MAX(CaseRow.number)).where(CaseRow.shop_id == GIVEN))
_ENTRIES = Statement(lambda: EntryRow.select().where(EntryRow.case_id == GIVEN))
_EVENTS = Statement(
    lambda: EventRow.select().where(EventRow.case_id == GIVEN).order_by(EventRow.at, EventRow.id)
)
_NEWEST_EVENT = Statement(
    lambda: (
        EventRow.select(EventRow.id, EventRow.what)
        .where(EventRow.case_id == GIVEN)
        .order_by(EventRow.at.desc(), EventRow.id.desc())
        .limit(GIVEN)
    )
)
_TAKE_BACK = Statement(lambda: EventRow.delete().where(EventRow.id == GIVEN))
_SEEN = Statement(lambda: CustomerRow.update({CustomerRow.seen_at: GIVEN}).where(CustomerRow.id == GIVEN))
_APPROVED = Statement(
    lambda: ApprovalRow.select(peewee.fn.MAX(ApprovalRow.amount)).where(ApprovalRow.case_id == GIVEN)
)
_SEARCHED = frozenset(("place", "who", "one_line", "product", "serial", "reference", "customer_id"))


class CaseStore(CaseQuestions):
    """The cases of one file. It gives and takes values, never rows."""

    def __init__(self, file: ShopFile, trail: Trail, index: SearchIndex) -> None:
        super().__init__(file)
        self._trail = trail
        self._index = index

    def open_case(self, case: Case) -> Case:
        """Keep a new case and return it with its number, one above the highest."""
        numbered = replace(case, number=self._highest_number() + 1)
        self._add(numbered, "case.opened")
        if case.customer_id is not None:
            self._file.write(_SEEN.sql, (stored_moment(self._file.act.at), case.customer_id.bytes))
        return numbered

    def get(self, number: int) -> Case:
        """Return the case with this number, or raise KeyError."""
        row = self._file.row(_BY_NUMBER.sql, (self._file.shop_id.bytes, number))
        if row is None:
            raise KeyError(number)
        return case_from(row)

    def by_id(self, case_id: UUID) -> Case:
        """Return the case, or raise KeyError."""
        return case_from(self._row(case_id))

    def update(self, case: Case, fields_changed: Iterable[str] = ()) -> None:
        """Keep a changed case. Only columns that differ are written.

        Args:
            case: The case as it is now.
            fields_changed: Fields to name in the trail besides the columns that differ.

        Raises:
            KeyError: There is no such case.
        """
        old = self._row(case.id)
        new = self._case_row(case)
        changed = changed_names(CaseRow, old, new)
        noted = list(dict.fromkeys((*(name for name in changed if name != "place"), *fields_changed)))
        if not noted:
            return
        if changed:
            self._write_changes(case.id, old, new, changed)
        self._trail.note("case.changed", case.id, noted, (CaseRow, new))

    def entries(self, case_id: UUID) -> dict[Step, StepEntry]:
        """Return the steps of a case that were written to, in the order of the walk."""
        found = {
            entry.step: entry for entry in map(entry_from, self._file.rows(_ENTRIES.sql, (case_id.bytes,)))
        }
        return {step: found[step] for step in Step if step in found}

    def save_entry(self, case_id: UUID, entry: StepEntry, trail_fields: Iterable[str] = ()) -> None:
        """Keep one step of a case, over what it held before.

        Args:
            case_id: The case.
            entry: The step as it is now.
            trail_fields: Ids of the answers that changed.
        """
        row = self._entry_row(case_id, entry)
        self._file.write(upsert_sql(EntryRow, ("case_id", "step")), row)
        self._index.touch_case(case_id)
        self._trail.note(f"{entry.step}.saved", case_id, trail_fields, (EntryRow, row))

    def add_event(self, event: CaseEvent) -> None:
        """Keep what happened to a case."""
        row = row_of(EventRow, event, {"id": uuid7(), "shop_id": self._file.shop_id})
        self._file.write(insert_sql(EventRow), row)
        self._trail.note(f"event.{event.what}", event.case_id, (), (EventRow, row))

    def take_back_event(self, case_id: UUID, what: str) -> None:
        """Forget the newest event of a case where it is of this kind: its act was undone."""
        row = self._file.row(_NEWEST_EVENT.sql, (case_id.bytes, 1))
        if row is not None and row[1] == what:
            self._file.write(_TAKE_BACK.sql, (row[0],))
            self._trail.note(f"event.{what}.undone", case_id)

    def events(self, case_id: UUID) -> list[CaseEvent]:
        """Return what happened to a case, oldest first."""
        return [event_from(row) for row in self._file.rows(_EVENTS.sql, (case_id.bytes,))]

    def save_approval(self, case_id: UUID, amount: int, staff_id: UUID, at: datetime) -> None:
        """Keep what a manager approved for a case, in minor units."""
        row = (
            uuid7().bytes,
            self._file.shop_id.bytes,
            case_id.bytes,
            amount,
            staff_id.bytes,
            stored_moment(at),
        )
        self._file.write(insert_sql(ApprovalRow), row)
        self._trail.note("case.approved", case_id, ["amount"], (ApprovalRow, row))

    def approved(self, case_id: UUID) -> int:
        """Return the highest amount that was approved for a case, in minor units; 0 where nothing was."""
        return int(self._file.value(_APPROVED.sql, (case_id.bytes,)) or 0)

    def add_imported(self, cases: Sequence[tuple[Case, Mapping[Step, StepEntry]]]) -> int:
        """Keep cases that come from a table, numbered on from the highest, and return how many."""
        number = self._highest_number()
        for case, entries in cases:
            number += 1
            self._add(replace(case, number=number), "case.imported")
            rows = (self._entry_row(case.id, entry) for entry in entries.values())
            self._file.write_all(insert_sql(EntryRow), rows)
        return len(cases)

    def _add(self, case: Case, what: str) -> None:
        row = self._case_row(case)
        self._file.write(insert_sql(CaseRow), row)
        self._index.touch_case(case.id)
        self._trail.note(what, case.id, (), (CaseRow, row))

    def _highest_number(self) -> int:
        return int(self._file.value(_HIGHEST.sql, (self._file.shop_id.bytes,)) or 0)

    def _row(self, case_id: UUID) -> RowValues:
        row: RowValues | None = self._file.row(_BY_ID.sql, (case_id.bytes,))
        if row is None:
            raise KeyError(case_id)
        return row

    def _case_row(self, case: Case) -> RowValues:
        return row_of(
            CaseRow, case, {"shop_id": self._file.shop_id, "place": place_of(case.opened_at, case.number)}
        )

    def _entry_row(self, case_id: UUID, entry: StepEntry) -> RowValues:
        extra = {"id": uuid7(), "shop_id": self._file.shop_id, "case_id": case_id, **facts_of(entry)}
        return row_of(EntryRow, entry, extra)

    def _write_changes(self, case_id: UUID, old: RowValues, new: RowValues, changed: tuple[str, ...]) -> None:
        values = {field.name: value for field, value in zip(fields_of(CaseRow), new, strict=True)}
        self._file.write(update_sql(CaseRow, changed), (*(values[name] for name in changed), case_id.bytes))
        if "place" in changed:
            self._index.drop_case(old[[field.name for field in fields_of(CaseRow)].index("place")])
        if not _SEARCHED.isdisjoint(changed):
            self._index.touch_case(case_id)
