"""What stood in a field is put back as it was: text, selection, and the word that it was edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from desktop_cs.ui.typed_text import standing_in

ONE_LINE = st.text("ab 4é特😀", max_size=12)


@pytest.fixture
def line(qtbot):
    """Return a line with the word "kettle" in it, "ett" selected."""
    made = QLineEdit("kettle")
    qtbot.addWidget(made)
    made.setSelection(1, 3)
    return made


def test_a_selection_that_was_typed_over_comes_back(line):
    before, edited = standing_in(line), []
    line.textEdited.connect(edited.append)
    QTest.keyClicks(line, "4006")
    before.put_back()
    assert (line.text(), line.selectedText()) == ("kettle", "ett")
    assert edited[-1] == "kettle"


def test_a_line_that_takes_only_some_of_the_keys_loses_nothing_of_its_own(qtbot, line):
    line.setMaxLength(8)
    line.setCursorPosition(6)
    before = standing_in(line)
    QTest.keyClicks(line, "4006381333931")
    assert line.text() == "kettle40"
    before.put_back()
    assert (line.text(), line.cursorPosition()) == ("kettle", 6)


def test_what_was_not_touched_is_not_edited(line):
    edited = []
    before = standing_in(line)
    line.textEdited.connect(edited.append)
    before.put_back()
    assert edited == []
    assert line.selectedText() == "ett"


def test_taking_it_back_can_be_undone_like_any_edit(line):
    before = standing_in(line)
    line.insert("4006")
    before.put_back()
    line.undo()
    assert "4006" in line.text()


@given(ONE_LINE, ONE_LINE, st.integers(0, 12))
def test_every_text_comes_back_in_a_line_and_in_a_longer_text(qapp, text, burst, place):
    line, longer = QLineEdit(text), QPlainTextEdit(text)
    at = len(text[:place].encode("utf-16-le")) // 2  # Qt counts an emoji as two
    line.setCursorPosition(at)
    cursor = longer.textCursor()
    cursor.setPosition(at)
    longer.setTextCursor(cursor)
    kept = (line.cursorPosition(), longer.textCursor().position())
    before = (standing_in(line), standing_in(longer))
    line.insert(burst)
    longer.insertPlainText(burst)
    for one in before:
        one.put_back()
    assert (line.text(), longer.toPlainText()) == (text, text)
    assert (line.cursorPosition(), longer.textCursor().position()) == kept


def test_the_row_of_a_closed_list_comes_back(qtbot):
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["Aoife", "Milan", "Tom"])
    before = standing_in(box)
    chosen = []
    box.activated.connect(chosen.append)
    QTest.keyClicks(box, "T")
    assert box.currentText() == "Tom"
    before.put_back()
    assert box.currentText() == "Aoife"
    assert chosen[-1] == 0


def test_keys_change_nothing_that_is_kept_on_a_button_or_in_a_text_to_read(qtbot):
    button, text = QPushButton("Save"), QLineEdit("fixed")
    qtbot.addWidget(button)
    qtbot.addWidget(text)
    text.setReadOnly(True)
    assert [standing_in(one) for one in (button, text, None)] == [None, None, None]
