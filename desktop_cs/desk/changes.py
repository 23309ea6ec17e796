"""What an act changed, so that pages that show it load again."""

from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Changes:
    """Which things are no longer as they were; `day` says that a new day of the shop has begun."""

    cases: frozenset[UUID] = frozenset()
    follow_ups: bool = False
    customers: bool = False
    settings: bool = False
    day: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Return both together."""
        return Changes(
            self.cases | other.cases,
            self.follow_ups or other.follow_ups,
            self.customers or other.customers,
            self.settings or other.settings,
            self.day or other.day,
        )


EVERYTHING = Changes(follow_ups=True, customers=True, settings=True)


@dataclass(frozen=True, slots=True)
class Result(Generic[T_co]):
    """What an act gave, and what it changed."""

    value: T_co
    changed: Changes


def of_case(case_id: UUID, *, follow_ups: bool = False) -> Changes:
    """Return the changes of an act on one case."""
    return Changes(cases=frozenset({case_id}), follow_ups=follow_ups)
