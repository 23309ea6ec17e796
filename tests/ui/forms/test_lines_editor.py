"""Lines come and go by keyboard alone."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop_cs.forms.definition import Column, Field
from desktop_cs.ui.forms.lines_editor import LinesEditor


@pytest.fixture
def page(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def lines(qtbot, setting, page):
    columns = (
        Column("what", "text", {"en": "What"}, required=True),
        Column("cost", "money", {"en": "Cost"}, required=False),
    )
    column = QVBoxLayout(page)
    editor = LinesEditor(Field("extra", "lines", {"en": "Extra"}, {}, columns=columns), setting, page)
    column.addWidget(editor)
    column.addWidget(QPushButton("Next", page))
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    editor.setFocus()
    return editor


def read(editor):
    return json.loads(editor.raw() or "[]")


def test_one_empty_line_stands_ready_and_counts_for_nothing(lines):
    assert lines.raw() == ""
    assert QApplication.focusWidget() is lines.inputs()[0]


def test_enter_adds_a_line_and_goes_there(qtbot, lines):
    with qtbot.waitSignal(lines.edited):
        qtbot.keyClicks(QApplication.focusWidget(), "Call back")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Loan dryer")
    assert read(lines) == [{"what": "Call back"}, {"what": "Loan dryer"}]


def test_enter_in_an_empty_line_adds_no_further_one(qtbot, lines):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert len(lines._lines) == 1


def test_a_line_is_removed_with_its_cross_and_the_focus_stays_near(qtbot, lines):
    lines.set_raw('[{"what":"a"},{"what":"b","cost":"8.00"},{"what":"c"}]')
    cross = next(
        button
        for button in lines.findChildren(QPushButton)
        if button.accessibleName() == "Remove line 2, Extra"
    )
    with qtbot.waitSignal(lines.edited):
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert read(lines) == [{"what": "a"}, {"what": "c"}]
    assert QApplication.focusWidget().text() == "c"


def test_the_last_line_can_be_removed_too_and_an_empty_one_takes_its_place(qtbot, lines):
    lines.set_raw('[{"what":"a"}]')
    qtbot.mouseClick(lines.inputs()[-2], Qt.MouseButton.LeftButton)
    assert lines.raw() == ""
    assert len(lines._lines) == 1


@pytest.mark.parametrize(
    "raw", ["", '[{"what":"a","cost":"8.00"}]', '[{"what":"a"},{"what":"b"},{"what":"c"}]']
)
def test_lines_that_are_shown_are_the_lines_that_are_read(lines, raw):
    lines.set_raw('[{"what":"x"},{"what":"y","cost":"1"}]')
    lines.set_raw(raw)
    assert lines.raw() == raw


def test_enter_on_the_button_adds_a_line(qtbot, lines):
    add = lines.inputs()[-1]
    add.setFocus()
    qtbot.keyClick(add, Qt.Key.Key_Return)
    assert len(lines._lines) == 2


def test_tab_goes_through_a_new_line_before_the_button(qtbot, lines):
    lines.set_raw('[{"what":"a"},{"what":"b"}]')
    walked = [QApplication.focusWidget()]
    for _press in range(6):
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == lines.inputs()


def test_enter_goes_to_what_the_line_cannot_do_without_before_it_adds_another(qtbot, lines):
    cost = lines._lines[0].inputs()[1]
    cost.setFocus()
    qtbot.keyClicks(cost, "8")
    qtbot.keyClick(cost, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is lines.inputs()[0]
    assert len(lines._lines) == 1


def test_only_the_gap_in_a_line_is_marked(lines):
    lines.set_raw('[{"what":"a","cost":"8.00"},{"cost":"2.00"}]')
    lines.set_problem("Line 2 still needs “What”.")
    marked = [widget for widget in lines.inputs() if widget.property("problem")]
    assert marked == [lines._lines[1].inputs()[0]]
    lines.setFocus()
    assert marked == [QApplication.focusWidget()]
    lines.set_problem("")
    assert not any(widget.property("problem") for widget in lines.inputs())


def test_enter_in_an_empty_line_at_the_end_is_left_to_the_form(qtbot, lines, page):
    heard = []
    page.keyPressEvent = lambda event: heard.append(event.key())
    qtbot.keyClicks(QApplication.focusWidget(), "Call back")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert heard == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert heard == [Qt.Key.Key_Return]


def test_sealed_lines_can_only_be_added_to(qtbot, page, lines):
    lines.set_raw('[{"what":"Call","cost":"800"}]')
    lines.seal(sealed=True)
    page.show()
    written, empty = lines._lines
    assert not written.isEnabled()
    assert empty.isEnabled()
    lines.setFocus()
    qtbot.keyClicks(empty.inputs()[0], "Write")
    assert json.loads(lines.raw()) == [{"what": "Call", "cost": "800"}, {"what": "Write"}]
    lines.seal(sealed=False)
    assert written.isEnabled()


def test_with_nothing_written_there_is_nothing_to_seal(lines):
    lines.seal(sealed=True)
    assert [line.isEnabled() for line in lines._lines] == [True]


def test_a_filled_line_takes_the_empty_ones_place_and_is_never_added_twice(qtbot, lines):
    with qtbot.waitSignal(lines.edited):
        assert lines.add_filled({"what": "Pegs", "cost": "3.50"})
    assert not lines.add_filled({"what": "Pegs", "cost": "3.50"})
    assert lines.add_filled({"what": "Pegs", "cost": "4"})
    assert read(lines) == [{"what": "Pegs", "cost": "3.50"}, {"what": "Pegs", "cost": "4"}]
