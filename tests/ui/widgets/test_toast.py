"""What was done can be undone for ten seconds, and nothing stops meanwhile."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_cs.ui.widgets.toast import SHOWN_MS, Toast


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.field = QLineEdit()
    QVBoxLayout(made).addWidget(made.field)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.field.setFocus()
    made.toast = Toast(made, above_px=70)
    return made


def test_it_says_what_was_done_and_takes_no_focus(page):
    assert not page.toast.isVisible()
    page.toast.show_done("Done: Okafor, James")
    assert page.toast.isVisible()
    assert page.toast.findChild(QLabel).text() == "Done: Okafor, James"
    assert page.field.hasFocus()


def test_it_goes_by_itself_after_ten_seconds(page):
    page.toast.show_done("Done")
    timer = page.toast.findChild(QTimer)
    assert (timer.isActive(), timer.interval(), SHOWN_MS) == (True, 10_000, 10_000)
    timer.timeout.emit()
    assert not page.toast.isVisible()


def test_undo_is_reported_once_and_the_word_goes(qtbot, page):
    page.toast.show_done("Done")
    with qtbot.waitSignal(page.toast.undone):
        qtbot.mouseClick(page.toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert not page.toast.isVisible()
    assert not page.toast.findChild(QTimer).isActive()


def test_what_cannot_be_undone_has_no_way_back(page):
    page.toast.show_done("Erased", undoable=False)
    assert not page.toast.findChild(QPushButton).isVisible()


def test_it_stays_above_the_action_bar_in_the_middle(qtbot, page):
    page.toast.show_done("Done")
    page.resize(1000, 500)
    qtbot.waitUntil(lambda: page.toast.geometry().bottom() < 430)
    assert abs(page.toast.geometry().center().x() - 500) <= 1
