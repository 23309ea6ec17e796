"""The surroundings that answers are checked in."""

from datetime import datetime

import pytest

from desktop_cs.forms.field_types import CheckContext

MONDAY_NOON = datetime.fromisoformat("2026-11-02T12:00")  # the shop's wall time


@pytest.fixture
def context():
    return CheckContext("EUR", MONDAY_NOON, "en")
