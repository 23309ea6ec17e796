"""Which follow-ups a case waits for."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from uuid import uuid4

import pytest

from desktop_cs.followups.followup import FollowUp, FollowUpKind, FollowUpState

CALL = FollowUp(uuid4(), uuid4(), FollowUpKind.IMMEDIATE, datetime(2026, 11, 2, tzinfo=UTC))


@pytest.mark.parametrize(("kind", "state"), list(product(FollowUpKind, FollowUpState)))
def test_a_case_waits_for_open_calls_and_notes_but_not_for_a_card(kind, state):
    waits = kind != "internal" and state == "open"
    assert replace(CALL, kind=kind, state=state).holds_case_open is waits
