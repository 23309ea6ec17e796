"""Widgets stand side by side as long as there is room."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QWidget

from desktop_cs.ui.widgets.flow_layout import FlowLayout


class Box(QFrame):
    """A widget of a fixed size."""

    def __init__(self, width, height=20):
        super().__init__()
        self.setFixedSize(width, height)


@pytest.fixture
def page(qtbot):
    kept = []

    def make(widths, **more):
        host = QWidget()
        qtbot.addWidget(host)
        kept.append(host)
        layout = FlowLayout(parent=host, **more)
        for width in widths:
            layout.addWidget(Box(width))
        host.show()
        return layout

    return make


def places(layout, width):
    layout.setGeometry(QRect(0, 0, width, 500))
    return [
        (layout.itemAt(place).geometry().x(), layout.itemAt(place).geometry().y())
        for place in range(layout.count())
    ]


def test_what_does_not_fit_goes_into_the_next_line(page):
    layout = page([100, 100, 100], gap=(10, 5))
    assert places(layout, 210) == [(0, 0), (110, 0), (0, 25)]
    assert layout.heightForWidth(210) == 45
    assert layout.heightForWidth(320) == 20


def test_a_hidden_widget_takes_no_room(page):
    layout = page([100, 100, 100], gap=(10, 5))
    layout.itemAt(0).widget().hide()
    assert layout.heightForWidth(210) == 20


def test_a_line_holds_no_more_than_it_may(page):
    assert places(page([50, 50, 50], gap=(10, 5), most=2), 900) == [(0, 0), (60, 0), (0, 25)]


def test_what_wants_to_grow_has_a_line_of_its_own(page):
    layout = page([50, 50], gap=(10, 5))
    line = QLineEdit()
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    layout.insert_widget(1, line)
    line.show()
    assert [y for _x, y in places(layout, 300)] == sorted({y for _x, y in places(layout, 300)})
    assert line.width() == 300


@pytest.mark.parametrize(("count", "columns"), [(3, 3), (4, 2), (5, 3), (6, 3), (7, 3)])
def test_columns_are_filled_evenly(page, count, columns):
    assert page([100] * count, equal=True, gap=(10, 5)).columns(400) == columns


def test_an_item_can_be_taken_out_again(page):
    layout = page([50, 60])
    assert layout.takeAt(0).widget().width() == 50
    assert layout.count() == 1
    assert layout.takeAt(5) is None
