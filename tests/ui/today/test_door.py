"""The door: four choices, by mouse and by key."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.today.door import Door

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("complaint", "complaint_wanted"),
        ("repair", "repair_wanted"),
        ("search", "find_wanted"),
        ("manager", "manager_wanted"),
    ],
)
def test_every_choice_is_pressed(qtbot, button, signal):
    door = Door()
    qtbot.addWidget(door)
    assert len(door.stops()) == 4
    with qtbot.waitSignal(getattr(door, signal)):
        getattr(door, button).click()


@pytest.mark.parametrize(
    ("key", "modifiers", "place"),
    [
        (Qt.Key.Key_N, CTRL, "new_case"),
        (Qt.Key.Key_N, CTRL | SHIFT, "new_case"),
        (Qt.Key.Key_F2, None, "today"),
    ],
)
def test_the_keys_of_the_door_work_in_the_window_wherever_the_focus_is(qtbot, window, key, modifiers, place):
    window.top.search.setFocus()
    qtbot.keyClick(window.top.search, key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert window.pages.place == place


def test_find_puts_the_focus_into_the_search_field(qtbot, window):
    qtbot.mouseClick(window.pages.page().door.search, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is window.top.search


def test_a_key_calls_a_manager(qtbot, window, shop):
    qtbot.keyClick(window.pages.page(), Qt.Key.Key_M, CTRL)
    assert shop.calls.waiting.by == "Tom Reed"


@pytest.mark.parametrize("width", [1262, 1021])
def test_the_door_is_one_low_line_above_those_who_wait(show_page, follow_up, width):
    for number in range(6):
        follow_up(f"Customer {number}", -1)
    page = show_page(width, 480)
    assert page.door.height() <= 48
    rows = [row for row in page.agenda_view.rows if row.mapTo(page, row.rect().bottomLeft()).y() <= 480]
    assert len(rows) >= 3


def test_whoever_comes_back_to_today_stands_before_the_door(qtbot, window, shop, taken):
    with shop.storage.transaction(None):
        for number in range(14):
            due = shop.clock.now() - timedelta(hours=number + 1)
            shop.storage.follow_ups.add(FollowUp(uuid7(), taken.id, FollowUpKind.WRAP_UP, due))
    window.go("today")
    scrolled = window.pages.page().findChild(QScrollArea).verticalScrollBar()
    for place in ("cases", "customers"):
        qtbot.waitUntil(lambda: not window.acts.is_busy())
        window.go(place)
        window.pages.go_back()
        window.grab()
        qtbot.waitUntil(lambda: not window.acts.is_busy())
        assert (scrolled.value(), scrolled.maximum() > 0) == (0, True)
        assert QApplication.focusWidget() is window.pages.page().agenda_view.rows[0]
