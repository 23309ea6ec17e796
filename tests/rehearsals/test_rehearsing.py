"""A rehearsal being played: replies move it on, taking back moves it back, and nothing else changes."""

import pytest

from desktop_cs.i18n import LANGUAGES
from desktop_cs.places import resources_dir
from desktop_cs.rehearsals.hints import WORDS, Hint
from desktop_cs.rehearsals.loader import load_rehearsals
from desktop_cs.rehearsals.rehearsal import MOOD_MOST, Mood, Outcome
from desktop_cs.rehearsals.rehearsing import Rehearsing

ALL = {code: load_rehearsals(resources_dir() / "rehearsals", code) for code in LANGUAGES}
EVERY = [pytest.param(one, id=f"{code}-{one.id}") for code, them in ALL.items() for one in them]


def ends(play):
    """Yield the play at the end of every way from here."""
    if play.is_over:
        yield play
    for number in range(1, len(play.scene.replies) + 1):
        yield from ends(play.with_reply(number))


@pytest.mark.parametrize("rehearsal", EVERY)
def test_every_way_comes_to_an_end_within_eight_replies(rehearsal):
    lengths = [len(end.turns) for end in ends(Rehearsing(rehearsal))]
    assert min(lengths) >= 2
    assert max(lengths) <= 8


@pytest.mark.parametrize("rehearsal", EVERY)
def test_who_takes_only_what_helps_parts_in_peace_and_who_never_does_does_not(rehearsal):
    for end in ends(Rehearsing(rehearsal)):
        helped = {turn.reply.helps for turn in end.turns}
        if helped == {True}:
            assert end.scene.outcome is Outcome.AT_PEACE
        if helped == {False}:
            assert end.scene.outcome is not Outcome.AT_PEACE


@pytest.mark.parametrize("rehearsal", EVERY)
def test_peace_is_always_made_with_more_trust_than_there_was_when_somebody_left(rehearsal):
    by_outcome = {}
    for end in ends(Rehearsing(rehearsal)):
        by_outcome.setdefault(end.scene.outcome, []).append(end.mood.trust)
    peace, lost = by_outcome[Outcome.AT_PEACE], by_outcome[Outcome.LOST]
    assert sum(peace) / len(peace) > sum(lost) / len(lost)
    assert max(lost) < max(peace)


def test_the_three_first_answers_at_the_phone_counter_each_go_on_for_three_turns():
    phone = Rehearsing(ALL["en"][0])
    for number in (1, 2, 3):
        assert min(len(end.turns) for end in ends(phone.with_reply(number))) >= 3


def test_a_reply_moves_scene_and_mood_and_taking_back_restores_both():
    start = Rehearsing(ALL["en"][0])
    on = start.with_reply(3)
    (turn,) = on.turns
    assert (turn.scene, turn.before) == (start.scene, start.mood)
    assert on.scene.id == turn.reply.to
    assert on.mood == start.mood.moved(turn.reply.trust, turn.reply.calm)
    assert on.taken_back() == start
    assert on.again() == start


def test_a_reply_that_is_not_there_changes_nothing():
    start = Rehearsing(ALL["en"][0])
    assert start.with_reply(0) == start.with_reply(4) == start
    assert start.taken_back() == start


def test_a_mood_never_leaves_its_bounds():
    assert Mood(1, 9).moved(-4, 4) == Mood(0, MOOD_MOST)


def test_every_hint_has_its_words_and_is_met_in_some_rehearsal():
    met = {reply.hint for one in ALL["en"] for scene in one.scenes.values() for reply in scene.replies}
    assert set(WORDS) == set(Hint) == met
