"""Who may answer what somebody of the shop asked."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from desktop_cs.cases.requests import CaseRequest, RequestKind, RequestState

ASKER, COLLEAGUE = uuid4(), uuid4()
ASKED = CaseRequest(uuid4(), uuid4(), RequestKind.HELP, datetime(2026, 11, 23, 9, tzinfo=UTC), asked_by=ASKER)


def test_help_may_come_from_everybody_but_the_one_who_asked():
    assert ASKED.is_for(COLLEAGUE, manager=False)
    assert not ASKED.is_for(ASKER, manager=True)
    assert not ASKED.is_for(None, manager=True)


def test_an_approval_is_the_managers():
    approval = replace(ASKED, kind=RequestKind.APPROVAL)
    assert approval.is_for(COLLEAGUE, manager=True)
    assert not approval.is_for(COLLEAGUE, manager=False)


def test_only_the_one_who_was_named_takes_a_case_over():
    passed = replace(ASKED, kind=RequestKind.HAND_OVER, asked_of=COLLEAGUE)
    assert passed.is_for(COLLEAGUE, manager=False)
    assert not passed.is_for(uuid4(), manager=True)


def test_what_is_answered_waits_for_nobody():
    assert not replace(ASKED, state=RequestState.DECLINED).is_for(COLLEAGUE, manager=False)
