"""Times told, hands passed, minutes to the first remedy."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop_cs.cases.care_numbers import CareNumbers, care_numbers_of
from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry
from desktop_cs.storage.uuid7 import uuid7

OPENED = datetime(2026, 11, 2, 10, tzinfo=UTC)
CASE = Case(uuid7(), 1, CaseState.OPEN, "Wang Li", "Hums", OPENED, hands_passed=2)
REPAIR = {"entitlement_kind": "repair"}


def numbers(told="", given=None, after_minutes=None, events=()):
    done = None if after_minutes is None else OPENED + timedelta(minutes=after_minutes)
    apology = StepEntry(Step.APOLOGY, answers={"times_told": told} if told else {})
    resolution = StepEntry(Step.RESOLUTION, answers=given or {}, done_at=done)
    return care_numbers_of(CASE, apology, resolution, events)


def test_the_three_numbers_of_a_case():
    assert numbers("3", REPAIR, 25) == CareNumbers(3, 2, 25)


def test_they_told_it_once_where_nobody_counted():
    assert numbers().times_told == 1


@pytest.mark.parametrize(("given", "after"), [({}, 25), ({"entitlement_kind": "none"}, 25), (REPAIR, None)])
def test_without_a_remedy_there_are_no_minutes(given, after):
    assert numbers("1", given, after).minutes_to_first_remedy is None


def test_going_through_it_again_makes_the_first_remedy_no_later_than_the_first_log():
    events = [
        CaseEvent(CASE.id, OPENED + timedelta(minutes=40), "logged"),
        CaseEvent(CASE.id, OPENED + timedelta(days=1), "reopened"),
        CaseEvent(CASE.id, OPENED + timedelta(days=2), "logged"),
    ]
    assert numbers("1", REPAIR, 3000, events).minutes_to_first_remedy == 40
