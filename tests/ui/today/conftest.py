"""A small shop with a few things due, on a Friday at noon."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_cs.cases.promises import Promise
from desktop_cs.clock import FixedClock
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.shop.staff import Role
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.today.today_page import TodayPage

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def make_shop(folder):
    """Make a shop with one person who works there."""
    desk = open_desk(folder, FixedClock(NOON))
    desk.shop.save_settings(replace(desk.settings, name="Corner shop"))
    desk.shop.add_staff("Mara", Role.MANAGER, "2580")
    desk.close()


@pytest.fixture
def desk(put_copy, tmp_path):
    """Return a real desk on that shop."""
    desk = open_desk(put_copy(tmp_path, make_shop), FixedClock(NOON))
    (desk.actor,) = desk.shop.staff()
    yield desk
    desk.close()


@pytest.fixture
def take(desk):
    """Return a function that opens a case for somebody and gives it back."""

    def taken(who, line="The dryer fails again"):
        newcomer = Customer(uuid7(), who, phone="555 0134")
        return desk.casework.take(Intake(line, newcomer=newcomer)).value

    return taken


@pytest.fixture
def follow_up(desk, take):
    """Return a function that puts a follow-up on a new case; `hours` from now, negative is late."""

    def made(who, hours, kind=FollowUpKind.IMMEDIATE, **more):
        one = FollowUp(uuid7(), take(who).id, kind, NOON + timedelta(hours=hours), **more)
        with desk.storage.transaction(None):
            desk.storage.follow_ups.add(one)
        return desk.storage.follow_ups.get(one.id)

    return made


@pytest.fixture
def promise(desk, take):
    """Return a function that puts a promise of ten hours ago on a new case."""

    def made(who, hours, what="Ring when the part is here"):
        one = Promise(uuid7(), take(who).id, what, NOON - timedelta(hours=10), NOON + timedelta(hours=hours))
        with desk.storage.transaction(None):
            desk.storage.promises.add(one)
        return desk.storage.promises.get(one.id)

    return made


@pytest.fixture
def actions(desk, qapp):
    actions = Actions(desk)
    yield actions
    actions.finish_slow()


@pytest.fixture
def show_page(actions, tmp_path, qtbot):
    """Return a function that shows Today as the window does, and waits until all of it is there."""

    def shown(width=1262, height=633):
        page = TodayPage(actions, Preferences(tmp_path))
        qtbot.addWidget(page)
        actions.changed.connect(lambda changes, source: None if source is page else page.hear(changes))
        page.resize(width, height)
        page.load()
        with qtbot.waitActive(page):
            page.show()
        page.focus_first()
        qtbot.waitUntil(lambda: page.side.card("month") is not None and not actions.is_busy())
        return page

    return shown
