"""What was given in past cases: how it was taken, how much in like cases, how much in a month."""

from datetime import datetime

import peewee

from desktop_cs.cases.fair_hand import LikeCase
from desktop_cs.cases.remedies import GestureLine, gesture_lines
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import StepState
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.tables.fields import stored_moment
from desktop_cs.storage.tables.records import CaseRow, EntryRow
from desktop_cs.storage.tables.statements import GIVEN, Statement

NEWEST = 200  # cases; customers and prices of years ago tell little about today
_OVER = (CaseState.LOGGED, CaseState.CLOSED)
_SUM = peewee.fn.SUM


def _answer(answers: peewee.ColumnBase, name: str) -> peewee.Function:
    """Return one of the answers of an entry, so that the others need not be read."""
    return peewee.fn.json_extract(answers, peewee.SQL(f"'$.{name}'"))


def _resolution_of(newest: peewee.Select) -> peewee.Expression:
    """Return that an entry is the finished resolution of one of these cases.

    Joined as LEFT OUTER: the engine then begins at the few cases, never at all entries.
    """
    done = (EntryRow.step == peewee.SQL("'resolution'")) & (EntryRow.state == peewee.SQL("'done'"))
    condition: peewee.Expression = (EntryRow.case_id == newest.c.id) & done
    return condition


def _newest_taken() -> peewee.Query:
    """Return what was given in the newest cases that are over, with how the customer took it.

    The state is hidden from its index, since the one by place alone has the newest first.
    """
    state = peewee.fn.COALESCE(CaseRow.state, peewee.SQL("''"))
    newest = (
        CaseRow.select(CaseRow.id, CaseRow.customer_accepts)
        .where(state.in_([GIVEN for _state in _OVER]))
        .order_by(CaseRow.place.desc())
        .limit(GIVEN)
    )
    return (
        EntryRow.select(
            newest.c.customer_accepts,
            _answer(EntryRow.answers, "goodwill"),
            _answer(EntryRow.answers, "extra"),
        )
        .from_(newest)
        .join(EntryRow, peewee.JOIN.LEFT_OUTER, on=_resolution_of(newest))
    )


def _like() -> peewee.Query:
    """Return price, goodwill and extra of the newest cases in one state with one kind of failure."""
    review = EntryRow.alias()
    newest = (
        CaseRow.select(CaseRow.id, CaseRow.place, CaseRow.imported_from)
        .where((CaseRow.failure_kind == GIVEN) & (CaseRow.state == GIVEN))
        .order_by(CaseRow.place.desc())
        .limit(GIVEN)
    )
    return (
        EntryRow.select(
            newest.c.place,
            newest.c.id,
            newest.c.imported_from,
            _answer(review.answers, "price"),
            EntryRow.goodwill,
            EntryRow.extra,
        )
        .from_(newest)
        .join(EntryRow, peewee.JOIN.LEFT_OUTER, on=_resolution_of(newest))
        .join(
            review,
            peewee.JOIN.LEFT_OUTER,
            on=((review.case_id == newest.c.id) & (review.step == peewee.SQL("'review'"))),
        )
    )


def _of_month(amount: peewee.ColumnBase, given: peewee.ColumnBase) -> peewee.Query:
    """Return the sum of an amount over what was given between two moments, in cases that count."""
    cancelled = CaseRow.select(CaseRow.id).where(CaseRow.state == peewee.SQL("'cancelled'"))
    return EntryRow.select(_SUM(amount)).where(
        (given > peewee.SQL("0"))
        & (EntryRow.done_at >= GIVEN)
        & (EntryRow.done_at < GIVEN)
        & (EntryRow.state == GIVEN)
        & EntryRow.case_id.not_in(cancelled)
    )


_NEWEST_TAKEN = Statement(_newest_taken)
_LIKE = Statement(_like)
_ON_TOP = EntryRow.goodwill + EntryRow.extra
_GIVEN_ON_TOP = Statement(lambda: _of_month(_ON_TOP, _ON_TOP))
_PAID_BACK = Statement(lambda: _of_month(EntryRow.money_back, EntryRow.money_back))


class GivenFacts:
    """Asks the cases of one file what was given in them."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def taken(self, limit: int = NEWEST) -> list[tuple[str, tuple[GestureLine, ...]]]:
        """Return how the customer accepted, and what was given on top, in the newest cases that are over."""
        rows = self._file.rows(_NEWEST_TAKEN.sql, (*_OVER, limit))
        return [
            (accepts, (*gesture_lines(goodwill or ""), *gesture_lines(extra or "")))
            for accepts, goodwill, extra in rows
            if goodwill or extra
        ]

    def like(self, failure_kind: str, except_case: bytes, limit: int = NEWEST) -> list[LikeCase]:
        """Return what was given in the newest cases with this kind of failure, newest first.

        Where the table of another program says nothing of gifts, it does not say that there were none.

        Args:
            failure_kind: An id of the review form.
            except_case: The id of the case that asks.
            limit: So many are looked at in each state; four times as many as count, since a price may differ.
        """
        rows = [row for state in _OVER for row in self._file.rows(_LIKE.sql, (failure_kind, state, limit))]
        rows.sort(key=lambda row: row[0], reverse=True)
        return [
            LikeCase(int(price or 0), goodwill + extra)
            for _place, case_id, imported_from, price, goodwill, extra in rows
            if case_id != except_case and goodwill is not None and (goodwill + extra or not imported_from)
        ]

    def spent(self, first: datetime, after: datetime) -> int:
        """Return money back, goodwill and extra given between two moments, in minor units."""
        values = (stored_moment(first), stored_moment(after), StepState.DONE)
        return sum(int(self._file.value(one.sql, values) or 0) for one in (_GIVEN_ON_TOP, _PAID_BACK))
