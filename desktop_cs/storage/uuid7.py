"""Keys of rows: UUIDs of version 7, which sort by the time they were made.

Source: RFC 9562, sections 5.7 and 6.2 (method 2, a random part that is counted up within one millisecond).
The standard library has `uuid.uuid7` from Python 3.14 on.
"""

import os
import threading
import time
from uuid import UUID

_RANDOM_BITS = 74
_COUNTED_BITS = (
    73  # the highest random bit starts as 0, so that counting up within a millisecond never overflows
)
_VERSION_AND_VARIANT = (7 << 76) | (2 << 62)


class _Last:
    """The newest key of this process."""

    lock = threading.Lock()
    milliseconds = 0
    random = 0


def uuid7() -> UUID:
    """Return a new key, greater than all that this process made before, also when the clock is set back."""
    now = time.time_ns() // 1_000_000
    with _Last.lock:
        if now > _Last.milliseconds:
            _Last.milliseconds = now
            _Last.random = int.from_bytes(os.urandom(10), "big") >> (80 - _COUNTED_BITS)
        else:
            _Last.random += 1 + int.from_bytes(os.urandom(4), "big")
            if _Last.random >> _RANDOM_BITS:
                _Last.milliseconds += 1
                _Last.random = 0
        return _assembled(_Last.milliseconds, _Last.random)


def go_on_after(key: UUID) -> None:
    """Let all keys of this process come after one of another, also when the clock was set back in between."""
    milliseconds, random = key.int >> 80, (key.int >> 64 & 0xFFF) << 62 | key.int & ((1 << 62) - 1)
    with _Last.lock:
        newest = max((_Last.milliseconds, _Last.random), (milliseconds, random))
        _Last.milliseconds, _Last.random = newest


def _assembled(milliseconds: int, random: int) -> UUID:
    """Return 48 bits of time, then 12 and 62 of the random part, with version and variant between."""
    high, low = random >> 62, random & ((1 << 62) - 1)
    return UUID(int=(milliseconds << 80) | (high << 64) | low | _VERSION_AND_VARIANT)
