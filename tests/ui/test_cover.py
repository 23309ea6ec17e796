"""The cover: what is private lies under a veil, and nothing that is being done is disturbed."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_cs.ui.cover import cover, is_veiled, keep_private


@pytest.fixture(autouse=True)
def uncovered():
    """Leave no cover to the next test."""
    yield
    cover.turn(on=False)


@pytest.fixture
def page(qtbot):
    """Return a page with a private mood and an open line."""
    made = QWidget()
    column = QVBoxLayout(made)
    made.mood = QLabel("Shouting", made)
    made.line = QLineEdit(made)
    column.addWidget(made.mood)
    column.addWidget(made.line)
    qtbot.addWidget(made)
    keep_private(made.mood)
    made.show()
    return made


def picture(widget):
    return widget.grab().toImage()


def test_nothing_of_a_private_word_can_be_seen_while_the_cover_is_on(page):
    page.mood.setFixedWidth(120)
    cover.toggle()
    shouting = picture(page)
    page.mood.setText("Calm")
    assert picture(page) == shouting
    cover.toggle()
    assert picture(page) != shouting


def test_the_page_stands_still_under_the_cover(page):
    QApplication.processEvents()
    before = page.line.geometry()
    cover.toggle()
    QApplication.processEvents()
    assert page.line.geometry() == before
    assert page.mood.isVisible()


def test_a_private_line_keeps_its_focus_and_what_is_typed(qtbot, page):
    keep_private(page.line)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.line.setFocus()
    QTest.keyClicks(page.line, "two ")
    cover.toggle()
    QTest.keyClicks(QApplication.focusWidget(), "words")
    cover.toggle()
    assert page.line.text() == "two words"
    assert page.line.hasFocus()


def test_what_is_marked_filled_or_made_larger_later_is_veiled_too(page):
    cover.toggle()
    keep_private(page.line)
    assert is_veiled(page.line)
    inner = QPushButton("Pay 50", page.mood)
    inner.show()
    page.resize(600, 400)
    QApplication.processEvents()
    assert is_veiled(inner)
    assert page.mood.childAt(page.mood.rect().bottomRight()) is not inner
    assert page.mood.childAt(inner.geometry().center()) is not inner


def test_what_is_not_private_stays_in_sight(page):
    cover.toggle()
    assert not is_veiled(page.line)
    cover.toggle()
    assert not is_veiled(page.mood)


def test_a_veiled_button_is_not_pressed_and_tells_nothing_by_its_tool_tip(qtbot, page):
    pressed = []
    button = QPushButton("Approve 200", page)
    button.setToolTip("The limit is 50")
    button.clicked.connect(lambda: pressed.append("approve"))
    page.layout().addWidget(button)
    keep_private(button)
    QApplication.processEvents()
    cover.toggle()
    veil = page.childAt(button.geometry().center())
    assert veil is not button
    QTest.mouseClick(veil, Qt.MouseButton.LeftButton)
    asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(2, 2), veil.mapToGlobal(QPoint(2, 2)))
    assert QApplication.sendEvent(veil, asked)
    assert pressed == []


def test_everybody_hears_when_it_is_turned(qtbot):
    with qtbot.waitSignal(cover.turned) as heard:
        cover.turn(on=True)
    assert heard.args == [True]
    with qtbot.assertNotEmitted(cover.turned):
        cover.turn(on=True)
