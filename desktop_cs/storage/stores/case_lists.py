"""Lists of cases: newest first, by page, by filter, by search words.

A list is found in two steps: first the places (see `rows.place_of`) from an index that alone knows all that
the filter asks, then the rows of one page. Where the filter names states, each state is asked by itself,
since an index gives only one of them in order.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

import peewee

from desktop_cs.cases.case import Case
from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.cases.states import CaseState
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.finding.tokens import query
from desktop_cs.storage.stores.case_rows import case_from
from desktop_cs.storage.tables.records import CaseRow
from desktop_cs.storage.tables.rows import place_of
from desktop_cs.storage.tables.statements import GIVEN, Statement

_ALL = CaseFilter()
_FOUND = peewee.Table("case_words")
_BY_NUMBER = Statement(
    lambda: CaseRow.select(CaseRow.place).where((CaseRow.shop_id == GIVEN) & (CaseRow.number == GIVEN))
)


class CaseLists:
    """Lists of the cases of one file."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def listed(
        self, wanted: CaseFilter = _ALL, limit: int = 50, before: tuple[datetime, int] | None = None
    ) -> list[Case]:
        """Return one page of cases, newest first.

        Args:
            wanted: Which cases.
            limit: At most so many.
            before: `opened_at` and `number` of the last case of the page before this one.
        """
        below = None if before is None else place_of(*before)
        places = [place for part in _parts(wanted) for place in self._places(part, wanted, limit, below)]
        return self.at_places(sorted(places, reverse=True)[:limit])

    def count(self, wanted: CaseFilter = _ALL) -> int:
        """Return how many cases the filter lets through."""
        conditions = _conditions(wanted, wanted.states)
        if conditions is None:
            return 0
        source = _searched(CaseRow.select(peewee.fn.COUNT(CaseRow.place)), wanted)
        return int(self._file.found(source.where(*conditions) if conditions else source)[0][0])

    def search(self, text: str, limit: int = 50) -> list[Case]:
        """Return the cases that a text finds, newest first; the one with that very number before all."""
        found = self.listed(CaseFilter(text=text), limit) if text else []
        number = text.strip().removeprefix("#")
        if not (number.isascii() and number.isdigit() and len(number) <= 15):
            return found
        place = self._file.value(_BY_NUMBER.sql, (self._file.shop_id.bytes, int(number)))
        exact = [] if place is None else self.at_places([place])
        return [*exact, *(case for case in found if case not in exact)][:limit]

    def at_places(self, places: Iterable[int]) -> list[Case]:
        """Return the cases at these places, newest first."""
        chosen = CaseRow.select().where(CaseRow.place.in_(list(places))).order_by(CaseRow.place.desc())
        return [case_from(row) for row in self._file.found(chosen)]

    def _places(
        self, states: Collection[CaseState], wanted: CaseFilter, limit: int, below: int | None
    ) -> list[int]:
        """Return the newest places of cases that pass the filter, in these states or, without any, in all."""
        conditions = _conditions(wanted, states)
        if conditions is None:
            return []
        order = _FOUND.c.rowid if wanted.text else CaseRow.place
        if below is not None:
            conditions.append(order < below)
        source = _searched(CaseRow.select(CaseRow.place), wanted)
        chosen = source.where(*conditions) if conditions else source
        return [row[0] for row in self._file.found(chosen.order_by(order.desc()).limit(limit))]


def _parts(wanted: CaseFilter) -> list[Collection[CaseState]]:
    """Return the states to be asked: each by itself, or all at once where another index is in charge."""
    other = wanted.text or wanted.customer_id or wanted.logged_from or wanted.logged_until
    if other or not (wanted.states or wanted.failure_kind):
        return [wanted.states]
    return [(state,) for state in wanted.states or CaseState]


def _searched(source: "peewee.ModelSelect[CaseRow]", wanted: CaseFilter) -> "peewee.ModelSelect[CaseRow]":
    return source.join(_FOUND, on=(_FOUND.c.rowid == CaseRow.place)) if wanted.text else source


def _conditions(wanted: CaseFilter, states: Collection[CaseState]) -> list[peewee.Expression] | None:
    """Return what the filter asks, in these states, or None where its text holds nothing to search for."""
    conditions: list[peewee.Expression] = []
    if wanted.text:
        match = query(wanted.text)
        if not match:
            return None
        conditions.append(peewee.Expression(_FOUND.c.case_words, "MATCH", match))
    if states:
        conditions.append(_asked(CaseRow.state, wanted).in_([str(state) for state in sorted(states)]))
    if wanted.failure_kind:
        conditions.append(_asked(CaseRow.failure_kind, wanted) == wanted.failure_kind)
    if wanted.customer_id is not None:
        conditions.append(CaseRow.customer_id == wanted.customer_id)
    if wanted.logged_from is not None:
        conditions.append(CaseRow.logged_at >= wanted.logged_from)
    if wanted.logged_until is not None:
        conditions.append(CaseRow.logged_at < wanted.logged_until)
    return conditions


def _asked(column: peewee.Field, wanted: CaseFilter) -> peewee.ColumnBase:
    """Return a column, hidden from its index where days are asked for: theirs finds fewer cases."""
    if wanted.logged_from is None and wanted.logged_until is None:
        return column
    return peewee.fn.COALESCE(column, "")
