"""A failure is one sentence, what was kept, and one way on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_cs.ui.widgets.empty_state import EmptyState
from desktop_cs.ui.widgets.notice_bar import NoticeBar


@pytest.fixture
def bar(qtbot):
    made = NoticeBar(
        "The printer does not answer.", "The letter is kept.", button="Try again", details="ipp: refused"
    )
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot, widget, name):
    found = next(button for button in widget.findChildren(QPushButton) if button.accessibleName() == name)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def shown(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_details_are_folded_until_support_asks_for_them(qtbot, bar):
    assert shown(bar) == ["The printer does not answer.", "The letter is kept."]
    press(qtbot, bar, "Details for support")
    assert "ipp: refused" in shown(bar)
    press(qtbot, bar, "Details for support")
    assert "ipp: refused" not in shown(bar)


def test_the_button_and_the_cross_are_reported(qtbot, bar):
    with qtbot.waitSignal(bar.wanted):
        press(qtbot, bar, "Try again")
    with qtbot.waitSignal(bar.put_away):
        press(qtbot, bar, "Put this notice away")


def test_every_control_of_a_notice_has_a_name(bar, unnamed):
    assert unnamed(bar) == []


def test_an_empty_page_says_why_and_has_one_way_on(qtbot):
    page = EmptyState("inbox", "No letters yet", reason="A letter appears here.", button="Open Today")
    qtbot.addWidget(page)
    page.show()
    assert shown(page) == ["No letters yet", "A letter appears here."]
    with qtbot.waitSignal(page.wanted):
        press(qtbot, page, "Open Today")
