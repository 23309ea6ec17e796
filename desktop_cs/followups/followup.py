"""A follow-up: tied to a case, due at a time, done with an outcome."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class FollowUpKind(StrEnum):
    """The three kinds. Source: practice.md 5."""

    IMMEDIATE = "immediate"
    INTERNAL = "internal"
    WRAP_UP = "wrap_up"


class FollowUpState(StrEnum):
    """How far a follow-up is."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One follow-up of one case. Times in UTC.

    `until` is the end date of an internal one; `as_call` says that a wrap-up must be a call, not a note;
    `case_number`, `who`, `one_line` and `phone` repeat what a list needs to show.
    """

    id: UUID
    case_id: UUID
    kind: FollowUpKind
    due_at: datetime
    until: datetime | None = None
    staff_id: UUID | None = None
    state: FollowUpState = FollowUpState.OPEN
    as_call: bool = False
    done_at: datetime | None = None
    done_by: UUID | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    form_version: int = 1
    case_number: int = 0
    who: str = ""
    one_line: str = ""
    phone: str = ""

    @property
    def holds_case_open(self) -> bool:
        """Return whether the case waits for it: an internal one only informs and ends by its date."""
        return self.state is FollowUpState.OPEN and self.kind is not FollowUpKind.INTERNAL
