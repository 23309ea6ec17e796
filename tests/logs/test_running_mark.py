"""The mark of a running program tells the next start that it crashed, and where it was."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from desktop_cs.clock import FixedClock
from desktop_cs.logs.running_mark import RunningMarks

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CASE = UUID("0199aaaa-0000-7000-8000-000000000001")


@pytest.fixture
def started(tmp_path):
    """Return a function that starts a program on the folder: its marks, and what the one before left."""

    def start():
        marks = RunningMarks(tmp_path, FixedClock(NOW))
        return marks, marks.begin()

    return start


def test_a_program_that_ended_as_it_should_leaves_no_mark(started, tmp_path):
    marks, left = started()
    assert left is None
    marks.move("case", CASE, "review")
    marks.end()
    assert started()[1] is None


def test_a_program_that_crashed_left_where_it_was(started):
    marks, _left = started()
    marks.settle()
    marks.move("case", CASE, "review")
    _marks, left = started()
    assert (left.place, left.case, left.step, left.started) == ("case", CASE, "review", NOW)
    assert left.may_go_on
    assert left.ends_in_a_row == 0


def test_after_three_that_ended_within_a_minute_nobody_goes_back(started):
    allowed = []
    for _turn in range(4):
        marks, left = started()
        marks.move("case", CASE, "review")
        allowed.append(left.may_go_on if left else None)
    assert allowed == [None, True, True, False]


def test_one_that_ran_longer_ends_the_row(started):
    for _turn in range(3):
        marks, _left = started()
    marks.settle()
    _marks, left = started()
    assert left.may_go_on
    assert started()[1].ends_in_a_row == 1


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '"x"', '{"started_at": 1}', '{"place": 3, "quick_ends": "many"}', "\x00" * 200],
)
def test_a_torn_mark_is_a_crash_at_no_place(started, tmp_path, text):
    (tmp_path / "running.json").write_text(text)
    _marks, left = started()
    assert (left.place, left.case, left.started) == ("", None, None)
    assert left.may_go_on


def test_where_nothing_can_be_written_the_work_goes_on(tmp_path):
    marks = RunningMarks(tmp_path / "gone", FixedClock(NOW))
    assert marks.begin() is None
    marks.move("case", CASE, "review")
    marks.end()
