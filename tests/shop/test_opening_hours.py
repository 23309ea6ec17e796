"""Opening hours: by the clock on the wall, also in the nights in which it is put forward and back.

In Berlin the clock jumps from 2 to 3 on 2026-03-29, and shows the hour from 2 to 3 twice on 2026-10-25.
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.shop.opening_hours import OpeningHours, Shift, weekdays

MONDAY = date(2026, 11, 23)
BERLIN = OpeningHours(weekdays(time(9), time(18)), frozenset({date(2026, 12, 24)}), "Europe/Berlin")
AT_NIGHT = OpeningHours((Shift(time(1), time(5)),) * 7, zone_name="Europe/Berlin")
NEVER = OpeningHours((None,) * 7)


def wall(text):
    """Return what the clock on the wall shows, without a zone."""
    return datetime.fromisoformat(text)


times = st.times().map(lambda value: value.replace(second=0, microsecond=0, fold=0))
shifts = st.none() | st.tuples(times, times).filter(lambda pair: pair[0] < pair[1]).map(
    lambda pair: Shift(*pair)
)
weeks = st.tuples(*[shifts] * 7)
days_around = st.dates(date(2026, 3, 20), date(2026, 11, 5))
shops = st.builds(
    OpeningHours,
    weeks,
    st.frozensets(days_around, max_size=5),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai", "UTC"]),
)
moments = st.datetimes(wall("2026-03-20"), wall("2026-11-05")).map(
    lambda value: value.replace(second=0, microsecond=0, tzinfo=UTC)
)


def berlin(text):
    return BERLIN.moment(wall(text))


@pytest.mark.parametrize(
    ("shown", "is_open"),
    [
        ("2026-11-23T08:59", False),
        ("2026-11-23T09:00", True),
        ("2026-11-23T18:00", True),
        ("2026-11-23T18:01", False),
        ("2026-11-22T12:00", False),
        ("2026-12-24T12:00", False),
    ],
)
def test_the_shop_is_open_from_opening_to_closing_on_open_days(shown, is_open):
    assert BERLIN.is_open(berlin(shown)) is is_open


def test_wall_and_moment_are_each_others_way_back():
    assert BERLIN.moment(wall("2026-07-01T12:00")) == datetime(2026, 7, 1, 10, tzinfo=UTC)
    assert BERLIN.wall(datetime(2026, 12, 1, 12, tzinfo=UTC)) == wall("2026-12-01T13:00")


def test_an_hour_that_is_shown_twice_means_its_first_time():
    assert BERLIN.moment(wall("2026-10-25T02:30")) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_an_hour_that_never_comes_is_moved_behind_the_jump():
    assert BERLIN.wall(BERLIN.moment(wall("2026-03-29T02:30"))) == wall("2026-03-29T03:30")


@pytest.mark.parametrize(
    ("shown", "opening"),
    [
        ("2026-11-23T12:00", "2026-11-23T12:00"),
        ("2026-11-23T07:00", "2026-11-23T09:00"),
        ("2026-11-27T18:30", "2026-11-30T09:00"),
        ("2026-12-23T20:00", "2026-12-25T09:00"),
    ],
)
def test_the_next_opening_passes_over_nights_weekends_and_closed_days(shown, opening):
    assert BERLIN.next_open(berlin(shown)) == berlin(opening)


def test_the_next_opening_keeps_its_time_when_the_clock_is_put_back():
    assert BERLIN.next_open(berlin("2026-10-23T19:00")) == datetime(2026, 10, 26, 8, tzinfo=UTC)
    assert berlin("2026-10-23T09:00") == datetime(2026, 10, 23, 7, tzinfo=UTC)


def test_a_shop_that_never_opens_gives_the_moment_itself():
    moment = datetime(2026, 11, 23, 10, tzinfo=UTC)
    assert NEVER.next_open(moment) == moment
    assert NEVER.add_working_days(moment, 3) == moment
    assert NEVER.working_minutes(moment, moment + timedelta(days=30)) == 0


@pytest.mark.parametrize(
    ("days", "shown"),
    [(0, "2026-12-22T15:00"), (1, "2026-12-23T15:00"), (2, "2026-12-25T15:00"), (3, "2026-12-28T15:00")],
)
def test_working_days_pass_over_closed_ones(days, shown):
    assert BERLIN.add_working_days(berlin("2026-12-22T15:00"), days) == berlin(shown)


def test_working_days_keep_the_time_on_the_wall_when_the_clock_is_put_forward():
    assert BERLIN.add_working_days(berlin("2026-03-27T15:00"), 1) == berlin("2026-03-30T15:00")
    assert berlin("2026-03-30T15:00") - berlin("2026-03-27T15:00") == timedelta(days=3, hours=-1)


def test_a_shop_that_opens_once_a_week_still_reaches_a_hundred_working_days():
    saturdays = OpeningHours(weekdays(time(9), time(18), range(5, 6)))
    start = datetime(2026, 1, 3, 12, tzinfo=UTC)
    assert saturdays.add_working_days(start, 100) == start + timedelta(weeks=100)


def test_working_minutes_are_those_in_which_the_shop_is_open():
    assert BERLIN.working_minutes(berlin("2026-11-27T17:00"), berlin("2026-11-30T09:30")) == 90
    assert BERLIN.working_minutes(berlin("2026-11-30T09:30"), berlin("2026-11-27T17:00")) == 0


def test_a_night_in_which_the_clock_is_put_forward_is_an_hour_shorter():
    night = berlin("2026-03-29T00:00"), berlin("2026-03-29T06:00")
    assert AT_NIGHT.working_minutes(*night) == 3 * 60


def test_a_night_in_which_the_clock_is_put_back_is_an_hour_longer():
    night = berlin("2026-10-25T00:00"), berlin("2026-10-25T06:00")
    assert AT_NIGHT.working_minutes(*night) == 5 * 60


@given(shops, moments, moments, moments)
def test_working_minutes_add_up(shop, one, two, three):
    first, middle, last = sorted((one, two, three))
    whole = shop.working_minutes(first, last)
    assert whole == shop.working_minutes(first, middle) + shop.working_minutes(middle, last)
    assert 0 <= whole <= (last - first) / timedelta(minutes=1)


@given(shops, moments)
def test_nobody_is_there_before_the_next_opening(shop, moment):
    opening = shop.next_open(moment)
    assert opening >= moment
    assert shop.working_minutes(moment, opening) == 0
    assert shop.is_open(opening) or not any(shop.week)


@given(shops, moments, st.integers(1, 40))
def test_so_many_open_days_lie_between_a_day_and_so_many_working_days_later(shop, moment, days):
    first, last = shop.wall(moment).date(), shop.wall(shop.add_working_days(moment, days)).date()
    between = [first + timedelta(days=ahead) for ahead in range(1, (last - first).days + 1)]
    assert sum(shop.shift(day) is not None for day in between) == (days if any(shop.week) else 0)


def test_a_week_of_equal_days_is_closed_on_the_others():
    assert weekdays(time(9), time(18)) == (Shift(time(9), time(18)),) * 5 + (None, None)
    assert BERLIN.shift(MONDAY) == Shift(time(9), time(18))
