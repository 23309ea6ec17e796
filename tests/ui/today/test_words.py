"""The words of Today."""

from datetime import UTC, datetime, time, timedelta

import pytest

from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.followups.reminders import Agenda
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.today.words import headline, late_words, more_words, trust_words, what_to_do, words_of

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
        (-412.5, "Trust -100 %: later than promised."),
    ],
)
def test_trust_is_told_in_words(percent, words):
    assert trust_words(percent) == words


def test_a_card_to_read_is_never_late():
    card = FollowUp(uuid7(), uuid7(), FollowUpKind.INTERNAL, NOON - timedelta(days=2), one_line="Dryer")
    call = FollowUp(uuid7(), uuid7(), FollowUpKind.WRAP_UP, NOON - timedelta(days=2), one_line="Dryer")
    hours = OpeningHours(weekdays(time(9), time(18)))
    assert words_of(card, NOON, hours).late == ""
    assert words_of(call, NOON, hours).late == "2 days late"
    assert words_of(call, NOON, hours, "nobody (Ann left)").what.endswith("Dryer · nobody (Ann left)")


@pytest.mark.parametrize(
    ("count", "rest", "words"),
    [(20, 492, "Show 20 more of 492"), (7, 7, "Show 7 more"), (1, 1, "Show 1 more")],
)
def test_a_folded_list_says_how_much_is_folded_away(count, rest, words):
    assert more_words(count, rest) == words


def test_where_somebody_heard_nothing_nobody_says_that_all_is_well():
    assert headline(Agenda()) == "Nobody is waiting to hear from you"
    assert headline(Agenda(), silent=2) == "Nothing is due today"


def test_somebody_who_waits_for_two_things_is_one_person():
    case_id = uuid7()
    due = [FollowUp(uuid7(), case_id, kind, NOON) for kind in (FollowUpKind.IMMEDIATE, FollowUpKind.WRAP_UP)]
    assert headline(Agenda(late=tuple(due))) == "1 person is waiting to hear from you"
