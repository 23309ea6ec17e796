"""What is needed at once, and what is still being checked, become promises."""

from datetime import timedelta

import pytest

from desktop_cs.cases.steps import Step

CHECKING = {"cause_told": "Perhaps the bearing.", "sure_or_checking": "checking"}


def of(story):
    return [(one.what, one.state) for one in story.promises]


def test_what_they_need_now_is_due_at_once(take, fill, clock):
    story = fill(take(), "apology", immediate_need="doctor")
    (promise,) = story.promises
    assert promise.what == "Right now: A doctor"
    assert (promise.state, promise.by_whom) == ("open", "Aoife Byrne")
    assert promise.due_at == clock.now() + timedelta(minutes=20)


@pytest.mark.parametrize("need", ["none", ""])
def test_no_need_is_no_promise(take, fill, need):
    assert fill(take(), "apology", immediate_need=need).promises == ()


def test_a_need_that_is_only_typed_is_no_promise_yet(take, fill):
    assert fill(take(), "apology", finish=False, immediate_need="doctor").promises == ()


def test_finishing_again_makes_no_double(take, fill, desk):
    story = fill(take(), "apology", immediate_need="doctor")
    story = fill(story, "apology", immediate_need="doctor")
    assert len(story.promises) == 1
    desk.follow_ups.settle_promise(story.promises[0], "kept")
    story = fill(desk.casework.story(story.case.id), "apology", immediate_need="doctor")
    assert of(story) == [("Right now: A doctor", "kept")]


def test_another_need_takes_the_place_of_the_first_and_none_lets_go_of_it(take, fill):
    story = fill(take(), "apology", immediate_need="doctor")
    story = fill(story, "apology", immediate_need="call_home")
    assert of(story) == [("Right now: A call home", "open")]
    story = fill(story, "apology", immediate_need="none")
    assert of(story) == [("Right now: A call home", "renegotiated")]


def test_a_need_that_was_taken_back_and_is_said_again_holds_again(take, fill, clock):
    story = fill(fill(take(), "apology", immediate_need="doctor"), "apology", immediate_need="none")
    clock.moment += timedelta(minutes=5)
    (promise,) = fill(story, "apology", immediate_need="call_home").promises
    assert (promise.what, promise.state, promise.settled_at) == ("Right now: A call home", "open", None)
    assert promise.due_at == clock.now() + timedelta(minutes=20)


def test_what_was_needed_before_a_case_was_closed_is_not_promised_once_more(desk, take, fill, clock):
    story = fill(take(), "apology", immediate_need="doctor")
    closed = desk.casework.close(story.case, "went home").value
    clock.moment += timedelta(days=1)
    story = desk.casework.story(desk.casework.reopen(closed, "came back").value.id)
    story = fill(story, "apology", immediate_need="doctor")
    assert of(story) == [("Right now: A doctor", "renegotiated")]


def test_what_is_still_checked_is_told_the_next_open_day(take, fill, clock):
    clock.moment += timedelta(days=4)  # a Friday
    (promise,) = fill(take(), "review", **CHECKING).promises
    assert promise.what == "Tell what we found out"
    assert promise.due_at == clock.now() + timedelta(days=3)


def test_like_cases_say_by_when_an_answer_is_promised(desk, walk, take, fill, clock):
    start = clock.now()
    clock.moment = start - timedelta(days=14)
    earlier = walk()
    clock.moment += timedelta(days=3)
    desk.casework.finish(earlier)
    clock.moment = start
    (promise,) = fill(take(), "review", **CHECKING).promises
    assert (promise.aim_at, promise.due_at) == (start + timedelta(days=3), start + timedelta(days=4))


def test_an_answer_that_was_promised_stays_promised_once_we_are_sure(take, fill):
    story = fill(take(), "review", **CHECKING)
    story = fill(story, "review", sure_or_checking="sure", cause_told="The bearing.")
    assert of(story) == [("Tell what we found out", "open")]


def test_the_resolution_leaves_these_promises_alone_and_its_fix_does_not_wait_for_them(take, fill, clock):
    story = fill(fill(take(), "apology", immediate_need="doctor"), "review", **CHECKING)
    story = fill(story, "resolution")
    assert {state for _what, state in of(story)} == {"open"}
    immediate = next(one for one in story.follow_ups if one.kind == "immediate")
    assert immediate.due_at == clock.now()


def test_one_that_was_given_another_time_is_left_alone_too(desk, take, fill, clock):
    story = fill(take(), "review", **CHECKING)
    desk.follow_ups.renegotiate(story.promises[0], clock.now() + timedelta(days=2))
    story = fill(fill(desk.casework.story(story.case.id), "review", **CHECKING), "resolution")
    assert sorted(state for _what, state in of(story)) == ["open", "renegotiated"]


def test_the_words_are_those_of_whoever_is_at_the_screen(take, fill):
    from desktop_cs import places
    from desktop_cs.i18n import use_language

    use_language("zh_CN", places.resources_dir() / "locale")
    try:
        story = fill(take(), "apology", immediate_need="doctor")
    finally:
        use_language("en", places.resources_dir() / "locale")
    assert "就医" in story.promises[0].what
    assert story.answers(Step.APOLOGY)["immediate_need"] == "doctor"


def test_a_suggestion_is_answered_at_the_latest_when_the_case_is_wrapped_up(take, fill, clock):
    (promise,) = fill(take(), "review", customer_suggestion="A bell at the door").promises
    assert promise.what == "Answer the suggestion: A bell at the door"
    assert (promise.state, promise.due_at) == ("open", clock.now() + timedelta(days=7))


def test_a_suggestion_that_was_a_slip_is_taken_back(take, fill):
    story = fill(take(), "review", customer_suggestion="A bell")
    story = fill(story, "review", customer_suggestion="A bell at the door")
    assert of(story) == [("Answer the suggestion: A bell at the door", "open")]
    story = fill(story, "review", customer_suggestion="")
    assert of(story) == [("Answer the suggestion: A bell at the door", "renegotiated")]


def test_a_review_may_promise_two_things(take, fill):
    story = fill(take(), "review", **CHECKING, customer_suggestion="A bell " * 30)
    assert [one.what[:12] for one in story.promises] == ["Tell what we", "Answer the s"]
    assert len(story.promises[1].what) < 120


def test_an_answer_with_another_time_is_no_line_of_the_resolution(take, fill, desk, clock):
    story = fill(take(), "review", customer_suggestion="A bell")
    desk.follow_ups.renegotiate(story.promises[0], clock.now() + timedelta(days=10))
    story = fill(desk.casework.story(story.case.id), "resolution")
    assert sorted(one.state for one in story.promises) == ["open", "renegotiated"]
