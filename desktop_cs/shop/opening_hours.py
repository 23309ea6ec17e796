"""When the shop is open, and what working time follows from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
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
        span = self._span(self.wall(moment).date())
        return span is not None and span[0] <= moment <= span[1]

    def next_open(self, moment: datetime) -> datetime:
        """Return the moment itself when the shop is open, else its next opening, in UTC.

        A shop that does not open within a year gives the moment itself.
        """
        if self.is_open(moment):
            return moment.astimezone(UTC)
        for day, shift in self._open_days(self.wall(moment).date()):
            opening = self.moment(datetime.combine(day, shift.opens))
            if opening > moment:
                return opening
        return moment.astimezone(UTC)

    def add_days(self, moment: datetime, days: int) -> datetime:
        """Return the same time on the shop's wall, so many days later, in UTC."""
        return self.moment(self.wall(moment) + timedelta(days=days))

    def add_working_days(self, moment: datetime, days: int) -> datetime:
        """Return the same time of day, so many open days later, in UTC.

        No days, or a shop that does not open within a year, give the moment itself.
        """
        if days <= 0:
            return moment.astimezone(UTC)
        wall = self.wall(moment)
        ahead = self._open_days(wall.date() + timedelta(days=1))
        found = next(islice(ahead, days - 1, None), None)
        if found is None:
            return moment.astimezone(UTC)
        return self.moment(datetime.combine(found[0], wall.time()))

    def working_minutes(self, start: datetime, end: datetime) -> int:
        """Return how many minutes the shop is open between two moments; 0 when the end is not later.

        Minutes that go by, not those that the wall clock jumps over or shows twice.
        """
        total = timedelta()
        day, last = self.wall(start).date(), self.wall(end).date()
        while day <= last:
            span = self._span(day)
            if span is not None:
                total += max(min(end, span[1]) - max(start, span[0]), timedelta())
            day += timedelta(days=1)
        return int(total.total_seconds() // 60)

    def _span(self, day: date) -> tuple[datetime, datetime] | None:
        """Return the moments at which the shop opens and closes on this day, or None when it is closed."""
        shift = self.shift(day)
        if shift is None:
            return None
        opens, closes = (datetime.combine(day, time_of_day) for time_of_day in (shift.opens, shift.closes))
        return self.moment(opens), self.moment(closes)

    def _open_days(self, first: date) -> Iterator[tuple[date, Shift]]:
        """Yield the open days from this one on; they end where the shop stays closed for a whole year."""
        day, closed_for = first, 0
        while closed_for < _FURTHEST_DAYS:
            shift = self.shift(day)
            closed_for = 0 if shift is not None else closed_for + 1
            if shift is not None:
                yield day, shift
            day += timedelta(days=1)


def weekdays(opens: time, closes: time, days: range = range(5)) -> tuple[Shift | None, ...]:
    """Return a week with the same hours on these days (0 is Monday) and closed on the others."""
    return tuple(Shift(opens, closes) if day in days else None for day in range(7))
