"""Who waits to hear from us: when each customer last heard anything, and whose letter is due."""

from collections.abc import Sequence
from datetime import datetime

import peewee

from desktop_cs.cases.case import Case
from desktop_cs.cases.silence import HEARD_BY
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.case_rows import case_from
from desktop_cs.storage.tables.fields import moment_from, stored_moment
from desktop_cs.storage.tables.records import CaseRow, EventRow, FollowUpRow, LetterRow, PromiseRow
from desktop_cs.storage.tables.rows import fields_of
from desktop_cs.storage.tables.statements import GIVEN, Statement

_WIDTH = len(fields_of(CaseRow))
_SQL = peewee.SQL
_AT_WORK = CaseRow.state.in_([_SQL("'open'"), _SQL("'reopened'")])
_NOT_OVER = CaseRow.state.in_([_SQL("'open'"), _SQL("'reopened'"), _SQL("'logged'")])
# Hidden from its index: that one finds all cases that were ever done, the days of logging only a few.
_DONE = peewee.fn.COALESCE(CaseRow.state, _SQL("''")).in_([_SQL("'logged'"), _SQL("'closed'")])
_OF_SOMEBODY = CaseRow.customer_id.is_null(is_null=False) | (CaseRow.who != _SQL("''"))
_TO_BE_SOLVED = CaseRow.problem_solved != _SQL("'yes'")
_PROMISED = CaseRow.id.in_(PromiseRow.select(PromiseRow.case_id).where(PromiseRow.state == _SQL("'open'")))
_NOT_INTERNAL = FollowUpRow.kind != _SQL("'internal'")


def _newest(column: peewee.Field, of_case: peewee.Field, *which: peewee.Expression) -> peewee.Query:
    """Return the subquery for the newest moment of a case in another table."""
    newest: peewee.Query = column.model.select(peewee.fn.MAX(column)).where(of_case == CaseRow.id, *which)
    return newest


def _heard(waiting: peewee.Expression) -> peewee.Query:
    told = _newest(EventRow.at, EventRow.case_id, EventRow.what.in_([_SQL(f"'{one}'") for one in HEARD_BY]))
    return CaseRow.select(
        *fields_of(CaseRow),
        told,
        _newest(PromiseRow.settled_at, PromiseRow.case_id, PromiseRow.state != _SQL("'broken'")),
        _newest(FollowUpRow.done_at, FollowUpRow.case_id, _NOT_INTERNAL),
        _newest(LetterRow.printed_at, LetterRow.case_id),
    ).where(waiting & (CaseRow.opened_at <= GIVEN) & _OF_SOMEBODY)


_BEING_SOLVED = Statement(lambda: _heard(_AT_WORK & _TO_BE_SOLVED))
_WITH_A_PROMISE = Statement(lambda: _heard(_NOT_OVER & _PROMISED))
_PRINTED = peewee.fn.EXISTS(
    LetterRow.select(LetterRow.id).where(
        (LetterRow.case_id == CaseRow.id) & LetterRow.printed_at.is_null(is_null=False)
    )
)
_WRAPPED_UP = peewee.fn.EXISTS(
    FollowUpRow.select(FollowUpRow.id).where(
        (FollowUpRow.case_id == CaseRow.id)
        & (FollowUpRow.kind == _SQL("'wrap_up'"))
        & (FollowUpRow.state == _SQL("'done'"))
    )
)
_LETTERS_DUE = Statement(
    lambda: (
        CaseRow.select()
        .where(
            (CaseRow.logged_at >= GIVEN)
            & (CaseRow.logged_at <= GIVEN)
            & _DONE
            & CaseRow.customer_id.is_null(is_null=False)
            & (CaseRow.imported_from == _SQL("''"))
            & ~_PRINTED
            & ((CaseRow.logged_at <= GIVEN) | _WRAPPED_UP)
        )
        .order_by(CaseRow.logged_at)
        .limit(GIVEN)
    )
)


class WaitingFacts:
    """Questions about who waits, in the file of one shop."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def heard(self, opened_until: datetime) -> list[tuple[Case, list[datetime | None]]]:
        """Return the cases whose customers wait, each with the moments at which they last heard from us.

        They wait while a case is worked on that is not solved, or as long as a promise is open.

        Args:
            opened_until: Cases opened later are left out.
        """
        last = stored_moment(opened_until)
        rows = {
            row[0]: row
            for statement in (_BEING_SOLVED, _WITH_A_PROMISE)
            for row in self._file.rows(statement.sql, (last,))
        }
        return [(case_from(row[:_WIDTH]), _moments(row[_WIDTH:])) for row in rows.values()]

    def letters_due(
        self, logged_from: datetime, due_until: datetime, now: datetime, limit: int
    ) -> list[Case]:
        """Return the cases whose customers have no printed letter yet though it is due, the oldest first.

        Args:
            logged_from: Cases logged earlier are left out.
            due_until: Cases logged until then are due; later ones once they are wrapped up.
            now: Cases logged later are left out, as where the clock was set back.
            limit: At most so many.
        """
        moments = (stored_moment(at) for at in (logged_from, now, due_until))
        return [case_from(row) for row in self._file.rows(_LETTERS_DUE.sql, (*moments, limit))]


def _moments(stored: Sequence[int | None]) -> list[datetime | None]:
    return [None if at is None else moment_from(at) for at in stored]
