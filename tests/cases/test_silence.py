"""Silence counts in working time, from when the customer last heard anything."""

from datetime import UTC, datetime, time, timedelta

import pytest

from desktop_cs.cases.case import Case
from desktop_cs.cases.silence import last_heard, silences
from desktop_cs.cases.states import CaseState
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.storage.uuid7 import uuid7

HOURS = OpeningHours(weekdays(time(9), time(18)), frozenset(), "Europe/Berlin")
DAY = 9 * 60


def at(text):
    return HOURS.moment(datetime.fromisoformat(text))


def case(number, opened="2026-10-19T10:00"):
    return Case(uuid7(), number, CaseState.OPEN, "Wang Li", "Hums", at(opened))


def minutes(since, now, after=0):
    return [one.minutes for one in silences([(case(1), at(since))], at(now), HOURS, after)]


@pytest.mark.parametrize(
    ("since", "now", "expected"),
    [
        ("2026-11-02T10:00", "2026-11-02T12:30", 150),  # within one day
        ("2026-11-02T17:00", "2026-11-03T10:00", 120),  # over a night
        ("2026-11-06T17:30", "2026-11-09T09:30", 60),  # over a weekend
        ("2026-10-23T17:00", "2026-10-26T10:00", 120),  # over the night on which clocks go back
        ("2026-10-19T10:00", "2026-11-02T10:00", 10 * DAY),  # two weeks
        ("2026-11-02T07:00", "2026-11-02T20:00", DAY),  # from before opening until after closing
    ],
)
def test_silence_is_counted_while_the_shop_is_open(since, now, expected):
    assert minutes(since, now) == [expected]
    assert HOURS.working_minutes(at(since), at(now)) == expected


@pytest.mark.parametrize("since", ["2026-11-07T08:00", "2026-11-08T23:00"])
def test_nobody_is_silent_while_the_shop_is_closed(since):
    assert minutes(since, "2026-11-09T09:00") == []


def test_it_is_too_long_only_beyond_what_the_shop_allows():
    assert minutes("2026-11-02T10:00", "2026-11-02T18:00", after=480) == []
    assert minutes("2026-11-02T09:59", "2026-11-02T18:00", after=480) == [481]


def test_the_longest_silence_comes_first_and_each_has_its_own_minutes():
    heard = [
        (case(1), at("2026-11-03T10:00")),
        (case(2), at("2026-10-30T16:00")),
        (case(3), at("2026-11-03T16:00")),
        (case(4), at("2026-11-03T09:00")),
    ]
    found = silences(heard, at("2026-11-04T09:30"), HOURS, 200)
    assert [(one.case.number, one.minutes) for one in found] == [
        (2, 120 + 2 * DAY + 30),
        (4, DAY + 30),
        (1, 8 * 60 + 30),
    ]
    assert [one.since for one in found] == [
        at("2026-10-30T16:00"),
        at("2026-11-03T09:00"),
        at("2026-11-03T10:00"),
    ]


def test_a_clock_that_was_set_back_alarms_nobody():
    assert minutes("2026-11-04T10:00", "2026-11-02T10:00") == []


def test_they_last_heard_when_anybody_told_them_anything():
    opened = datetime(2026, 11, 2, 9, tzinfo=UTC)
    assert last_heard(opened, []) == opened
    assert last_heard(opened, [None, opened + timedelta(hours=2), opened + timedelta(hours=1), None]) == (
        opened + timedelta(hours=2)
    )
