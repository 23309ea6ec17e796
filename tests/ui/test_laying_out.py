"""Laying out what is hidden: shown later, nothing has to move any more."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_cs.ui.laying_out import lay_out

ROOM = QSize(400, 300)


@pytest.fixture
def stack(qtbot):
    """Return two pages, the first on the screen, the second never shown yet."""
    made = QStackedWidget()
    qtbot.addWidget(made)
    made.addWidget(QWidget())
    made.addWidget(page())
    made.resize(ROOM)
    made.show()
    return made


def page():
    """Return a page with words at the bottom of what can be scrolled."""
    made, content = QWidget(), QWidget()
    inner = QVBoxLayout(content)
    inner.addStretch(1)
    inner.addWidget(QLabel("At the bottom", content))
    area = QScrollArea(made)
    area.setWidgetResizable(True)
    area.setWidget(content)
    column = QVBoxLayout(made)
    column.addWidget(area)
    return made


def places(widget):
    return [
        (one.mapTo(widget, QPoint(0, 0)), one.size())
        for one in widget.findChildren(QWidget)
        if one.isVisibleTo(widget)
    ]


def test_what_is_hidden_stands_where_it_will_be_seen(stack):
    hidden = stack.widget(1)
    before = places(hidden)
    lay_out(hidden, stack.size())
    laid_out = places(hidden)
    stack.setCurrentIndex(1)
    assert laid_out == places(hidden)
    assert laid_out != before


def test_what_is_on_the_screen_is_left_alone(stack):
    lay_out(stack.widget(0), QSize(20, 20))
    assert stack.widget(0).size() == ROOM


def test_what_is_folded_away_is_not_measured(stack):
    hidden = stack.widget(1)
    folded = QWidget(hidden)
    folded.hide()
    inner = QLabel("Below the fold", folded)
    QVBoxLayout(folded).addWidget(inner)
    hidden.layout().addWidget(folded)
    before = inner.geometry()
    lay_out(hidden, stack.size())
    assert inner.geometry() == before
