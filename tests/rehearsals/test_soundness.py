"""The ways through a conversation: each is walked, and each kind of flaw is found."""

from dataclasses import replace

import pytest

from desktop_cs.rehearsals.hints import Hint
from desktop_cs.rehearsals.rehearsal import Mood, Outcome, Rehearsal, Reply, Scene
from desktop_cs.rehearsals.soundness import flaws


def reply(to, hint=Hint.LISTENING, trust=1, calm=1):
    return Reply("Well.", to, trust, calm, hint, "She nods.", "It helps.")


def hurting(to):
    return reply(to, Hint.HARD, -1, -1)


START = Scene("start", "She waits.", "", (reply("middle"), hurting("end")))
MIDDLE = Scene("middle", "", "And now?", (reply("end"), hurting("end")))
END = Scene("end", "", "Goodbye.", outcome=Outcome.SETTLED, told="She came back.")


def found(*scenes, first="start"):
    known = {scene.id: scene for scene in scenes}
    return flaws(Rehearsal("one", "One", "Told", "You", Mood(5, 5), first, known), scenes)


def test_a_sound_conversation_has_no_flaws():
    assert found(START, MIDDLE, END) == []


def test_a_conversation_that_could_go_round_for_ever_is_named_with_its_way():
    round_again = replace(MIDDLE, replies=(reply("start"), hurting("end")))
    (flaw,) = found(START, round_again, END)
    assert flaw.startswith("the conversation could go round for ever")
    assert "start → middle" in flaw or "middle → start" in flaw


def test_a_scene_that_no_reply_leads_to_is_named():
    assert found(START, MIDDLE, END, replace(MIDDLE, id="aside")) == ["scene “aside”: no reply leads there"]


def test_a_first_scene_or_a_next_one_that_is_not_there_is_named():
    assert found(START, MIDDLE, END, first="begin") == [
        "it begins with the scene “begin”, which is not there"
    ]
    assert found(START, END) == [
        "scene “start”, reply 1: there is no scene “middle”",
    ]


def test_an_id_given_twice_is_named_once():
    assert found(START, MIDDLE, MIDDLE, END) == ["two scenes are called “middle”"]


@pytest.mark.parametrize(
    ("scene", "told"),
    [
        (replace(MIDDLE, replies=()), "needs 2 to 4 replies, or an outcome"),
        (replace(MIDDLE, replies=(reply("end"),)), "needs 2 to 4 replies, or an outcome"),
        (replace(MIDDLE, replies=(reply("end"),) * 5), "needs 2 to 4 replies, or an outcome"),
        (replace(MIDDLE, replies=(hurting("end"),) * 2), "needs a reply that helps, as there always is one"),
        (replace(MIDDLE, says=""), "the customer neither says nor does anything"),
        (replace(MIDDLE, outcome=Outcome.LOST), "an ending has no replies"),
    ],
)
def test_a_scene_needs_a_choice_a_way_out_and_words(scene, told):
    assert found(START, scene, END) == [f"scene “middle”: {told}"]


@pytest.mark.parametrize(
    ("hint", "trust", "calm"),
    [(Hint.LISTENING, -1, 2), (Hint.LISTENING, 0, 0), (Hint.HARD, 1, -2), (Hint.HARD, 0, 0)],
)
def test_trust_and_calm_move_the_way_that_the_hint_says(hint, trust, calm):
    odd = replace(MIDDLE, replies=(reply("end"), reply("end", hint, trust, calm)))
    assert found(START, odd, END) == ["scene “middle”, reply 2: trust and calm move against its hint"]
