"""Follow-ups and promises: done, put off, settled, and every one of them undone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.states import CaseState
from desktop_cs.errors import UserError

PROMISE = '[{"what": "Call back", "by_when": "2026-11-04T17:00", "by_whom": "Milan Horvat"}]'
NOT_REACHED = {"reached": "not_reached"}
LATER = {"all_on_the_spot": "no", "promises": PROMISE}


@pytest.fixture
def logged(desk, walk):
    """Return the story of a logged case with a promise and three follow-ups."""
    desk.casework.finish(walk(resolution=LATER))
    return desk.casework.numbered(1)


def of_kind(story, kind):
    return next(one for one in story.follow_ups if one.kind == kind)


def test_a_call_is_done_with_its_outcome(desk, logged, clock):
    typed = {"reached": "yes", "still_solved": "yes", "satisfied": "5", "in_their_words": "All is well."}
    done = desk.follow_ups.complete(of_kind(logged, "wrap_up"), typed).value
    kept = of_kind(desk.casework.numbered(1), "wrap_up")
    assert (kept.state, kept.done_at, kept.done_by) == ("done", clock.now(), desk.actor.id)
    assert kept.answers == done.answers == typed


@pytest.mark.parametrize(
    ("typed", "field"), [({}, "reached"), ({"reached": "yes", "satisfied": "9"}, "satisfied")]
)
def test_a_call_without_its_answers_is_not_done(desk, logged, typed, field):
    wrap_up = of_kind(logged, "wrap_up")
    assert set(desk.follow_ups.problems(typed)) == {field}
    with pytest.raises(UserError) as refused:
        desk.follow_ups.complete(wrap_up, typed)
    assert refused.value.field == field
    assert of_kind(desk.casework.numbered(1), "wrap_up") == wrap_up


def test_what_was_typed_so_far_is_kept_as_it_was_typed(desk, logged):
    wrap_up = of_kind(logged, "wrap_up")
    typed = {"reached": "yes", "satisfied": "many", "in_their_words": "Well …"}
    kept = desk.follow_ups.keep_draft(wrap_up, typed).value
    assert kept.state == "open"
    assert desk.follow_ups.draft(of_kind(desk.casework.numbered(1), "wrap_up")) == typed


def test_what_they_spent_since_is_asked_only_of_whom_was_reached_and_loses_no_earlier_answer(desk, logged):
    spent = next(one for one in desk.forms["followup"].fields() if one.id == "came_back_and_spent")
    assert [spent.is_asked({"reached": how}, ()) for how in ("yes", "left_word", "not_reached")] == [
        True,
        False,
        False,
    ]
    earlier = {"reached": "left_word", "came_back_and_spent": "1200"}  # kept while it was always asked
    with desk.storage.transaction():
        desk.storage.follow_ups.update(replace(of_kind(logged, "wrap_up"), answers=earlier))
    before = of_kind(desk.casework.numbered(1), "wrap_up")
    typed = desk.follow_ups.draft(before) | {"reached": "yes"}
    done = desk.follow_ups.complete(before, typed).value
    assert done.answers["came_back_and_spent"] == "1200"


def test_the_last_thing_done_closes_the_case_and_undoing_it_opens_the_case_again(desk, logged):
    desk.follow_ups.complete(of_kind(logged, "immediate"), {"reached": "yes"})
    desk.follow_ups.complete(of_kind(logged, "wrap_up"), {"reached": "yes"})
    promise = logged.promises[0]
    desk.follow_ups.settle_promise(promise, "kept")
    assert desk.casework.numbered(1).case.state == "closed"
    desk.follow_ups.undo_promise(promise)
    story = desk.casework.numbered(1)
    assert (story.case.state, story.promises[0].state) == ("logged", "open")
    desk.follow_ups.settle_promise(promise, "kept")
    desk.follow_ups.undo(of_kind(logged, "wrap_up"))
    story = desk.casework.numbered(1)
    assert (story.case.state, of_kind(story, "wrap_up").state) == ("logged", "open")


def test_undoing_leaves_a_case_that_was_closed_by_hand_closed(desk, logged):
    before = of_kind(logged, "wrap_up")
    desk.casework.close(logged.case, "moved away")
    desk.follow_ups.undo(before)
    assert desk.casework.numbered(1).case.state == "closed"


def test_a_matter_that_is_not_solved_is_taken_up_again_and_that_can_be_undone(desk, logged):
    before = of_kind(logged, "wrap_up")
    typed = {"reached": "yes", "still_solved": "no", "in_their_words": "It hums again."}
    desk.follow_ups.complete_and_reopen(before, typed)
    story = desk.casework.numbered(1)
    assert story.case.state == "reopened"
    assert story.events[-1].reason == "It hums again."
    desk.follow_ups.undo_reopening(before, logged.case)
    story = desk.casework.numbered(1)
    assert (story.case, of_kind(story, "wrap_up")) == (logged.case, before)
    assert story.events == logged.events


def test_undoing_the_last_call_that_took_a_case_up_again_leaves_it_logged(desk, logged):
    desk.follow_ups.complete(of_kind(logged, "immediate"), {"reached": "yes"})
    desk.follow_ups.settle_promise(logged.promises[0], "kept")
    before = of_kind(logged, "wrap_up")
    desk.follow_ups.complete_and_reopen(before, {"reached": "yes", "still_solved": "no"})
    desk.follow_ups.undo_reopening(before, logged.case)
    story = desk.casework.numbered(1)
    assert (story.case.state, story.events) == ("logged", logged.events)


def test_a_case_that_is_still_being_worked_on_is_not_reopened(desk, walk):
    story = walk()
    desk.follow_ups.complete_and_reopen(of_kind(story, "immediate"), {"reached": "yes", "still_solved": "no"})
    assert desk.casework.numbered(1).case.state == "open"


def test_a_call_is_put_off_to_a_time_still_to_come(desk, logged, clock):
    wrap_up = of_kind(logged, "wrap_up")
    for past in (clock.now(), clock.now() - timedelta(days=1)):
        with pytest.raises(UserError):
            desk.follow_ups.put_off(wrap_up, past)
    later = clock.now() + timedelta(minutes=1)
    assert desk.follow_ups.put_off(wrap_up, later).value.due_at == later


def test_unreading_a_card_leaves_a_closed_case_closed(desk, logged):
    for kind in ("immediate", "wrap_up"):
        desk.follow_ups.complete(of_kind(logged, kind), {"reached": "yes"})
    desk.follow_ups.settle_promise(logged.promises[0], "kept")
    card = of_kind(logged, "internal")
    (known,) = desk.cards.cards_for(logged.case.customer_id)
    desk.cards.read(known)
    desk.cards.unread(known)
    assert desk.casework.numbered(1).case.state == "closed"
    assert desk.follow_ups.agenda().to_read == (card,)


def test_a_card_is_read_once(desk, logged):
    desk.cards.read(desk.cards.cards_for(logged.case.customer_id)[0])
    assert desk.follow_ups.agenda().to_read == ()


def test_a_promise_gets_a_new_time_and_the_old_one_is_kept(desk, logged, clock):
    old = logged.promises[0]
    with pytest.raises(UserError):
        desk.follow_ups.renegotiate(old, clock.now())
    later = old.due_at + timedelta(days=1)
    renewed = desk.follow_ups.renegotiate(old, later).value
    states = {one.due_at: one.state for one in desk.casework.numbered(1).promises}
    assert states == {old.due_at: "renegotiated", later: "open"}
    desk.follow_ups.undo_renegotiation(old, renewed)
    states = {one.due_at: one.state for one in desk.casework.numbered(1).promises}
    assert states == {old.due_at: "open", later: "renegotiated"}
    desk.follow_ups.renegotiate(old, later)
    states = {one.due_at: one.state for one in desk.casework.numbered(1).promises}
    assert states == {old.due_at: "renegotiated", later: "open"}


def test_a_promise_is_settled_now_or_at_the_time_that_is_told(desk, logged, clock):
    clock.moment += timedelta(hours=1)
    assert desk.follow_ups.settle_promise(logged.promises[0], "kept").value.settled_at == clock.now()
    at = clock.now() - timedelta(minutes=30)
    desk.follow_ups.undo_promise(logged.promises[0])
    assert desk.follow_ups.settle_promise(logged.promises[0], "broken", at).value.settled_at == at


@pytest.mark.parametrize("first", ["kept", "given another time"])
def test_a_promise_is_settled_once_whichever_page_is_quicker(desk, logged, clock, first):
    page, later = logged.promises[0], logged.promises[0].due_at + timedelta(days=1)
    if first == "kept":
        desk.follow_ups.settle_promise(page, "kept")
    else:
        desk.follow_ups.renegotiate(page, later)
    stored = desk.casework.numbered(1).promises
    clock.moment += timedelta(hours=3)
    for act in (
        lambda: desk.follow_ups.settle_promise(page, "kept"),
        lambda: desk.follow_ups.renegotiate(page, later + timedelta(days=1)),
    ):
        with pytest.raises(UserError, match="meanwhile"):
            act()
    assert desk.casework.numbered(1).promises == stored


def test_a_follow_up_is_done_once_whichever_page_is_quicker(desk, logged, staff, clock):
    page, later = of_kind(logged, "wrap_up"), clock.now() + timedelta(days=20)
    done = desk.follow_ups.complete(page, {"reached": "yes", "satisfied": "5"}).value
    for act in (
        lambda: desk.follow_ups.complete(page, {"reached": "yes", "satisfied": "1"}),
        lambda: desk.follow_ups.complete(page, {"reached": "not_reached"}),
        lambda: desk.follow_ups.keep_draft(page, {"in_their_words": "Well"}),
        lambda: desk.follow_ups.put_off(page, later),
        lambda: desk.follow_ups.reassign(page, staff[0]),
    ):
        with pytest.raises(UserError, match="meanwhile"):
            act()
    assert of_kind(desk.casework.numbered(1), "wrap_up") == done


def test_an_act_of_an_older_page_keeps_what_changed_since(desk, logged, staff, clock):
    page, later = of_kind(logged, "wrap_up"), clock.now() + timedelta(days=20)
    desk.follow_ups.put_off(page, later)
    assert desk.follow_ups.reassign(page, staff[0]).value.due_at == later


@pytest.fixture
def reluctant(desk, walk):
    """Return the story of a logged case whose customer accepted reluctantly: a call is owed."""
    desk.casework.finish(walk(resolution={**LATER, "customer_accepts": "reluctantly"}))
    return desk.casework.numbered(1)


def test_whom_nobody_reached_is_tried_again(desk, logged, clock):
    wrap_up = of_kind(logged, "wrap_up")
    typed = {"reached": "not_reached", "in_their_words": ""}
    tried = desk.follow_ups.complete(wrap_up, typed).value
    assert (tried.state, tried.due_at) == ("open", clock.now() + timedelta(hours=2))
    story = desk.casework.numbered(1)
    assert (story.events[-1].what, story.events[-1].by) == ("not_reached.wrap_up", desk.actor.id)
    assert desk.follow_ups.draft(of_kind(story, "wrap_up")) == {}
    assert desk.follow_ups.tries(wrap_up) == [story.events[-1]]
    assert desk.follow_ups.tries(of_kind(story, "immediate")) == []


def test_a_try_is_undone_with_its_note(desk, logged, clock):
    wrap_up = of_kind(logged, "wrap_up")
    with pytest.raises(UserError):
        desk.follow_ups.try_again(wrap_up, {"reached": "not_reached"}, clock.now())
    desk.follow_ups.try_again(wrap_up, {"reached": "not_reached"}, clock.now() + timedelta(days=2))
    desk.follow_ups.undo_try(wrap_up)
    story = desk.casework.numbered(1)
    assert (of_kind(story, "wrap_up"), story.events) == (wrap_up, logged.events)


def test_after_tries_on_three_days_nobody_has_to_try_any_more(desk, logged, clock):
    for _day in range(2):
        for _time in range(2):
            done = desk.follow_ups.complete(of_kind(desk.casework.numbered(1), "wrap_up"), NOT_REACHED).value
            assert done.state == "open"
            clock.moment += timedelta(minutes=5)
        clock.moment += timedelta(days=1)
    done = desk.follow_ups.complete(of_kind(desk.casework.numbered(1), "wrap_up"), NOT_REACHED).value
    assert (done.state, done.answers) == ("done", NOT_REACHED)


def test_left_word_is_enough_unless_a_call_is_owed(desk, logged):
    done = desk.follow_ups.complete(of_kind(logged, "wrap_up"), {"reached": "left_word"}).value
    assert done.state == "done"


def test_a_call_that_is_owed_is_done_once_they_were_spoken_with(desk, reluctant):
    wrap_up = of_kind(reluctant, "wrap_up")
    assert wrap_up.as_call
    for reached in ("left_word", "not_reached"):
        assert desk.follow_ups.complete(wrap_up, {"reached": reached}).value.state == "open"
    assert desk.casework.numbered(1).events[-2].what == "left_word.wrap_up"
    assert desk.follow_ups.complete(wrap_up, {"reached": "yes"}).value.state == "done"


def test_a_call_that_is_owed_stays_due_when_the_case_is_closed_by_hand(desk, reluctant):
    desk.casework.close(reluctant.case, "they moved away")
    story = desk.casework.numbered(1)
    assert [one.kind for one in story.follow_ups if one.state == "open"] == ["internal", "wrap_up"]
    assert of_kind(story, "wrap_up") in desk.follow_ups.agenda(of_kind(story, "wrap_up").due_at).today
    desk.follow_ups.complete(of_kind(story, "wrap_up"), {"reached": "yes"})
    assert desk.casework.numbered(1).case.close_reason == "they moved away"


def test_a_case_that_was_taken_by_mistake_owes_no_call(desk, walk):
    story = walk(resolution={"customer_accepts": "reluctantly"})
    desk.casework.cancel(story.case, "typed twice")
    assert {one.state for one in desk.casework.numbered(1).follow_ups} == {"dropped"}


def test_whom_nobody_reached_keeps_the_case_as_it_is(desk, logged):
    desk.follow_ups.complete_and_reopen(of_kind(logged, "wrap_up"), NOT_REACHED)
    assert desk.casework.numbered(1).case.state == "logged"


def test_a_follow_up_is_given_to_a_colleague_and_back(desk, logged, staff):
    wrap_up = of_kind(logged, "wrap_up")
    assert desk.follow_ups.whose(wrap_up) == "Aoife Byrne"
    given = desk.follow_ups.reassign(wrap_up, staff[0]).value
    assert desk.follow_ups.whose(given) == "Grace Okafor"
    desk.follow_ups.undo(wrap_up)
    assert of_kind(desk.casework.numbered(1), "wrap_up") == wrap_up
    assert desk.follow_ups.whose(of_kind(logged, "internal")) == ""


def test_a_follow_up_of_somebody_who_left_is_nobodys_and_can_be_taken(desk, logged, staff):
    gone = replace(staff[2], active=False)
    with desk.storage.transaction():
        desk.storage.shop.save_staff(gone)
    wrap_up = of_kind(desk.casework.numbered(1), "wrap_up")
    assert desk.follow_ups.whose(wrap_up) == "nobody (Aoife Byrne left)"
    assert wrap_up in desk.follow_ups.agenda(wrap_up.due_at).today
    assert desk.follow_ups.whose(replace(wrap_up, staff_id=wrap_up.id)) == "nobody"
    with pytest.raises(UserError, match="does not work here"):
        desk.follow_ups.reassign(wrap_up, gone)
    desk.actor = staff[1]
    assert desk.follow_ups.whose(desk.follow_ups.reassign(wrap_up, staff[1]).value) == "Milan Horvat"


def test_what_was_done_before_a_case_was_cancelled_is_not_taken_back_into_it(desk, take):
    story = take()
    at = desk.clock.now() + timedelta(hours=3)
    promise = desk.follow_ups.call_back(story.case, at, "the dryer").value
    desk.follow_ups.settle_promise(promise, PromiseState.KEPT)
    desk.casework.cancel(story.case, "taken by mistake")
    with pytest.raises(UserError, match="cancelled"):
        desk.follow_ups.undo_promise(promise)
    (kept,) = desk.casework.story(story.case.id).promises
    assert kept.state is PromiseState.KEPT


def test_a_case_that_closed_by_itself_waits_for_a_call_that_is_promised_afterwards(desk, walk):
    story = walk()
    desk.casework.finish(story)
    for follow_up in desk.casework.story(story.case.id).follow_ups:
        desk.follow_ups.complete(follow_up, {"reached": "yes"})
    assert desk.casework.story(story.case.id).case.state is CaseState.CLOSED
    promise = desk.follow_ups.call_back(story.case, desk.clock.now() + timedelta(hours=3)).value
    assert desk.casework.story(story.case.id).case.state is CaseState.LOGGED
    desk.follow_ups.undo_call_back(promise)
    assert desk.casework.story(story.case.id).case.state is CaseState.CLOSED


def test_undoing_leaves_no_promise_open_in_a_case_that_was_closed_by_hand(desk, reluctant, clock):
    closed = desk.casework.close(reluctant.case, "moved away").value
    clock.moment += timedelta(hours=1)
    before, story = of_kind(reluctant, "wrap_up"), desk.casework.numbered(1)
    desk.follow_ups.complete_and_reopen(before, {"reached": "yes", "still_solved": "no"})
    assert [one.state for one in desk.casework.numbered(1).promises] == ["open"]
    desk.follow_ups.undo_reopening(before, closed)
    assert desk.casework.numbered(1) == story


def test_the_calls_go_with_the_time_of_the_fix_that_the_customer_agreed_to(desk, logged):
    promise = logged.promises[0]
    later = promise.due_at + timedelta(days=9)  # Friday the 13th, 17:00
    renewed = desk.follow_ups.renegotiate(promise, later).value
    story = desk.casework.numbered(1)
    assert of_kind(story, "immediate").due_at == later + timedelta(minutes=20)
    assert of_kind(story, "wrap_up").due_at == later + timedelta(days=7)
    assert of_kind(story, "internal") == of_kind(logged, "internal")
    desk.follow_ups.undo_renegotiation(promise, renewed)
    assert desk.casework.numbered(1).follow_ups == logged.follow_ups


def test_a_call_that_was_put_off_stays_where_it_was_put(desk, logged):
    promise, own = logged.promises[0], of_kind(logged, "wrap_up").due_at + timedelta(days=1)
    desk.follow_ups.put_off(of_kind(logged, "wrap_up"), own)
    desk.follow_ups.call_back(logged.case, promise.due_at + timedelta(days=1))
    desk.follow_ups.renegotiate(promise, promise.due_at + timedelta(days=2))
    assert of_kind(desk.casework.numbered(1), "wrap_up").due_at == own
