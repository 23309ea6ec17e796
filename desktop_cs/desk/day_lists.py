"""What a day holds besides what is due: requests, silence, letters, Log, peace, cards; read aside."""

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
_MOST = 100  # cases of a list; more are no list for one day


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A case that was resolved more than a day ago and whose Log is still to be written. Time in UTC."""

    case: Case
    resolved_at: datetime


@dataclass(frozen=True, slots=True)
class DayLists:
    """The lists of one day, each in the order in which somebody waits.

    `unresolved` are logged cases that nobody waits for any more and that the customer did not accept; `names`
    are those of the people who asked for something, by id.
    """

    requests: tuple[CaseRequest, ...] = ()
    silent: "tuple[Silence, ...]" = ()
    letters: "tuple[LetterDue, ...]" = ()
    unwritten: tuple[Unwritten, ...] = ()
    unresolved: tuple[Case, ...] = ()
    cards: "tuple[CareCard, ...]" = ()
    names: tuple[tuple[UUID, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is on any list."""
        lists = (self.requests, self.silent, self.letters, self.unwritten, self.unresolved, self.cards)
        return not any(lists)

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
        unwritten=tuple(Unwritten(*one) for one in desk.storage.logs.unwritten(resolved_until, _MOST)),
        unresolved=tuple(desk.storage.cases.left_unresolved(_MOST)),
        cards=tuple(desk.cards.to_read()),
        names=tuple(desk.due.names().items()),
    )
