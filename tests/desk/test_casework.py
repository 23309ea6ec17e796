"""Acts on a case as a whole, on a real desk."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.customer_work import new_customer
from desktop_cs.desk.day_lists import day_lists
from desktop_cs.errors import UserError

PROMISE = '[{"what": "Call back", "by_when": "2026-11-04T17:00", "by_whom": "Milan Horvat"}]'
LATER = {"all_on_the_spot": "no", "promises": PROMISE}


def open_ones(story):
    follow_ups = [one for one in story.follow_ups if one.state == "open"]
    return [one.kind for one in follow_ups], [one for one in story.promises if one.state == "open"]


def test_a_case_gets_its_number_at_once_and_is_a_draft(desk, take, clock):
    first, second = take(), take("Kettle leaks", "Tom")
    assert (first.case.number, second.case.number) == (1, 2)
    assert first.case.state == "draft"
    assert first.case.opened_at == clock.now()
    assert first.case.owner == first.case.first_helper == desk.actor.id
    assert [event.what for event in first.events] == ["taken"]


def test_a_case_needs_a_line_and_a_name_or_a_reporter(desk, take):
    with pytest.raises(UserError) as no_line:
        take("  ")
    assert no_line.value.field == "one_line"
    with pytest.raises(UserError) as no_name:
        take(who=" ")
    assert no_name.value.field == "customer"
    assert desk.storage.cases.count() == 0
    reported = take(who="", reported_by="colleague")
    assert reported.customer is None


def test_a_newcomer_is_kept_and_writes_in_the_language_of_the_letters(desk, take):
    story = take(who="", newcomer=new_customer("陈玉兰", language="zh_CN"))
    assert story.case.who == story.customer.name == "陈玉兰"
    assert story.case.language_of_letters == "zh_CN"
    again = take("Came back", who="", customer=story.customer)
    assert again.customer == story.customer
    assert len(desk.customers.find("陈玉兰")) == 1


def test_the_header_may_change_and_only_what_differs_is_written(desk, take):
    story = take()
    changed = replace(story.case, mood="calm", one_line="Dryer hums")
    assert desk.casework.change_header(changed).value == changed
    assert desk.casework.story(story.case.id).case == changed


def test_a_header_from_an_older_page_takes_nothing_else_back(desk, take, fill, staff):
    page = take().case
    story = fill(fill(desk.casework.story(page.id), "apology"), "review")
    desk.requests.ask_hand_over(story.case, staff[1])
    desk.actor = staff[1]
    desk.requests.answer(desk.requests.waiting()[0], True)
    desk.customers.save(replace(story.customer, name="Deirdre Quinn"))
    after = desk.casework.change_header(replace(page, mood="calm")).value
    assert (after.mood, after.state, after.failure_kind) == ("calm", "open", "faulty")
    assert after.who == "Deirdre Quinn"
    assert (after.owner, after.hands_passed) == (staff[1].id, 1)
    desk.casework.cancel(after, "taken twice")
    with pytest.raises(UserError, match="cancelled"):
        desk.casework.change_header(replace(page, threatens="sue"))


def test_the_first_step_that_is_passed_opens_the_case(desk, take, fill):
    assert fill(take(), "apology").case.state == "open"
    skipped = take()
    desk.casework.steps.skip_step(skipped, "apology", "in_a_hurry")
    assert desk.casework.story(skipped.case.id).case.state == "open"


def test_a_finished_case_waits_for_its_calls_and_closes_after_the_last(desk, walk):
    story = walk()
    assert desk.casework.finish(story).value.state == "logged"
    for kind in ("immediate", "wrap_up"):
        assert desk.casework.story(story.case.id).case.state == "logged"
        waiting = desk.casework.story(story.case.id).follow_ups
        desk.follow_ups.complete(next(one for one in waiting if one.kind == kind), {"reached": "yes"})
    assert desk.casework.story(story.case.id).case.state == "closed"


def test_an_open_promise_keeps_a_logged_case_from_closing(desk, walk):
    story = walk(resolution=LATER)
    desk.casework.finish(story)
    for one in desk.casework.story(story.case.id).follow_ups:
        if one.kind != "internal":
            desk.follow_ups.complete(one, {"reached": "yes"})
    story = desk.casework.story(story.case.id)
    assert story.case.state == "logged"
    desk.follow_ups.settle_promise(story.promises[0], "kept")
    assert desk.casework.story(story.case.id).case.state == "closed"


def test_a_case_with_an_open_step_cannot_be_finished(desk, take, fill):
    story = fill(fill(take(), "apology"), "review")
    with pytest.raises(UserError):
        desk.casework.finish(story)
    assert desk.casework.story(story.case.id).case.state == "open"


def test_skipped_steps_with_reasons_let_a_case_be_finished(desk, take):
    story = take()
    for step in ("apology", "review", "resolution", "logging"):
        story = story.after(desk.casework.steps.skip_step(story, step, "the bus leaves").value)
    done = desk.casework.finish(desk.casework.story(story.case.id)).value
    assert done.state == "closed", "nothing was resolved, so there is nobody to call"


def test_the_express_page_finishes_every_step_at_once_or_none(desk, take, fill):
    story = take()
    for step in ("apology", "review", "resolution"):
        story = fill(story, step, finish=False)
    with pytest.raises(UserError):
        desk.casework.finish_express(story)
    assert desk.casework.story(story.case.id).walk.unpassed() == story.walk.unpassed()
    story = fill(story, "logging", finish=False)
    assert desk.casework.finish_express(story).value.state == "logged"


def test_closing_by_hand_takes_a_reason_and_lets_go_of_what_was_open(desk, walk, clock):
    story = walk(resolution=LATER)
    with pytest.raises(UserError):
        desk.casework.close(story.case, " ")
    closed = desk.casework.close(story.case, "moved away").value
    story = desk.casework.story(story.case.id)
    assert (story.case.state, story.case.close_reason) == ("closed", "moved away")
    assert closed.logged_at == clock.now(), "counted as done on the day it was closed"
    assert open_ones(story) == (["internal"], []), "the card stands until its date"


def test_a_case_reopened_after_closing_by_hand_keeps_the_promises_still_to_come(desk, walk, clock):
    story = walk(resolution=LATER)
    closed = desk.casework.close(story.case, "moved away").value
    clock.moment += timedelta(days=1)
    desk.casework.reopen(closed, "came back")
    story = desk.casework.story(story.case.id)
    assert story.case.state == "reopened"
    assert [one.what for one in open_ones(story)[1]] == ["Call back"]


def test_a_promise_whose_time_went_by_meanwhile_is_not_taken_up_again(desk, walk, clock):
    story = walk(resolution=LATER)
    closed = desk.casework.close(story.case, "moved away").value
    clock.moment += timedelta(days=9)
    desk.casework.reopen(closed, "came back")
    assert open_ones(desk.casework.story(story.case.id))[1] == []


def test_a_reopened_case_is_followed_up_anew_when_it_is_resolved_again(desk, walk, fill, clock):
    story = walk()
    closed = desk.casework.close(story.case, "no answer").value
    clock.moment += timedelta(days=1)
    desk.casework.reopen(closed, "came back")
    story = fill(desk.casework.story(story.case.id), "resolution")
    assert sorted(open_ones(story)[0]) == ["immediate", "internal", "wrap_up"]
    assert desk.casework.finish(story).value.state == "logged"


def test_a_reopened_case_is_followed_up_anew_when_it_is_only_logged_again(desk, walk, clock):
    story = walk()
    desk.casework.finish(story)
    for one in desk.casework.story(story.case.id).follow_ups:
        if one.kind != "internal":
            desk.follow_ups.complete(one, {"reached": "yes", "still_solved": "yes"})
    clock.moment += timedelta(days=3)
    closed = desk.casework.story(story.case.id).case
    assert closed.state == "closed"
    desk.casework.reopen(closed, "it hums again")
    assert desk.casework.finish(desk.casework.story(story.case.id)).value.state == "logged"
    story = desk.casework.story(story.case.id)
    wrap_ups = [one for one in story.follow_ups if one.kind == "wrap_up"]
    assert [one.state for one in wrap_ups] == ["done", "open"]
    assert wrap_ups[1].due_at == clock.now() + timedelta(days=7)
    assert story.case.logged_at == clock.now()


def test_finishing_does_not_move_a_call_that_was_put_off(desk, walk, clock):
    story = walk()
    wrap_up = next(one for one in story.follow_ups if one.kind == "wrap_up")
    later = clock.now() + timedelta(days=20)
    desk.follow_ups.put_off(wrap_up, later)
    desk.casework.finish(desk.casework.story(story.case.id))
    again = desk.casework.story(story.case.id).follow_ups
    assert next(one for one in again if one.kind == "wrap_up").due_at == later


def test_only_a_logged_or_closed_case_is_reopened_and_only_an_open_one_cancelled(desk, take, walk):
    draft = take()
    with pytest.raises(UserError):
        desk.casework.reopen(draft.case, "again")
    done = desk.casework.finish(walk()).value
    with pytest.raises(UserError):
        desk.casework.cancel(done, "mistake")
    assert desk.casework.cancel(draft.case, "taken twice").value.state == "cancelled"
    with pytest.raises(UserError):
        desk.casework.steps.save_answers(desk.casework.story(draft.case.id), "apology", {})


def test_a_case_taken_by_mistake_is_no_first_failure(desk, take, clock):
    first = take()
    clock.moment += timedelta(minutes=5)
    second = take(who="", customer=first.customer).case
    assert second.earlier_case_id == first.case.id
    desk.casework.cancel(first.case, "taken twice")
    assert not desk.storage.cases.by_id(second.id).is_second_failure


def test_the_card_stands_for_thirty_days_after_logging(desk, walk, clock):
    story = walk()
    clock.moment += timedelta(days=2)
    desk.casework.finish(story)
    card = next(one for one in desk.casework.story(story.case.id).follow_ups if one.kind == "internal")
    assert card.until == clock.now() + timedelta(days=30)


def test_a_manager_approves_what_is_beyond_the_limit(desk, walk):
    goodwill = '[{"gesture": "Courier", "cost": "120.00"}]'
    story = walk(resolution={"goodwill": goodwill})
    judged = desk.casework.judgement(story)
    assert (judged.within, judged.limit, judged.beyond) == (False, 5000, 7350)
    with pytest.raises(UserError, match="manager"):
        desk.casework.finish(story)
    with pytest.raises(UserError, match="It stays as it is"):
        desk.authority.approve(story, "1357")
    assert desk.authority.approve(story, "2468").value == "Grace Okafor"
    story = desk.casework.story(story.case.id)
    assert (story.approved, desk.casework.judgement(story).within) == (12350, True)
    assert desk.casework.finish(story).value.state == "logged"


def test_a_case_of_nobody_has_no_more_authority_than_the_counter(desk, take, walk):
    desk.actor = None
    gift = '[{"gesture": "Courier", "cost": "46.50"}]'
    for number in range(4):
        story = walk(take(who=f"Customer {number}"), resolution={"goodwill": gift})
        assert desk.casework.judgement(story).within
    story = walk(take(who="The fifth"), resolution={"goodwill": gift})
    judged = desk.casework.judgement(story)
    assert (judged.within, judged.limit) == (False, 0)


def test_what_a_colleague_finishes_counts_for_the_owner(desk, take, walk, staff):
    gift = '[{"gesture": "Courier", "cost": "46.50"}]'
    for number in range(5):
        desk.actor = staff[-1]
        story = take(who=f"Customer {number}")
        desk.actor = staff[1]
        story = walk(story, resolution={"goodwill": gift})
    assert not desk.casework.judgement(story).within


def test_more_than_was_approved_asks_again(desk, walk, fill):
    story = walk(resolution={"goodwill": '[{"gesture": "Courier", "cost": "60.00"}]'})
    desk.authority.approve(story, "2468")
    story = desk.casework.story(story.case.id)
    story = fill(story, "resolution", goodwill='[{"gesture": "Courier", "cost": "60.01"}]')
    assert not desk.casework.judgement(story).within


def test_an_intake_keeps_the_shops_own_reference(desk):
    case = desk.casework.take(Intake("Kettle", "Tom", reference="R-17")).value
    assert desk.storage.cases.by_id(case.id).reference == "R-17"


def test_a_page_that_read_a_case_before_it_changed_takes_nothing_back(desk, take, fill, walk):
    page = take()
    desk.customers.save(replace(page.customer, name="Deirdre Malone"))
    desk.casework.steps.save_answers(page, Step.REVIEW, {"failure_kind": "late"})
    assert desk.storage.cases.by_id(page.case.id).who == "Deirdre Malone"
    old = walk(desk.casework.story(page.case.id))
    desk.customers.save(replace(page.customer, name="Deirdre Quinn"))
    assert desk.casework.finish(old).value.who == "Deirdre Quinn"
    with pytest.raises(UserError, match="logged"):
        desk.casework.steps.save_answers(old, Step.REVIEW, {"failure_kind": "faulty"})
    assert desk.casework.close(old.case, "moved away").value.who == "Deirdre Quinn"
    with pytest.raises(UserError, match="closed"):
        desk.casework.close(old.case, "once more")


def test_an_unresolved_case_with_nothing_open_waits_for_a_reason(desk, walk):
    done = desk.casework.finish(walk(resolution={"customer_accepts": "no"})).value
    assert day_lists(desk).unresolved == (), "two calls are still to be made"
    for one in desk.casework.story(done.id).follow_ups:
        if one.holds_case_open:
            desk.follow_ups.complete(one, {"reached": "yes"})
    assert desk.casework.story(done.id).case.state == "logged", "it closes only with a reason"
    assert [case.id for case in day_lists(desk).unresolved] == [done.id]
    assert desk.casework.close(done, "They will not come back").value.state == "closed"
    assert day_lists(desk).unresolved == ()


def test_what_is_taken_out_of_a_done_step_is_missed_at_finish(desk, walk):
    story = walk()
    emptied = {key: text for key, text in story.answers("review").items() if key != "remedy_sought"}
    desk.casework.steps.save_answers(story, "review", emptied)
    story = desk.casework.story(story.case.id)
    assert [gap.field_id for gap in desk.casework.gaps(story)] == ["remedy_sought"]
    with pytest.raises(UserError, match="What would they like"):
        desk.casework.finish(story)


def test_what_was_wanted_is_given_or_refused_with_a_reason(desk, walk, fill):
    story = walk(review={"remedy_sought": "money_back"})
    nothing = {"entitlement_kind": "none", "goodwill": "", "extra": "", "extra_none_because": "Not ours"}
    story = fill(story, "resolution", finish=False, **nothing)
    assert [gap.field_id for gap in desk.casework.gaps(story)] == ["refused"]
    said = {"refused": "yes", "refusal_reason": "What we can do is look at it together."}
    story = fill(story, "resolution", finish=False, **nothing, **said)
    assert desk.casework.gaps(story) == ()


@pytest.mark.parametrize(
    ("sought", "told"),
    [
        ("repair", "Repair it · they got it"),
        ("money_back", "Money back · partly: they got “Repair”"),
        ("", ""),
    ],
)
def test_what_was_wanted_stands_beside_what_was_got(desk, take, fill, sought, told):
    story = fill(take(), "review", finish=False, remedy_sought=sought)
    assert desk.casework.wish(fill(story, "resolution", finish=False)) == told


def test_what_a_done_resolution_says_by_then_counts_when_the_case_is_logged(desk, walk, fill):
    story = walk()
    fill(story, "resolution", finish=False, **LATER, customer_accepts="reluctantly")
    assert desk.casework.finish(desk.casework.numbered(1)).value.state == "logged"
    story = desk.casework.numbered(1)
    assert [one.what for one in story.promises] == ["Call back"]
    assert [one.kind for one in story.follow_ups if one.as_call] == ["wrap_up"]
