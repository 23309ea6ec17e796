"""Finding, without being told, that this is not the first time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from uuid import UUID


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


def find_second_failure(
    serial: str,
    customer_id: UUID | None,
    opened_at: datetime,
    earlier: Iterable[EarlierCase],
    window_days: int,
    zone: tzinfo = UTC,
) -> SecondFailure | None:
    """Return the latest earlier case of the same device or the same customer within the window, or None.

    The window counts whole days gone by; the days told are those of the calendar in the shop's `zone`.

    The same serial number counts more than the same customer, since families share a name.
    """
    today = opened_at.astimezone(zone).date()
    near = [
        SecondFailure(case, (today - case.opened_at.astimezone(zone).date()).days)
        for case in earlier
        if case.opened_at < opened_at and (opened_at - case.opened_at).days <= window_days
    ]
    same_device = [found for found in near if serial and found.earlier.serial == serial]
    same_customer = [found for found in near if customer_id and found.earlier.customer_id == customer_id]
    found = same_device or same_customer
    return min(found, key=lambda one: one.days, default=None)
