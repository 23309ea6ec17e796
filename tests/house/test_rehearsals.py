"""The rehearsals that are shipped: one conversation in every language, short enough to be read at once."""

import pytest

from desktop_cs.guide.lexicon import load_lexicon
from desktop_cs.guide.wording_check import check
from desktop_cs.i18n import LANGUAGES
from desktop_cs.places import resources_dir
from desktop_cs.rehearsals.loader import load_rehearsals

RESOURCES = resources_dir()
LONGEST = {"en": 290, "zh_CN": 110}  # characters of one reply: some twenty seconds aloud
THREE_LINES = {"en": 260, "zh_CN": 100}  # what the customer says, in large type


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


def shape(rehearsals):
    """Return all that is not words."""
    return [
        (
            one.id,
            one.mood,
            one.first,
            [
                (scene.id, scene.outcome, bool(scene.does), bool(scene.says), bool(scene.told))
                for scene in one.scenes.values()
            ],
            [
                (reply.to, reply.trust, reply.calm, reply.hint, bool(reply.better))
                for scene in one.scenes.values()
                for reply in scene.replies
            ],
        )
        for one in rehearsals
    ]


def replies_of(language):
    return [
        (f"{one.id}/{scene.id}", reply)
        for one in load_rehearsals(RESOURCES / "rehearsals", language)
        for scene in one.scenes.values()
        for reply in scene.replies
    ]


def test_a_rehearsal_is_the_same_conversation_in_every_language(language):
    ours, english = (load_rehearsals(RESOURCES / "rehearsals", code) for code in (language, "en"))
    assert shape(ours) == shape(english)


def test_replies_and_customers_are_short_enough(language):
    long = [place for place, reply in replies_of(language) if len(reply.say) > LONGEST[language]]
    assert long == []
    for one in load_rehearsals(RESOURCES / "rehearsals", language):
        assert [s.id for s in one.scenes.values() if len(s.says) > THREE_LINES[language]] == []


def test_no_sentence_was_left_in_english(language):
    if language == "en":
        pytest.skip("English is what the others are compared with")
    english = {text for _place, reply in replies_of("en") for text in (reply.say, reply.then, reply.because)}
    assert [
        place for place, reply in replies_of(language) if {reply.say, reply.then, reply.because} & english
    ] == []


def test_the_place_of_the_reply_that_helps_gives_nothing_away(language):
    rehearsals = load_rehearsals(RESOURCES / "rehearsals", language)
    scenes = [scene for one in rehearsals for scene in one.scenes.values() if scene.replies]
    first = sum(scene.replies[0].helps for scene in scenes)
    last = sum(scene.replies[-1].helps for scene in scenes)
    assert 0.2 < first / len(scenes) < 0.7
    assert 0.2 < last / len(scenes) < 0.7


def test_the_wording_check_has_nothing_against_what_is_better(language):
    lexicon = load_lexicon(RESOURCES / "wording" / f"{language}.toml")
    marked = {
        f"{place}: {mark.kind}: {reply.say[mark.start : mark.end]}"
        for place, reply in replies_of(language)
        if reply.helps
        for mark in check(reply.say, lexicon)
        if mark.kind != "negative_phrase"  # a "can't" is honest where what can be done stands beside it
    }
    assert marked == set()
