"""Somebody leaves: their work goes on with somebody else, their name stays in the records."""

from dataclasses import replace

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.desk.allowed import NotAllowedError
from desktop_cs.errors import UserError
from desktop_cs.shop.staff import Role


def owners(desk, *stories):
    return [desk.casework.story(story.case.id).case.owner for story in stories]


@pytest.fixture
def aoife(staff):
    """Return who leaves: at the counter, with digits 1357."""
    return staff[2]


def test_only_a_manager_lets_somebody_leave(desk, aoife):
    with pytest.raises(NotAllowedError, match="Ask Grace Okafor"):
        desk.people.leave(aoife.id)


def test_whoever_left_has_no_tile_and_no_digits_and_never_signs_in_again(desk, staff, aoife, managing):
    with managing():
        desk.people.leave(aoife.id)
    assert desk.actor is None  # it was she who acted
    assert aoife.id not in {tile.staff.id for tile in desk.people.tiles()}
    stored = next(one for one in desk.shop.staff(with_former=True) if one.id == aoife.id)
    assert (stored.name, stored.active, stored.digits_hash) == ("Aoife Byrne", False, "")
    with pytest.raises(UserError, match="does not work here any more"):
        desk.people.sign_in(aoife.id, "1357")
    with pytest.raises(UserError):
        desk.people.give_new_digits(aoife.id, "1357")
    desk.actor = staff[0]
    desk.shop.save_staff(replace(stored, active=True))
    with pytest.raises(UserError, match="no digits yet"):
        desk.people.sign_in(aoife.id, "1357")


def test_open_cases_and_follow_ups_have_to_go_to_somebody_who_works_here(
    desk, take, walk, staff, aoife, managing
):
    ongoing, logged = take(), walk()
    closed = desk.casework.close(walk().case, "Told twice").value
    work = desk.people.open_work(aoife.id)
    assert work.cases == (ongoing.case.id, logged.case.id)
    assert work.follow_ups
    with managing():
        for nobody in (None, aoife.id):
            with pytest.raises(UserError, match="Choose who takes over"):
                desk.people.leave(aoife.id, nobody)
        desk.people.leave(aoife.id, staff[1].id)
    assert desk.people.open_work(aoife.id).is_empty
    assert owners(desk, ongoing, logged) == [staff[1].id, staff[1].id]
    assert desk.storage.cases.by_id(closed.id).owner == aoife.id
    story = desk.casework.story(logged.case.id)
    assert {one.staff_id for one in story.follow_ups if one.state == "open" and one.staff_id} == {staff[1].id}
    assert story.case.first_helper == aoife.id
    assert story.walk.entry(Step.LOGGING).done_by == aoife.id
    assert [one.what for one in story.events][-1] == "handed_over"


def test_what_the_owner_gave_within_their_authority_stands_with_the_next(desk, take, fill, staff, managing):
    desk.actor = milan = staff[1]
    given = '[{"gesture":"Loan dryer","cost":"120.00"}]'
    story = fill(take(), "resolution", goodwill=given, extra="", extra_none_because="In a hurry")
    with managing():
        desk.people.leave(milan.id, staff[2].id)
    assert desk.casework.judgement(desk.casework.story(story.case.id)).within


def test_leaving_can_be_taken_back_with_all_that_went(desk, take, walk, staff, aoife, managing):
    ongoing, logged = take(), walk()
    before = desk.people.open_work(aoife.id)
    with managing():
        left = desk.people.leave(aoife.id, staff[1].id).value
        desk.people.undo_leaving(left)
    assert desk.people.open_work(aoife.id) == before
    assert owners(desk, ongoing, logged) == [aoife.id, aoife.id]
    assert desk.casework.story(ongoing.case.id).case == ongoing.case
    desk.people.sign_in(aoife.id, "1357")


def test_what_went_on_to_a_third_person_meanwhile_stays_there(desk, take, staff, aoife, managing):
    story = take()
    with managing():
        left = desk.people.leave(aoife.id, staff[1].id).value
        case = desk.storage.cases.by_id(story.case.id)
        with desk.storage.transaction():
            desk.storage.cases.update(replace(case, owner=staff[0].id))
        desk.people.undo_leaving(left)
    assert owners(desk, story) == [staff[0].id]


def test_the_last_manager_cannot_leave(desk, staff, managing):
    with managing():
        with pytest.raises(UserError, match="Somebody has to be the manager"):
            desk.people.leave(staff[0].id)
        desk.shop.save_staff(replace(staff[1], role=Role.MANAGER))
        desk.people.leave(staff[0].id)
        with pytest.raises(NotAllowedError):
            desk.people.leave(staff[2].id)  # who left may nothing any more
    assert [one.name for one in desk.shop.staff()] == ["Aoife Byrne", "Milan Horvat"]
