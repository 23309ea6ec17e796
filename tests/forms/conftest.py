"""The surroundings that answers are checked in, and a question of several lines."""

from datetime import datetime

import pytest

from desktop_cs.forms.definition import Column, Field
from desktop_cs.forms.field_types import CheckContext


@pytest.fixture(scope="session")
def context():
    """Return a shop in euro on a Monday at noon."""
    return CheckContext("EUR", datetime.fromisoformat("2026-11-02T12:00"), "en")


@pytest.fixture(scope="session")
def gestures():
    """Return a question whose lines hold a text, an amount and a time."""
    columns = (
        Column("gesture", "text", {"en": "What"}, required=True),
        Column("cost", "money", {"en": "Cost"}, required=True),
        Column("by", "day_and_time", {"en": "By when"}, required=False),
    )
    return Field("extra", "lines", {"en": "Extra"}, {}, columns=columns)
