"""The two outcomes are kept apart."""

import pytest

from desktop_cs.cases.findings import Outcome, outcome_of, wish_met
from desktop_cs.cases.remedies import GestureLine, Remedies


@pytest.mark.parametrize(
    ("accepts", "resolved", "at_peace", "call"),
    [
        ("gladly", True, True, False),
        ("yes", True, True, False),
        ("reluctantly", True, False, True),
        ("no", False, False, False),
        ("not_asked_yet", False, False, False),
        ("", False, False, False),
    ],
)
def test_accepted_with_reluctance_is_resolved_but_needs_a_call(accepts, resolved, at_peace, call):
    outcome = Outcome("yes", accepts)
    assert (outcome.is_resolved, outcome.is_at_peace, outcome.needs_wrap_up_call) == (
        resolved,
        at_peace,
        call,
    )


def test_a_solved_problem_says_nothing_about_the_customer():
    assert outcome_of({"problem_solved": "yes"}) == Outcome("yes", "")
    assert not outcome_of({"problem_solved": "yes", "customer_accepts": "no"}).is_resolved


@pytest.mark.parametrize(
    ("sought", "given", "met"),
    [
        ("repair", "repair", "fully"),
        ("apology", "none", "fully"),
        ("not_again", "", "fully"),
        ("money_back", "exchange", "partly"),
        ("money_back", "none", "not"),
        ("money_back", "", "not"),
        ("", "repair", ""),
    ],
)
def test_what_was_wanted_is_held_against_what_was_given(sought, given, met):
    assert wish_met(sought, Remedies(entitlement_kind=given)) == met


def test_something_on_top_meets_a_wish_in_part():
    assert wish_met("money_back", Remedies(extra=(GestureLine("A sample", 350),))) == "partly"
