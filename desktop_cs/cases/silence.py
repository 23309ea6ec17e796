"""Silence: how long nobody has told a customer anything, in working time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_cs.cases.case import Case
from desktop_cs.shop.opening_hours import OpeningHours

TOLD = "told"  # a `CaseEvent`: somebody told the customer how it stands
# Events by which a customer hears from us; whoever brings a case back has just spoken with us.
HEARD_BY = (TOLD, "left_word.immediate", "left_word.wrap_up", "reopened")


@dataclass(frozen=True, slots=True)
class Silence:
    """A case whose customer has heard nothing for too long: since when (UTC), and working minutes since."""

    case: Case
    since: datetime
    minutes: int


def last_heard(opened_at: datetime, told: Iterable[datetime | None]) -> datetime:
    """Return when the customer last heard from us; when the case was opened, they spoke with us.

    Args:
        opened_at: When the case was opened.
        told: When anybody told them anything: a word of progress, a promise kept or given another time, a
            follow-up done, a letter printed; None where it did not happen. A broken promise told nothing.
    """
    return max((opened_at, *(at for at in told if at is not None)))


def silences(
    heard: Iterable[tuple[Case, datetime]], now: datetime, hours: OpeningHours, after_minutes: int
) -> tuple[Silence, ...]:
    """Return the cases that were silent for longer than so many working minutes, the longest first.

    Each day is counted once for all cases, so that many old cases cost no more than one.

    Args:
        heard: Cases with the moment at which their customer last heard from us.
        now: The moment it is.
        hours: When the shop is open.
        after_minutes: The working time that is not silence yet.

    Source: practice.md 4, silence alarm.
    """
    known = sorted(heard, key=lambda one: one[1], reverse=True)
    found: list[Silence] = []
    day_start, after_day = now, 0
    for case, since in known:
        while hours.wall(since).date() < hours.wall(day_start).date():
            midnight = hours.moment(hours.wall(day_start).replace(hour=0, minute=0, second=0, microsecond=0))
            after_day += hours.working_minutes(midnight, day_start)
            day_start = midnight - timedelta(microseconds=1)
        minutes = after_day + hours.working_minutes(since, day_start)
        if minutes > after_minutes:
            found.append(Silence(case, since, minutes))
    return tuple(sorted(found, key=lambda one: (one.since, one.case.number)))
