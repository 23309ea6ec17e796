"""A text that is written, of one line or of many, as the wording check sees it."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop_cs.guide.rewording import GAP, Rewording
from desktop_cs.guide.wording_check import Mark
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.wording.moved import python_place, qt_place


class LinesFace:
    """A text of many lines: marked words are underlined in it.

    Args:
        edit: The editor.
    """

    def __init__(self, edit: QPlainTextEdit) -> None:
        self.edit = edit
        self.changed = edit.textChanged
        self.cursor_moved = edit.cursorPositionChanged

    @property
    def surface(self) -> QWidget:
        """Return the widget that the mouse is over."""
        return self.edit.viewport()

    def text(self) -> str:
        """Return the text, without what an input method has not given yet."""
        return self.edit.toPlainText()

    def cursor(self) -> tuple[int, int]:
        """Return where the selection, or the cursor alone, begins and ends."""
        cursor, text = self.edit.textCursor(), self.text()
        return python_place(text, cursor.selectionStart()), python_place(text, cursor.selectionEnd())

    def place_under(self, point: QPoint) -> int:
        """Return the index of the character under the mouse."""
        return python_place(self.text(), self.edit.cursorForPosition(point).position())

    def select(self, start: int, end: int) -> None:
        """Select a part and bring it into sight."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.setTextCursor(self._cursor(start, end))
        self.edit.ensureCursorVisible()

    def reword(self, change: Rewording) -> None:
        """Put words in the place of others; the text's own undo takes them back."""
        self._cursor(change.start, change.end).insertText(change.words)

    def underline(self, marks: Iterable[Mark]) -> None:
        """Underline these words and no others."""
        self.edit.setExtraSelections([self._underlined(mark) for mark in marks])

    def composed_from(self) -> int:
        """Return where the paragraph begins into which an input method writes."""
        return python_place(self.text(), self.edit.textCursor().block().position())

    def _underlined(self, mark: Mark) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(QColor(look().colours.warn))
        selection.cursor = self._cursor(mark.start, mark.end)
        selection.format = shape
        return selection

    def _cursor(self, start: int, end: int) -> QTextCursor:
        text = self.text()
        cursor = QTextCursor(self.edit.document())
        cursor.setPosition(qt_place(text, start))
        cursor.setPosition(qt_place(text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor


class LineFace:
    """A text of one line, which Qt cannot underline: the line below it names the words.

    Args:
        edit: The editor.
    """

    def __init__(self, edit: QLineEdit) -> None:
        self.edit = edit
        self.changed = edit.textChanged
        self.cursor_moved = edit.cursorPositionChanged

    @property
    def surface(self) -> QWidget:
        """Return the widget that the mouse is over."""
        return self.edit

    def text(self) -> str:
        """Return the text, without what an input method has not given yet."""
        return self.edit.text()

    def cursor(self) -> tuple[int, int]:
        """Return where the selection, or the cursor alone, begins and ends."""
        text, start = self.text(), self.edit.selectionStart()
        if start < 0:
            start = self.edit.cursorPosition()
            return python_place(text, start), python_place(text, start)
        return python_place(text, start), python_place(text, self.edit.selectionEnd())

    def place_under(self, point: QPoint) -> int:
        """Return the index of the character under the mouse."""
        return python_place(self.text(), self.edit.cursorPositionAt(point))

    def select(self, start: int, end: int) -> None:
        """Select a part and bring it into sight."""
        text = self.text()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        first = qt_place(text, start)
        self.edit.setSelection(first, qt_place(text, end) - first)

    def reword(self, change: Rewording) -> None:
        """Put words in the place of others; the line's own undo takes them back."""
        self.select(change.start, change.end)
        self.edit.insert(change.words)

    def underline(self, marks: Iterable[Mark]) -> None:
        """Do nothing: a line has no underlining."""

    def composed_from(self) -> int:
        """Return where the line begins."""
        return 0


TextFace = LinesFace | LineFace


def face_of(edit: QPlainTextEdit | QLineEdit) -> TextFace:
    """Return the text of an editor as the wording check sees it."""
    return LinesFace(edit) if isinstance(edit, QPlainTextEdit) else LineFace(edit)


def gap_in(change: Rewording) -> tuple[int, int] | None:
    """Return where the writer has to fill in, once the text is reworded; None where nothing is left."""
    first = change.words.find(GAP)
    if first < 0:
        return None
    end = first
    while change.words[end : end + 1] == GAP:
        end += 1
    return change.start + first, change.start + end
