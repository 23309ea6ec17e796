"""Opening hours as a line of text."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.errors import UserError
from desktop_cs.shop.hours_text import week_of
from desktop_cs.shop.opening_hours import Shift

NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
times = st.times().map(lambda value: value.replace(second=0, microsecond=0, fold=0))
shifts = st.none() | st.tuples(times, times).filter(lambda pair: pair[0] < pair[1]).map(
    lambda pair: Shift(*pair)
)


def test_days_and_spans_of_days_are_read():
    week = week_of("Mon-Fri 09:00-18:00, Sat 10:00-14:00")
    assert week == (Shift(time(9), time(18)),) * 5 + (Shift(time(10), time(14)), None)


def test_capitals_blanks_and_short_hours_do_not_matter():
    assert week_of(" tue 9:00-12:30 ")[1] == Shift(time(9), time(12, 30))


@given(st.tuples(*[shifts] * 7).filter(any))
def test_a_week_that_was_written_down_is_read_as_it_was(week):
    parts = [
        f"{name} {shift.opens:%H:%M}-{shift.closes:%H:%M}"
        for name, shift in zip(NAMES, week, strict=True)
        if shift
    ]
    assert week_of(", ".join(parts)) == week


@pytest.mark.parametrize(
    "text",
    [
        "",
        "always",
        "Mon",
        "Mon-Fri",
        "Mon-Fri 9-18",
        "Mon 18:00-09:00",
        "Mon 09:00-09:00",
        "Mon 09:00-24:00",
        "Mon 09:60-18:00",
        "Fri-Mon 09:00-18:00",
        "Xyz 09:00-18:00",
        "Mon-Xyz 09:00-18:00",
        "Mon 09:00-18:00,",
        "Mon ０９:００-１８:００",
    ],
)
def test_what_cannot_be_read_is_refused_with_an_example(text):
    with pytest.raises(UserError, match="Write them like") as refusal:
        week_of(text)
    assert refusal.value.field == "hours"


@pytest.mark.parametrize("text", ["Mon 09:00-12:00, Mon 14:00-18:00", "Mon-Fri 09:00-18:00, Wed 09:00-13:00"])
def test_a_day_that_is_named_twice_is_refused_and_not_dropped(text):
    with pytest.raises(UserError, match="names a day twice"):
        week_of(text)
