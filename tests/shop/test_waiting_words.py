"""How long to wait, in words."""

import pytest

from desktop_cs.shop.waiting_words import wait_words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (30, "30 seconds"),
        (60, "1 minute"),
        (61, "1 minute and 1 second"),
        (125, "2 minutes and 5 seconds"),
        (900, "15 minutes"),
    ],
)
def test_a_wait_is_told_as_people_say_it(seconds, words):
    assert wait_words(seconds) == words
