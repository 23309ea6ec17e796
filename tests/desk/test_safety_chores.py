"""What is due by itself, and when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_cs.desk.safety_chores import EVERY, Chore, LastDone, due

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
JUST_DONE = LastDone(NOW, NOW, NOW, NOW, is_changed=True, is_second_behind=True)
MOMENTS = {
    Chore.BACK_UP: "backup_at",
    Chore.SECOND_PLACE: "second_at",
    Chore.CHECK: "check_at",
    Chore.DRILL: "drill_at",
}


@pytest.mark.parametrize("chore", Chore)
def test_each_comes_when_its_time_has_come_and_not_a_moment_sooner(chore):
    sooner = replace(JUST_DONE, **{MOMENTS[chore]: NOW - EVERY[chore] + timedelta(seconds=1)})
    assert due(sooner, NOW) == []
    assert due(replace(JUST_DONE, **{MOMENTS[chore]: NOW - EVERY[chore]}), NOW) == [chore]


def test_nothing_new_needs_no_backup():
    old = NOW - timedelta(days=5)
    last = replace(JUST_DONE, backup_at=old, second_at=old, is_changed=False, is_second_behind=False)
    assert due(last, NOW) == []


def test_without_any_backup_that_is_all_there_is_to_do():
    never = LastDone(None, None, None, None, is_changed=True, is_second_behind=False)
    assert due(never, NOW) == [Chore.BACK_UP]


def test_all_that_is_due_comes_the_most_urgent_first():
    never = LastDone(NOW - timedelta(days=1), None, None, None, is_changed=True, is_second_behind=True)
    assert due(never, NOW) == [Chore.BACK_UP, Chore.SECOND_PLACE, Chore.CHECK, Chore.DRILL]


def test_a_moment_far_ahead_was_written_by_a_wrong_clock():
    assert due(replace(JUST_DONE, check_at=NOW + timedelta(days=400)), NOW) == [Chore.CHECK]
