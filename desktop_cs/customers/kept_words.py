"""What the shop keeps about a person: what there is, what holds it back, what is past its time."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID


class Erased(StrEnum):
    """What can be erased."""

    CUSTOMER = "customer"  # with all their cases
    CASE = "case"
    LETTER = "letter"
    FOLLOW_UP = "follow_up"
    ATTACHMENT = "attachment"  # a picture or a file of a case
    NAME = "name"  # somebody's, out of another person's case


class Hold(StrEnum):
    """Why something had better not be erased before somebody has looked at it."""

    UNFINISHED = "unfinished"  # the case is still being worked on, or waits
    PROMISE = "promise"
    FOLLOW_UP = "follow_up"
    REQUEST = "request"
    SAFETY = "safety"  # somebody was in danger: the law may ask for it for longer


@dataclass(frozen=True, slots=True)
class Person:
    """Whose words are meant: a customer, or whoever a case without a customer is about.

    Args:
        id: Of the customer, or of the case.
        name: What they go by.
        phone: "" where none is known.
        is_customer: Whether they are a customer with a row of their own.
    """

    id: UUID
    name: str
    phone: str = ""
    is_customer: bool = True


@dataclass(frozen=True, slots=True)
class KeptCase:
    """A case with words about a person; times in UTC."""

    id: UUID
    number: int
    who: str
    one_line: str
    opened_at: datetime
    holds: frozenset[Hold] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody's name in words that are about somebody else.

    Args:
        case_id: The case, or None where it stands in the shop's own words.
        number: Of the case; 0 without one.
        place: The table in which it stands, such as "letter" or "prompt".
        excerpt: The words around it.
        is_sure: Whether it is the whole name or the phone number; else a part that others may share.
    """

    case_id: UUID | None
    number: int
    place: str
    excerpt: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Holdings:
    """What there is about a person.

    Args:
        cases: Their cases, newest first, without those that were erased before.
        counts: How many of what, by the name of the table ("letter", "promise" ...) or "draft".
        namesakes: Cases under the same name that belong to no customer: perhaps theirs.
        twins: Other customers of the same name: perhaps the same person, written down twice.
    """

    cases: tuple[KeptCase, ...]
    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    namesakes: tuple[KeptCase, ...] = ()
    twins: tuple[Person, ...] = ()

    @property
    def holds(self) -> frozenset[Hold]:
        """Return all that speaks for waiting."""
        return frozenset(hold for case in self.cases for hold in case.holds)


@dataclass(frozen=True, slots=True)
class ErasingPlan:
    """What a manager decided to erase.

    Args:
        person: Whose words go.
        namesakes: Cases without a customer that are theirs too.
        twins: Customers who are the same person.
        names_out_of: Cases of others, out of whose words their name goes.
    """

    person: Person
    namesakes: tuple[UUID, ...] = ()
    twins: tuple[UUID, ...] = ()
    names_out_of: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class PastThing:
    """Something that is past the time for which it is kept.

    Args:
        what: What sort of thing.
        id: Its id.
        number: Of its case; 0 where it is a customer.
        who: Whose it is.
        line: What it is about.
        since: The moment from which its time was counted.
        holds: Why it is held back; it goes only when somebody says so.
    """

    what: Erased
    id: UUID
    number: int
    who: str
    line: str
    since: datetime
    holds: frozenset[Hold] = frozenset()


@dataclass(frozen=True, slots=True)
class Preview:
    """What would go if the times were kept now.

    Args:
        at: When it was looked at, in UTC.
        things: Everything that is past its time, cases first.
    """

    at: datetime
    things: tuple[PastThing, ...]

    def counts(self, released: Collection[UUID] = ()) -> dict[str, int]:
        """Return how many of what go, without what is held back and not released."""
        return dict(Counter(str(one.what) for one in self.going(released)))

    def going(self, released: Collection[UUID] = ()) -> list[PastThing]:
        """Return what goes: all that nothing holds back, and what somebody released by its id."""
        return [one for one in self.things if not one.holds or one.id in released]

    def held(self) -> list[PastThing]:
        """Return what is held back until somebody says so."""
        return [one for one in self.things if one.holds]


@dataclass(frozen=True, slots=True)
class OldBackups:
    """What still holds words that were erased.

    Args:
        count: How many backups, and files that a restore put aside.
        until: The day from which the last of the backups is gone, as long as one is made each month; None
            where there are none.
    """

    count: int
    until: date | None
