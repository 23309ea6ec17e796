"""A new shop on this PC, with the first run on the screen."""

from datetime import UTC, datetime

import pytest

from desktop_cs.clock import FixedClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.first_run.first_run_page import FirstRunPage
from desktop_cs.ui.preferences import Preferences


@pytest.fixture
def desk(tmp_path):
    opened = open_desk(tmp_path / "shop", FixedClock(datetime(2026, 11, 22, 10, tzinfo=UTC)))
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot, desk, tmp_path):
    actions = Actions(desk)
    made = FirstRunPage(actions, Preferences(tmp_path))
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.load()
    made.show()
    made.focus_first()
    yield made
    actions.finish_slow()
