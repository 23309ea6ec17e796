"""What is to be done for the safety of the data by itself, and when the next time for each of it has come."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Chore(StrEnum):
    """What is done by itself, the most urgent first."""

    BACK_UP = "back_up"
    SECOND_PLACE = "second_place"
    CHECK = "check"
    DRILL = "drill"


# Source: safety.md, decisions 8 (hourly, a drill each month) and 9 (a check each week).
EVERY = {
    Chore.BACK_UP: timedelta(hours=1),
    Chore.SECOND_PLACE: timedelta(hours=1),
    Chore.CHECK: timedelta(days=7),
    Chore.DRILL: timedelta(days=30),
}


@dataclass(frozen=True, slots=True)
class LastDone:
    """When each was done last (None for never), and whether there is anything new to be saved."""

    backup_at: datetime | None
    second_at: datetime | None
    check_at: datetime | None
    drill_at: datetime | None
    is_changed: bool
    is_second_behind: bool


def due(last: LastDone, now: datetime) -> list[Chore]:
    """Return what is to be done now, the most urgent first; without any backup that is all."""
    moments = {
        Chore.BACK_UP: last.backup_at,
        Chore.SECOND_PLACE: last.second_at,
        Chore.CHECK: last.check_at,
        Chore.DRILL: last.drill_at,
    }
    has_reason = {
        Chore.BACK_UP: last.is_changed,
        Chore.SECOND_PLACE: last.is_second_behind,
        Chore.CHECK: last.backup_at is not None,
        Chore.DRILL: last.backup_at is not None,
    }
    return [chore for chore in Chore if has_reason[chore] and _has_come(moments[chore], now, EVERY[chore])]


def due_of_damaged(check_at: datetime | None, now: datetime, *, is_settled: bool) -> list[Chore]:
    """Return what is to be done now for records that are only read: nothing but another check.

    Args:
        check_at: When they were checked last, None for never.
        now: The moment.
        is_settled: Whether a check has seen the damage; what was only met may have passed by, and is checked
            at once.
    """
    return [Chore.CHECK] if not is_settled or _has_come(check_at, now, EVERY[Chore.CHECK]) else []


def _has_come(last: datetime | None, now: datetime, every: timedelta) -> bool:
    """Return whether so much time went by; a moment far ahead was written by a clock that was wrong."""
    return last is None or abs(now - last) >= every
