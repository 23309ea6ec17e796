"""What is typed is what is read, in every kind of line."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_cs.ui.forms.editors import EDITORS


@pytest.fixture
def editor(qtbot, field, setting):
    kept = []

    def make(kind, **more):
        made = EDITORS[kind](field(kind, **more), setting)
        qtbot.addWidget(made)
        made.show()
        kept.append(made)
        return made

    return make


@pytest.mark.parametrize("kind", ["text", "product", "money", "number", "long_text", "code"])
def test_a_line_starts_empty_and_reports_what_is_typed(qtbot, editor, kind):
    made = editor(kind)
    assert made.raw() == ""
    with qtbot.waitSignal(made.edited):
        qtbot.keyClicks(made.focusProxy(), "42")
    assert made.raw() == "42"


@pytest.mark.parametrize("kind", ["text", "product", "money", "number", "long_text", "code"])
def test_showing_an_answer_reports_nothing(qtbot, editor, kind):
    made = editor(kind)
    with qtbot.assertNotEmitted(made.edited):
        made.set_raw("42")
    assert made.raw() == "42"


def test_no_input_method_touches_a_code(editor):
    line = editor("code").inputs()[0]
    assert line.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    assert line.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) == ""
    assert editor("text").inputs()[0].inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is not False


def test_blanks_in_a_code_mean_nothing(editor):
    made = editor("code")
    made.set_raw(" TD40 77 31 ")
    assert made.raw() == "TD407731"


def test_an_amount_has_the_sign_of_the_currency_before_it(editor):
    made = editor("money")
    assert [label.text() for label in made.findChildren(QLabel)] == ["$"]
    assert made.inputs()[0].accessibleName() == "Asked, USD"


def test_a_number_is_counted_up_and_down_within_its_bounds(qtbot, editor):
    made = editor("number", at_least=1, at_most=3)
    less, more = made.findChildren(QPushButton)
    counted = []
    for press in (more, more, more, more, less, less, less):
        qtbot.mouseClick(press, Qt.MouseButton.LeftButton)
        counted.append(made.raw())
    assert counted == ["1", "2", "3", "3", "2", "1", "1"]
    qtbot.keyClick(made.inputs()[0], Qt.Key.Key_Up)
    assert made.raw() == "2"


def test_long_text_grows_with_its_lines_from_two_to_six(qtbot, editor):
    made = editor("long_text")
    made.resize(400, 300)
    text = made.inputs()[0]
    heights = []
    for lines in (1, 2, 4, 6, 12):
        made.set_raw("\n".join(["a line"] * lines))
        heights.append(text.height())
    line = text.fontMetrics().lineSpacing()
    assert heights[0] == heights[1]
    assert heights[2] == heights[1] + 2 * line
    assert heights[3] == heights[4] == heights[1] + 4 * line


def test_tab_leaves_long_text_and_ctrl_enter_is_the_pages(qtbot, editor):
    made = editor("long_text")
    text = made.inputs()[0]
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert made.raw() == ""
    assert text.tabChangesFocus()


def test_long_text_keeps_a_line_break(qtbot, editor):
    made = editor("long_text")
    qtbot.keyClicks(made.inputs()[0], "one")
    qtbot.keyClick(made.inputs()[0], Qt.Key.Key_Return)
    qtbot.keyClicks(made.inputs()[0], "two")
    assert made.raw() == "one\ntwo"


def test_the_wheel_over_short_text_is_left_to_the_page(editor):
    text = editor("long_text").inputs()[0]
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(text.viewport(), turn)
    assert not turn.isAccepted()
