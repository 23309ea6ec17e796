"""When a call may rest, and when it is tried again."""

from datetime import UTC, datetime, time

import pytest

from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.followups.tries import may_rest, next_try, tries_of, try_event
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.storage.uuid7 import uuid7

HOURS = OpeningHours(weekdays(time(9), time(18)))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-02T10:00", "2026-11-02T12:00"),
        ("2026-11-02T16:00", "2026-11-02T18:00"),
        ("2026-11-02T16:30", "2026-11-03T10:00"),
        ("2026-11-06T17:00", "2026-11-09T10:00"),
        ("2026-11-08T12:00", "2026-11-09T10:00"),
        ("2026-11-02T06:00", "2026-11-02T10:00"),
    ],
)
def test_the_next_try_is_two_hours_later_or_an_hour_after_opening(now, expected):
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert next_try(moment, HOURS) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("reached", "as_call", "rests"),
    [
        ("yes", False, True),
        ("yes", True, True),
        ("left_word", False, True),
        ("left_word", True, False),
        ("not_reached", False, False),
        ("not_reached", True, False),
    ],
)
def test_a_call_that_is_owed_rests_only_once_they_were_spoken_with(reached, as_call, rests):
    due = FollowUp(uuid7(), uuid7(), FollowUpKind.WRAP_UP, datetime(2026, 11, 2, tzinfo=UTC), as_call=as_call)
    assert may_rest(due, reached) is rests


def test_a_try_is_noted_with_the_kind_of_the_follow_up():
    assert try_event(FollowUpKind.WRAP_UP, "left_word") == "left_word.wrap_up"
    assert try_event(FollowUpKind.IMMEDIATE, "not_reached") in tries_of(FollowUpKind.IMMEDIATE)
    assert tries_of(FollowUpKind.IMMEDIATE).isdisjoint(tries_of(FollowUpKind.WRAP_UP))
