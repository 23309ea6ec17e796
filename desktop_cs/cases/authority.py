"""Who may give how much without asking anybody, and by when a customer hears what a manager says."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.shop.settings import Limit

_LEAST_WAIT = timedelta(minutes=30)  # so that a manager can be found and the customer be told
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an amount is inside somebody's authority, and by how much it is beyond, in minor units."""

    within: bool
    beyond: int = 0
    limit: int | None = None


def judge(spent: int, given_today: int, limit: Limit, approved: int = 0) -> Judgement:
    """Return whether goodwill and extra of one case are inside the limits per case and per day.

    Args:
        spent: Goodwill plus extra of this case, minor units.
        given_today: What the same person gave in other cases today, minor units.
        limit: What the role may give.
        approved: What a manager approved for this case, minor units; up to there nothing asks.
    """
    room = (limit.per_case, None if limit.per_day is None else max(limit.per_day - given_today, 0))
    tight = min((allowed for allowed in room if allowed is not None), default=None)
    if tight is None or spent <= max(tight, approved):
        return Judgement(within=True, limit=tight)
    return Judgement(within=False, beyond=spent - tight, limit=tight)


def room_left(judgement: Judgement, spent: int, approved: int) -> int | None:
    """Return what more may be given in a case without asking, in minor units; None is no limit."""
    if judgement.limit is None:
        return None
    return max(judgement.limit, approved) - spent


def answer_time(now: datetime, hours: OpeningHours) -> datetime:
    """Return by when the customer can be told what a manager says: the next full hour of the working day.

    Half an hour at least is left to find the manager. Where the day ends before, it is closing time; after
    that an hour past the next opening.
    """
    wall = hours.wall(now)
    shift = hours.shift(wall.date())
    full = (wall + _LEAST_WAIT).replace(minute=0, second=0, microsecond=0)
    full = full if full >= wall + _LEAST_WAIT else full + _HOUR
    if shift is not None and hours.is_open(now):
        closing = datetime.combine(wall.date(), shift.closes)
        if wall + _LEAST_WAIT <= closing:
            return hours.moment(min(full, closing))
    opening = hours.next_open(now + (_LEAST_WAIT if hours.is_open(now) else timedelta()))
    return opening + _HOUR
