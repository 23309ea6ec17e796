"""The field in use is always in sight."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop_cs.ui.widgets.focus_scroll import FocusScrollArea


def in_sight(area, widget):
    top = widget.mapTo(area.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= area.viewport().height()


def test_the_page_follows_the_focus_down_and_up(qtbot):
    content = QWidget()
    column = QVBoxLayout(content)
    fields = [QLineEdit(content) for _number in range(40)]
    for field in fields:
        column.addWidget(field)
    area = FocusScrollArea(content)
    qtbot.addWidget(area)
    area.resize(300, 300)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    for place in (39, 20, 0):
        fields[place].setFocus()
        assert in_sight(area, fields[place])
    assert area.verticalScrollBar().value() == 0


def test_what_appears_above_leaves_the_field_in_use_in_sight(qtbot):
    content = QWidget()
    column = QVBoxLayout(content)
    above = QWidget(content)
    above.hide()
    above.setFixedHeight(400)
    fields = [QLineEdit(content) for _number in range(40)]
    for widget in (above, *fields):
        column.addWidget(widget)
    area = FocusScrollArea(content)
    qtbot.addWidget(area)
    area.resize(300, 300)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    fields[30].setFocus()
    above.show()
    qtbot.waitUntil(lambda: content.height() > 40 * fields[0].height() + 400)
    assert in_sight(area, fields[30])


def test_a_click_on_a_button_at_the_edge_is_a_click_and_scrolls_afterwards(qtbot):
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [QPushButton(content) for _number in range(40)]
    for button in buttons:
        column.addWidget(button)
    area = FocusScrollArea(content)
    qtbot.addWidget(area)
    area.resize(300, 300)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    buttons[0].setFocus()
    edge = next(button for button in buttons if not in_sight(area, button))
    at = edge.mapTo(area.window(), QPoint(5, 1))
    clicks = []
    edge.clicked.connect(lambda: clicks.append(area.verticalScrollBar().value()))
    QTest.mousePress(area.window().windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(area.window().windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert clicks == [0]
    qtbot.waitUntil(lambda: in_sight(area, edge))
