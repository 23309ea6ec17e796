"""Trust in promises, and the times that like cases suggest."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.cases.promises import (
    Promise,
    PromiseState,
    SuggestedTimes,
    earlier_of,
    next_promise,
    percentile_days,
    renewed_key,
    running_trust,
    suggested_times,
    trust_percent,
    with_renewed,
    working_days,
)
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.storage.uuid7 import uuid7

HOURS = OpeningHours(weekdays(time(9), time(18)))
MONDAY = datetime(2026, 11, 2, 10, tzinfo=UTC)
spans = st.timedeltas(timedelta(seconds=1), timedelta(days=60))


@pytest.mark.parametrize(
    ("promised_min", "taken_min", "trust"),
    [
        (180, 140, 22.2),  # worked case 4
        (24 * 60, 6 * 60, 75.0),  # worked case 5
        (24 * 60, 30 * 60, -25.0),
        (60, 0, 100.0),
        (60, 60, 0.0),
        (60, 180, -200.0),
    ],
)
def test_trust_is_what_is_left_of_the_promised_time(promised_min, taken_min, trust):
    due, replied = MONDAY + timedelta(minutes=promised_min), MONDAY + timedelta(minutes=taken_min)
    assert trust_percent(MONDAY, due, replied) == trust


def test_trust_is_never_more_than_whole_though_the_clock_was_set_back():
    assert trust_percent(MONDAY, MONDAY + timedelta(hours=1), MONDAY - timedelta(hours=5)) == 100.0


def test_a_promise_due_at_once_is_kept_then_or_not():
    assert trust_percent(MONDAY, MONDAY, MONDAY) == 0.0
    assert trust_percent(MONDAY, MONDAY, MONDAY + timedelta(seconds=1)) == -100.0


@given(spans, spans)
def test_trust_is_above_nothing_only_before_the_promised_time(promised, taken):
    trust = trust_percent(MONDAY, MONDAY + promised, MONDAY + taken)
    assert trust <= 100
    assert (trust >= 0) if taken <= promised else (trust <= 0)


@given(st.lists(st.integers(0, 60), min_size=1), st.floats(0.01, 1))
def test_within_the_percentile_at_least_that_share_was_done_and_a_day_less_is_too_few(days, share):
    found = percentile_days(days, share)
    assert found in days
    assert sum(day <= found for day in days) >= share * len(days)
    assert sum(day < found for day in days) < share * len(days)


def test_the_percentile_leaves_the_slowest_tenth_out():
    assert percentile_days([1, 2, 2, 3, 3]) == 3
    assert percentile_days([2] * 9 + [30]) == 2
    with pytest.raises(ValueError, match="no like cases"):
        percentile_days([])


@pytest.mark.parametrize(
    ("days_later", "working"), [(0, 0), (1, 1), (4, 4), (5, 4), (6, 4), (7, 5), (14, 10), (-3, 0)]
)
def test_working_days_are_the_open_ones_after_the_first(days_later, working):
    assert working_days(MONDAY, MONDAY + timedelta(days=days_later), HOURS) == working


def test_a_closed_day_is_no_working_day():
    closed = OpeningHours(HOURS.week, frozenset({date(2026, 11, 3)}))
    assert working_days(MONDAY, MONDAY + timedelta(days=2), closed) == 1


def test_monday_ten_aims_at_thursday_ten_and_tells_friday_ten():
    times = suggested_times(MONDAY, [1, 2, 2, 3, 3], 1, HOURS)
    assert times == SuggestedTimes(MONDAY + timedelta(days=3), MONDAY + timedelta(days=4))


def test_a_weekend_moves_both_times_and_no_like_case_suggests_none():
    friday = MONDAY + timedelta(days=4)
    times = suggested_times(friday, [1], 1, HOURS)
    assert times == SuggestedTimes(friday + timedelta(days=3), friday + timedelta(days=4))
    assert suggested_times(friday, [], 1, HOURS) is None


def test_like_cases_that_were_done_the_same_day_are_told_with_the_margin_alone():
    assert suggested_times(MONDAY, [0, 0], 1, HOURS) == SuggestedTimes(MONDAY, MONDAY + timedelta(days=1))


def test_a_word_of_progress_lets_trust_run_down_anew_until_the_promise_is_late():
    made = datetime(2026, 11, 2, 10, tzinfo=UTC)
    promise = Promise(uuid7(), uuid7(), "Call", made, made + timedelta(hours=10))
    words = [made + timedelta(hours=5), made + timedelta(hours=6), made + timedelta(hours=11)]
    after = [running_trust(promise, words, made + timedelta(hours=hours)) for hours in (0, 5, 8, 10, 15)]
    assert after == [100.0, 100.0, 50.0, 0.0, -50.0]


def test_a_word_before_the_promise_is_no_word_about_it():
    made = datetime(2026, 11, 2, 10, tzinfo=UTC)
    promise = Promise(uuid7(), uuid7(), "Call", made, made + timedelta(hours=10))
    assert running_trust(promise, [made - timedelta(hours=1)], made + timedelta(hours=5)) == 50.0


def test_the_next_promise_is_the_open_one_that_is_due_first():
    made = datetime(2026, 11, 2, 10, tzinfo=UTC)
    due = [made + timedelta(hours=hours) for hours in (1, 3, 2)]
    first, *others = [Promise(uuid7(), uuid7(), "Call", made, at) for at in due]
    assert next_promise([replace(first, state=PromiseState.KEPT), *others]) == others[1]
    assert next_promise([]) is None


def test_what_took_the_place_of_a_promise_is_known_through_every_new_time():
    made = datetime(2026, 11, 2, 10, tzinfo=UTC)
    chain = [Promise(uuid7(), uuid7(), "Call", made, made + timedelta(hours=1))]
    for hours in (2, 3):
        due = made + timedelta(hours=hours)
        chain.append(replace(chain[-1], id=renewed_key(chain[-1].id, due), due_at=due))
    other = Promise(uuid7(), uuid7(), "Call", made, made + timedelta(hours=3))
    assert with_renewed([chain[0].id], [other, *reversed(chain)]) == {one.id for one in chain}
    assert earlier_of(chain[-1], [other, *reversed(chain)]) == chain[:-1]
    assert earlier_of(chain[0], chain) == []
