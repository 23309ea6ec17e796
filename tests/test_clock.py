"""What time it is, and what time a text means."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from desktop_cs.clock import FixedClock, SystemClock, moment_of, steady_seconds
from desktop_cs.errors import UserError

BERLIN = ZoneInfo("Europe/Berlin")


def test_the_computers_clock_tells_whole_seconds_in_utc():
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert now.microsecond == 0


def test_the_steady_clock_never_goes_back():
    looks = [steady_seconds() for _look in range(100)]
    assert looks == sorted(looks)


def test_a_fixed_clock_stands_still_and_tells_utc():
    clock = FixedClock(datetime(2026, 11, 2, 10, 0, tzinfo=BERLIN))
    assert clock.now() == clock.now() == datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-02T10:00", datetime(2026, 11, 2, 9, tzinfo=UTC)),
        (" 2026-11-02 10:00:00 ", datetime(2026, 11, 2, 9, tzinfo=UTC)),
        ("2026-07-02T10:00", datetime(2026, 7, 2, 8, tzinfo=UTC)),
        ("2026-11-02T10:00Z", datetime(2026, 11, 2, 10, tzinfo=UTC)),
        ("2026-11-02T10:00+09:00", datetime(2026, 11, 2, 1, tzinfo=UTC)),
        ("2026-11-02", datetime(2026, 11, 1, 23, tzinfo=UTC)),
    ],
)
def test_a_time_without_a_zone_is_the_shops_own(text, moment):
    assert moment_of(text, BERLIN) == moment


@pytest.mark.parametrize("text", ["", "soon", "2026-13-01", "10:00", "0001-01-01T00:00", "2026-11-02T25:00"])
def test_what_is_no_time_is_refused_with_an_example(text):
    with pytest.raises(UserError, match="2026-11-22T14:05"):
        moment_of(text, BERLIN)
