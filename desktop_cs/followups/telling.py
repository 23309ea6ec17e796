"""What to remind of, and when: in one word, never twice, and never lost."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desktop_cs.cases.promises import Promise
from desktop_cs.followups.followup import FollowUp
from desktop_cs.followups.reminders import Agenda
from desktop_cs.shop.opening_hours import OpeningHours

_Key = tuple[UUID, datetime]


@dataclass(frozen=True, slots=True)
class News:
    """What is to be told at one moment, all of it in one word.

    `opens_day` says that it is the first word of a day: then everything is in it that is late, also what was
    told the day before, and what falls due until tonight.
    """

    late: tuple[FollowUp | Promise, ...]
    today: tuple[FollowUp | Promise, ...] = ()
    opens_day: bool = False

    @property
    def late_people(self) -> int:
        """Return for how many people we are late, each counted once."""
        return len({one.case_id for one in self.late})

    @property
    def people(self) -> int:
        """Return how many people it is about, each counted once."""
        return len({one.case_id for one in (*self.late, *self.today)})


class Telling:
    """Remembers what was told.

    What was put off falls due again and is told again. Where the clock is set back, what was told by the
    wrong time is told once more when its right time comes, since it may matter then.
    """

    def __init__(self) -> None:
        self._told: set[_Key] = set()
        self._day: date | None = None

    def news(self, agenda: Agenda, now: datetime, hours: OpeningHours) -> News | None:
        """Return what is to be told at this moment, None where there is nothing; it stays so until `told`."""
        if self._day is not None:  # where the clock was set back, the days until then begin once more
            self._day = min(self._day, hours.wall(now).date())
        if self._opens_day(now, hours):
            return News(agenda.late, agenda.today, opens_day=True) if agenda.waiting else None
        new = tuple(one for one in agenda.late if _key(one) not in self._told)
        return News(new) if new else None

    def told(self, agenda: Agenda, now: datetime, hours: OpeningHours) -> None:
        """Note that all of this was told, or stands on the screen."""
        self._told = {key for key in self._told if key[1] < now} | {_key(one) for one in agenda.late}
        if self._opens_day(now, hours):
            self._day = hours.wall(now).date()

    def _opens_day(self, now: datetime, hours: OpeningHours) -> bool:
        """Return whether a day has begun for the people here: at the first look, then each time they open."""
        if self._day is None:
            return True
        today = hours.wall(now).date()
        shift = hours.shift(today)
        is_open = shift is not None and now >= hours.moment(datetime.combine(today, shift.opens))
        return is_open and today > self._day


def _key(one: FollowUp | Promise) -> _Key:
    return one.id, one.due_at
