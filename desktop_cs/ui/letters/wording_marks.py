"""What a customer should better not read, marked while it is written; it never blocks."""

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desktop_cs.desk.desk import Desk
from desktop_cs.guide.wording_check import Mark
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.widgets.labels import TextLabel


class WordingMarks(TextLabel):
    """Underlines places in a text and tells the first of them below it, with a better wording.

    Args:
        text: The text that is written.
        desk: Which knows the lexicons.
        parent: The panel.
    """

    def __init__(self, text: QPlainTextEdit, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "warn", parent)
        self._text = text
        self._desk = desk
        self._language = ""
        self.setWordWrap(True)
        self.hide()
        text.textChanged.connect(self._look)

    def begin(self, language: str) -> None:
        """Look at the text from now on, as one in this language."""
        self._language = language
        self._look()

    def end(self) -> None:
        """Look no more."""
        self._language = ""
        self.hide()

    def _look(self) -> None:
        if not self._language:
            return
        marks = self._desk.guide.marks(self._text.toPlainText(), self._language)
        self._text.setExtraSelections([self._underlined(mark) for mark in marks])
        self.setVisible(bool(marks))
        if marks:
            first = marks[0]
            words = self._text.toPlainText()[first.start : first.end]
            self.setText(f"“{words}”: {first.reason}" + (f" → {first.better}" if first.better else ""))

    def _underlined(self, mark: Mark) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = self._text.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, cursor.MoveMode.KeepAnchor)
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(QColor(look().colours.warn))
        selection.cursor = cursor
        selection.format = shape
        return selection
