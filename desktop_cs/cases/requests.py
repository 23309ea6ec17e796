"""Requests about a case from one person of the shop to another: approve, take over, help, look at it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class RequestKind(StrEnum):
    """What is asked for. Source: practice.md 2 (S7) and 3 (S10); steps.md, `threatens` and `severity`."""

    APPROVAL = "approval"  # a manager is to approve what goes beyond somebody's authority
    HAND_OVER = "hand_over"  # a colleague is to take the case over
    HELP = "help"  # a colleague is to help on the spot
    ATTENTION = "attention"  # a manager is to know of it


class RequestState(StrEnum):
    """How far a request is."""

    WAITING = "waiting"
    GRANTED = "granted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class CaseRequest:
    """One request. Times in UTC, `amount` in minor units.

    `asked_of` is None where any manager (any colleague, for help) may answer. `case_number`, `who` and
    `one_line` repeat what a list needs to show.
    """

    id: UUID
    case_id: UUID
    kind: RequestKind
    asked_at: datetime
    asked_by: UUID | None = None
    asked_of: UUID | None = None
    amount: int = 0
    words: str = ""
    promise_id: UUID | None = None
    state: RequestState = RequestState.WAITING
    answered_at: datetime | None = None
    answered_by: UUID | None = None
    answer: str = ""
    case_number: int = 0
    who: str = ""
    one_line: str = ""

    def is_for(self, staff_id: UUID | None, *, manager: bool) -> bool:
        """Return whether this person may answer it: the one who was asked, else whoever may."""
        if staff_id is None or self.state is not RequestState.WAITING:
            return False
        if self.asked_of is not None:
            return self.asked_of == staff_id
        if self.kind is RequestKind.HELP:
            return staff_id != self.asked_by
        return manager
