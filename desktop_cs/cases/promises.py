"""Promises: what was said, by when it is due, and how far it can be trusted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil
from uuid import UUID, uuid5

from desktop_cs.shop.opening_hours import OpeningHours

LEAST_TRUST = -100  # percent that are shown: what is later than twice the promised time is simply late


class PromiseState(StrEnum):
    """How a promise went."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    RENEGOTIATED = "renegotiated"


class PromiseKind(StrEnum):
    """What sort of promise it is."""

    TASK = "task"
    CALLBACK = "callback"  # the customer named the time; keeps its place among the people waiting


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that was told to a customer. Times in UTC; `aim_at` is the earlier time that staff aim at."""

    id: UUID
    case_id: UUID
    what: str
    made_at: datetime
    due_at: datetime
    by_whom: str = ""
    told_as: str = ""
    aim_at: datetime | None = None
    state: PromiseState = PromiseState.OPEN
    settled_at: datetime | None = None
    case_number: int = 0
    who: str = ""
    kind: PromiseKind = PromiseKind.TASK


@dataclass(frozen=True, slots=True)
class SuggestedTimes:
    """When to aim for and what to tell the customer: aim earlier, tell later."""

    aim_at: datetime
    tell: datetime


def trust_percent(made_at: datetime, due_at: datetime, replied_at: datetime) -> float:
    """Return (1 - reply time / promised reply time) x 100, in clock time, to one decimal.

    100 when kept at once, or before by a clock that was set back meanwhile; 0 on the dot, negative when late;
    0 for a promise due at the moment it was made that was kept then, -100 when it was not.
    Source: practice.md 4.
    """
    promised = (due_at - made_at).total_seconds()
    taken = max((replied_at - made_at).total_seconds(), 0.0)
    if promised <= 0:
        return 0.0 if taken <= 0 else -100.0
    return round((1 - taken / promised) * 100, 1)


def running_trust(promise: Promise, told: Iterable[datetime], now: datetime) -> float:
    """Return the trust in an open promise as it runs down, in percent.

    An honest word of progress is a reply of its own: trust runs down anew from it, from 100 to 0 at the due
    time. Once the promise is late it counts from when it was made, as it will when it is settled: a word
    makes waiting easier, it keeps no promise. Source: practice.md 4.

    Args:
        promise: The promise.
        told: When the customer was told how it stands.
        now: The moment it is, or at which the word is given.
    """
    heard = [at for at in told if promise.made_at < at <= min(now, promise.due_at)]
    since = max(heard, default=promise.made_at) if now <= promise.due_at else promise.made_at
    return trust_percent(since, promise.due_at, now)


def next_promise(promises: Iterable[Promise]) -> Promise | None:
    """Return the open promise that is due first, or None."""
    open_ones = [one for one in promises if one.state is PromiseState.OPEN]
    return min(open_ones, key=lambda one: one.due_at, default=None)


def with_renewed(roots: Iterable[UUID], promises: Iterable[Promise]) -> set[UUID]:
    """Return the keys of these promises and of those that took their place by a new time."""
    known, found = list(promises), set(roots)
    while True:
        renewed = {one.id for one in known for key in found if one.id == renewed_key(key, one.due_at)}
        if renewed <= found:
            return found
        found |= renewed


def earlier_of(promise: Promise, promises: Iterable[Promise]) -> list[Promise]:
    """Return the promises whose place this one took each time that a new time was agreed, the first first."""
    known, chain = list(promises), [promise]
    while True:
        last = chain[-1]
        before = next((one for one in known if last.id == renewed_key(one.id, last.due_at)), None)
        if before is None:
            return chain[:0:-1]
        chain.append(before)


def renewed_key(promise_id: UUID, due_at: datetime) -> UUID:
    """Return the key of the promise that takes this one's place once the customer agrees to a new time."""
    return uuid5(promise_id, due_at.isoformat())


def working_days(start: datetime, end: datetime, hours: OpeningHours) -> int:
    """Return how many open days passed, not counting the first: 0 on the same day, 1 on the next open one."""
    first, last = hours.wall(start).date(), hours.wall(end).date()
    days = (first + timedelta(days=ahead) for ahead in range(1, (last - first).days + 1))
    return sum(hours.shift(day) is not None for day in days)


def percentile_days(days: Sequence[int], share: float = 0.9) -> int:
    """Return the smallest number of days within which this share of like cases was done (nearest rank).

    Raises:
        ValueError: There are no like cases.
    """
    if not days:
        msg = "no like cases"
        raise ValueError(msg)
    ordered = sorted(days)
    return ordered[ceil(share * len(ordered)) - 1]


def suggested_times(
    made_at: datetime, like_days: Sequence[int], margin_days: int, hours: OpeningHours
) -> SuggestedTimes | None:
    """Return when to aim for and what to tell, from the working days that like cases took.

    Source: practice.md 4: their 90th percentile is aimed at, the margin on top is what the customer hears.
    None when there is no like case to learn from.
    """
    if not like_days:
        return None
    days = percentile_days(like_days)
    return SuggestedTimes(
        aim_at=hours.add_working_days(made_at, days),
        tell=hours.add_working_days(made_at, days + margin_days),
    )
