"""What was done to the clock of the PC, against tables made by hand from the rules of each zone."""

from datetime import UTC, datetime, time, timedelta

import pytest

from desktop_cs.followups.clock_watch import ClockNews, ClockWatch, Reading
from desktop_cs.shop.opening_hours import OpeningHours, weekdays

BERLIN, NEW_YORK, SHANGHAI = (
    OpeningHours(weekdays(time(9), time(18), range(7)), zone_name=name)
    for name in ("Europe/Berlin", "America/New_York", "Asia/Shanghai")
)
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def looked(readings, hours=SHANGHAI):
    """Return the news of the last of these looks: (moment in UTC, steady seconds, offset of the PC)."""
    watch = ClockWatch()
    told = [watch.look(Reading(wall, steady_s, offset), hours) for wall, steady_s, offset in readings]
    return told[-1]


def after(wall_passed, steady_passed, hours=SHANGHAI):
    offset = timedelta(hours=8)
    first = (NOON, 1000.0, offset)
    return looked([first, (NOON + wall_passed, 1000 + steady_passed.total_seconds(), offset)], hours)


def test_the_first_look_has_nothing_to_compare_with():
    news = looked([(NOON, 5.0, timedelta())])
    assert news == ClockNews()
    assert not news.wants_look


@pytest.mark.parametrize(
    ("wall_passed", "steady_passed", "moved", "away"),
    [
        (timedelta(seconds=2), timedelta(seconds=2), 0 * HOUR, 0 * HOUR),  # nothing happened
        (timedelta(seconds=3), timedelta(seconds=2), 0 * HOUR, 0 * HOUR),  # kept right by the net
        (timedelta(seconds=62), timedelta(seconds=2), 0 * HOUR, 0 * HOUR),  # just within what is let pass
        (timedelta(seconds=63), timedelta(seconds=2), timedelta(seconds=61), 0 * HOUR),
        (2 * HOUR + timedelta(seconds=2), timedelta(seconds=2), 2 * HOUR, 0 * HOUR),  # set ahead
        (timedelta(seconds=2) - 2 * HOUR, timedelta(seconds=2), -2 * HOUR, 0 * HOUR),  # set back
        (9 * HOUR, 9 * HOUR, 0 * HOUR, 9 * HOUR),  # slept over night
        (168 * HOUR, 168 * HOUR, 0 * HOUR, 168 * HOUR),  # slept for a week
        (8 * HOUR, 9 * HOUR, -1 * HOUR, 9 * HOUR),  # slept, and was set back by an hour meanwhile
        (timedelta(), 2 * timedelta(seconds=1), 0 * HOUR, 0 * HOUR),  # a clock that stands still
    ],
)
def test_a_clock_that_was_set_is_told_from_a_pc_that_slept(wall_passed, steady_passed, moved, away):
    news = after(wall_passed, steady_passed)
    assert (news.moved, news.away) == (moved, away)
    assert news.wants_look is bool(moved or away)


def test_what_was_told_once_is_no_news_at_the_next_look():
    watch, offset = ClockWatch(), timedelta(hours=8)
    watch.look(Reading(NOON, 0.0, offset), SHANGHAI)
    assert watch.look(Reading(NOON - 2 * HOUR, 2.0, offset), SHANGHAI).moved == -2 * HOUR - timedelta(
        seconds=2
    )
    assert watch.look(Reading(NOON - 2 * HOUR, 4.0, offset), SHANGHAI) == ClockNews()


# Source: the rules of each zone. Berlin goes ahead on 2026-03-29 at 01:00 UTC and back on 2026-10-25 at 01:00
# UTC; New York goes back on 2026-11-01 at 06:00 UTC; Shanghai has kept one time since 1991.
MIDNIGHTS = [
    (BERLIN, "2026-03-28 23:00"),  # 29 March, a day of 23 hours, begins at UTC+1 ...
    (BERLIN, "2026-03-29 22:00"),  # ... and ends at UTC+2
    (BERLIN, "2026-10-24 22:00"),  # 25 October, a day of 25 hours
    (BERLIN, "2026-10-25 23:00"),
    (NEW_YORK, "2026-11-01 04:00"),
    (NEW_YORK, "2026-11-02 05:00"),
    (SHANGHAI, "2026-03-28 16:00"),
    (SHANGHAI, "2026-10-24 16:00"),
]


@pytest.mark.parametrize(("hours", "midnight"), MIDNIGHTS)
def test_a_new_day_begins_at_the_shops_own_midnight_and_once(hours, midnight):
    watch, zone_ahead = ClockWatch(), timedelta()
    begun = [
        watch.look(Reading(at(midnight) + minutes * MINUTE, minutes * 60.0, zone_ahead), hours).new_day
        for minutes in range(-90, 91)
    ]
    assert [minutes for minutes, new in zip(range(-90, 91), begun, strict=True) if new] == [0]


@pytest.mark.parametrize(
    ("hours", "first", "offsets"),
    [
        (BERLIN, "2026-03-29 00:30", (1, 2)),  # 01:30, then 03:30 on the wall
        (BERLIN, "2026-10-25 00:30", (2, 1)),  # 02:30, then 02:30 again
        (NEW_YORK, "2026-11-01 05:30", (-4, -5)),
        (SHANGHAI, "2026-03-29 00:30", (8, 8)),
    ],
)
def test_summer_time_is_nothing_done_to_the_clock(hours, first, offsets):
    before, later = (timedelta(hours=ahead) for ahead in offsets)
    watch = ClockWatch()
    watch.look(Reading(at(first), 0.0, before), hours)
    news = watch.look(Reading(at(first) + HOUR, 3600.0, later), hours)
    assert news == ClockNews(away=HOUR)


def test_a_pc_in_another_zone_than_the_shop_is_told_when_it_comes_to_differ():
    berlin, london = timedelta(hours=1), timedelta()
    same, other, still, back = (
        (NOON, 0.0, berlin),
        (NOON + MINUTE / 30, 2.0, london),
        (NOON + MINUTE / 15, 4.0, london),
        (NOON + MINUTE / 10, 6.0, berlin),
    )
    assert looked([same, other], BERLIN) == ClockNews(differs=-HOUR)
    assert looked([same, other, still], BERLIN) == ClockNews()
    assert looked([same, other, still, back], BERLIN) == ClockNews()
    assert not looked([same, other], BERLIN).wants_look


def test_a_pc_that_does_not_know_of_summer_time_is_told_on_the_day_it_begins():
    winter = timedelta(hours=1)
    news = looked([(at("2026-03-29 00:59"), 0.0, winter), (at("2026-03-29 01:00"), 60.0, winter)], BERLIN)
    assert news == ClockNews(differs=-HOUR)


def test_a_clock_set_back_over_midnight_begins_the_day_before():
    news = looked([(at("2026-11-18 16:30"), 0.0, 8 * HOUR), (at("2026-11-18 15:30"), 2.0, 8 * HOUR)])
    assert news.new_day
    assert news.moved == -HOUR - timedelta(seconds=2)
