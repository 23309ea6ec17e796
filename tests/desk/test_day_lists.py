"""What a day holds besides what is due."""

from datetime import timedelta

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.desk.day_lists import DayLists, day_lists


@pytest.fixture
def resolved(take, fill):
    """Return a case that is resolved, its Log not written."""
    story = take()
    for step in (Step.APOLOGY, Step.REVIEW, Step.RESOLUTION):
        story = fill(story, step)
    return story


def pass_hours(clock, hours):
    clock.moment += timedelta(hours=hours)


def test_a_new_shop_has_nothing_to_show(desk):
    lists = day_lists(desk)
    assert (lists.requests, lists.silent, lists.letters, lists.unwritten, lists.cards) == ((), (), (), (), ())
    assert isinstance(lists, DayLists)


@pytest.mark.parametrize(("hours", "shown"), [(23.9, False), (24, True), (200, True)])
def test_a_log_that_waits_for_more_than_a_day_is_shown(desk, clock, resolved, hours, shown):
    resolved_at = clock.now()
    pass_hours(clock, hours)
    found = [(one.case.id, one.resolved_at) for one in day_lists(desk).unwritten]
    assert found == ([(resolved.case.id, resolved_at)] if shown else [])


def test_a_written_log_is_done_with(desk, clock, resolved, fill):
    fill(resolved, Step.LOGGING)
    pass_hours(clock, 48)
    assert day_lists(desk).unwritten == ()


def test_a_log_that_was_begun_and_not_finished_still_waits(desk, clock, resolved, fill):
    fill(resolved, Step.LOGGING, finish=False)
    pass_hours(clock, 48)
    assert len(day_lists(desk).unwritten) == 1


def test_a_cancelled_case_needs_no_log(desk, clock, resolved):
    desk.casework.cancel(resolved.case, "Taken by mistake")
    pass_hours(clock, 48)
    assert day_lists(desk).unwritten == ()


def test_the_longest_wait_comes_first(desk, clock, take, fill):
    numbers = []
    for _case in range(3):
        story = take()
        for step in (Step.APOLOGY, Step.REVIEW, Step.RESOLUTION):
            story = fill(story, step)
        numbers.append(story.case.number)
        pass_hours(clock, 2)
    pass_hours(clock, 48)
    assert [one.case.number for one in day_lists(desk).unwritten] == numbers


def test_who_did_not_accept_and_waits_for_nothing_is_listed_the_oldest_first(desk, clock, walk, take):
    numbers = []
    for _case in range(2):
        done = desk.casework.finish(walk(take(), resolution={"customer_accepts": "no"})).value
        for one in desk.casework.story(done.id).follow_ups:
            if one.holds_case_open:
                desk.follow_ups.complete(one, {"reached": "yes"})
        numbers.append(done.number)
        pass_hours(clock, 1)
    assert [one.number for one in day_lists(desk).unresolved] == numbers


def test_a_skipped_resolution_has_its_reason_and_is_not_listed(desk, take, fill):
    story = take()
    for step in (Step.APOLOGY, Step.REVIEW):
        story = fill(story, step)
    desk.casework.steps.skip_step(story, Step.RESOLUTION, "not_wanted")
    desk.casework.finish(fill(story, Step.LOGGING))
    assert day_lists(desk).unresolved == ()


def test_a_request_comes_with_the_name_of_whoever_asks(desk, staff, take):
    story = take()
    desk.requests.ask_help(story.case)
    assert day_lists(desk).requests == ()
    desk.actor = staff[0]
    lists = day_lists(desk)
    assert [lists.name(one.asked_by) for one in lists.requests] == ["Aoife Byrne"]
    assert lists.name(None) == ""


def test_silence_letters_and_cards_come_from_where_they_are_known(desk, clock, walk, take):
    walk(take(who="Nina"))
    pass_hours(clock, 24 * 20)
    lists = day_lists(desk)
    assert lists.silent == tuple(desk.follow_ups.silent_cases())
    assert lists.letters == tuple(desk.follow_ups.letters_due())
    assert lists.cards == tuple(desk.cards.to_read())
