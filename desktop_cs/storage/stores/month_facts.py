"""The figures of one month, counted in the file.

Every figure is counted by the moment it was done, between the first instants of the month and of the next in
the shop's time zone. A case that was cancelled is counted nowhere, nor is what belongs to it.
"""

from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import peewee

from desktop_cs.cases.promises import PromiseState, trust_percent
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import StepState
from desktop_cs.followups.followup import FollowUpKind, FollowUpState
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.tables.fields import moment_from, stored_moment
from desktop_cs.storage.tables.records import CaseRow, EntryRow, EventRow, FollowUpRow, LetterRow, PromiseRow
from desktop_cs.storage.tables.rows import place_of
from desktop_cs.storage.tables.statements import GIVEN, Statement
from desktop_cs.summary.month import Month, MonthFigures

_OfCase = EntryRow | EventRow | FollowUpRow | LetterRow | PromiseRow
_GROUPS = (
    "by_failure_kind",
    "by_root_cause",
    "by_finding",
    "by_problem_solved",
    "by_acceptance",
    "by_repair_status",
)
_SETTLED = (PromiseState.KEPT, PromiseState.BROKEN)
_COUNT = peewee.fn.COUNT(peewee.SQL("*"))
_COUNTED_CASE = CaseRow.state != CaseState.CANCELLED
_DONE_BETWEEN = Statement(
    lambda: CaseRow.select(_COUNT).where(
        (CaseRow.logged_at >= GIVEN) & (CaseRow.logged_at < GIVEN) & (CaseRow.state != GIVEN)
    )
)


class MonthFacts:
    """Counts what was done in a month."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def figures(self, month: Month, hours: OpeningHours) -> MonthFigures:
        """Return the figures of a month in the time zone of these hours; the unanswered is in no group."""
        first, after = _midnight(month.first, hours), _midnight(month.after, hours)
        return MonthFigures(
            month=month,
            done_by_day=self._done_by_day(month, hours),
            **self._cases(first, after),
            **self._done(first, after),
            **self._promises(first, after),
            **self._follow_ups(first, after, hours),
            **self._given(first, after),
        )

    def _done_by_day(self, month: Month, hours: OpeningHours) -> dict[date, int]:
        """Return how many cases were done on each day of the month."""
        length = (month.after - month.first).days
        days = [month.first + timedelta(days=ahead) for ahead in range(length)]
        midnights = [stored_moment(_midnight(day, hours)) for day in (*days, month.after)]
        return {
            day: int(self._file.value(_DONE_BETWEEN.sql, (*between, CaseState.CANCELLED)))
            for day, between in zip(days, pairwise(midnights), strict=True)
        }

    def _cases(self, first: datetime, after: datetime) -> dict[str, Any]:
        """Return how many cases were opened, closed, reopened, and open when the month ended."""
        opened = (CaseRow.place >= place_of(first, 0)) & (CaseRow.place < place_of(after, 0))
        closed = (CaseRow.closed_at >= first) & (CaseRow.closed_at < after)
        earlier = CaseRow.place < place_of(after, 0)
        reopened = (EventRow.what == "reopened") & (EventRow.at >= first) & (EventRow.at < after)
        came_back = EventRow.select(peewee.fn.COUNT(EventRow.case_id.distinct()))
        closed_then, stood_closed = self._closed_until_they_came_back(first, after)
        return {
            "opened": self._count(opened),
            "closed": self._count(closed) + closed_then,
            "reopened": int(self._file.found(came_back.where(reopened & _of_counted(EventRow)))[0][0]),
            "still_open": self._count(earlier & CaseRow.closed_at.is_null())
            + self._count(earlier & (CaseRow.closed_at >= after))
            - stood_closed,
        }

    def _closed_until_they_came_back(self, first: datetime, after: datetime) -> tuple[int, int]:
        """Return how many cases that came back later were closed in the month, and stood closed at its end.

        Their rows forgot it when they were reopened; what happened to them is still known.
        """
        back = EventRow.select(EventRow.case_id).where((EventRow.what == "reopened") & (EventRow.at >= first))
        rows = self._file.found(
            EventRow.select(EventRow.case_id, EventRow.what, EventRow.at, CaseRow.closed_at)
            .join(CaseRow, on=(EventRow.case_id == CaseRow.id))
            .where(
                EventRow.case_id.in_(back)
                & EventRow.what.in_(["closed", "reopened"])
                & (EventRow.at < after)
                & _COUNTED_CASE
            )
            .order_by(EventRow.at, EventRow.id)
        )
        begin, end = stored_moment(first), stored_moment(after)
        closed = {
            case_id
            for case_id, what, at, closed_at in rows
            if what == "closed" and at >= begin and not (closed_at and begin <= closed_at < end)
        }
        last = {case_id: (what, closed_at) for case_id, what, _at, closed_at in rows}
        stood = [one for one, (what, at) in last.items() if what == "closed" and (at is None or at >= end)]
        return len(closed), len(stood)

    def _count(self, condition: peewee.Expression) -> int:
        return int(self._file.found(CaseRow.select(_COUNT).where(_COUNTED_CASE & condition))[0][0])

    def _done(self, first: datetime, after: datetime) -> dict[str, Any]:
        """Return what became of the cases that were done, from one walk over them."""
        done = _COUNTED_CASE & (CaseRow.logged_at >= first) & (CaseRow.logged_at < after)
        columns = (
            CaseRow.failure_kind,
            CaseRow.root_cause,
            CaseRow.finding,
            CaseRow.problem_solved,
            CaseRow.customer_accepts,
            CaseRow.repair_status,
            CaseRow.imported_from != "",
            CaseRow.earlier_case_id.is_null(is_null=False),
        )
        rows = self._file.found(CaseRow.select(*columns, _COUNT).where(done).group_by(*columns))
        return {
            "done": sum(row[-1] for row in rows),
            "imported": sum(row[-1] for row in rows if row[-3]),
            "second_failures": sum(row[-1] for row in rows if row[-2]),
            **{group: _summed(rows, place) for place, group in enumerate(_GROUPS)},
            "suspected_abuse": self._suspected_abuse(done),
        }

    def _suspected_abuse(self, done: peewee.Expression) -> int:
        found = self._file.found(
            EntryRow.select(peewee.fn.COUNT(EntryRow.case_id.distinct()))
            .join(CaseRow, on=(EntryRow.case_id == CaseRow.id))
            .where(done & (EntryRow.suspected_abuse == 1))
        )
        return int(found[0][0])

    def _promises(self, first: datetime, after: datetime) -> dict[str, Any]:
        """Return how promises went, by when they were settled, or fell due where nobody settled them."""
        settled = (PromiseRow.settled_at >= first) & (PromiseRow.settled_at < after)
        rows = self._file.found(
            PromiseRow.select(PromiseRow.state, PromiseRow.made_at, PromiseRow.due_at, PromiseRow.settled_at)
            .where(settled & PromiseRow.state.in_(list(_SETTLED)) & _of_counted(PromiseRow))
            .order_by(PromiseRow.settled_at)
        )
        let_go = (PromiseRow.state == peewee.SQL("'broken'")) & PromiseRow.settled_at.is_null()
        fell_due = (PromiseRow.due_at >= first) & (PromiseRow.due_at < after)
        never = self._file.found(PromiseRow.select(_COUNT).where(let_go & fell_due & _of_counted(PromiseRow)))
        states = Counter(row[0] for row in rows)
        return {
            "promises_kept": states[PromiseState.KEPT],
            "promises_broken": states[PromiseState.BROKEN] + never[0][0],
            "trust": tuple(trust_percent(*map(moment_from, row[1:])) for row in rows),
        }

    def _follow_ups(self, first: datetime, after: datetime, hours: OpeningHours) -> dict[str, Any]:
        """Return the calls and notes done, those on the day they were due or before, and answers.

        An internal follow-up only informs and is not counted.
        """
        rows = self._file.found(
            FollowUpRow.select(FollowUpRow.due_at, FollowUpRow.done_at, FollowUpRow.satisfied).where(
                (FollowUpRow.done_at >= first)
                & (FollowUpRow.done_at < after)
                & (FollowUpRow.state == FollowUpState.DONE)
                & (FollowUpRow.kind != FollowUpKind.INTERNAL)
                & _of_counted(FollowUpRow)
            )
        )
        days = [
            (hours.wall(moment_from(due)).date(), hours.wall(moment_from(done)).date())
            for due, done, _answer in rows
        ]
        return {
            "follow_ups_done": len(rows),
            "follow_ups_on_time": sum(done <= due for due, done in days),
            "satisfaction": dict(Counter(answer for _due, _done, answer in rows if answer)),
        }

    def _given(self, first: datetime, after: datetime) -> dict[str, Any]:
        """Return what was given, in minor units, and how many letters were printed."""
        given = self._file.found(
            EntryRow.select(peewee.fn.SUM(EntryRow.goodwill), peewee.fn.SUM(EntryRow.extra)).where(
                (EntryRow.goodwill + EntryRow.extra > peewee.SQL("0"))
                & (EntryRow.done_at >= first)
                & (EntryRow.done_at < after)
                & (EntryRow.state == StepState.DONE)
                & _of_counted(EntryRow)
            )
        )
        printed = self._file.found(
            LetterRow.select(_COUNT).where(
                (LetterRow.printed_at >= first) & (LetterRow.printed_at < after) & _of_counted(LetterRow)
            )
        )
        goodwill, extra = given[0]
        return {"goodwill": goodwill or 0, "extra": extra or 0, "letters_printed": printed[0][0]}


def _of_counted(table: type[_OfCase]) -> peewee.Expression:
    """Return the condition that a row belongs to no cancelled case; only these few are looked up."""
    cancelled = CaseRow.select(CaseRow.id).where(CaseRow.state == peewee.SQL("'cancelled'"))
    condition: peewee.Expression = table.case_id.not_in(cancelled)
    return condition


def _midnight(day: date, hours: OpeningHours) -> datetime:
    """Return the first instant of a day in the shop's time zone, in UTC."""
    return hours.moment(datetime.combine(day, time()))


def _summed(rows: list[Any], place: int) -> dict[str, int]:
    """Return the counts by what stands in one column, without those that have nothing there."""
    sums: Counter[str] = Counter()
    for row in rows:
        if row[place]:
            sums[row[place]] += row[-1]
    return dict(sums)
