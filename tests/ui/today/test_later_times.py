"""Quick times to put something off to."""

from datetime import UTC, date, datetime, time

import pytest

from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.ui.today.later_times import later_times

HOURS = OpeningHours(weekdays(time(9), time(18)), frozenset({date(2026, 11, 25)}))


def told(moment, hours=HOURS):
    return {later.words: later.moment.strftime("%d %H:%M") for later in later_times(moment, hours)}


def test_at_noon_on_a_monday_all_of_them_are_offered():
    assert told(datetime(2026, 11, 16, 12, 0, tzinfo=UTC)) == {
        "In 20 minutes": "16 12:20",
        "This afternoon": "16 15:00",
        "Tomorrow at opening": "17 09:00",
        "Next week": "23 09:00",
    }


def test_late_in_the_day_what_has_passed_is_left_out():
    assert list(told(datetime(2026, 11, 16, 17, 50, tzinfo=UTC))) == ["Tomorrow at opening", "Next week"]


@pytest.mark.parametrize(
    ("now", "opening"),
    [
        (datetime(2026, 11, 20, 12, 0, tzinfo=UTC), "23 09:00"),  # a Friday: Monday is next
        (datetime(2026, 11, 24, 12, 0, tzinfo=UTC), "26 09:00"),  # the day after is a closed one
    ],
)
def test_before_closed_days_the_next_opening_is_offered(now, opening):
    assert told(now)["At the next opening"] == opening


def test_times_are_those_of_the_shops_own_clock():
    hours = OpeningHours(weekdays(time(9), time(18)), zone_name="Asia/Shanghai")
    assert told(datetime(2026, 11, 16, 4, 0, tzinfo=UTC), hours)["This afternoon"] == "16 07:00"
