"""What waits for the first painting: it comes once, after the painting, and also where nothing is painted."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_cs.ui.first_paint import FirstPaint


class Painted(QWidget):
    """Writes down when it is painted."""

    def __init__(self, told):
        super().__init__()
        self._told = told

    def paintEvent(self, _event):  # noqa: N802 (Qt's name)
        self._told.append("painted")


@pytest.fixture
def told():
    """Return what happened, in its order."""
    return []


@pytest.fixture
def widget(qtbot, told):
    made = Painted(told)
    qtbot.addWidget(made)
    FirstPaint(made, lambda: told.append("acted"))
    return made


def test_it_acts_after_the_first_painting(qtbot, widget, told):
    widget.show()
    qtbot.waitUntil(lambda: "acted" in told)
    assert told[:2] == ["painted", "acted"]


def test_it_acts_only_once(qtbot, widget, told):
    widget.show()
    qtbot.waitUntil(lambda: "acted" in told)
    widget.repaint()
    QApplication.processEvents()
    assert told.count("acted") == 1
    assert told[-1] == "painted"


def test_a_window_that_is_never_painted_is_not_waited_for(qtbot, widget, told):
    assert told == []
    qtbot.waitUntil(lambda: told == ["acted"])


def test_nothing_is_done_for_a_widget_that_is_gone(qtbot, told):
    made = Painted(told)
    FirstPaint(made, lambda: told.append("acted"))
    gone = []
    made.destroyed.connect(lambda: gone.append(True))
    made.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    QApplication.processEvents()
    assert told == []
