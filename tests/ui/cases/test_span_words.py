"""Spans of time in words."""

import pytest

from desktop_cs.ui.cases.span_words import open_span_words, span_words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"),
        (59, "59 min"),
        (60, "1 h"),
        (200, "3 h 20 min"),
        (2879, "47 h 59 min"),
        (2880, "2 days"),
        (5700, "3 days"),
    ],
)
def test_clock_time_is_said_in_days_from_two_on(minutes, words):
    assert span_words(minutes) == words


@pytest.mark.parametrize(("minutes", "words"), [(-5, "0 min"), (90, "1 h 30 min"), (6000, "100 h")])
def test_opening_time_is_said_in_hours(minutes, words):
    assert open_span_words(minutes) == words
