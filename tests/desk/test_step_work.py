"""Filling in the steps: nothing typed is lost, and a step is done when all that is needed is there."""

import json

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.desk.step_work import StepUnfinishedError, typed_answers, unread_answers
from desktop_cs.errors import UserError


def test_what_cannot_be_read_is_kept_as_it_was_typed(desk, take):
    story = take()
    saved = desk.casework.steps.save_answers(story, Step.REVIEW, {"price": "12.50.1", "serial": "LV 7"}).value
    assert set(saved.problems) == {"price", "serial"} or set(saved.problems) == {"price"}
    entry = desk.casework.story(story.case.id).walk.entry(Step.REVIEW)
    assert unread_answers(entry)["price"] == "12.50.1"
    typed = typed_answers(desk.forms[Step.REVIEW], entry, desk.context())
    assert typed["price"] == "12.50.1"


def test_answers_come_back_as_they_would_be_typed(desk, take, fill):
    story = fill(take(), "review", finish=False, price="420", happened_at="2026-10-31")
    assert story.answers(Step.REVIEW)["price"] == "42000"
    typed = typed_answers(desk.forms[Step.REVIEW], story.walk.entry(Step.REVIEW), desk.context())
    assert typed["price"] == "420.00"


def test_a_step_says_what_it_still_needs_and_stays_open(desk, take):
    story = take()
    with pytest.raises(StepUnfinishedError) as unfinished:
        desk.casework.steps.finish_step(story, Step.REVIEW)
    assert set(unfinished.value.problems) == {"in_their_words", "failure_kind", "remedy_sought"}
    assert not desk.casework.story(story.case.id).walk.entry(Step.REVIEW).is_passed


def test_a_wrong_answer_keeps_a_step_open_too(desk, take, fill):
    story = fill(take(), "review", finish=False, price="much")
    assert set(desk.casework.steps.step_problems(story, Step.REVIEW)) == {"price"}


def test_a_done_step_says_who_did_it_and_when(desk, take, fill, clock):
    entry = fill(take(), "apology").walk.entry(Step.APOLOGY)
    assert (entry.state, entry.done_by, entry.done_at) == ("done", desk.actor.id, clock.now())


def test_a_skipped_step_keeps_its_answers_and_its_reason(desk, take, fill):
    story = fill(take(), "review", finish=False, remedy_sought="")
    with pytest.raises(UserError):
        desk.casework.steps.skip_step(story, Step.REVIEW, "")
    desk.casework.steps.skip_step(story, Step.REVIEW, "in_a_hurry")
    entry = desk.casework.story(story.case.id).walk.entry(Step.REVIEW)
    assert (entry.state, entry.skip_reason) == ("skipped", "in_a_hurry")
    assert entry.answers["failure_kind"] == "faulty"


def test_a_skipped_step_can_be_done_later(take, fill, desk):
    story = take()
    desk.casework.steps.skip_step(story, Step.APOLOGY, "in_a_hurry")
    entry = fill(desk.casework.story(story.case.id), "apology").walk.entry(Step.APOLOGY)
    assert (entry.state, entry.skip_reason) == ("done", "")


def test_the_columns_of_the_case_follow_from_its_answers(walk):
    case = walk(review={"product": "Dryer", "serial": "LV7", "severity": "high"}).case
    assert (case.failure_kind, case.product, case.serial, case.severity) == ("faulty", "Dryer", "LV7", "high")
    assert (case.root_cause, case.finding) == ("part", "upheld")
    assert (case.problem_solved, case.customer_accepts) == ("yes", "yes")


@pytest.mark.parametrize("cause", ["Aoife forgot it", "milan horvat was late", "Okafor's list was wrong"])
def test_the_log_names_causes_and_not_culprits(desk, walk, fill, take, cause):
    story = fill(take(), "logging", finish=False, root_cause_details=cause)
    with pytest.raises(StepUnfinishedError) as refused:
        desk.casework.steps.finish_step(story, Step.LOGGING)
    assert "Causes, not culprits" in refused.value.problems["root_cause_details"]
    assert desk.casework.story(story.case.id).answers(Step.LOGGING)["root_cause_details"] == cause


def test_a_cause_without_a_name_is_logged(take, fill):
    story = fill(take(), "logging", root_cause_details="Nobody looked for why the part broke.")
    assert story.walk.entry(Step.LOGGING).state == "done"


@pytest.mark.parametrize(
    ("end", "sentence"),
    [("finish", "is logged"), ("close", "is closed"), ("cancel", "was cancelled")],
)
def test_a_case_that_is_over_takes_no_more_answers(desk, walk, take, end, sentence):
    if end == "finish":
        story = walk()
        desk.casework.finish(story)
    elif end == "close":
        story = walk()
        desk.casework.close(story.case, "done")
    else:
        story = take()
        desk.casework.cancel(story.case, "mistake")
    over = desk.casework.story(story.case.id)
    for act in (
        lambda: desk.casework.steps.save_answers(over, Step.APOLOGY, {}),
        lambda: desk.casework.steps.finish_step(over, Step.APOLOGY),
        lambda: desk.casework.steps.skip_step(over, Step.APOLOGY, "in_a_hurry"),
    ):
        with pytest.raises(UserError, match=sentence):
            act()


def test_a_gap_in_a_line_is_named_by_its_line_and_column(desk, take, fill):
    story = fill(take(), "resolution", finish=False, goodwill='[{"gesture":"Free delivery"}]')
    problems = desk.casework.steps.step_problems(story, Step.RESOLUTION)
    assert problems["goodwill"] == "“What else helps to put it right?”: line 1 still needs “Cost”."


def test_what_another_answer_hides_comes_back_when_it_is_asked_again(desk, take):
    story, promise = take(), '[{"what": "Call", "by_when": "2026-11-04T17:00", "by_whom": "Milan Horvat"}]'
    typed = {"all_on_the_spot": "no", "promises": promise}
    for on_the_spot in ("no", "yes"):
        raw = typed | {"all_on_the_spot": on_the_spot}
        saved = desk.casework.steps.save_answers(story, Step.RESOLUTION, raw).value
        story = story.after(saved)
    assert "promises" not in saved.entry.answers, "it counts for nothing while it is hidden"
    shown = typed_answers(desk.forms["resolution"], saved.entry, desk.context())
    assert shown["promises"] == promise
    again = desk.casework.steps.save_answers(story, Step.RESOLUTION, shown | {"all_on_the_spot": "no"}).value
    assert json.loads(again.entry.answers["promises"])[0]["what"] == "Call"
