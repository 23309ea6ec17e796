"""What is told when: in one word, never twice, and never lost."""

from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.followups.reminders import agenda
from desktop_cs.followups.telling import Telling
from desktop_cs.shop.opening_hours import OpeningHours, weekdays

WEEK = weekdays(time(9), time(18), range(6))  # closed on Sundays
SHOP = OpeningHours(WEEK)
MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def call(due):
    return FollowUp(uuid4(), uuid4(), FollowUpKind.IMMEDIATE, due)


class Listener:
    """Somebody who is told everything at once."""

    def __init__(self, *calls, hours=SHOP):
        self.calls, self.hours, self.telling = list(calls), hours, Telling()

    def told(self, now):
        due = agenda(self.calls, [], now, self.hours)
        news = self.telling.news(due, now, self.hours)
        self.telling.told(due, now, self.hours)
        return news


def test_the_first_word_of_a_day_gathers_what_is_late_and_what_is_still_due():
    late, later = call(MONDAY - 3 * DAY), call(MONDAY + 4 * HOUR)
    news = Listener(late, later).told(MONDAY)
    assert (news.opens_day, news.late, news.today) == (True, (late,), (later,))
    assert (news.late_people, news.people) == (1, 2)


def test_an_empty_day_opens_without_a_word():
    assert Listener(call(MONDAY + 3 * DAY)).told(MONDAY) is None


def test_what_falls_due_is_told_once():
    due = call(MONDAY + HOUR)
    listener = Listener(due)
    listener.told(MONDAY)
    assert listener.told(MONDAY + HOUR) is None  # on the dot nobody is late yet
    news = listener.told(MONDAY + HOUR + timedelta(seconds=20))
    assert (news.opens_day, news.late) == (False, (due,))
    assert listener.told(MONDAY + 2 * HOUR) is None


def test_what_may_not_be_told_now_is_told_later():
    due = call(MONDAY + HOUR)
    listener = Listener(due)
    listener.told(MONDAY)
    now = MONDAY + 2 * HOUR
    open_case = agenda(listener.calls, [], now, SHOP)
    assert listener.telling.news(open_case, now, SHOP).late == (due,)
    assert listener.telling.news(open_case, now, SHOP).late == (due,)


def test_what_was_put_off_is_told_again_when_it_falls_due_again():
    due = call(MONDAY - HOUR)
    listener = Listener(due)
    listener.told(MONDAY)
    listener.calls = [put_off := FollowUp(due.id, due.case_id, due.kind, MONDAY + HOUR)]
    assert listener.told(MONDAY + 2 * HOUR).late == (put_off,)


def test_two_things_for_one_customer_are_one_person():
    first = call(MONDAY - HOUR)
    second = FollowUp(uuid4(), first.case_id, FollowUpKind.WRAP_UP, MONDAY - 2 * HOUR)
    assert Listener(first, second).told(MONDAY).late_people == 1


def test_a_week_without_the_pc_is_one_word():
    calls = [call(MONDAY + number * HOUR) for number in range(1, 100)]
    listener = Listener(*calls)
    listener.told(MONDAY)
    news = listener.told(MONDAY + 7 * DAY)
    assert news.opens_day
    assert news.late == tuple(calls)
    assert listener.told(MONDAY + 7 * DAY + HOUR) is None


@pytest.mark.parametrize(
    ("hours_later", "opens"),
    [(12, False), (23, False), (24, True), (25, True)],  # 21:00, 08:00, 09:00, 10:00
)
def test_a_night_with_the_pc_on_ends_when_the_shop_opens(hours_later, opens):
    listener = Listener(call(MONDAY - HOUR))
    listener.told(MONDAY)
    news = listener.told(MONDAY + hours_later * HOUR)
    assert (news is not None and news.opens_day) is opens


def test_a_closed_day_has_no_opening_word():
    saturday = MONDAY + 5 * DAY
    listener = Listener(call(MONDAY))
    listener.told(saturday)
    assert listener.told(saturday + DAY) is None
    assert listener.told(saturday + 2 * DAY).opens_day


# Source: the rules of each zone, as in test_clock_watch; opening is at 09:00 on the shop's wall.
OPENINGS = [
    ("Europe/Berlin", "2026-03-28 08:00", "2026-03-29 07:00"),  # the day before in winter time, then summer
    ("Europe/Berlin", "2026-10-24 07:00", "2026-10-25 08:00"),
    ("America/New_York", "2026-10-31 13:00", "2026-11-01 14:00"),
    ("Asia/Shanghai", "2026-03-28 01:00", "2026-03-29 01:00"),
]


@pytest.mark.parametrize(("zone", "first", "opening"), OPENINGS)
def test_the_day_opens_by_the_shops_wall_also_when_summer_time_begins_or_ends(zone, first, opening):
    hours = OpeningHours(weekdays(time(9), time(18), range(7)), zone_name=zone)
    first, opening = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (first, opening))
    listener = Listener(call(first - DAY), hours=hours)
    assert listener.told(first).opens_day
    assert listener.told(opening - timedelta(minutes=1)) is None
    assert listener.told(opening).opens_day


def test_a_clock_set_back_tells_nothing_twice_on_that_day():
    listener = Listener(call(MONDAY - HOUR))
    listener.told(MONDAY + 4 * HOUR)
    assert listener.told(MONDAY + 2 * HOUR) is None
    assert listener.told(MONDAY + 5 * HOUR) is None


def test_what_a_wrong_clock_told_too_early_is_told_at_its_time():
    due = call(MONDAY + 2 * DAY + HOUR)
    listener = Listener(due)
    listener.told(MONDAY)
    assert listener.told(MONDAY + 300 * DAY).late == (due,)  # somebody set the year wrong ...
    assert listener.told(MONDAY + HOUR) is None  # ... and right again
    assert listener.told(MONDAY + DAY) is None
    assert listener.told(MONDAY + 2 * DAY).today == (due,)
    assert listener.told(MONDAY + 2 * DAY + 2 * HOUR).late == (due,)


@given(
    st.lists(st.integers(1, 14 * 24 * 60), max_size=12),
    st.lists(st.integers(1, 14 * 24 * 60), min_size=1, max_size=40),
)
def test_however_often_somebody_looks_everything_late_is_told_in_some_word(due_minutes, look_minutes):
    listener = Listener(*(call(MONDAY + timedelta(minutes=after)) for after in due_minutes))
    listener.told(MONDAY)
    looks = sorted({*look_minutes, 15 * 24 * 60})
    news = [listener.told(MONDAY + timedelta(minutes=minutes)) for minutes in looks]
    words = [one for one in news if one is not None]
    newly = [one.late for one in words if not one.opens_day]
    told = [one.id for late in newly for one in late]
    assert len(told) == len(set(told))  # besides the first word of a day, nothing is told twice
    assert {one.id for word in words for one in word.late} == {one.id for one in listener.calls}
