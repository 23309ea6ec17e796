"""Passing the resolution plans the three follow-ups; passing it again moves those that are still open."""

from datetime import timedelta

from desktop_cs.cases.steps import Step

PROMISE = '[{"what": "Call back", "by_when": "2026-11-04T17:00", "by_whom": "Milan Horvat"}]'
LATER = {"all_on_the_spot": "no", "promises": PROMISE}


def due(story, kind):
    return [(one.state, one.due_at) for one in story.follow_ups if one.kind == kind]


def test_the_follow_ups_stand_once_the_resolution_is_done(desk, take, fill, clock):
    story = fill(take(), "resolution")
    by_kind = {one.kind: one for one in story.follow_ups}
    assert set(by_kind) == {"immediate", "internal", "wrap_up"}
    assert by_kind["immediate"].staff_id == by_kind["wrap_up"].staff_id == desk.actor.id
    assert by_kind["internal"].staff_id is None
    assert due(story, "wrap_up") == [("open", clock.now() + timedelta(days=7))]


def test_a_changed_resolution_moves_what_is_open_and_doubles_nothing(take, fill, clock):
    story = fill(fill(take(), "resolution"), "resolution", **LATER)
    fix = clock.now() + timedelta(days=2, hours=7)
    assert due(story, "immediate") == [("open", fix + timedelta(minutes=20))]
    assert len(story.follow_ups) == 3


def test_what_was_done_already_stays_done_when_the_resolution_changes(desk, take, fill):
    story = fill(take(), "resolution")
    immediate = next(one for one in story.follow_ups if one.kind == "immediate")
    desk.follow_ups.complete(immediate, {"reached": "yes"})
    story = fill(desk.casework.story(story.case.id), "resolution", customer_accepts="reluctantly")
    assert [state for state, _due in due(story, "immediate")] == ["done"]
    assert [one.as_call for one in story.follow_ups if one.kind == "wrap_up"] == [True]


def test_a_skipped_resolution_plans_nothing(desk, take):
    story = take()
    desk.casework.steps.skip_step(story, Step.RESOLUTION, "in_a_hurry")
    assert desk.casework.story(story.case.id).follow_ups == ()


def test_leaving_the_resolution_keeps_its_promises_although_it_is_not_done(desk, take, fill):
    story = fill(take(), "resolution", finish=False, **LATER, customer_accepts="")
    desk.casework.steps.leave_step(story.case.id, Step.RESOLUTION)
    story = desk.casework.story(story.case.id)
    assert [one.what for one in story.promises] == ["Call back"]
    assert story.follow_ups == ()


def test_a_follow_up_that_found_it_not_solved_starts_the_care_anew(desk, walk, fill, clock):
    story = walk()
    desk.casework.finish(story)
    clock.moment += timedelta(days=7)
    wrap_up = next(one for one in story.follow_ups if one.kind == "wrap_up")
    desk.follow_ups.complete_and_reopen(wrap_up, {"reached": "yes", "still_solved": "no"})
    story = desk.casework.story(story.case.id)
    assert story.case.state == "reopened"
    clock.moment += timedelta(hours=1)
    story = fill(story, "resolution")
    assert [state for state, _due in due(story, "wrap_up")] == ["done", "open"]
    assert [state for state, _due in due(story, "immediate")] == ["open"]
