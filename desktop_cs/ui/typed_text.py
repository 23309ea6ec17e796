"""What stood in a field before keys reached it that were not meant for it, and how it is put back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from desktop_cs.ui.forms.editor import Editor


class TypedText:
    """A field as it was, text and selection; only what differs is taken back, as an edit like any other."""

    def __init__(self, field: QWidget) -> None:
        self.field = field
        self._text, self._anchor, self._place = self._read()

    def put_back(self) -> None:
        """Make the field what it was, and let it say that it was edited."""
        now = self._read()[0]
        start = _alike(self._text, now)
        same_end = _alike(self._text[start:][::-1], now[start:][::-1])
        old = self._text[start : len(self._text) - same_end]
        if old or len(now) > start + same_end:
            self._replace(_units(now[:start]), _units(now[: len(now) - same_end]), old)
        self._select()

    def _read(self) -> tuple[str, int, int]:
        """Return text, anchor and place of the cursor; places in the units of Qt."""
        field = self.field
        if isinstance(field, QLineEdit):
            place, start, end = field.cursorPosition(), field.selectionStart(), field.selectionEnd()
            anchor = place if start < 0 else end if place == start else start
            return field.text(), anchor, place
        assert isinstance(field, QPlainTextEdit)
        cursor = field.textCursor()
        return field.toPlainText(), cursor.anchor(), cursor.position()

    def _replace(self, start: int, end: int, text: str) -> None:
        field = self.field
        if isinstance(field, QLineEdit):
            field.setSelection(start, end - start)
            field.insert(text)
            field.textEdited.emit(field.text())
        elif isinstance(field, QPlainTextEdit):
            cursor = field.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(text)

    def _select(self) -> None:
        field = self.field
        if isinstance(field, QLineEdit):
            field.setCursorPosition(self._place)
            if self._anchor != self._place:
                field.setSelection(self._anchor, self._place - self._anchor)
        elif isinstance(field, QPlainTextEdit):
            cursor = field.textCursor()
            cursor.setPosition(self._anchor)
            cursor.setPosition(self._place, QTextCursor.MoveMode.KeepAnchor)
            field.setTextCursor(cursor)


class ChosenRow:
    """The row of a closed list as it was: the first letter of a code chooses another."""

    def __init__(self, field: QComboBox) -> None:
        self.field = field
        self._row = field.currentIndex()

    def put_back(self) -> None:
        """Choose the row that was chosen, and say so like a person's choice; an open list is closed."""
        self.field.hidePopup()
        if self.field.currentIndex() != self._row:
            self.field.setCurrentIndex(self._row)
            self.field.activated.emit(self._row)


class PickedAnswer:
    """An answer that is picked by buttons, as it was: a digit on them may begin another one."""

    def __init__(self, field: QWidget, editor: "Editor") -> None:
        self.field = field
        self._editor = editor
        self._raw = editor.raw()

    def put_back(self) -> None:
        """Give the question its answer back, and the button the focus."""
        if self._editor.raw() != self._raw:
            self._editor.set_raw(self._raw)
            self._editor.edited.emit()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)


def standing_in(widget: QWidget | None) -> TypedText | ChosenRow | PickedAnswer | None:
    """Return what stands in this widget now, or None where keys change nothing that is kept."""
    if isinstance(widget, (QLineEdit, QPlainTextEdit)):
        return None if widget.isReadOnly() else TypedText(widget)
    if isinstance(widget, QComboBox):
        return ChosenRow(widget)
    from desktop_cs.ui.forms.editor import Editor  # noqa: PLC0415 (a page without a form never needs it)

    around = widget
    while around is not None and not isinstance(around, Editor):
        around = around.parentWidget()
    return PickedAnswer(widget, around) if widget is not None and isinstance(around, Editor) else None


def _alike(one: str, other: str) -> int:
    """Return how many signs two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it: signs beyond the first 65,536 count twice."""
    return len(text.encode("utf-16-le")) // 2
