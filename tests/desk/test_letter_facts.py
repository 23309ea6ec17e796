"""A letter is told what is true of its case, and nothing else."""

from datetime import date, timedelta

import pytest

from desktop_cs.desk.letter_facts import facts_of
from desktop_cs.letters.kinds import LetterKind

LATER = {
    "all_on_the_spot": "no",
    "promises": '[{"what": "Call back", "by_when": "2026-11-04T17:00", "by_whom": "Milan Horvat"}]',
}


def facts(desk, kind=LetterKind.THANK_YOU):
    return facts_of(desk.casework.numbered(1), desk.settings, desk.clock.now(), kind)


def test_a_kept_promise_is_told_with_the_day_it_was_for(desk, walk, clock):
    story = walk(resolution=LATER)
    clock.moment += timedelta(hours=3)
    desk.follow_ups.settle_promise(story.promises[0], "kept")
    assert [one.day for one in facts(desk).promises_kept] == [date(2026, 11, 4)]


def test_a_promise_is_told_as_open_only_until_its_time(desk, walk, clock):
    walk(resolution=LATER)
    assert [one.what for one in facts(desk).promises_open] == ["Call back"]
    clock.moment += timedelta(days=3)
    assert facts(desk).promises_open == ()


def test_a_seat_and_water_are_no_promise_for_a_letter(desk, take, fill):
    fill(take(), "apology", immediate_need="seat_and_water")
    assert [one.state for one in desk.casework.numbered(1).promises] == ["open"]
    assert facts(desk).promises_open == ()


def test_what_others_repaired_before_is_not_told_as_our_repair(desk, walk):
    walk(review={"failure_kind": "faulty_again", "earlier_repair_elsewhere": "yes"})
    told = facts(desk)
    assert (told.failure_kind, told.happened_again) == ("faulty", False)


def test_our_own_repair_that_failed_is_told_as_it_is(desk, walk):
    walk(review={"failure_kind": "faulty_again", "earlier_repair_elsewhere": "no"})
    told = facts(desk)
    assert (told.failure_kind, told.happened_again) == ("faulty_again", True)


def test_the_kind_of_letter_is_told_on(desk, walk):
    walk()
    assert facts(desk, LetterKind.GOOD_BYE).kind is LetterKind.GOOD_BYE


def test_what_became_of_a_suggestion_is_told_with_the_day_they_hear(desk, walk, clock):
    walk(
        review={
            "customer_suggestion": "A bench outside",
            "suggestion_outcome": "not_now",
            "suggestion_reason": "no_room",
        }
    )
    told = facts(desk)
    assert (told.suggestion_outcome, told.suggestion_reason) == ("not_now", "no_room")
    assert told.told_on == clock.now().date()
    assert told.suggestion_promise.day == date(2026, 11, 9)
    assert told.suggestion_promise.by_whom == told.first_helper


def test_without_a_suggestion_no_answer_is_promised(desk, walk):
    walk(resolution=LATER)
    assert facts(desk).suggestion_promise is None


@pytest.mark.parametrize(
    "typed", ["new door seal, clean filter", "new door seal；clean filter;", " new door seal 、clean filter"]
)
def test_what_was_done_is_told_work_by_work(desk, walk, typed):
    walk(resolution={"work_done": typed, "repair_warranty_until": "2027-02-02"})
    told = facts(desk)
    assert told.work == ("new door seal", "clean filter")
    assert (told.is_repair, told.warranty_until) == (True, date(2027, 2, 2))


def test_the_cause_and_how_it_is_kept_from_happening_again_are_told(desk, walk):
    walk(review={"prevention_told": "We test each one for an hour."})
    told = facts(desk)
    assert told.prevention
    assert told.root_cause == desk.casework.numbered(1).case.root_cause
