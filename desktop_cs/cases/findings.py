"""What came of a case: the finding, and the two outcomes that are kept apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_cs.cases.case import ACCEPTED
from desktop_cs.cases.remedies import Remedies


class Finding(StrEnum):
    """Whether the complaint was upheld."""

    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    NOT_UPHELD = "not_upheld"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Is the problem solved, and is the customer at peace? Two questions. Source: practice.md 1 (S3)."""

    problem_solved: str = ""
    customer_accepts: str = ""

    @property
    def is_resolved(self) -> bool:
        """Return whether the customer accepted, gladly or not."""
        return self.customer_accepts in ACCEPTED

    @property
    def is_at_peace(self) -> bool:
        """Return whether the customer accepted without reluctance."""
        return self.customer_accepts in ("gladly", "yes")

    @property
    def needs_wrap_up_call(self) -> bool:
        """Return whether a call must be made: accepted, but not at peace."""
        return self.customer_accepts == "reluctantly"


def outcome_of(answers: Mapping[str, str]) -> Outcome:
    """Return the outcome that the answers of the resolution form tell."""
    return Outcome(answers.get("problem_solved", ""), answers.get("customer_accepts", ""))


def wish_met(sought: str, given: Remedies) -> str:
    """Return how far the wish was met: "fully", "partly", "not", or "" when it was not asked."""
    if not sought:
        return ""
    if sought == given.entitlement_kind or sought in ("nothing", "apology", "explanation", "not_again"):
        return "fully"
    return "partly" if given.is_given else "not"
