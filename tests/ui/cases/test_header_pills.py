"""The words of the pills in the header of a case."""

import pytest

from desktop_cs.ui.cases.header_pills import second_time_words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Second time · today"),
        (1, "Second time · 1 day"),
        (12, "Second time · 12 days"),
    ],
)
def test_how_long_ago_the_first_time_was_is_said_in_words(days, words):
    assert second_time_words(days) == words
