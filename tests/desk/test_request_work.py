"""One owner at a time: handing over needs a yes, help is asked with one key, managers hear of threats."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.cases.requests import RequestKind, RequestState
from desktop_cs.clock import FixedClock
from desktop_cs.desk.request_work import RequestWork
from desktop_cs.errors import UserError

PROMISE = '[{"what": "Call back", "by_when": "2026-11-04T17:00", "by_whom": "Milan Horvat"}]'
LATER = {"all_on_the_spot": "no", "promises": PROMISE}


@pytest.fixture
def people(staff):
    """Return the three of the shop: manager, technician, counter."""
    return staff


@pytest.fixture
def acting(desk):
    """Return a function that lets somebody else act."""

    def act(person):
        desk.actor = person
        return desk

    return act


def of_kind(story, kind):
    return next(one for one in story.follow_ups if one.kind == kind)


def stored(desk, number=1):
    return desk.casework.numbered(number)


def test_a_case_stays_with_its_owner_until_the_colleague_accepts(desk, walk, people, acting):
    manager, technician, counter = people
    story = walk(resolution=LATER)
    asked = desk.requests.ask_hand_over(story.case, technician, "I am off tomorrow").value
    assert (stored(desk).case.owner, stored(desk).case.hands_passed) == (counter.id, 0)
    assert desk.requests.mine() == [asked]
    assert desk.requests.waiting() == []
    assert acting(manager).requests.waiting() == []
    assert acting(technician).requests.waiting() == [asked]
    answered = desk.requests.answer(asked, True).value
    now = stored(desk)
    assert (now.case.owner, now.case.first_helper, now.case.hands_passed) == (technician.id, counter.id, 1)
    assert (answered.state, answered.answered_by) == ("granted", technician.id)
    assert (now.events[-1].what, now.events[-1].reason) == ("handed_over", "I am off tomorrow")
    assert of_kind(now, "immediate").staff_id == counter.id
    assert of_kind(now, "wrap_up").staff_id == technician.id
    assert desk.requests.waiting() == []


def test_undoing_a_hand_over_gives_the_case_and_its_follow_ups_back(desk, walk, people, acting):
    _manager, technician, counter = people
    before = walk(resolution=LATER)
    asked = desk.requests.ask_hand_over(before.case, technician).value
    acting(technician).requests.answer(asked, True)
    desk.requests.undo(asked)
    now = stored(desk)
    assert (now.case, now.follow_ups, now.events) == (before.case, before.follow_ups, before.events)
    assert desk.requests.waiting() == [asked]
    desk.requests.answer(asked, False, "I am full until Friday")
    told = desk.requests.of_case(now.case.id)[0]
    assert (told.state, told.answer) == ("declined", "I am full until Friday")
    assert stored(desk).case.owner == counter.id


def test_undoing_goes_back_to_whoever_had_it_before(desk, take, people, acting):
    manager, technician, _counter = people
    case = take().case
    first = desk.requests.ask_hand_over(case, technician).value
    acting(technician).requests.answer(first, True)
    second = desk.requests.ask_hand_over(stored(desk).case, manager).value
    acting(manager).requests.answer(second, True)
    with pytest.raises(UserError):
        desk.requests.undo(first)
    desk.requests.undo(second)
    assert (stored(desk).case.owner, stored(desk).case.hands_passed) == (technician.id, 1)


def test_what_a_third_person_was_given_stays_with_them(desk, walk, people, acting):
    manager, technician, _counter = people
    story = walk(resolution=LATER)
    with desk.storage.transaction():
        desk.storage.follow_ups.update(replace(of_kind(story, "wrap_up"), staff_id=manager.id))
    asked = desk.requests.ask_hand_over(story.case, technician).value
    acting(technician).requests.answer(asked, True)
    assert of_kind(stored(desk), "wrap_up").staff_id == manager.id


def test_follow_ups_that_are_planned_after_a_hand_over_know_both(desk, take, walk, people, acting):
    _manager, technician, counter = people
    story = take()
    asked = desk.requests.ask_hand_over(story.case, technician).value
    acting(technician).requests.answer(asked, True)
    after = walk(stored(desk), resolution=LATER)
    assert of_kind(after, "immediate").staff_id == counter.id
    assert of_kind(after, "wrap_up").staff_id == technician.id
    assert of_kind(after, "internal").staff_id is None


def test_whoever_takes_a_case_over_has_accepted_by_doing_so(desk, take, people, acting):
    manager, _technician, _counter = people
    case = take().case
    asked = acting(manager).requests.ask_hand_over(case, manager).value
    assert (asked.state, stored(desk).case.owner) == ("granted", manager.id)
    desk.requests.undo(replace(asked, state="withdrawn"))
    assert stored(desk).case == case


def test_nobody_is_asked_twice_or_without_need(desk, take, people):
    manager, technician, counter = people
    case = take().case
    with pytest.raises(UserError, match="already"):
        desk.requests.ask_hand_over(case, counter)
    assert [one.name for one in desk.requests.colleagues(case)] == ["Grace Okafor", "Milan Horvat"]
    asked = desk.requests.ask_hand_over(case, technician).value
    with pytest.raises(UserError, match="already"):
        desk.requests.ask_hand_over(case, manager)
    desk.requests.withdraw(asked)
    assert desk.requests.ask_hand_over(case, manager).value.state == "waiting"


def test_somebody_who_left_cannot_be_asked_and_a_manager_answers_for_them(desk, take, people, acting):
    manager, technician, counter = people
    case = take().case
    asked = desk.requests.ask_hand_over(case, technician).value
    with desk.storage.transaction():
        desk.storage.shop.save_staff(replace(technician, active=False))
    with pytest.raises(UserError, match="does not work here"):
        desk.requests.ask_hand_over(case, technician)
    assert acting(counter).requests.waiting() == []
    assert acting(manager).requests.waiting() == [asked]
    desk.requests.answer(asked, True)
    assert stored(desk).case.owner == manager.id


def test_only_who_was_asked_may_answer_and_only_once(desk, take, people, acting):
    manager, technician, counter = people
    asked = desk.requests.ask_hand_over(take().case, technician).value
    for other in (manager, counter, None):
        with pytest.raises(UserError):
            acting(other).requests.answer(asked, True)
    acting(technician).requests.answer(asked, False)
    with pytest.raises(UserError, match="meanwhile"):
        desk.requests.answer(asked, True)
    with pytest.raises(UserError, match="meanwhile"):
        acting(counter).requests.withdraw(asked)


def test_only_the_asker_or_a_manager_takes_a_request_back_and_that_is_undone(desk, take, people, acting):
    _manager, technician, counter = people
    asked = desk.requests.ask_hand_over(take().case, technician).value
    with pytest.raises(UserError):
        acting(technician).requests.withdraw(asked)
    acting(counter).requests.withdraw(asked)
    assert desk.requests.mine() == []
    desk.requests.undo(asked)
    assert desk.requests.mine() == [asked]


def test_help_is_asked_of_everybody_once_and_whoever_comes_says_so(desk, take, people, acting):
    _manager, technician, counter = people
    case = take().case
    asked = desk.requests.ask_help(case).value
    assert desk.requests.ask_help(case).value == asked
    assert desk.requests.waiting() == []
    assert acting(technician).requests.waiting() == [asked]
    came = desk.requests.answer(asked, True).value
    assert (came.answer, came.answered_by) == ("I come.", technician.id)
    assert acting(counter).requests.ask_help(case).value.id != asked.id


def test_managers_hear_of_a_threat_once(desk, take, people, acting):
    manager, technician, counter = people
    case = take(threatens="post_it").case
    told = acting(manager).requests.waiting()
    assert [(one.kind, one.asked_of) for one in told] == [(RequestKind.ATTENTION, None)]
    acting(counter).casework.change_header(replace(case, mood="shouting"))
    desk.requests.tell_of(case)
    assert acting(manager).requests.waiting() == told
    assert acting(technician).requests.waiting() == []
    acting(manager).requests.answer(told[0], True)
    acting(counter).requests.tell_of(case)
    assert acting(manager).requests.waiting() == []


def test_a_threat_that_was_a_slip_is_taken_back_and_told_when_it_comes(desk, take, people, acting):
    manager, _technician, counter = people
    case = take(threatens="sue").case
    desk.casework.change_header(replace(case, threatens=""))
    assert acting(manager).requests.waiting() == []
    acting(counter).casework.change_header(replace(case, threatens="sue"))
    assert len(acting(manager).requests.waiting()) == 1


def test_managers_hear_of_a_danger_while_it_is_typed(desk, take, fill, people, acting):
    manager, _technician, counter = people
    story = fill(take(), "review", finish=False, severity="safety")
    fill(story, "review", finish=False, severity="safety")
    assert len(acting(manager).requests.waiting()) == 1
    assert "hold and check" in desk.requests.waiting()[0].words
    acting(counter)
    fill(story, "review", finish=False, severity="high")
    assert acting(manager).requests.waiting() == []


def test_a_manager_who_notes_a_threat_knows_of_it(desk, take, people, acting):
    acting(people[0])
    take(threatens="sue")
    assert desk.requests.waiting() == []


def test_managers_are_called_as_often_as_somebody_calls(desk, take, people, acting):
    manager, _technician, _counter = people
    case = take().case
    desk.requests.tell_manager(case, "Please come to the counter")
    desk.clock = FixedClock(desk.clock.now() + timedelta(minutes=1))
    desk.requests.tell_manager(case, "Now, please")
    words = [one.words for one in acting(manager).requests.waiting()]
    assert words == ["Please come to the counter", "Now, please"]


def test_closing_by_hand_ends_what_was_asked_but_managers_still_hear(desk, walk, people, acting):
    manager, technician, _counter = people
    case = walk().case
    desk.requests.ask_help(case)
    desk.requests.tell_manager(case, "They were very upset")
    desk.requests.ask_hand_over(case, technician)
    desk.casework.close(case, "moved away")
    assert acting(technician).requests.waiting() == []
    assert [one.kind for one in acting(manager).requests.waiting()] == ["attention"]
    with pytest.raises(UserError, match="over"):
        desk.requests.ask_hand_over(case, technician)


def test_closing_by_itself_ends_what_was_asked_and_its_undo_asks_again(desk, walk, people, acting):
    _manager, technician, counter = people
    case = desk.casework.finish(walk()).value
    asked = desk.requests.ask_hand_over(case, technician).value
    helping = desk.requests.ask_help(case).value
    *others, last = [one for one in desk.casework.story(case.id).follow_ups if one.holds_case_open]
    for one in others:
        desk.follow_ups.complete(one, {"reached": "yes"})
    assert acting(technician).requests.waiting() != []
    acting(counter).follow_ups.complete(last, {"reached": "yes"})
    assert stored(desk).case.state == "closed"
    assert {one.state for one in desk.requests.of_case(case.id)} == {RequestState.WITHDRAWN}
    desk.follow_ups.undo(last)
    assert stored(desk).case.state == "logged"
    assert {one.id for one in desk.requests.mine()} == {asked.id, helping.id}


def test_what_was_withdrawn_before_a_case_closed_is_not_asked_again(desk, clock, walk):
    case = desk.casework.finish(walk()).value
    desk.requests.withdraw(desk.requests.ask_help(case).value)
    clock.moment += timedelta(minutes=1)
    waiting = [one for one in desk.casework.story(case.id).follow_ups if one.holds_case_open]
    for one in waiting:
        desk.follow_ups.complete(one, {"reached": "yes"})
    desk.follow_ups.undo(waiting[-1])
    assert desk.requests.mine() == []


def test_a_case_that_was_taken_by_mistake_concerns_nobody(desk, take, people, acting):
    case = take(threatens="sue").case
    desk.casework.cancel(case, "typed twice")
    assert acting(people[0]).requests.waiting() == []


def test_an_approval_is_decided_where_authority_is(desk, take, people, acting):
    manager, _technician, _counter = people
    case = take().case
    asked = replace(desk.requests.ask_help(case).value, kind=RequestKind.APPROVAL, amount=12000)
    with desk.storage.transaction():
        desk.storage.requests.save(asked)
    assert acting(manager).requests.waiting() == [desk.storage.requests.get(asked.id)]
    decided = []
    RequestWork(desk, lambda: lambda *given: decided.append(given)).answer(asked, True, "Give it")
    assert decided == [(desk.storage.requests.get(asked.id), True, "Give it")]


def test_an_approval_that_was_given_stands(desk, take):
    asked = replace(desk.requests.ask_help(take().case).value, kind=RequestKind.APPROVAL)
    with desk.storage.transaction():
        desk.storage.requests.save(replace(asked, state=RequestState.GRANTED))
    with pytest.raises(UserError, match="stands"):
        desk.requests.undo(asked)


def test_nobody_is_called_to_a_cancelled_case_not_even_by_taking_back(desk, take):
    story = take()
    asked = desk.requests.ask_help(story.case).value
    withdrawn = desk.requests.withdraw(asked).value
    assert withdrawn.state is RequestState.WITHDRAWN
    desk.casework.cancel(story.case, "taken by mistake")
    for act in (
        lambda: desk.requests.ask_help(story.case),
        lambda: desk.requests.tell_manager(story.case),
        lambda: desk.requests.undo(asked),
    ):
        with pytest.raises(UserError, match="was cancelled"):
            act()
    assert [one.state for one in desk.requests.of_case(story.case.id)] == [RequestState.WITHDRAWN]


def test_nothing_waits_for_an_answer_in_a_closed_case_not_even_by_taking_back(desk, walk, people, acting):
    _manager, technician, _counter = people
    story = walk(resolution=LATER)
    asked = desk.requests.ask_hand_over(story.case, technician).value
    acting(technician).requests.answer(asked, True)
    desk.casework.close(stored(desk).case, "moved away")
    with pytest.raises(UserError, match="closed since"):
        desk.requests.undo(asked)
    assert stored(desk).case.owner == technician.id
    assert desk.requests.of_case(story.case.id)[0].state is RequestState.GRANTED


def test_what_was_given_inside_ones_authority_stands_after_a_hand_over(desk, walk, fill, people, acting):
    manager, technician, _counter = people
    acting(manager)
    story = walk(resolution={"goodwill": '[{"gesture": "A night at a hotel", "cost": "180.00"}]'})
    asked = desk.requests.ask_hand_over(story.case, technician).value
    acting(technician).requests.answer(asked, True)
    assert desk.casework.judgement(stored(desk)).within
    more = '[{"gesture": "Two nights at a hotel", "cost": "360.00"}]'
    assert not desk.casework.judgement(fill(stored(desk), "resolution", finish=False, goodwill=more)).within


def test_what_nobody_approved_is_not_approved_by_a_hand_over(desk, walk, people, acting):
    _manager, technician, _counter = people
    story = walk(resolution={"goodwill": '[{"gesture": "A night at a hotel", "cost": "180.00"}]'})
    asked = desk.requests.ask_hand_over(story.case, technician).value
    acting(technician).requests.answer(asked, True)
    assert not desk.casework.judgement(stored(desk)).within


def test_only_the_newest_hand_over_is_undone(desk, take, people, acting):
    _manager, technician, counter = people
    case, passed = take().case, []
    for to in (technician, counter, technician):
        passed.append(desk.requests.ask_hand_over(stored(desk).case, to).value)
        acting(to).requests.answer(passed[-1], True)
        desk.clock.moment += timedelta(minutes=1)
    with pytest.raises(UserError, match="handed on"):
        desk.requests.undo(passed[0])
    desk.requests.undo(passed[2])
    assert (stored(desk).case.owner, stored(desk).case.hands_passed) == (counter.id, 2)
    assert len(desk.requests.of_case(case.id)) == 3
