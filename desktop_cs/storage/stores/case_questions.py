"""What the desk asks about earlier, like and unfinished cases."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import peewee

from desktop_cs.cases.case import ACCEPTED, Case
from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.serials import ways_to_write
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepState
from desktop_cs.followups.followup import FollowUpKind
from desktop_cs.storage.stores.case_lists import CaseLists
from desktop_cs.storage.tables.fields import moment_from, stored_moment
from desktop_cs.storage.tables.records import CaseRow, EntryRow, FollowUpRow, PromiseRow
from desktop_cs.storage.tables.rows import place_of
from desktop_cs.storage.tables.statements import GIVEN, Statement

if TYPE_CHECKING:
    from desktop_cs.cases.second_failure import EarlierCase

_UNFINISHED = (CaseState.DRAFT, CaseState.OPEN, CaseState.REOPENED)
_MOST_UNFINISHED = 20
_AT_ONCE = 500  # values in one question; below every engine's limit


def _newest_unfinished(whose: peewee.Expression | None) -> peewee.Query:
    unfinished = CaseRow.state.in_([GIVEN for _state in _UNFINISHED])
    chosen = unfinished if whose is None else unfinished & whose
    return CaseRow.select(CaseRow.place).where(chosen).order_by(CaseRow.place.desc()).limit(GIVEN)


_UNFINISHED_CASES = Statement(lambda: _newest_unfinished(None))
_UNFINISHED_OF = Statement(
    lambda: _newest_unfinished((CaseRow.owner == GIVEN) | (CaseRow.opened_by == GIVEN))
)
_LIKE = Statement(
    lambda: (
        CaseRow.select(CaseRow.place, CaseRow.opened_at, CaseRow.logged_at)
        .where(
            (CaseRow.failure_kind == GIVEN)
            & (CaseRow.state == GIVEN)
            & CaseRow.logged_at.is_null(is_null=False)
            & (CaseRow.imported_from == GIVEN)
        )
        .order_by(CaseRow.place.desc())
        .limit(GIVEN)
    )
)
_SPENT = Statement(
    lambda: (
        EntryRow.select(peewee.fn.SUM(EntryRow.goodwill + EntryRow.extra))
        .join(CaseRow, on=(EntryRow.case_id == CaseRow.id))
        .where(
            (EntryRow.goodwill + EntryRow.extra > peewee.SQL("0"))
            & (EntryRow.done_at >= GIVEN)
            & (EntryRow.done_at < GIVEN)
            & peewee.Expression(CaseRow.owner, "IS", GIVEN)  # also where nobody owns it
            & (EntryRow.case_id != GIVEN)
            & (CaseRow.state != GIVEN)
        )
    )
)


def _open_of_case(table: type[PromiseRow] | type[FollowUpRow]) -> peewee.Query:
    return table.select(peewee.SQL("1")).where(
        (table.case_id == CaseRow.id) & (table.state == peewee.SQL("'open'"))
    )


def _skipped_of_case() -> peewee.Query:
    return EntryRow.select(peewee.SQL("1")).where(
        (EntryRow.case_id == CaseRow.id) & (EntryRow.step == GIVEN) & (EntryRow.state == GIVEN)
    )


_LEFT_UNRESOLVED = Statement(
    lambda: (
        CaseRow.select(CaseRow.place)
        .where(
            (CaseRow.state == GIVEN)
            & CaseRow.customer_id.is_null(is_null=False)
            & CaseRow.customer_accepts.not_in([GIVEN for _word in ACCEPTED])
            & ~peewee.fn.EXISTS(_open_of_case(PromiseRow))
            & ~peewee.fn.EXISTS(_open_of_case(FollowUpRow).where(FollowUpRow.kind != GIVEN))
            & ~peewee.fn.EXISTS(_skipped_of_case())
        )
        .order_by(CaseRow.place)
        .limit(GIVEN)
    )
)


class CaseQuestions(CaseLists):
    """Questions about the cases of one file."""

    def earlier_of(
        self, serial: str, customer_id: UUID | None, before: datetime, window_days: int
    ) -> "list[EarlierCase]":
        """Return cases of the same device or customer from the days before, newest first."""
        same: list[peewee.Expression] = []
        if serial:
            same.append(CaseRow.serial.in_(ways_to_write(serial)) & (CaseRow.serial != peewee.SQL("''")))
        if customer_id is not None:
            same.append(CaseRow.customer_id == customer_id)
        found: dict[bytes, EarlierCase] = {}
        for condition in same:
            for row in self._file.found(_earlier(condition, before, window_days)):
                found[row[0]] = _earlier_case(row)
        return sorted(found.values(), key=lambda one: (one.opened_at, one.number), reverse=True)

    def like(self, product: str, failure_kind: str, before: datetime, window_days: int) -> list[Case]:
        """Return cases of the same product and kind of failure from the days before, newest first.

        Capitals do not count, in whatever script: the engine knows only those of English.
        """
        first = place_of(before - timedelta(days=window_days), 0)
        query = CaseRow.select(CaseRow.place, CaseRow.product).where(
            (CaseRow.place >= first)
            & (CaseRow.opened_at < before)
            & (CaseRow.failure_kind == failure_kind)
            & (CaseRow.state != CaseState.CANCELLED)
        )
        same = [place for place, name in self._file.found(query) if name.casefold() == product.casefold()]
        return self.at_places(same)

    def repeating(self, case: Case) -> list[Case]:
        """Return the later cases that were found to repeat this one, newest first."""
        later = CaseRow.place >= place_of(case.opened_at, 0)
        query = CaseRow.select(CaseRow.place).where(later & (CaseRow.earlier_case_id == case.id))
        return self.at_places(row[0] for row in self._file.found(query.order_by(CaseRow.place.desc())))

    def unfinished(self, by: UUID | None = None) -> list[Case]:
        """Return cases that are still being worked on, newest first, at most 20.

        Args:
            by: Only those that this person owns or opened.
        """
        if by is None:
            rows = self._file.rows(_UNFINISHED_CASES.sql, (*_UNFINISHED, _MOST_UNFINISHED))
        else:
            rows = self._file.rows(_UNFINISHED_OF.sql, (*_UNFINISHED, by.bytes, by.bytes, _MOST_UNFINISHED))
        return self.at_places(row[0] for row in rows)

    def left_unresolved(self, limit: int) -> list[Case]:
        """Return logged cases that the customer did not accept and that wait for nothing, oldest first.

        They do not close by themselves: somebody takes them up again, or closes them with a reason. A skipped
        resolution has its reason.
        """
        skipped = (Step.RESOLUTION, StepState.SKIPPED)
        values = (CaseState.LOGGED, *ACCEPTED, FollowUpKind.INTERNAL, *skipped, limit)
        return self.at_places(row[0] for row in self._file.rows(_LEFT_UNRESOLVED.sql, values))[::-1]

    def by_reference(self, imported_from: str, references: Iterable[str]) -> set[str]:
        """Return which of these references were imported from there before, also where they were erased."""
        from desktop_cs.storage.erasing.scrubbing import code_of  # noqa: PLC0415 (imports are rare)

        known_as = {form: one for one in references for form in (one, code_of(imported_from, one))}
        asked = list(known_as)
        found: set[str] = set()
        for start in range(0, len(asked), _AT_ONCE):
            chosen = CaseRow.reference.in_(asked[start : start + _AT_ONCE])
            rows = self._file.found(
                CaseRow.select(CaseRow.reference).where(
                    (CaseRow.imported_from == imported_from) & (CaseRow.imported_from != "") & chosen
                )
            )
            found.update(known_as[row[0]] for row in rows)
        return found

    def spent_today(
        self, owner: UUID | None, day_start: datetime, day_end: datetime, except_case: UUID
    ) -> int:
        """Return goodwill plus extra given meanwhile in the other cases of an owner, in minor units.

        Whoever finished the resolution, it counts for the owner; cases of nobody count together.
        """
        values = (
            stored_moment(day_start),
            stored_moment(day_end),
            owner.bytes if owner else None,
            except_case.bytes,
            CaseState.CANCELLED,
        )
        return int(self._file.value(_SPENT.sql, values) or 0)

    def like_working_days(self, failure_kind: str, limit: int = 50) -> list[tuple[datetime, datetime]]:
        """Return when the newest like cases were opened and logged; imported ones teach nothing here."""
        rows = [
            row
            for state in (CaseState.LOGGED, CaseState.CLOSED)
            for row in self._file.rows(_LIKE.sql, (failure_kind, state, "", limit))
        ]
        newest = sorted(rows, reverse=True)[:limit]
        return [(moment_from(opened_at), moment_from(logged_at)) for _place, opened_at, logged_at in newest]


def _earlier(same: peewee.Expression, before: datetime, window_days: int) -> peewee.Query:
    """Return the query for earlier cases with how many of their promises were broken."""
    broken = PromiseRow.select(peewee.fn.COUNT(PromiseRow.id)).where(
        (PromiseRow.case_id == CaseRow.id) & (PromiseRow.state == PromiseState.BROKEN)
    )
    first = before - timedelta(days=window_days + 1)  # whole days are counted by the caller
    return CaseRow.select(
        CaseRow.id,
        CaseRow.number,
        CaseRow.opened_at,
        CaseRow.customer_id,
        CaseRow.serial,
        CaseRow.failure_kind,
        CaseRow.root_cause,
        broken.alias("broken"),
    ).where(
        same
        & (CaseRow.place >= place_of(first, 0))
        & (CaseRow.opened_at < before)
        & (CaseRow.state != CaseState.CANCELLED)
    )


def _earlier_case(row: tuple[Any, ...]) -> "EarlierCase":
    from desktop_cs.cases.second_failure import EarlierCase  # noqa: PLC0415 (a start must not wait for it)

    case_id, number, opened_at, customer_id, serial, failure_kind, root_cause, broken = row
    return EarlierCase(
        id=UUID(bytes=case_id),
        number=number,
        opened_at=moment_from(opened_at),
        customer_id=customer_id and UUID(bytes=customer_id),
        serial=serial,
        failure_kind=failure_kind,
        root_cause=root_cause,
        broken_promises=broken,
    )
