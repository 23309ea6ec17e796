"""What staff keep forgetting is added by anyone, for this product and kind of failure, and looked after."""

from dataclasses import replace

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.errors import UserError


@pytest.fixture
def faulty(take, fill):
    return fill(take(), "review", failure_kind="faulty", product="Pixel 8", finish=False)


def texts(desk, story, step=Step.REVIEW):
    return [prompt.text for prompt in desk.guide.page(story, step).prompts]


def test_what_is_added_shows_at_this_step_in_cases_like_this_one(desk, take, fill, faulty):
    desk.guide.prompts.add(faulty, Step.REVIEW, "  Ask for the\tcharger too ")
    assert texts(desk, faulty) == ["Ask for the charger too"]
    assert texts(desk, faulty, Step.APOLOGY) == []
    late = fill(take(), "review", failure_kind="late", product="Pixel 8", finish=False)
    assert texts(desk, late) == []


def test_the_guide_says_in_words_for_which_cases_one_would_stand(desk, take, faulty):
    assert desk.guide.page(faulty, Step.REVIEW).prompts_for == "Pixel 8, It is faulty"
    assert desk.guide.page(take(), Step.REVIEW).prompts_for == ""


def test_who_added_it_is_kept(desk, faulty):
    kept = desk.guide.prompts.add(faulty, Step.REVIEW, "Ask for the charger too").value
    assert (kept.added_by, kept.added_at) == (desk.actor.id, desk.clock.now())


def test_taken_back_it_shows_nowhere_but_is_still_known(desk, faulty):
    kept = desk.guide.prompts.add(faulty, Step.REVIEW, "Ask for the charger too").value
    desk.guide.prompts.save(replace(kept, active=False))
    assert texts(desk, faulty) == []
    assert desk.guide.prompts.all() == [replace(kept, active=False)]


@pytest.mark.parametrize("text", ["", "  \n", "x" * 201])
def test_nothing_and_a_whole_story_are_refused(desk, faulty, text):
    with pytest.raises(UserError):
        desk.guide.prompts.add(faulty, Step.REVIEW, text)


def test_the_same_is_not_kept_twice(desk, faulty):
    desk.guide.prompts.add(faulty, Step.REVIEW, "Ask for the charger")
    with pytest.raises(UserError, match="already"):
        desk.guide.prompts.add(faulty, Step.REVIEW, "ask for the Charger")


def test_a_serial_number_begins_with_it(desk, fill, faulty):
    kept = desk.guide.prompts.add(faulty, Step.REVIEW, "This batch runs hot").value
    desk.guide.prompts.save(replace(kept, product="TD40"))
    assert texts(desk, faulty) == []
    story = fill(faulty, "review", failure_kind="faulty", serial="TD40-7731", finish=False)
    assert texts(desk, story) == ["This batch runs hot"]
