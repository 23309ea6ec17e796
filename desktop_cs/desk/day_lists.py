"""What a day holds besides what is due: requests, silence, letters, Log, cards; read behind the window."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from desktop_cs.cases.case import Case
from desktop_cs.cases.requests import CaseRequest

if TYPE_CHECKING:
    from desktop_cs.cases.silence import Silence
    from desktop_cs.desk.card_work import CareCard
    from desktop_cs.desk.desk import Desk
    from desktop_cs.desk.waiting_reading import LetterDue

LOG_WITHIN = timedelta(days=1)  # Source: practice.md 1: the Log is written before memory fades
_MOST_LOGS = 100  # more are no list for one day


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A case that was resolved more than a day ago and whose Log is still to be written. Time in UTC."""

    case: Case
    resolved_at: datetime


@dataclass(frozen=True, slots=True)
class DayLists:
    """The lists of one day, each in the order in which somebody waits.

    `names` are those of the people who asked for something, by id.
    """

    requests: tuple[CaseRequest, ...] = ()
    silent: "tuple[Silence, ...]" = ()
    letters: "tuple[LetterDue, ...]" = ()
    unwritten: tuple[Unwritten, ...] = ()
    cards: "tuple[CareCard, ...]" = ()
    names: tuple[tuple[UUID, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is on any list."""
        return not (self.requests or self.silent or self.letters or self.unwritten or self.cards)

    def name(self, staff_id: UUID | None) -> str:
        """Return the name of somebody, "" where they are not known."""
        return next((name for one, name in self.names if one == staff_id), "")


def day_lists(desk: "Desk") -> DayLists:
    """Return the lists as they are now, for whoever acts."""
    resolved_until = desk.clock.now() - LOG_WITHIN
    return DayLists(
        requests=tuple(desk.requests.waiting()),
        silent=tuple(desk.follow_ups.silent_cases()),
        letters=tuple(desk.follow_ups.letters_due()),
        unwritten=tuple(Unwritten(*one) for one in desk.storage.logs.unwritten(resolved_until, _MOST_LOGS)),
        cards=tuple(desk.cards.to_read()),
        names=tuple(desk.due.names().items()),
    )
