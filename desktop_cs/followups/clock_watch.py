"""Notices what was done to the clock of this PC while the program ran, and when a new day begins.

Three clocks are laid side by side: the one on the wall, one that only goes forward, and the PC's own zone.
What is due is due by the shop's clock, so none of this moves anything; it only makes somebody look, and asks
a person to look at the clock.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop_cs.shop.opening_hours import OpeningHours

TOLERANCE = timedelta(minutes=1)  # what keeps a clock right by itself moves it by less


@dataclass(frozen=True, slots=True)
class Reading:
    """What the clocks showed at one instant.

    Args:
        wall: The PC's clock, in UTC.
        steady_s: Seconds of a clock that only goes forward, from any beginning.
        pc_offset: How far the zone of the PC is ahead of UTC.
    """

    wall: datetime
    steady_s: float
    pc_offset: timedelta


@dataclass(frozen=True, slots=True)
class ClockNews:
    """What happened between two looks at the clocks.

    `moved` is by how much somebody set the clock ahead, or back where it is negative; `away` how long nobody
    looked, since the PC slept; `differs` by how much the PC now shows another time than the shop, where it
    did not before.
    """

    moved: timedelta = timedelta()
    away: timedelta = timedelta()
    new_day: bool = False
    differs: timedelta = timedelta()

    @property
    def wants_look(self) -> bool:
        """Return whether things may be due that were not a moment ago."""
        return bool(self.moved or self.away) or self.new_day


class ClockWatch:
    """Compares each look at the clocks with the one before."""

    def __init__(self) -> None:
        self._last: Reading | None = None
        self._day: date | None = None
        self._ahead = timedelta()

    def look(self, reading: Reading, hours: OpeningHours) -> ClockNews:
        """Return what happened since the last look; nothing on the first.

        Args:
            reading: What the clocks show now.
            hours: The shop's own zone.
        """
        last, day_before, ahead_before = self._last, self._day, self._ahead
        self._last, self._day = reading, hours.wall(reading.wall).date()
        self._ahead = reading.pc_offset - _offset(reading.wall, hours)
        if last is None:
            return ClockNews()
        passed = timedelta(seconds=reading.steady_s - last.steady_s)
        moved = reading.wall - last.wall - passed
        return ClockNews(
            moved=moved if abs(moved) > TOLERANCE else timedelta(),
            away=passed if passed > TOLERANCE else timedelta(),
            new_day=self._day != day_before,
            differs=self._ahead if self._ahead != ahead_before else timedelta(),
        )


def _offset(moment: datetime, hours: OpeningHours) -> timedelta:
    """Return how far the shop's zone is ahead of UTC at this moment."""
    return moment.astimezone(hours.zone).utcoffset() or timedelta()
