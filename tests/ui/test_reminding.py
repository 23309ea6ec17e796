"""Being reminded: the badge, a notice when something falls due, and what another program changed."""

from datetime import timedelta

import pytest

from desktop_cs.clock import FixedClock
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.reminding import Reminding


@pytest.fixture
def due_in(shop, taken):
    """Return a function that plans a call for this case, so many minutes from now."""

    def planned(minutes):
        due = shop.clock.now() + timedelta(minutes=minutes)
        with shop.storage.transaction(None):
            shop.storage.follow_ups.add(FollowUp(uuid7(), taken.id, FollowUpKind.IMMEDIATE, due))

    return planned


@pytest.fixture
def reminding(window):
    made = Reminding(window.acts, window)
    made.watch(window)
    return made


def pass_minutes(shop, minutes):
    shop.clock = FixedClock(shop.clock.now() + timedelta(minutes=minutes))


def badge(window):
    return window.navigation.button("today").accessibleDescription()


def test_the_badge_counts_who_is_waiting(window, reminding, due_in):
    due_in(-5)
    reminding.look()
    assert badge(window) == "1 person is waiting"


def test_a_notice_comes_when_something_falls_due_and_only_once(window, reminding, shop, due_in):
    due_in(20)
    window.go("cases")
    assert not window.notices.isVisible()
    pass_minutes(shop, 21)
    reminding.look()
    assert window.notices.isVisible()
    window.notices.clear()
    reminding.look()
    assert not window.notices.isVisible()


def test_nothing_comes_over_an_open_case_but_right_after_it(window, reminding, shop, due_in, taken):
    due_in(20)
    window.go("case", taken.id)
    pass_minutes(shop, 21)
    reminding.look()
    assert not window.notices.isVisible()
    window.go("cases")
    assert window.notices.isVisible()


def test_what_fell_due_while_the_pc_was_off_is_there_at_the_start(window, shop, due_in):
    due_in(-600)
    window.go("cases")
    Reminding(window.acts, window).watch(window)
    assert window.notices.isVisible()
    assert badge(window) == "1 person is waiting"


def test_what_another_program_takes_appears_in_the_open_window(qtbot, window, reminding, shop):
    heard = []
    window.acts.changed.connect(lambda changes, _source: heard.append(changes))
    beside = open_desk(shop.storage.folder, shop.clock)
    beside.casework.take(Intake("Taken by a command", who="Zita Quill"))
    beside.close()
    reminding.look_outside()
    assert len(heard) == 1
    reminding.look_outside()
    assert len(heard) == 1


def test_the_records_are_tidied_while_no_case_is_open(qtbot, window, reminding, taken):
    window.go("today")
    reminding.tidy()
    assert window.acts.is_busy()
    qtbot.waitUntil(lambda: not window.acts.is_busy())
    window.go("case", taken.id)
    qtbot.waitUntil(lambda: not window.acts.is_busy())
    reminding.tidy()
    assert not window.acts.is_busy()
