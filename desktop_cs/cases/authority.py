"""Who may give how much without asking anybody."""

from dataclasses import dataclass

from desktop_cs.shop.settings import Limit


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
    if spent <= approved:
        return Judgement(within=True)
    room = [
        (limit.per_case, spent),
        (None if limit.per_day is None else max(limit.per_day - given_today, 0), spent),
    ]
    tight = min((allowed for allowed, _amount in room if allowed is not None), default=None)
    if tight is None or spent <= tight:
        return Judgement(within=True, limit=tight)
    return Judgement(within=False, beyond=spent - tight, limit=tight)
