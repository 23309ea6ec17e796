"""What helps with somebody who had cause to complain: the most pressing first, never more than is read."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop_cs.cases.case import Case
from desktop_cs.cases.promises import Promise, PromiseState
from desktop_cs.cases.states import CaseState
from desktop_cs.followups.care import MOST, what_helps
from desktop_cs.storage.uuid7 import uuid7

NOW = datetime(2026, 11, 3, 14, tzinfo=UTC)


def case(**more):
    return Case(uuid7(), 1, CaseState.LOGGED, "Deirdre Fallon", "Dryer stands still", NOW, **more)


def promise(what, hours, state=PromiseState.OPEN):
    return Promise(uuid7(), uuid7(), what, NOW - timedelta(days=1), NOW + timedelta(hours=hours), state=state)


def test_a_late_promise_comes_before_all():
    told = what_helps(case(), [promise("Motor", 5), promise("Call her", -2)], "Being heard", NOW)
    assert told[0] == "Late: “Call her”. Say so before they ask, and when it will be done."
    assert told[1] == "What matters most to them: Being heard."


def test_what_is_still_owed_is_said_before_they_ask():
    told = what_helps(case(), [promise("Motor", 5), promise("Call", 2, PromiseState.KEPT)], "", NOW)
    assert told == ("Still owed: “Motor”. Say how far it is before they ask.",)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"customer_accepts": "reluctantly"}, "not at peace"),
        ({"problem_solved": "not_yet"}, "not all solved"),
        ({"earlier_case_id": uuid7()}, "second time"),
        ({"customer_accepts": "gladly", "problem_solved": "yes"}, "Greet them by name"),
    ],
)
def test_how_it_ended_says_how_to_begin(known, said):
    (told,) = what_helps(case(**known), [], "", NOW)
    assert said in told


def test_it_is_never_more_than_is_read_while_somebody_stands_there():
    much = case(customer_accepts="no", problem_solved="partly", earlier_case_id=uuid7())
    assert len(what_helps(much, [promise("Motor", -1)], "Being heard", NOW)) == MOST
