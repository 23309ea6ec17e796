"""The states of a case and every way between them."""

import pytest

from desktop_cs.cases.states import CaseAct, CaseState, after, checked_reason, closes_by_itself, may
from desktop_cs.errors import UserError

WAYS = {
    ("open", "draft"): "open",
    ("log", "draft"): "logged",
    ("log", "open"): "logged",
    ("log", "reopened"): "logged",
    ("close", "open"): "closed",
    ("close", "reopened"): "closed",
    ("close", "logged"): "closed",
    ("reopen", "logged"): "reopened",
    ("reopen", "closed"): "reopened",
    ("cancel", "draft"): "cancelled",
    ("cancel", "open"): "cancelled",
    ("cancel", "reopened"): "cancelled",
}


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("act", CaseAct)
def test_an_act_leads_on_where_there_is_a_way_and_is_refused_elsewhere(act, state):
    then = WAYS.get((act, state))
    assert may(act, state) is (then is not None)
    if then:
        assert after(act, state) == then
    else:
        with pytest.raises(UserError):
            after(act, state)


def test_a_refusal_says_what_to_do_instead():
    with pytest.raises(UserError, match="Reopen it to change"):
        after(CaseAct.LOG, CaseState.CLOSED)
    with pytest.raises(UserError, match="its record is kept"):
        after(CaseAct.CANCEL, CaseState.LOGGED)


@pytest.mark.parametrize("act", [CaseAct.CLOSE, CaseAct.REOPEN, CaseAct.CANCEL])
def test_a_reason_is_needed_and_loses_the_blanks_around_it(act):
    assert checked_reason(act, "  moved away ") == "moved away"
    with pytest.raises(UserError) as refused:
        checked_reason(act, " \n ")
    assert refused.value.field == "reason"


@pytest.mark.parametrize("state", CaseState)
def test_only_a_logged_case_with_nothing_open_closes_by_itself(state):
    assert closes_by_itself(state, 0, resolved=True) is (state is CaseState.LOGGED)
    assert not closes_by_itself(state, 1, resolved=True)
    assert not closes_by_itself(state, 0, resolved=False)
