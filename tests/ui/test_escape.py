"""Esc, and who gets it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_cs.ui.escape import asks_for_escape


class Layer(QWidget):
    """Something over a page that Esc puts away."""

    def __init__(self, parent):
        super().__init__(parent)
        self.heard = []
        self.line = QLineEdit(self)

    def event(self, event):
        if asks_for_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event):  # noqa: N802 (the name that Qt calls)
        self.heard.append(Qt.Key(event.key()))


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.layer = Layer(window)
    window.below = QLineEdit(window)
    column = QVBoxLayout(window)
    column.addWidget(window.layer)
    column.addWidget(window.below)
    window.escaped = []
    QShortcut(QKeySequence("Esc"), window).activated.connect(lambda: window.escaped.append(True))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def test_in_a_layer_esc_is_the_layers_own(window, qtbot):
    window.layer.line.setFocus()
    qtbot.keyClick(window.layer.line, Qt.Key.Key_Escape)
    assert window.layer.heard == [Qt.Key.Key_Escape]
    assert not window.escaped


def test_below_it_esc_is_the_windows(window, qtbot):
    window.below.setFocus()
    qtbot.keyClick(window.below, Qt.Key.Key_Escape)
    assert window.escaped == [True]
    assert not window.layer.heard
