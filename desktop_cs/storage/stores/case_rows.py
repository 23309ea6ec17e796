"""Rows of cases, steps and events as values of the domain."""

from collections.abc import Mapping, Sequence
from typing import Any

from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.steps import Step, StepEntry
from desktop_cs.storage.tables.records import CaseRow, EntryRow, EventRow
from desktop_cs.storage.tables.rows import values_of

_NOT_OF_CASE = frozenset({"shop_id", "place"})
_NOT_OF_ENTRY = frozenset({"id", "shop_id", "case_id", "goodwill", "extra", "money_back", "suspected_abuse"})
_NOT_OF_EVENT = frozenset({"id", "shop_id"})


def case_from(row: Sequence[Any]) -> Case:
    """Return the case that a row of its table holds."""
    return Case(**values_of(CaseRow, row, _NOT_OF_CASE))


def entry_from(row: Sequence[Any]) -> StepEntry:
    """Return the step's entry that a row of its table holds."""
    return StepEntry(**values_of(EntryRow, row, _NOT_OF_ENTRY))


def event_from(row: Sequence[Any]) -> CaseEvent:
    """Return the event that a row of its table holds."""
    return CaseEvent(**values_of(EventRow, row, _NOT_OF_EVENT))


def facts_of(entry: StepEntry) -> dict[str, object]:
    """Return what is summed and counted of an entry, by column; money in minor units."""
    goodwill, extra, money_back = _spent(entry.answers) if entry.step is Step.RESOLUTION else (0, 0, 0)
    return {
        "goodwill": goodwill,
        "extra": extra,
        "money_back": money_back,
        "suspected_abuse": entry.answers.get("suspected_abuse") == "yes",
    }


def _spent(answers: Mapping[str, str]) -> tuple[int, int, int]:
    from desktop_cs.cases.remedies import remedies_of  # noqa: PLC0415 (a start must not wait for it)

    given = remedies_of(answers)
    goodwill, extra = (sum(line.cost for line in lines) for lines in (given.goodwill, given.extra))
    return goodwill, extra, given.money_back
