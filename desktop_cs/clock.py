"""The time, handed to whoever needs it; nothing else in the program reads it by itself."""

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Protocol

from desktop_cs.errors import UserError
from desktop_cs.i18n import _


class Clock(Protocol):
    """Something that knows what time it is."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Return the present moment in UTC, to the second."""
        return datetime.now(UTC).replace(microsecond=0)


@dataclass(slots=True)
class FixedClock:
    """A clock that stands still until it is set; for tests, `--at` and past cases."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment that it was set to, in UTC."""
        return self.moment.astimezone(UTC)


def steady_seconds() -> float:
    """Return seconds of a clock that only goes forward, whatever is done to the other; sleep counts too."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)  # the plain one stands still while the PC sleeps
    return time.monotonic()


def moment_of(text: str, zone: tzinfo) -> datetime:
    """Return the moment that an ISO 8601 text names, in UTC.

    Args:
        text: Such as "2026-11-22T14:05"; a day alone is its midnight.
        zone: The zone meant where the text names none.

    Raises:
        UserError: The text is no date.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:  # the latter at the ends of the calendar
        sentence = _("“{text}” is not a date and time. Write it like 2026-11-22T14:05.").format(text=text)
        raise UserError(sentence) from error
