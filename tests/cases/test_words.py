"""The words for what a case is."""

from desktop_cs.cases.case import HOW_REACHED, MOODS, REPORTERS, THREATS
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.words import (
    event_words,
    mood_words,
    moods,
    reporters,
    state_words,
    threats,
    ways_of_reaching,
)


def test_every_state_and_every_choice_has_words():
    assert all(state_words(state) for state in CaseState)
    assert [key for key, _words in moods()] == list(MOODS)
    assert [key for key, _words in threats()] == list(THREATS)
    assert {key for key, _words in ways_of_reaching()} == set(HOW_REACHED)
    assert {key for key, _words in reporters()} == set(REPORTERS)


def test_what_nobody_knows_is_shown_as_it_is():
    assert mood_words("puzzled") == "puzzled"
    assert event_words("left_word.wrap_up") == "Word was left"
    assert event_words("unheard_of") == "unheard_of"
