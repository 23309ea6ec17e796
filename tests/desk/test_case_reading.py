"""What is asked about cases: missing answers, authority by the day, suggested times, what is read back."""

from datetime import timedelta

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.errors import UserError


def test_the_story_of_a_number_is_told_or_there_is_none(desk, take):
    story = take()
    assert desk.casework.numbered(1) == desk.casework.story(story.case.id)
    for number in (2, 0, -1, 10**30, -(10**30)):
        with pytest.raises(UserError, match="There is no case"):
            desk.casework.numbered(number)


def test_every_missing_answer_is_named_with_its_step(desk, take, fill):
    story = take()
    gaps = desk.casework.gaps(story)
    assert {"feeling_named", "in_their_words", "explained", "root_cause"} <= {gap.field_id for gap in gaps}
    steps = [gap.step for gap in gaps]
    assert steps == sorted(steps, key=list(Step).index)
    story = fill(story, "apology", finish=False)
    (left,) = (gap for gap in desk.casework.gaps(story) if gap.step == "apology")
    assert (left.field_id, left.sentence) == ("", "This step is neither done nor skipped.")


def test_the_log_needs_no_mark_of_its_own_before_finishing(desk, take, fill):
    story = take()
    for step in ("apology", "review", "resolution"):
        story = fill(story, step)
    story = fill(story, "logging", finish=False)
    assert desk.casework.gaps(story) == ()


def test_what_was_given_the_same_day_counts_against_the_day(desk, take, fill):
    for _number in range(4):
        fill(take(), "resolution", goodwill='[{"gesture": "Hamper", "cost": "46.50"}]')
    story = fill(take(), "resolution", finish=False, goodwill="")
    judged = desk.casework.judgement(story)
    assert (judged.within, judged.beyond, judged.limit) == (False, 350, 0)


def test_a_case_is_judged_by_the_day_it_was_resolved_on(desk, take, fill, clock):
    story = fill(take(), "resolution", goodwill='[{"gesture": "Hamper", "cost": "46.50"}]')
    clock.moment += timedelta(days=1)
    for _number in range(4):
        fill(take(), "resolution", goodwill='[{"gesture": "Hamper", "cost": "46.50"}]')
    assert desk.casework.judgement(desk.casework.story(story.case.id)).within


def test_a_technician_and_a_manager_may_give_more(desk, take, fill):
    story = fill(take(), "resolution", finish=False, goodwill='[{"gesture": "Labour", "cost": "100.00"}]')
    assert not desk.casework.judgement(story).within
    for one in desk.shop.staff():
        if one.name != "Aoife Byrne":
            desk.actor = one
            own = fill(
                take(), "resolution", finish=False, goodwill='[{"gesture": "Labour", "cost": "100.00"}]'
            )
            assert desk.casework.judgement(own).within


def test_times_are_suggested_by_like_cases_that_came_before(desk, walk, fill, take, clock):
    start = clock.now()
    assert desk.casework.suggested_times(take()) is None
    for days in (1, 3):
        clock.moment = start - timedelta(days=21)
        story = walk()
        clock.moment += timedelta(days=days)
        desk.casework.finish(story)
    clock.moment = start
    story = fill(take(), "review")
    times = desk.casework.suggested_times(story)
    assert times.aim_at == start + timedelta(days=3)
    assert times.tell == start + timedelta(days=4)
    desk.casework.finish(walk(story))
    assert desk.casework.suggested_times(story) == times, "a case does not teach itself"


def test_what_is_read_back_holds_no_private_answer(desk, walk):
    story = walk(logging={"hard_on_me": "yes"}, review={"suspected_abuse": "yes"})
    rows = desk.casework.rows(story)
    assert "root_cause" in {row.field_id for row in rows}
    assert not {"hard_on_me", "suspected_abuse"} & {row.field_id for row in rows}


def test_the_same_customer_within_the_window_is_a_second_failure(desk, take, clock):
    first = take()
    clock.moment += timedelta(days=90)
    second = take("Again", who="", customer=first.customer)
    assert (second.earlier, second.case.earlier_days) == (first.case, 90)
    clock.moment += timedelta(days=91)
    assert not take("Later", who="", customer=first.customer).case.is_second_failure


def test_the_same_serial_number_is_seen_when_it_is_typed(take, fill, clock):
    first = fill(take(), "review", serial="LV7-40318826")
    clock.moment += timedelta(days=12)
    other = take(who="Another Person")
    assert not other.case.is_second_failure
    second = fill(other, "review", finish=False, serial="LV7-40318826")
    assert second.earlier.id == first.case.id
    assert "second_failure" in second.rules()
    corrected = fill(second, "review", finish=False, serial="LV7-1")
    assert not corrected.case.is_second_failure
