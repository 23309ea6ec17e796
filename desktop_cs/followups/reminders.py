"""What Today shows: late, due today, and the next ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop_cs.cases.promises import Promise
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.shop.opening_hours import OpeningHours

NEXT_DAYS = 7  # how far ahead Today looks


@dataclass(frozen=True, slots=True)
class Agenda:
    """Open follow-ups and promises in the order of their due times, and the cards to read."""

    late: tuple[FollowUp | Promise, ...] = ()
    today: tuple[FollowUp | Promise, ...] = ()
    next_days: tuple[FollowUp | Promise, ...] = ()
    to_read: tuple[FollowUp, ...] = ()

    @property
    def waiting(self) -> int:
        """Return how many people wait to hear from us by the end of today, each counted once: the badge."""
        return len({one.case_id for one in (*self.late, *self.today)})


def agenda(
    follow_ups: Sequence[FollowUp], promises: Sequence[Promise], now: datetime, hours: OpeningHours
) -> Agenda:
    """Return what is open at this moment, sorted into late, later today and the next days."""
    cards = tuple(one for one in follow_ups if one.kind is FollowUpKind.INTERNAL)
    calls = [one for one in follow_ups if one.kind is not FollowUpKind.INTERNAL]
    items: list[FollowUp | Promise] = [*calls, *promises]
    items.sort(key=lambda item: item.due_at)
    today = hours.wall(now).date()
    last = today + timedelta(days=NEXT_DAYS)
    days = {id(item): hours.wall(item.due_at).date() for item in items}
    return Agenda(
        late=tuple(item for item in items if item.due_at < now),
        today=tuple(item for item in items if item.due_at >= now and days[id(item)] <= today),
        next_days=tuple(item for item in items if today < days[id(item)] <= last and item.due_at >= now),
        to_read=tuple(card for card in cards if card.until is None or card.until >= now),
    )
