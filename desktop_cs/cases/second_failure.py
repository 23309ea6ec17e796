"""Finding, without being told, that this is not the first time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from uuid import UUID

from desktop_cs.cases.serials import same_serial


@dataclass(frozen=True, slots=True)
class EarlierCase:
    """What is needed of a case that came before."""

    id: UUID
    number: int
    opened_at: datetime
    customer_id: UUID | None
    serial: str
    failure_kind: str
    root_cause: str = ""
    broken_promises: int = 0


@dataclass(frozen=True, slots=True)
class SecondFailure:
    """The earlier case and how many days ago it was opened."""

    earlier: EarlierCase
    days: int


@dataclass(frozen=True, slots=True)
class KnownBy:
    """What the case at hand is known by; "" and None where that is not known."""

    serial: str = ""
    customer_id: UUID | None = None
    failure_kind: str = ""


def find_second_failure(
    known_by: KnownBy,
    opened_at: datetime,
    earlier: Iterable[EarlierCase],
    window_days: int,
    zone: tzinfo = UTC,
) -> SecondFailure | None:
    """Return the latest earlier case of the same device or the same customer within the window, or None.

    The window counts whole days gone by; the days told are those of the calendar in the shop's `zone`.

    The same serial number counts more than the same customer, since families share a name; of several cases
    those with the same kind of failure count first.
    """
    near = [
        SecondFailure(case, days_between(case.opened_at, opened_at, zone))
        for case in earlier
        if case.opened_at < opened_at and (opened_at - case.opened_at).days <= window_days
    ]
    serial, customer_id, kind = known_by.serial, known_by.customer_id, known_by.failure_kind
    same_device = [found for found in near if same_serial(serial, found.earlier.serial)]
    same_customer = [found for found in near if customer_id and found.earlier.customer_id == customer_id]
    found = same_device or same_customer
    same_kind = [one for one in found if kind and one.earlier.failure_kind == kind]
    return min(same_kind or found, key=lambda one: one.days, default=None)


def days_between(first: datetime, second: datetime, zone: tzinfo) -> int:
    """Return how many days of the shop's calendar lie between two moments."""
    return (second.astimezone(zone).date() - first.astimezone(zone).date()).days


def share_a_name(one: str, other: str) -> bool:
    """Return whether two people might be one, or of one family: a word of both names, or a Chinese surname.

    A letter alone is no name.
    """
    shared = set(one.casefold().split()) & set(other.casefold().split())
    if any(len(word) > 1 for word in shared):
        return True
    return bool(one and other) and one[0] == other[0] and _is_chinese(one[0])


def _is_chinese(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"
