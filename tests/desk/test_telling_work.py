"""A word of progress, and a call at the time that the customer names."""

from datetime import timedelta

import pytest

from desktop_cs.errors import UserError


def test_a_word_of_progress_is_kept_with_who_said_it_and_when(desk, take, clock):
    story = take()
    clock.moment += timedelta(hours=2)
    event = desk.follow_ups.tell_customer(story.case, " The part  is on its way ").value
    (told,) = [one for one in desk.casework.numbered(1).events if one.what == "told"]
    assert told == event
    assert (told.at, told.by, told.reason) == (clock.now(), desk.actor.id, "The part is on its way")


def test_a_word_of_progress_says_something(desk, take):
    with pytest.raises(UserError) as refused:
        desk.follow_ups.tell_customer(take().case, "  ")
    assert refused.value.field == "words"


def test_a_cancelled_case_is_told_of_no_more(desk, take, clock):
    case = take().case
    desk.casework.cancel(case, "typed twice")
    with pytest.raises(UserError):
        desk.follow_ups.tell_customer(case, "It is ready")
    with pytest.raises(UserError):
        desk.follow_ups.call_back(case, clock.now() + timedelta(hours=1))


def test_a_word_can_be_taken_back_until_something_else_happens(desk, take, clock):
    case = take().case
    first = desk.follow_ups.tell_customer(case, "Soon").value
    clock.moment += timedelta(minutes=1)
    second = desk.follow_ups.tell_customer(case, "Really soon").value
    with pytest.raises(UserError):
        desk.follow_ups.undo_told(first)
    desk.follow_ups.undo_told(second)
    assert [one.reason for one in desk.casework.numbered(1).events] == ["", "Soon"]


def test_a_callback_is_a_promise_for_the_time_they_named(desk, take, clock):
    story = take()
    at = clock.now() + timedelta(hours=3)
    promise = desk.follow_ups.call_back(story.case, at, "when the part comes").value
    assert desk.casework.numbered(1).promises == (promise,)
    assert (promise.kind, promise.due_at, promise.what) == ("callback", at, "Call back: when the part comes")
    assert (promise.by_whom, promise.case_number) == ("Aoife Byrne", 1)
    assert promise in desk.follow_ups.agenda().today
    with pytest.raises(UserError):
        desk.follow_ups.call_back(story.case, clock.now())


def test_whoever_asked_first_is_first_whatever_time_they_named(desk, take, clock):
    asked = []
    for hours_ahead in (5, 1, 3):
        at = clock.now() + timedelta(hours=hours_ahead)
        asked.append(desk.follow_ups.call_back(take().case, at).value)
        clock.moment += timedelta(minutes=1)
    assert [desk.follow_ups.queue_place(one) for one in asked] == [1, 2, 3]
    later = desk.follow_ups.renegotiate(asked[0], clock.now() + timedelta(days=1)).value
    assert desk.follow_ups.queue_place(later) == 1
    desk.follow_ups.settle_promise(later, "kept")
    assert [desk.follow_ups.queue_place(one) for one in asked[1:]] == [1, 2]


def test_a_callback_stays_when_the_resolution_is_written(desk, take, fill, clock):
    story = take()
    desk.follow_ups.call_back(story.case, clock.now() + timedelta(hours=3))
    story = fill(story, "resolution")
    assert [one.state for one in story.promises] == ["open"]
    immediate = next(one for one in story.follow_ups if one.kind == "immediate")
    assert immediate.due_at == clock.now()


def test_a_callback_that_was_a_slip_holds_no_more(desk, take, clock):
    promise = desk.follow_ups.call_back(take().case, clock.now() + timedelta(hours=3)).value
    desk.follow_ups.undo_call_back(promise)
    assert desk.casework.numbered(1).promises[0].state == "renegotiated"
    with pytest.raises(UserError):
        desk.follow_ups.undo_call_back(promise)
