"""When the shop is open, and what working time follows from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_FURTHEST_DAYS = 366  # a shop that is closed longer has no next opening


@dataclass(frozen=True, slots=True)
class Shift:
    """From opening to closing on one day, in the shop's wall time."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The week of a shop, its closed days and its time zone.

    Args:
        week: Seven entries from Monday to Sunday; None is a day on which the shop stays closed.
        closed_days: Days on which it stays closed whatever the week says.
        zone_name: IANA name, such as "Europe/Berlin".
    """

    week: tuple[Shift | None, ...]
    closed_days: frozenset[date] = frozenset()
    zone_name: str = "UTC"

    @property
    def zone(self) -> ZoneInfo:
        """Return the shop's time zone."""
        return ZoneInfo(self.zone_name)

    def wall(self, moment: datetime) -> datetime:
        """Return a moment as the clock on the shop's wall shows it, without a zone."""
        return moment.astimezone(self.zone).replace(tzinfo=None)

    def moment(self, wall: datetime) -> datetime:
        """Return the moment in UTC at which the shop's wall clock shows this."""
        return wall.replace(tzinfo=self.zone).astimezone(UTC)

    def shift(self, day: date) -> Shift | None:
        """Return the hours of this day, or None when the shop is closed."""
        return None if day in self.closed_days else self.week[day.weekday()]

    def is_open(self, moment: datetime) -> bool:
        """Return whether somebody is there at this moment; closing time itself still counts."""
        wall = self.wall(moment)
        shift = self.shift(wall.date())
        return shift is not None and shift.opens <= wall.time() <= shift.closes

    def next_open(self, moment: datetime) -> datetime:
        """Return the moment itself when the shop is open, else its next opening, in UTC.

        A shop that does not open within a year gives the moment itself.
        """
        if self.is_open(moment):
            return moment.astimezone(UTC)
        wall = self.wall(moment)
        for day, shift in self._open_days(wall.date()):
            opening = datetime.combine(day, shift.opens)
            if opening > wall:
                return self.moment(opening)
        return moment.astimezone(UTC)

    def add_working_days(self, moment: datetime, days: int) -> datetime:
        """Return the same time of day, so many open days later, in UTC."""
        wall = self.wall(moment)
        left = days
        for day, _shift in self._open_days(wall.date() + timedelta(days=1)):
            left -= 1
            if left <= 0 < days:
                return self.moment(datetime.combine(day, wall.time()))
        return moment.astimezone(UTC)

    def working_minutes(self, start: datetime, end: datetime) -> int:
        """Return how many minutes the shop is open between two moments; 0 when the end is not later."""
        first, last = self.wall(start), self.wall(end)
        total = timedelta()
        day = first.date()
        while day <= last.date():
            shift = self.shift(day)
            if shift is not None:
                opens = max(first, datetime.combine(day, shift.opens))
                closes = min(last, datetime.combine(day, shift.closes))
                total += max(closes - opens, timedelta())
            day += timedelta(days=1)
        return int(total.total_seconds() // 60)

    def _open_days(self, first: date) -> Iterator[tuple[date, Shift]]:
        for ahead in range(_FURTHEST_DAYS):
            day = first + timedelta(days=ahead)
            shift = self.shift(day)
            if shift is not None:
                yield day, shift


def weekdays(opens: time, closes: time, days: range = range(5)) -> tuple[Shift | None, ...]:
    """Return a week with the same hours on these days (0 is Monday) and closed on the others."""
    return tuple(Shift(opens, closes) if day in days else None for day in range(7))
