"""When the three follow-ups of a case fall due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_cs.cases.findings import Outcome
from desktop_cs.followups.followup import FollowUpKind
from desktop_cs.shop.settings import ShopSettings


@dataclass(frozen=True, slots=True)
class PlannedFollowUp:
    """A follow-up before it is stored."""

    kind: FollowUpKind
    due_at: datetime
    until: datetime | None = None
    as_call: bool = False


def plan_follow_ups(
    resolved_at: datetime, promised_for: Sequence[datetime], outcome: Outcome, settings: ShopSettings
) -> tuple[PlannedFollowUp, ...]:
    """Return the three follow-ups, each at a time when the shop is open.

    Args:
        resolved_at: When the resolution was given (the fix of what was settled on the spot).
        promised_for: Due times of the promises; the last of them is the intended fix.
        outcome: What came of it: "reluctantly" makes the wrap-up a call.
        settings: The shop's delays and opening hours.

    Source: practice.md 5: 20 minutes after the intended fix; at once until its end date; 7 days after it is
    done.
    """
    fixed_at = max((*promised_for, resolved_at))
    immediate = (
        fixed_at + timedelta(minutes=settings.immediate_after_minutes) if promised_for else resolved_at
    )
    hours = settings.hours
    return (
        PlannedFollowUp(FollowUpKind.IMMEDIATE, hours.next_open(immediate)),
        PlannedFollowUp(
            FollowUpKind.INTERNAL, resolved_at, until=hours.add_days(resolved_at, settings.internal_for_days)
        ),
        PlannedFollowUp(
            FollowUpKind.WRAP_UP,
            hours.next_open(hours.add_days(fixed_at, settings.wrap_up_after_days)),
            as_call=outcome.needs_wrap_up_call,
        ),
    )
