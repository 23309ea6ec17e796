"""Inside the limits nobody asks anybody; beyond them it is said at once."""

from datetime import UTC, date, datetime, time

import pytest

from desktop_cs.cases.authority import Judgement, answer_time, judge, room_left
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.shop.settings import Limit

LIMIT = Limit(per_case=5000, per_day=20000)


@pytest.mark.parametrize(
    ("spent", "given_today", "beyond"),
    [
        (0, 0, 0),
        (5000, 0, 0),
        (5001, 0, 1),
        (5000, 15000, 0),
        (5000, 15001, 1),
        (1, 20000, 1),
        (0, 20000, 0),
        (12000, 0, 7000),
        (3000, 30000, 3000),
    ],
)
def test_the_tighter_of_both_limits_decides_to_the_cent(spent, given_today, beyond):
    judged = judge(spent, given_today, LIMIT)
    assert (judged.within, judged.beyond) == (not beyond, beyond)


@pytest.mark.parametrize(("spent", "within"), [(12000, True), (11999, True), (12001, False)])
def test_what_a_manager_approved_holds_up_to_that_amount(spent, within):
    assert judge(spent, 0, LIMIT, approved=12000).within is within


def test_a_role_without_limits_is_always_inside():
    assert judge(10**9, 10**9, Limit()) == Judgement(within=True)


def test_a_limit_of_one_kind_alone_holds():
    assert judge(5001, 10**9, Limit(per_case=5000)).beyond == 1
    assert judge(5001, 14999, Limit(per_day=20000)).within
    assert judge(5002, 14999, Limit(per_day=20000)).beyond == 1


@pytest.mark.parametrize(
    ("spent", "approved", "left"), [(0, 0, 5000), (4000, 0, 1000), (6000, 0, -1000), (6000, 9000, 3000)]
)
def test_what_may_still_be_given_counts_what_was_approved(spent, approved, left):
    assert room_left(judge(spent, 0, LIMIT, approved), spent, approved) == left


def test_without_a_limit_there_is_always_room():
    assert room_left(judge(10**9, 0, Limit()), 10**9, 0) is None


HOURS = OpeningHours(weekdays(time(9), time(18)), frozenset({date(2026, 11, 4)}), "Europe/Berlin")


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-11-02T14:05", "2026-11-02T15:00"),
        ("2026-11-02T14:00", "2026-11-02T15:00"),
        ("2026-11-02T14:30", "2026-11-02T15:00"),
        ("2026-11-02T14:31", "2026-11-02T16:00"),
        ("2026-11-02T17:30", "2026-11-02T18:00"),
        ("2026-11-02T17:31", "2026-11-03T10:00"),
        ("2026-11-02T07:00", "2026-11-02T10:00"),
        ("2026-11-03T20:00", "2026-11-05T10:00"),
        ("2026-11-06T17:59", "2026-11-09T10:00"),
    ],
)
def test_the_customer_hears_at_the_next_full_hour_of_the_working_day(now, told):
    moment = HOURS.moment(datetime.fromisoformat(now))
    assert HOURS.wall(answer_time(moment, HOURS)) == datetime.fromisoformat(told)


def test_a_shop_that_closes_at_a_quarter_tells_by_then():
    early = OpeningHours(weekdays(time(9), time(17, 15)))
    now = datetime(2026, 11, 2, 16, 40, tzinfo=UTC)
    assert answer_time(now, early) == datetime(2026, 11, 2, 17, 15, tzinfo=UTC)
