"""Editors of answers that are typed: text, long text, codes, money, numbers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desktop_cs.forms.definition import Field
from desktop_cs.i18n import _
from desktop_cs.ui.forms.editor import Editor, EditorSetting
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import FIELD_HEIGHT, M, S
from desktop_cs.ui.widgets.buttons import icon_button
from desktop_cs.ui.widgets.labels import text_label

_LEAST_PX = 280  # a line that would be wider gives way to a narrow window
_LEAST_LINES, _MOST_LINES = 2, 6
# The signs that customers know, without Babel's 50 ms; any other currency is shown by its code.
# Source: CLDR 48, narrow currency symbols.
_SIGNS = {
    "AUD": "$", "CAD": "$", "CNY": "¥", "EUR": "€", "GBP": "£", "HKD": "$", "INR": "₹", "JPY": "¥",
    "KRW": "₩", "NZD": "$", "PLN": "zł", "RUB": "₽", "SGD": "$", "TWD": "$", "UAH": "₴", "USD": "$",
}  # fmt: skip


class TextEditor(Editor):
    """One line of text."""

    narrow_px = 0  # width at text size 1, or 0 for the whole line

    def __init__(self, field: Field, setting: EditorSetting, parent: QWidget | None = None) -> None:
        super().__init__(field, setting, parent)
        self._line = self._make_line()
        self._line.setAccessibleName(self.name)
        self._line.textEdited.connect(self.edited)
        if self.narrow_px:
            self._line.setMaximumWidth(look().px(self.narrow_px))
            self._line.setMinimumWidth(min(look().px(self.narrow_px), _LEAST_PX))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(S)
        self.row.addWidget(self._line, 1000)
        if self.narrow_px:
            self.row.addStretch(1)
        self.setFocusProxy(self._line)

    def raw(self) -> str:
        """Return the text."""
        return self._line.text()

    def set_raw(self, raw: str) -> None:
        """Show the text."""
        self._line.setText(raw)

    def inputs(self) -> list[QWidget]:
        """Return the line."""
        return [self._line]

    def _make_line(self) -> QLineEdit:
        return QLineEdit(self)


class CodeLine(QLineEdit):
    """A line that no input method touches: with one on, the letters of a scanned code would be eaten."""

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *about: object) -> object:
        """Say that no input method is wanted here."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query, *about)


class CodeEditor(TextEditor):
    """A serial number, receipt number or other code; blanks in it mean nothing."""

    narrow_px = 240

    def raw(self) -> str:
        """Return the code without blanks."""
        return "".join(self._line.text().split())

    def _make_line(self) -> QLineEdit:
        return CodeLine(self)


class ProductEditor(TextEditor):
    """What the customer bought, by name or model."""

    narrow_px = 420


class MoneyEditor(TextEditor):
    """An amount, with the currency's sign before it."""

    narrow_px = 160

    def __init__(self, field: Field, setting: EditorSetting, parent: QWidget | None = None) -> None:
        super().__init__(field, setting, parent)
        self._sign = text_label(
            _SIGNS.get(setting.context.currency, setting.context.currency), "muted", parent=self._line
        )
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.setTextMargins(self._sign.sizeHint().width() + S, 0, 0, 0)
        self._line.setAccessibleName(f"{self.name}, {setting.context.currency}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sign at the start of the line."""
        super().resizeEvent(event)
        self._sign.setGeometry(M, 0, self._sign.sizeHint().width(), look().px(FIELD_HEIGHT))


class NumberEditor(TextEditor):
    """A whole number, typed or counted up and down."""

    narrow_px = 72

    def __init__(self, field: Field, setting: EditorSetting, parent: QWidget | None = None) -> None:
        super().__init__(field, setting, parent)
        self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._less = icon_button("minus", _("{name}: one less").format(name=self.name), self)
        self._more = icon_button("plus", _("{name}: one more").format(name=self.name), self)
        for button in (self._less, self._more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard: the arrow keys
        self._less.clicked.connect(lambda: self._step(-1))
        self._more.clicked.connect(lambda: self._step(1))
        self.row.insertWidget(0, self._less)
        self.row.insertWidget(2, self._more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with the arrow keys."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._step(step)

    def _step(self, step: int) -> None:
        typed = self._line.text().strip()
        lowest = self.field.at_least if self.field.at_least is not None else 0
        now = int(typed) if typed.isdecimal() else lowest - (1 if step > 0 else 0)
        wanted = max(now + step, lowest)
        if self.field.at_most is not None:
            wanted = min(wanted, self.field.at_most)
        self._line.setText(str(wanted))
        self.edited.emit()


class LongTextEditor(Editor):
    """Text of several lines, as high as it needs to be, from two lines to six."""

    def __init__(self, field: Field, setting: EditorSetting, parent: QWidget | None = None) -> None:
        super().__init__(field, setting, parent)
        self._text = _GrowingText(self)
        self._text.setAccessibleName(self.name)
        self._quiet = False
        self._text.textChanged.connect(self._on_changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        self.setFocusProxy(self._text)

    def raw(self) -> str:
        """Return the text."""
        return self._text.toPlainText()

    def set_raw(self, raw: str) -> None:
        """Show the text."""
        if raw != self.raw():
            self._quiet = True
            self._text.setPlainText(raw)
            self._quiet = False

    def inputs(self) -> list[QWidget]:
        """Return the text."""
        return [self._text]

    def _on_changed(self) -> None:
        if not self._quiet:
            self.edited.emit()


class _GrowingText(QPlainTextEdit):
    """Grows with its text, lets Tab out, and leaves Ctrl+Enter and an idle wheel to the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll only where there is more than is shown."""
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the page."""
        plain_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if plain_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _grow(self) -> None:
        lines = min(max(round(self.document().size().height()), _LEAST_LINES), _MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + 2 * (4 + S)
        if height != self.height():
            self.setFixedHeight(height)
        full = self.document().size().height() > _MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
