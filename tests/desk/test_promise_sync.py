"""The lines of the resolution and the records of promises stay in step."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.cases.promises import PromiseState, renewed_key
from desktop_cs.desk.promise_sync import promise_changes, promise_lines
from desktop_cs.shop.opening_hours import OpeningHours, weekdays

HOURS = OpeningHours(weekdays(time(9), time(18)), zone_name="Europe/Berlin")
NOW = datetime(2026, 11, 2, 10, tzinfo=UTC)
CASE = uuid4()


def line(what="Call", by_when="2026-11-04T17:00", **more):
    return {"what": what, "by_when": by_when, "by_whom": "Milan", **more}


def synced(lines, before=()):
    """Return all promises as they are once the lines were stored."""
    changes = promise_changes(CASE, lines, before, NOW, HOURS)
    changed = {one.id: one for one in changes.changed}
    return [changed.get(one.id, one) for one in before] + list(changes.new)


def told(promises):
    return [(one.what, f"{HOURS.wall(one.due_at):%d %H:%M}", str(one.state)) for one in promises]


def test_a_line_becomes_a_promise_in_the_shops_own_time():
    (promise,) = synced([line(told_as="on Wednesday", aim_at="2026-11-03T17:00")])
    assert promise.due_at == datetime(2026, 11, 4, 16, tzinfo=UTC)
    assert promise.aim_at == datetime(2026, 11, 3, 16, tzinfo=UTC)
    assert (promise.made_at, promise.by_whom, promise.told_as) == (NOW, "Milan", "on Wednesday")


@pytest.mark.parametrize(("day", "closing"), [("2026-11-04", "04 18:00"), ("2026-11-08", "08 18:00")])
def test_a_day_alone_means_until_closing_time(day, closing):
    assert told(synced([line(by_when=day)])) == [("Call", closing, "open")]


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(["03", "04", "05"])), max_size=5))
def test_storing_the_same_lines_again_changes_nothing(pairs):
    lines = [line(what, f"2026-11-{day}T17:00") for what, day in pairs]
    before = synced(lines)
    assert len(before) == len(set(pairs))
    changes = promise_changes(CASE, lines, before, NOW, HOURS)
    assert (changes.new, changes.changed) == ((), ())


def test_another_time_renegotiates_what_was_said():
    after = synced([line(by_when="2026-11-05T17:00")], synced([line()]))
    assert told(after) == [("Call", "04 17:00", "renegotiated"), ("Call", "05 17:00", "open")]


def test_a_line_that_is_taken_away_is_renegotiated_and_not_forgotten():
    assert told(synced([], synced([line()]))) == [("Call", "04 17:00", "renegotiated")]


def test_a_line_that_is_taken_away_and_said_again_holds_again():
    before = synced([line()])
    after = synced([line()], synced([], before))
    assert after == before


def test_a_time_that_is_changed_and_changed_back_is_the_first_one_again():
    moved = synced([line(by_when="2026-11-05T17:00")], synced([line()]))
    assert told(synced([line()], moved)) == [
        ("Call", "04 17:00", "open"),
        ("Call", "05 17:00", "renegotiated"),
    ]


def test_a_promise_taken_back_is_not_said_again_after_its_time_went_by():
    past = [line(by_when="2026-11-02T09:00")]
    gone = [replace(one, state=PromiseState.RENEGOTIATED, settled_at=NOW) for one in synced(past)]
    assert synced(past, gone) == gone


def test_mended_words_for_the_same_time_are_the_same_promise():
    before = synced([line("Cal")])
    after = synced([line("Call")], before)
    assert told(after) == [("Call", "04 17:00", "open")]
    assert after[0].id == before[0].id


def test_who_keeps_it_may_change():
    after = synced([line(by_whom="Aoife")], synced([line()]))
    assert [one.by_whom for one in after] == ["Aoife"]


@pytest.mark.parametrize("state", [PromiseState.KEPT, PromiseState.BROKEN])
def test_a_settled_promise_is_not_made_again(state):
    settled = [replace(one, state=state, settled_at=NOW) for one in synced([line()])]
    assert synced([line()], settled) == settled


def test_the_same_words_for_a_new_time_after_it_was_kept_are_a_new_promise():
    kept = [replace(one, state=PromiseState.KEPT, settled_at=NOW) for one in synced([line()])]
    after = synced([line(by_when="2026-11-09T12:00")], kept)
    assert told(after) == [("Call", "04 17:00", "kept"), ("Call", "09 12:00", "open")]


def test_a_time_agreed_later_stands_although_the_line_still_says_the_old_one():
    (old,) = synced([line()])
    later = old.due_at + timedelta(days=2)
    put_off = replace(old, id=renewed_key(old.id, later), due_at=later)
    before = [replace(old, state=PromiseState.RENEGOTIATED, settled_at=NOW), put_off]
    assert synced([line()], before) == before
    kept = [before[0], replace(put_off, state=PromiseState.KEPT, settled_at=NOW)]
    assert synced([line()], kept) == kept


def test_mended_words_leave_a_time_agreed_later_as_it_is():
    (first,) = synced([line("Cal")])
    later = first.due_at + timedelta(days=2)
    renewed = replace(first, id=renewed_key(first.id, later), due_at=later)
    before = [replace(first, state=PromiseState.RENEGOTIATED, settled_at=NOW), renewed]
    after = synced([line("Call")], before)
    assert told(after) == [("Call", "04 17:00", "renegotiated"), ("Call", "06 17:00", "open")]
    assert synced([line("Call")], after) == after
    two = synced([line("Cal"), line("Bring the loan device")], before)
    assert [one.what for one in two] == ["Cal", "Cal", "Bring the loan device"]


def test_two_promises_with_the_same_words_are_two():
    both = [line(by_when="2026-11-03T17:00"), line(by_when="2026-11-04T17:00")]
    before = synced(both)
    after = synced(both[:1], before)
    assert told(after) == [("Call", "03 17:00", "open"), ("Call", "04 17:00", "renegotiated")]


def test_a_line_that_is_not_whole_promises_nothing_yet():
    answers = {"promises": '[{"what": "Call", "by_when": ""}, {"what": "", "by_when": "2026-11-04"}]'}
    assert promise_lines(answers) == []
    assert promise_lines({}) == []
