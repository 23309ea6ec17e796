"""How much trouble a recovery was for the customer, in three numbers."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.remedies import remedies_of
from desktop_cs.cases.steps import StepEntry

_OVER = ("logged", "closed")


@dataclass(frozen=True, slots=True)
class CareNumbers:
    """How often they had to tell it, through how many hands the case went, and how soon they got something.

    `minutes_to_first_remedy` is clock time from opening; None while nothing was given.
    Source: practice.md 4: times told, hands passed and minutes to the first remedy are counted.
    """

    times_told: int
    hands_passed: int
    minutes_to_first_remedy: int | None


def care_numbers_of(
    case: Case, apology: StepEntry, resolution: StepEntry, events: Iterable[CaseEvent]
) -> CareNumbers:
    """Return the care numbers of a case.

    A resolution that was gone through again, after the case came back, was given at the latest when the case
    was first logged.
    """
    minutes = None
    if resolution.done_at is not None and remedies_of(resolution.answers).is_given:
        over = [event.at for event in events if event.what in _OVER]
        given_at = min((resolution.done_at, *over))
        minutes = max(int((given_at - case.opened_at).total_seconds() // 60), 0)
    told = apology.answers.get("times_told", "")
    return CareNumbers(int(told) if told.isdigit() else 1, case.hands_passed, minutes)
