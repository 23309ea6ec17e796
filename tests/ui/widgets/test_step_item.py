"""A step says how far it is, to the eye and to the ear."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop_cs.ui.theme.tokens import LIGHT
from desktop_cs.ui.widgets.step_item import StepItem


@pytest.fixture
def step(qtbot):
    made = StepItem(2, "Review")
    qtbot.addWidget(made)
    made.resize(220, 54)
    made.show()
    return made


def colours(widget):
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }


def test_a_screen_reader_hears_number_name_and_state(step):
    step.set_state("1 answer left", missing=True)
    heard = QAccessible.queryAccessibleInterface(step)
    assert heard.text(QAccessible.Text.Name) == "2 Review"
    assert heard.text(QAccessible.Text.Description) == "1 answer left"


def test_what_is_missing_is_amber_and_the_current_step_green(step):
    step.set_state("1 answer left", missing=True)
    assert LIGHT.warn in colours(step)
    assert LIGHT.primary not in colours(step)
    step.setChecked(True)
    assert LIGHT.primary in colours(step)


def test_a_click_asks_for_the_step_and_leaves_it_to_the_rail(qtbot, step):
    with qtbot.waitSignal(step.clicked):
        qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert not step.isChecked()


def test_a_low_window_leaves_the_second_line_out(step):
    step.set_state("1 answer left", missing=True)
    assert step.sizeHint().height() == 54
    step.set_compact(True)
    assert step.sizeHint().height() == 44
    assert LIGHT.warn not in colours(step)
