"""A letter is told what is true of its case, and nothing else."""

from datetime import date, timedelta

from desktop_cs.desk.letter_facts import facts_of

LATER = {
    "all_on_the_spot": "no",
    "promises": '[{"what": "Call back", "by_when": "2026-11-04T17:00", "by_whom": "Milan Horvat"}]',
}


def facts(desk):
    return facts_of(desk.casework.numbered(1), desk.settings, desk.clock.now())


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
