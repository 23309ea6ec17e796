"""Rehearsals as they are read: the shipped ones are whole, and every mistake in a file is named."""

import shutil

import pytest

from desktop_cs.i18n import LANGUAGES
from desktop_cs.places import resources_dir
from desktop_cs.rehearsals.hints import Hint
from desktop_cs.rehearsals.loader import RehearsalFileError, load_rehearsals
from desktop_cs.rehearsals.rehearsal import Outcome

REHEARSALS = resources_dir() / "rehearsals"
FIVE = ["phone_counter", "cosmetics", "a_new_one", "dryer_again", "rude_on_the_phone"]


@pytest.fixture
def english(tmp_path):
    return shutil.copytree(REHEARSALS / "en", tmp_path / "en")


def problems_after(folder, old, new, name="cosmetics"):
    path = folder / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RehearsalFileError) as caught:
        load_rehearsals(folder.parent, "en")
    assert all(problem.startswith(path.name) for problem in caught.value.problems)
    return [problem.removeprefix(f"{path.name}: ") for problem in caught.value.problems]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_five_rehearsals_come_in_their_order(language):
    assert [one.id for one in load_rehearsals(REHEARSALS, language)] == FIVE


def test_the_phone_counter_opens_helpless_hard_and_on_their_side():
    phone = load_rehearsals(REHEARSALS, "en")[0]
    first = phone.scenes[phone.first].replies
    assert [reply.hint for reply in first] == [Hint.HELPLESS, Hint.HARD, Hint.ON_THEIR_SIDE]
    assert len({reply.to for reply in first}) == 3


def test_the_sample_is_one_thing_with_and_another_without_an_explanation():
    cream = next(one for one in load_rehearsals(REHEARSALS, "en") if one.id == "cosmetics")
    hints = {reply.hint for reply in cream.scenes[cream.first].replies}
    assert Hint.GIVEN_UNEXPLAINED in hints
    (gladly,) = (scene for scene in cream.scenes.values() if scene.outcome is Outcome.AT_PEACE)
    assert any(
        reply.hint is Hint.A_LITTLE_MORE and "sample" in reply.say and reply.to == gladly.id
        for reply in cream.scenes["explained"].replies
    )


def test_a_scene_that_does_not_exist_is_named_with_the_one_that_was_meant(english):
    (problem,) = problems_after(english, 'to = "tells"', 'to = "tels"')
    assert problem.startswith("scene “arrives”, reply ")
    assert problem.endswith("there is no scene “tels” (did you mean “tells”?)")


def test_a_hint_outcome_or_key_that_nobody_knows_is_named(english):
    path = english / "cosmetics.toml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('hint = "selling"', 'hint = "seling"').replace('outcome = "lost"', 'outcome = "gone"')
    path.write_text(text.replace('title = "', 'titel = "', 1), encoding="utf-8")
    with pytest.raises(RehearsalFileError) as caught:
        load_rehearsals(english.parent, "en")
    told = "\n".join(caught.value.problems)
    assert "“hint” knows no “seling” (did you mean “selling”?)" in told
    assert "“outcome” knows no “gone”" in told
    assert "“title” is missing" in told
    assert "unknown key “titel”" in told


def test_a_reply_that_hurts_says_what_would_have_been_better(english):
    path = english / "cosmetics.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    gone = next(number for number, line in enumerate(lines) if line.startswith("better"))
    path.write_text("\n".join(lines[:gone] + lines[gone + 1 :]), encoding="utf-8")
    with pytest.raises(RehearsalFileError, match="“better” is missing"):
        load_rehearsals(english.parent, "en")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("trust = 5", "trust = 11", "“trust” has to be 0 to 10"),
        ("calm = 4", "calm = -1", "“calm” has to be 0 to 10"),
        ("trust = 5", "trust = 'much'", "“trust” needs a whole number"),
    ],
)
def test_a_mood_stays_within_its_bounds(english, old, new, told):
    assert problems_after(english, old, new) == [told]


def test_a_reply_moves_nobody_farther_than_four(english):
    (problem,) = problems_after(english, "trust = -3", "trust = -5")
    assert problem.endswith("“trust” has to be -4 to 4")


def test_a_file_that_is_no_toml_is_named_and_nothing_is_guessed(english):
    (problem,) = problems_after(english, "order = 2", "order = ")
    assert problem.startswith("not written as TOML")
