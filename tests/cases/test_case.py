"""What the header of a case tells about it."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState

CASE = Case(uuid4(), 1, CaseState.DRAFT, "Wang Li", "Dryer", datetime(2026, 11, 2, tzinfo=UTC))


@pytest.mark.parametrize("state", CaseState)
def test_steps_are_filled_in_until_the_case_is_logged_closed_or_cancelled(state):
    assert replace(CASE, state=state).is_being_worked_on is (state in {"draft", "open", "reopened"})


def test_an_earlier_case_makes_it_a_second_failure():
    assert not CASE.is_second_failure
    assert replace(CASE, earlier_case_id=uuid4()).is_second_failure
