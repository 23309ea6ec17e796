"""Calling a manager to the counter."""

from datetime import timedelta

import pytest

from desktop_cs.errors import UserError


@pytest.fixture
def manager(staff):
    return next(one for one in staff if one.is_manager)


def test_a_call_waits_until_a_manager_is_there(desk, clock, manager):
    call = desk.calls.call().value
    assert (call.by, call.at, desk.calls.waiting) == ("Aoife Byrne", clock.now(), call)
    desk.calls.arrived(call, manager)
    assert desk.calls.waiting is None


def test_the_trail_says_who_called_and_who_came(desk, manager):
    call = desk.calls.call().value
    desk.calls.arrived(call, manager)
    entries = desk.storage.trail.of_row(call.id)
    assert [(entry.what, entry.by) for entry in entries] == [
        ("manager.called", desk.actor.id),
        ("manager.came", manager.id),
    ]


def test_calling_twice_is_calling_once(desk, clock):
    first = desk.calls.call().value
    clock.moment += timedelta(minutes=3)
    assert desk.calls.call().value == first
    assert len(desk.storage.trail.of_row(first.id)) == 1


def test_only_a_manager_can_say_that_a_manager_is_there(desk, staff):
    call = desk.calls.call().value
    with pytest.raises(UserError, match="is no manager"):
        desk.calls.arrived(call, staff[-1])
    assert desk.calls.waiting == call


def test_a_call_can_be_taken_back_and_that_too(desk):
    call = desk.calls.call().value
    desk.calls.withdraw(call)
    assert desk.calls.waiting is None
    desk.calls.undo(call)
    assert desk.calls.waiting == call


def test_those_who_can_come_are_the_managers(desk, manager):
    assert desk.calls.managers() == [manager]
