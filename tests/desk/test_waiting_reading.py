"""Who heard nothing for too long, whose letter is due, how trust runs down."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from desktop_cs.letters.letter_record import LetterRecord
from desktop_cs.letters.look import LetterLook
from desktop_cs.storage.uuid7 import uuid7

PROMISE = '[{"what": "Call back", "by_when": "2026-11-05T10:00", "by_whom": "Milan Horvat"}]'
LATER = {"all_on_the_spot": "no", "promises": PROMISE, "problem_solved": "not_yet"}
FULL_DAY = timedelta(days=1)


def silent(desk):
    return [(one.case.number, one.minutes) for one in desk.follow_ups.silent_cases()]


def of_kind(story, kind):
    return next(one for one in story.follow_ups if one.kind == kind)


def letter(desk, case, printed_at):
    record = LetterRecord(
        uuid7(), case.id, "en", (), 1, LetterLook(), desk.clock.now(), printed_at=printed_at
    )
    with desk.storage.transaction():
        desk.storage.letters.save(record)


@pytest.fixture
def opened(take, fill):
    """Return a function that takes a case and leaves it open, unsolved."""
    return lambda **more: fill(take(**more), "apology")


@pytest.fixture
def logged(desk, walk):
    """Return a case that is logged, with nothing promised."""
    return desk.casework.finish(walk()).value


def test_a_case_is_silent_after_eight_hours_of_opening_time(desk, opened, clock):
    opened()
    clock.moment += timedelta(hours=8)  # Monday 18:00
    assert silent(desk) == []
    clock.moment += timedelta(hours=15, minutes=30)  # Tuesday 9:30
    assert silent(desk) == [(1, 510)]


def test_the_shop_says_how_long_is_too_long(desk, opened, clock, managing):
    opened()
    with managing():
        desk.shop.save_settings(replace(desk.settings, silence_after_minutes=60))
    clock.moment += timedelta(hours=2)
    assert silent(desk) == [(1, 120)]


@pytest.mark.parametrize("way", ["told", "left word", "promise", "follow-up", "letter"])
def test_whatever_they_hear_ends_the_silence(desk, walk, clock, way):
    story = walk(resolution=LATER)
    clock.moment += FULL_DAY * 3
    assert [number for number, _minutes in silent(desk)] == [1]
    if way == "told":
        desk.follow_ups.tell_customer(story.case, "The part is here")
    elif way == "left word":
        at = clock.now() + timedelta(hours=1)
        desk.follow_ups.try_again(of_kind(story, "immediate"), {"reached": "left_word"}, at)
    elif way == "promise":
        desk.follow_ups.renegotiate(story.promises[0], clock.now() + FULL_DAY)
    elif way == "follow-up":
        desk.follow_ups.complete(of_kind(story, "immediate"), {"reached": "yes"})
    else:
        letter(desk, story.case, clock.now())
    assert silent(desk) == []
    assert desk.follow_ups.heard_at(desk.casework.numbered(1)) == clock.now()


def test_a_try_in_vain_and_a_card_that_was_read_are_no_word(desk, walk, clock):
    story = walk(resolution=LATER)
    clock.moment += FULL_DAY * 3
    desk.follow_ups.complete(of_kind(story, "immediate"), {"reached": "not_reached"})
    desk.cards.read(desk.cards.cards_for(story.case.customer_id)[0])
    assert [number for number, _minutes in silent(desk)] == [1]
    assert desk.follow_ups.heard_at(desk.casework.numbered(1)) == story.case.opened_at


def test_a_promise_that_was_broken_told_nobody_anything(desk, walk, clock):
    story = walk(resolution={**LATER, "problem_solved": "not_yet"})
    clock.moment += FULL_DAY * 3
    desk.follow_ups.settle_promise(story.promises[0], "broken")
    assert [number for number, _minutes in silent(desk)] == [1]
    assert desk.follow_ups.heard_at(desk.casework.numbered(1)) == story.case.opened_at


def test_a_logged_case_waits_while_a_promise_is_open(desk, walk, clock):
    desk.casework.finish(walk(resolution=LATER))
    clock.moment += FULL_DAY * 3
    assert [number for number, _minutes in silent(desk)] == [1]
    desk.follow_ups.settle_promise(desk.casework.numbered(1).promises[0], "broken")
    clock.moment += FULL_DAY * 3
    assert silent(desk) == []


def test_nobody_waits_where_it_is_solved_or_nobody_is_to_be_told(desk, walk, take, fill, clock):
    walk()
    fill(take(who="", reported_by="supplier"), "apology")
    take()  # still being taken: it stands among the unfinished
    clock.moment += FULL_DAY * 3
    assert silent(desk) == []


def test_the_longest_silence_comes_first(desk, opened, clock):
    opened()
    clock.moment += timedelta(hours=2)
    opened(who="Wang Li")
    desk.follow_ups.tell_customer(desk.casework.numbered(1).case, "Soon")
    clock.moment += timedelta(minutes=1)
    opened(who="Ann Moss")
    clock.moment += FULL_DAY * 2
    assert [number for number, _minutes in silent(desk)] == [1, 2, 3]


def test_a_letter_has_its_own_day_two_weeks_after_logging(desk, logged, clock):
    assert desk.follow_ups.letters_due() == []
    clock.moment += timedelta(days=14)
    (due,) = desk.follow_ups.letters_due()
    assert (due.case, due.due_at) == (desk.casework.numbered(1).case, clock.now())


def test_a_letter_is_due_from_the_first_minute_of_its_day_wherever_it_is_asked(desk, logged, clock):
    hours = desk.settings.hours
    begins = hours.moment(datetime.combine(hours.wall(clock.now()).date() + timedelta(days=14), time()))
    clock.moment = begins - timedelta(seconds=1)
    assert (desk.follow_ups.letters_due(), desk.letters.due()) == ([], [])
    clock.moment = begins
    (due,) = desk.follow_ups.letters_due()
    assert desk.letters.due() == desk.letters.due(hours.wall(begins).date()) == [due.case.id]


def test_a_case_that_was_logged_at_midnight_belongs_to_the_day_that_begins(desk, take, walk, clock):
    hours = desk.settings.hours
    midnight = datetime.combine(hours.wall(clock.now()).date() + timedelta(days=1), time())
    story = walk(take())
    clock.moment = hours.moment(midnight)
    desk.casework.finish(story)
    clock.moment = hours.moment(midnight + timedelta(days=13, hours=12))
    assert desk.letters.due() == []
    clock.moment = hours.moment(midnight + timedelta(days=14))
    assert len(desk.letters.due()) == 1


def test_a_letter_is_due_once_the_case_is_wrapped_up(desk, logged, clock):
    clock.moment += timedelta(days=7)
    story = desk.casework.numbered(1)
    desk.follow_ups.complete(of_kind(story, "wrap_up"), {"reached": "not_reached"})
    assert desk.follow_ups.letters_due() == []
    desk.follow_ups.complete(of_kind(desk.casework.numbered(1), "wrap_up"), {"reached": "yes"})
    assert [one.case.number for one in desk.follow_ups.letters_due()] == [1]


def test_a_printed_letter_is_due_no_more(desk, logged, clock):
    clock.moment += timedelta(days=14)
    letter(desk, logged, None)
    assert len(desk.follow_ups.letters_due()) == 1
    letter(desk, logged, clock.now())
    assert desk.follow_ups.letters_due() == []


@pytest.mark.parametrize("why", ["too old", "nobody to write to", "imported", "taken up again"])
def test_no_letter_is_due(desk, take, walk, clock, why):
    story = walk(take(who="", reported_by="supplier") if why == "nobody to write to" else None)
    case = desk.casework.finish(story).value
    if why == "imported":
        with desk.storage.transaction():
            desk.storage.cases.update(replace(case, imported_from="old.csv"))
    clock.moment += timedelta(days=61 if why == "too old" else 15)
    if why == "taken up again":
        desk.casework.reopen(case, "it hums again")
    assert desk.follow_ups.letters_due() == []


def test_trust_runs_down_and_anew_from_a_word_of_progress(desk, walk, clock):
    story = walk(resolution=LATER)  # promised on Monday at 10 for Thursday at 10: 72 hours
    assert desk.follow_ups.running(story).trust == 100.0
    clock.moment += timedelta(hours=36)
    assert desk.follow_ups.running(story).trust == 50.0
    desk.follow_ups.tell_customer(story.case, "The part is on its way")
    assert desk.follow_ups.running(desk.casework.numbered(1)).trust == 100.0
    clock.moment += timedelta(hours=18)
    running = desk.follow_ups.running(desk.casework.numbered(1))
    assert (running.trust, running.clock_minutes) == (50.0, 18 * 60)
    assert running.working_minutes == 2 * 60 + 60  # Wednesday 16 to 18, Thursday 9 to 10


def test_a_late_promise_counts_from_when_it_was_made(desk, walk, clock):
    story = walk(resolution=LATER)
    clock.moment += timedelta(hours=48)
    desk.follow_ups.tell_customer(story.case, "We are on it")
    clock.moment += timedelta(hours=30)
    running = desk.follow_ups.running(desk.casework.numbered(1))
    assert (running.trust, running.clock_minutes, running.working_minutes) == (-8.3, -360, -360)
    settled = desk.follow_ups.settle_promise(running.promise, "kept").value
    assert desk.follow_ups.trust(settled) == -8.3


def test_without_an_open_promise_nothing_runs_down(desk, walk):
    assert desk.follow_ups.running(walk()) is None


def test_the_care_numbers_of_a_case(desk, take, walk, clock):
    story = take()
    clock.moment += timedelta(minutes=12)
    numbers = desk.follow_ups.care_numbers(walk(story, apology={"times_told": "2"}))
    assert (numbers.times_told, numbers.hands_passed, numbers.minutes_to_first_remedy) == (2, 0, 12)
