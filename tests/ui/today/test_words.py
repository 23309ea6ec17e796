"""The words of Today."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.today.words import late_words, trust_words, what_to_do

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "1 min late"),
        (35, "35 min late"),
        (120, "2 h late"),
        (24 * 60, "1 day late"),
        (3000, "2 days late"),
    ],
)
def test_lateness_is_said_in_the_largest_unit_that_fits(minutes, words):
    assert late_words(timedelta(minutes=minutes)) == words


@pytest.mark.parametrize(
    ("kind", "as_call", "words"),
    [
        (FollowUpKind.IMMEDIATE, False, "Ask whether all is well now: Dryer"),
        (FollowUpKind.WRAP_UP, False, "Wrap up: a note or a call: Dryer"),
        (FollowUpKind.WRAP_UP, True, "Call to wrap up: Dryer"),
        (FollowUpKind.INTERNAL, False, "Handle with care: Dryer"),
    ],
)
def test_every_kind_says_what_is_to_be_done(kind, as_call, words):
    assert what_to_do(FollowUp(uuid7(), uuid7(), kind, NOON, as_call=as_call, one_line="Dryer")) == words


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (100.0, "Trust 100 %: sooner than promised."),
        (0.0, "Trust 0 %: on the dot."),
        (-25.0, "Trust -25 %: later than promised."),
    ],
)
def test_trust_is_told_in_words(percent, words):
    assert trust_words(percent) == words
