"""What the records hold about a person, counted; and what is past the time for which it is kept."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from desktop_cs.cases.states import CaseState
from desktop_cs.customers.kept_words import Erased, Hold, KeptCase, Mention, PastThing, Person
from desktop_cs.storage.erasing.fates import OF_CASE
from desktop_cs.storage.erasing.mentions import Progress, Sought, mentions
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.finding.tokens import query
from desktop_cs.storage.tables.fields import moment_from, stored_moment

_OVER = (CaseState.CLOSED, CaseState.CANCELLED)
_NOT_ERASED = "NOT EXISTS (SELECT 1 FROM erasure e WHERE e.row_id = {id} AND e.what = '{what}')"
_OPEN = "EXISTS (SELECT 1 FROM {table} o WHERE o.case_id = c.id AND o.state = '{state}')"
_CASE_NOT_ERASED = _NOT_ERASED.format(id="c.id", what=Erased.CASE)
_CASES = (
    "SELECT c.id, c.number, c.who, c.one_line, c.opened_at, c.state, c.severity, "  # noqa: S608 (our own names)
    + ", ".join(
        _OPEN.format(table=table, state=state)
        for table, state in (("promise", "open"), ("follow_up", "open"), ("case_request", "waiting"))
    )
    + ", COALESCE(c.closed_at, c.opened_at), c.customer_id FROM recovery_case c WHERE "
    + _CASE_NOT_ERASED
)
_IS_OVER = " AND c.state IN ('closed', 'cancelled')"
_ORDER = " ORDER BY c.place DESC"
_NAMED_LIKE = (
    f"{_CASES} AND c.customer_id IS NULL AND c.place IN"  # noqa: S608 (as above)
    f" (SELECT rowid FROM case_words WHERE case_words MATCH ?){_ORDER}"
)
_CALLED_LIKE = (
    "SELECT id, name, phone FROM customer WHERE place IN"
    " (SELECT rowid FROM customer_words WHERE customer_words MATCH ?) ORDER BY place DESC"
)
_LETTERS = (
    "SELECT l.id, c.number, c.who, c.one_line, COALESCE(l.posted_at, l.printed_at, l.made_at) AS since"  # noqa: S608 (as above)
    " FROM letter l JOIN recovery_case c ON c.id = l.case_id WHERE since < ? AND "
    + _CASE_NOT_ERASED + _IS_OVER + " AND " + _NOT_ERASED.format(id="l.id", what=Erased.LETTER) + _ORDER
)  # fmt: skip
_FOLLOW_UPS = (
    "SELECT f.id, c.number, c.who, c.one_line, f.done_at FROM follow_up f"  # noqa: S608 (as above)
    " JOIN recovery_case c ON c.id = f.case_id WHERE f.done_at < ? AND f.answers <> '{}' AND "
    + _CASE_NOT_ERASED + _IS_OVER + " AND " + _NOT_ERASED.format(id="f.id", what=Erased.FOLLOW_UP) + _ORDER
)  # fmt: skip
_ATTACHMENTS = (
    "SELECT a.id, c.number, c.who, a.name, a.added_at FROM attachment a"  # noqa: S608 (as above)
    " JOIN recovery_case c ON c.id = a.case_id WHERE a.added_at < ? AND a.removed_at IS NULL AND "
    + _CASE_NOT_ERASED + _IS_OVER + _ORDER
)  # fmt: skip
_LATER_HOLDS = (Hold.PROMISE, Hold.FOLLOW_UP, Hold.REQUEST)
_GONE = "SELECT id, name, seen_at FROM customer WHERE seen_at < ? ORDER BY place DESC"


class HoldingFacts:
    """Questions about what the records of one file hold."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def cases_of(self, customer_id: UUID) -> list[KeptCase]:
        """Return the cases of a customer that were not erased, newest first."""
        rows = self._file.rows(f"{_CASES} AND c.customer_id = ?{_ORDER}", (customer_id.bytes,))
        return [_kept_case(row) for row in rows]

    def cases(self, ids: Iterable[UUID]) -> list[KeptCase]:
        """Return those of these cases that were not erased."""
        found = (self._file.row(f"{_CASES} AND c.id = ?", (one.bytes,)) for one in ids)
        return [_kept_case(row) for row in found if row is not None]

    def namesakes(self, name: str) -> list[KeptCase]:
        """Return the cases of nobody in particular that go by this name, newest first."""
        sought, words = _plain(name), query(name)
        rows = self._file.rows(_NAMED_LIKE, (words,)) if words else []
        return [_kept_case(row) for row in rows if _plain(row[2]) == sought]

    def twins(self, person: Person) -> list[Person]:
        """Return the other customers of the same name, the newest first."""
        sought, words = _plain(person.name), query(person.name)
        rows = self._file.rows(_CALLED_LIKE, (words,)) if words else []
        same = [Person(UUID(bytes=row[0]), row[1], row[2]) for row in rows if _plain(row[1]) == sought]
        return [one for one in same if one.id != person.id]

    def counts(self, cases: Collection[UUID]) -> dict[str, int]:
        """Return how many rows of each table belong to these cases; tables with none are left out."""
        counts: dict[str, int] = {}
        for table, key in OF_CASE.items():
            sql = f'SELECT count(*) FROM {table} WHERE "{key}" = ?'  # noqa: S608 (our own names)
            count = sum(self._file.value(sql, (one.bytes,)) for one in cases)
            if count:
                counts[table] = count
        return counts

    def mentions(
        self, sought: Sought, except_cases: Collection[UUID], progress: Progress | None = None
    ) -> list[Mention]:
        """Return where a name stands in words about others; see `mentions`."""
        return mentions(self._file, sought, except_cases, progress)

    def past_cases(self, before: datetime) -> list[PastThing]:
        """Return the cases that were over before a moment and whose words are still here, newest first."""
        condition = f"{_CASES}{_IS_OVER} AND COALESCE(c.closed_at, c.opened_at) < ?{_ORDER}"
        return [
            PastThing(Erased.CASE, *_named(row), moment_from(row[10]), _holds(row))
            for row in self._file.rows(condition, (stored_moment(before),))
        ]

    def past_customers(self, before: datetime, going: Collection[UUID]) -> list[PastThing]:
        """Return the customers not dealt with since a moment who have no case but those that are going."""
        staying = {
            customer_id
            for case_id, customer_id in self._file.rows(
                "SELECT id, customer_id FROM recovery_case WHERE customer_id IS NOT NULL"
            )
            if UUID(bytes=case_id) not in going
        }
        return [
            PastThing(Erased.CUSTOMER, UUID(bytes=row_id), 0, name, "", moment_from(seen_at))
            for row_id, name, seen_at in self._file.rows(_GONE, (stored_moment(before),))
            if row_id not in staying
        ]

    def held_cases(self) -> dict[int, frozenset[Hold]]:
        """Return which cases that are over are held back, by number, and why."""
        kept = ((row[1], _holds(row)) for row in self._file.rows(_CASES + _IS_OVER))
        return {number: holds for number, holds in kept if holds}

    def past_letters(self, before: datetime) -> list[PastThing]:
        """Return the letters of closed cases that went out before a moment, newest case first."""
        return self._past(Erased.LETTER, _LETTERS, before)

    def past_follow_ups(self, before: datetime) -> list[PastThing]:
        """Return the follow-ups of closed cases that were answered before a moment, newest case first."""
        return self._past(Erased.FOLLOW_UP, _FOLLOW_UPS, before)

    def past_attachments(self, before: datetime) -> list[PastThing]:
        """Return the pictures and files of closed cases that were added before a moment, newest first."""
        return self._past(Erased.ATTACHMENT, _ATTACHMENTS, before)

    def _past(self, what: Erased, sql: str, before: datetime) -> list[PastThing]:
        rows = self._file.rows(sql, (stored_moment(before),))
        return [PastThing(what, *_named(row), moment_from(row[4])) for row in rows]


def _named(row: Sequence[Any]) -> tuple[UUID, int, str, str]:
    return UUID(bytes=row[0]), row[1], row[2], row[3]


def _kept_case(row: Sequence[Any]) -> KeptCase:
    return KeptCase(*_named(row), moment_from(row[4]), _holds(row))


def _holds(row: Sequence[Any]) -> frozenset[Hold]:
    state, severity, *waiting = row[5:10]
    holds = {hold for hold, is_open in zip(_LATER_HOLDS, waiting, strict=True) if is_open}
    if state not in _OVER:
        holds.add(Hold.UNFINISHED)
    if severity == "safety":
        holds.add(Hold.SAFETY)
    return frozenset(holds)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
