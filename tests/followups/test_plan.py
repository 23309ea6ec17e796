"""When the three follow-ups fall due: closed days, closing times and the change of the clocks."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from desktop_cs.cases.findings import Outcome
from desktop_cs.followups.plan import plan_follow_ups
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.shop.settings import ShopSettings

WEEK = weekdays(time(9), time(18))
BERLIN = ShopSettings(hours=OpeningHours(WEEK, zone_name="Europe/Berlin"))
MONDAY = datetime(2026, 11, 2, 10, 20, tzinfo=UTC)
ACCEPTED = Outcome("yes", "yes")


def planned(resolved_at, promised=(), outcome=ACCEPTED, settings=ShopSettings()):  # noqa: B008 (never changed)
    immediate, internal, wrap_up = plan_follow_ups(resolved_at, promised, outcome, settings)
    assert [immediate.kind, internal.kind, wrap_up.kind] == ["immediate", "internal", "wrap_up"]
    return immediate, internal, wrap_up


def test_on_the_spot_they_are_asked_before_they_leave():
    immediate, internal, wrap_up = planned(MONDAY)
    assert immediate.due_at == MONDAY
    assert (internal.due_at, internal.until) == (MONDAY, MONDAY + timedelta(days=30))
    assert wrap_up.due_at == MONDAY + timedelta(days=7)


def test_the_last_promise_is_the_intended_fix():
    friday = datetime(2026, 11, 6, 10, tzinfo=UTC)
    immediate, _internal, wrap_up = planned(MONDAY, (friday, MONDAY + timedelta(hours=4)))
    assert immediate.due_at == friday + timedelta(minutes=20)
    assert wrap_up.due_at == friday + timedelta(days=7)


def test_a_fix_at_closing_time_is_asked_about_at_the_next_opening():
    closing = datetime(2026, 11, 6, 18, tzinfo=UTC)
    immediate, _internal, _wrap_up = planned(MONDAY, (closing,))
    assert immediate.due_at == datetime(2026, 11, 9, 9, tzinfo=UTC)


def test_a_promise_in_the_past_does_not_pull_the_fix_before_the_resolution():
    immediate, _internal, wrap_up = planned(MONDAY, (MONDAY - timedelta(days=1),))
    assert immediate.due_at == MONDAY + timedelta(minutes=20)
    assert wrap_up.due_at == MONDAY + timedelta(days=7)


def test_closed_days_move_the_wrap_up_to_the_next_opening():
    hours = OpeningHours(WEEK, frozenset({date(2026, 11, 9), date(2026, 11, 10)}))
    _immediate, _internal, wrap_up = planned(MONDAY, settings=ShopSettings(hours=hours))
    assert wrap_up.due_at == datetime(2026, 11, 11, 9, tzinfo=UTC)


def test_over_the_change_of_the_clocks_an_opening_stays_nine_on_the_wall():
    friday_evening = datetime(2026, 10, 23, 16, 0, tzinfo=UTC)  # 18:00 in Berlin, still summer time
    immediate, _internal, _wrap_up = planned(MONDAY, (friday_evening + timedelta(days=14),), settings=BERLIN)
    assert BERLIN.hours.wall(immediate.due_at) == datetime(2026, 11, 6, 17, 20)  # noqa: DTZ001 (wall time)
    before_the_change, internal, wrap_up = planned(friday_evening, (friday_evening,), settings=BERLIN)
    assert BERLIN.hours.wall(before_the_change.due_at) == datetime(2026, 10, 26, 9, 0)  # noqa: DTZ001 (as above)
    assert before_the_change.due_at == datetime(2026, 10, 26, 8, 0, tzinfo=UTC)
    assert BERLIN.hours.wall(wrap_up.due_at) == datetime(2026, 10, 30, 18, 0)  # noqa: DTZ001 (as above)
    assert BERLIN.hours.wall(internal.until) == datetime(2026, 11, 22, 18, 0)  # noqa: DTZ001 (as above)


@pytest.mark.parametrize(
    ("accepts", "as_call"), [("gladly", False), ("yes", False), ("reluctantly", True), ("no", False)]
)
def test_who_accepts_with_reluctance_is_called(accepts, as_call):
    assert [one.as_call for one in planned(MONDAY, outcome=Outcome("yes", accepts))] == [
        False,
        False,
        as_call,
    ]


def test_the_shop_decides_the_delays():
    settings = ShopSettings(immediate_after_minutes=60, wrap_up_after_days=3, internal_for_days=5)
    immediate, internal, wrap_up = planned(MONDAY, (MONDAY,), settings=settings)
    assert immediate.due_at == MONDAY + timedelta(hours=1)
    assert internal.until == MONDAY + timedelta(days=5)
    assert wrap_up.due_at == MONDAY + timedelta(days=3)
