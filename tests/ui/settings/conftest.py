"""A shop with two people, and its Settings on the screen."""

from datetime import UTC, datetime

import pytest

from desktop_cs.clock import FixedClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.shop_work import Newcomer
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Role
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.settings.settings_page import SettingsPage

_CLOCK = FixedClock(datetime(2026, 11, 22, 10, tzinfo=UTC))


def make_shop(folder):
    """Make a shop with two people."""
    opened = open_desk(folder, _CLOCK)
    settings = ShopSettings(name="Kraus Appliances", country="DE", currency="EUR")
    people = [Newcomer("Lena Kraus", Role.MANAGER, "4711"), Newcomer("James Okafor", Role.COUNTER, "0815")]
    opened.shop.set_up(settings, people)
    opened.close()


@pytest.fixture
def desk(put_copy, tmp_path):
    """Return the desk of a shop of its own; Lena, its manager, works there now."""
    opened = open_desk(put_copy(tmp_path / "shop", make_shop), _CLOCK)
    opened.actor = next(one for one in opened.shop.staff() if one.is_manager)
    yield opened
    opened.close()


@pytest.fixture
def actions(desk):
    made = Actions(desk)
    yield made
    made.finish_slow()


@pytest.fixture
def page(qtbot, desk, actions, tmp_path):
    made = SettingsPage(actions, Preferences(tmp_path))
    actions.changed.connect(lambda changes, source: made.hear(changes))
    qtbot.addWidget(made)
    made.resize(1262, 620)
    made.load()
    made.show()
    return made


@pytest.fixture
def at_counter(page, desk):
    """Let James, who is no manager, stand before Settings."""
    desk.actor = next(one for one in desk.shop.staff() if one.name == "James Okafor")
    page.load()
    return page


@pytest.fixture
def section(page):
    """Return a function that brings a topic to the front and returns its section."""

    def bring(name):
        page.go_to(name)
        return page.section()

    return bring
