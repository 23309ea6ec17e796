"""To when something can be put off with one press. Knows no Qt."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from desktop_cs.i18n import _
from desktop_cs.shop.opening_hours import OpeningHours

_AFTERNOON = time(15)  # late enough to be the afternoon, early enough to reach people before the evening


@dataclass(frozen=True, slots=True)
class LaterTime:
    """A moment in UTC and its words."""

    words: str
    moment: datetime


def later_times(now: datetime, hours: OpeningHours) -> tuple[LaterTime, ...]:
    """Return the quick choices: in 20 minutes, this afternoon, at the next opening, in a week.

    A choice that would fall into the past or outside the opening hours is left out; the opening meant is the
    first one after today.

    Args:
        now: The moment from which on they count.
        hours: When somebody is in the shop.
    """
    wall = hours.wall(now)
    soon = now + timedelta(minutes=20)
    afternoon = hours.moment(datetime.combine(wall.date(), _AFTERNOON))
    midnight = hours.moment(datetime.combine(wall.date() + timedelta(days=1), time()))
    morning = hours.next_open(midnight)
    is_tomorrow = (hours.wall(morning).date() - wall.date()).days == 1
    found = [LaterTime(_("In 20 minutes"), soon)] if hours.is_open(soon) else []
    if afternoon > soon and hours.is_open(afternoon):
        found.append(LaterTime(_("This afternoon"), afternoon))
    words = _("Tomorrow at opening") if is_tomorrow else _("At the next opening")
    found.append(LaterTime(words, morning))
    found.append(LaterTime(_("Next week"), hours.next_open(morning_of(now + timedelta(days=7), hours))))
    return tuple(found)


def morning_of(moment: datetime, hours: OpeningHours) -> datetime:
    """Return the first moment, in UTC, of the shop's day that this moment is in."""
    return hours.moment(datetime.combine(hours.wall(moment).date(), time()))
