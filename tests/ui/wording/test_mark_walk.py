"""Marks in a text while it is typed: underlined, told, walked by F7, mended by Alt+Enter, and undone."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolTip, QVBoxLayout, QWidget

from desktop_cs.desk.wording_work import WordingWork
from desktop_cs.ui.wording.mark_line import MarkLine
from desktop_cs.ui.wording.mark_walk import MarkWalk

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
TWO = "That is company policy. The rest is fine. Unfortunately, we close at six."


class Desk(QWidget):
    """A text, a line and what is said below them."""

    def __init__(self):
        super().__init__()
        self.text, self.line, self.said = QPlainTextEdit(), QLineEdit(), MarkLine(self)
        column = QVBoxLayout(self)
        for widget in (self.text, self.line, self.said):
            column.addWidget(widget)
        self.walk = MarkWalk(self.said, self)

    def show_marks(self, text, edit=None):
        """Write a text and have it looked at."""
        edit = edit or self.text
        edit.setFocus()
        if edit is self.text:
            edit.setPlainText(text)
        else:
            edit.setText(text)
        self.walk.look_now()


@pytest.fixture
def desk(qtbot):
    made = Desk()
    qtbot.addWidget(made)
    made.resize(700, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    for edit in (made.text, made.line):
        made.walk.watch(edit)
    made.walk.begin(WordingWork().check(["en", "zh_CN"]))
    return made


def underlined(desk):
    return [selection.cursor.selectedText() for selection in desk.text.extraSelections()]


def test_marked_words_are_underlined_and_the_first_is_told(desk):
    desk.show_marks(TWO)
    assert underlined(desk) == ["company policy", "Unfortunately"]
    assert desk.said.isVisible()
    assert desk.said.text().startswith("1 of 2: “company policy”: ")
    assert desk.text.accessibleDescription() == desk.said.text()


def test_nothing_is_marked_before_a_pause_and_all_is_after_it(qtbot, desk):
    desk.text.setFocus()
    QTest.keyClicks(desk.text, "company policy")
    assert underlined(desk) == []
    qtbot.waitUntil(lambda: underlined(desk) == ["company policy"])


def test_f7_goes_from_one_mark_to_the_next_and_round(desk):
    desk.show_marks(TWO)
    selected = []
    for _press in range(3):
        QTest.keyClick(desk.text, Qt.Key.Key_F7)
        selected.append(desk.text.textCursor().selectedText())
    assert selected == ["company policy", "Unfortunately", "company policy"]
    QTest.keyClick(desk.text, Qt.Key.Key_F7)
    assert desk.said.text().startswith("2 of 2: “Unfortunately”")


def test_alt_enter_puts_the_better_words_in_and_ctrl_z_takes_them_back(desk):
    desk.show_marks(TWO)
    QTest.keyClick(desk.text, Qt.Key.Key_Return, ALT)
    better = "Let me see what I can do for you: … The rest is fine. Unfortunately, we close at six."
    assert desk.text.toPlainText() == better
    assert desk.text.textCursor().selectedText() == "…"
    assert underlined(desk) == ["Unfortunately"]
    QTest.keyClick(desk.text, Qt.Key.Key_Z, CONTROL)
    assert desk.text.toPlainText() == TWO


def test_the_button_does_what_the_key_does(desk):
    desk.show_marks("Unfortunately, we close at six.")
    assert desk.said.use.text().startswith("Leave it out")
    desk.said.use.click()
    assert desk.text.toPlainText() == "We close at six."
    assert not desk.said.isVisible()
    assert desk.text.accessibleDescription() == ""


def test_the_button_beside_it_goes_to_the_next(desk):
    desk.show_marks(TWO)
    desk.said.next.click()
    desk.said.next.click()
    assert desk.text.textCursor().selectedText() == "Unfortunately"


def test_a_line_is_marked_below_it_and_reworded_by_key(desk):
    told = []
    desk.line.textEdited.connect(told.append)
    desk.show_marks("As you claim, it fell", desk.line)
    QTest.keyClick(desk.line, Qt.Key.Key_F7)
    assert desk.line.selectedText() == "you claim"
    QTest.keyClick(desk.line, Qt.Key.Key_Return, ALT)
    assert desk.line.text() == "As you told us, it fell"
    assert told == ["As you told us, it fell"]
    QTest.keyClick(desk.line, Qt.Key.Key_Z, CONTROL)
    assert desk.line.text() == "As you claim, it fell"


def test_marks_of_several_texts_are_counted_and_walked_together(desk):
    desk.show_marks("That is company policy.")
    desk.show_marks("you claim", desk.line)
    assert "of 2" in desk.said.text()
    selected = []
    for _press in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F7)
        selected.append((desk.text.textCursor().selectedText(), desk.line.selectedText()))
    assert selected == [("", "you claim"), ("company policy", ""), ("company policy", "you claim")]
    assert desk.said.text().startswith("2 of 2")


def test_the_cursor_in_marked_words_shows_their_reason(desk):
    desk.show_marks(TWO)
    cursor = desk.text.textCursor()
    cursor.setPosition(TWO.index("Unfortunately") + 3)
    desk.text.setTextCursor(cursor)
    assert desk.said.text().startswith("2 of 2")


def test_typing_before_a_mark_moves_it_and_typing_in_it_takes_it_away(desk):
    desk.show_marks(TWO)
    QTest.keyClicks(desk.text, "Well. ")
    assert underlined(desk) == ["company policy", "Unfortunately"]
    cursor = desk.text.textCursor()
    cursor.setPosition(desk.text.toPlainText().index("policy"))
    desk.text.setTextCursor(cursor)
    QTest.keyClicks(desk.text, "x")
    assert underlined(desk) == ["Unfortunately"]


def test_words_beyond_the_basic_plane_shift_nothing(desk):
    desk.show_marks("😀😀 That is company policy. 😀")
    assert underlined(desk) == ["company policy"]
    QTest.keyClick(desk.text, Qt.Key.Key_F7)
    assert desk.text.textCursor().selectedText() == "company policy"


def test_what_an_input_method_composes_is_not_marked(qtbot, desk):
    desk.show_marks("这是公司规定。")
    assert underlined(desk) == ["公司规定"]
    composing = QInputMethodEvent("gongsiguiding", [])
    QApplication.sendEvent(desk.text, composing)
    assert underlined(desk) == []
    assert desk.text.toPlainText() == "这是公司规定。"
    given = QInputMethodEvent()
    given.setCommitString("您好，")
    QApplication.sendEvent(desk.text, given)
    qtbot.waitUntil(lambda: underlined(desk) == ["公司规定"])


def test_the_mouse_over_a_word_shows_why(desk):
    desk.show_marks(TWO)
    cursor = desk.text.textCursor()
    cursor.setPosition(TWO.index("policy"))
    point = desk.text.cursorRect(cursor).center()
    help_event = QHelpEvent(QEvent.Type.ToolTip, point, desk.text.viewport().mapToGlobal(point))
    QApplication.sendEvent(desk.text.viewport(), help_event)
    assert "A rule of ours is no reason for them" in QToolTip.text()
    assert desk.said.text().startswith("1 of 2: “company policy”")
    cursor.setPosition(TWO.index("Unfortunately") + 3)
    point = desk.text.cursorRect(cursor).center()
    QApplication.sendEvent(
        desk.text.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, desk.text.mapToGlobal(point))
    )
    assert desk.said.text().startswith("2 of 2: “Unfortunately”")


def test_what_was_just_typed_is_told_first(qtbot, desk):
    desk.show_marks("That is company policy. ")
    desk.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(desk.text, "No worries.")
    qtbot.waitUntil(lambda: desk.said.text().startswith("2 of 2: “No worries”"))


def test_without_marks_the_keys_are_left_alone(desk):
    desk.show_marks("All is well.")
    QTest.keyClick(desk.text, Qt.Key.Key_F7)
    QTest.keyClick(desk.text, Qt.Key.Key_Return, ALT)
    assert not desk.said.isVisible()


def test_once_nobody_looks_nothing_is_marked(desk):
    desk.show_marks(TWO)
    desk.walk.begin(None)
    assert underlined(desk) == []
    assert not desk.said.isVisible()


def test_a_text_that_is_gone_takes_its_marks_along(desk):
    desk.show_marks("you claim", desk.line)
    desk.line.setParent(None)
    desk.line.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not desk.said.isVisible()
    desk.show_marks(TWO)
    assert desk.said.text().startswith("1 of 2")


def test_a_damaged_list_leaves_the_text_alone(tmp_path, desk):
    (tmp_path / "en.toml").write_text("[[[[", encoding="utf-8")
    desk.walk.begin(WordingWork(tmp_path).check(["en"]))
    desk.show_marks(TWO)
    QTest.keyClicks(desk.text, "x")
    assert underlined(desk) == []
    assert desk.text.toPlainText().startswith("x")
