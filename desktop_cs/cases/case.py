"""A case: one recovery, from the moment it is received until it is closed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop_cs.cases.states import CaseState

HOW_REACHED = ("counter", "phone", "letter", "someone_else")
MOODS = ("calm", "upset", "very_upset", "in_tears", "shouting")
THREATS = ("complain_elsewhere", "sue", "post_it")
ACCEPTED = ("gladly", "yes", "reluctantly")  # Source: steps.md, `customer_accepts`: the first three
REPORTERS = ("customer", "colleague", "supplier", "adviser")
# What is asked when a case is taken, and may be mended later.  Source: steps.md, "Header of every case"
HEADER_FIELDS = (
    "who",
    "one_line",
    "opened_at",
    "customer_id",
    "reported_by",
    "how_reached",
    "mood",
    "threatens",
    "language_of_letters",
    "reference",
)


@dataclass(frozen=True, slots=True)
class Case:
    """The header of a case. Times are in UTC; `who` is the name or nickname that people call it by."""

    id: UUID
    number: int
    state: CaseState
    who: str
    one_line: str
    opened_at: datetime
    customer_id: UUID | None = None
    reported_by: str = "customer"
    how_reached: str = "counter"
    mood: str = ""
    threatens: str = ""
    language_of_letters: str = "en"
    opened_by: UUID | None = None
    owner: UUID | None = None
    first_helper: UUID | None = None
    hands_passed: int = 0
    failure_kind: str = ""
    product: str = ""
    serial: str = ""
    severity: str = ""
    root_cause: str = ""
    finding: str = ""
    problem_solved: str = ""
    customer_accepts: str = ""
    earlier_case_id: UUID | None = None
    earlier_days: int | None = None
    logged_at: datetime | None = None
    closed_at: datetime | None = None
    close_reason: str = ""
    repair_status: str = ""
    reference: str = ""
    imported_from: str = ""

    @property
    def is_second_failure(self) -> bool:
        """Return whether the same customer, device or fault came before within the window."""
        return self.earlier_case_id is not None

    @property
    def is_being_worked_on(self) -> bool:
        """Return whether its steps can still be filled in."""
        return self.state in (CaseState.DRAFT, CaseState.OPEN, CaseState.REOPENED)


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """Something that happened to a case as a whole, such as logged, closed, reopened or cancelled."""

    case_id: UUID
    at: datetime
    what: str
    by: UUID | None = None
    reason: str = ""
