"""The field for somebody's digits: dots, digits only, as wide as six of them."""

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_cs.shop.staff import MOST_DIGITS
from desktop_cs.ui.scanner import GAP_MS
from desktop_cs.ui.theme.look import look

_HINTS = Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData


class DigitsField(QLineEdit):
    """Takes digits and nothing else. A screen reader reads it as a field for a secret.

    A bar code that is scanned here leaves nothing and enters nothing: otherwise it would cost a try.

    Args:
        name: What a screen reader calls it.
        parent: The widget that it stands in.
        large: Stands alone rather than in a line with others.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, large: bool = True) -> None:
        super().__init__(parent)
        self._in_a_row = 0  # signs that came faster than a person types
        self._last_ms = 0
        self.setAccessibleName(name)
        self.setMaxLength(MOST_DIGITS)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        if large:
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.setFont(look().font("h1"))
        self.show_digits(shown=False)

    def show_digits(self, *, shown: bool) -> None:
        """Show digits that are being chosen, or dots for those that are a secret already."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_HINTS)

    def wipe(self) -> None:
        """Forget what was typed; the way back to it too."""
        self.setText("")

    def take(self) -> str:
        """Return what was typed and forget it: whatever is typed from now on is another try."""
        digits = self.text()
        self.wipe()
        return digits

    def put(self, digit: str) -> None:
        """Type a digit at the end, as the keypad does."""
        self.setCursorPosition(len(self.text()))
        self.insert(digit)

    def take_back(self) -> None:
        """Take the last digit away."""
        self.setCursorPosition(len(self.text()))
        self.backspace()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type a digit; more signs than anybody has digits, faster than anybody types, are a scan."""
        goes_on = event.timestamp() - self._last_ms <= GAP_MS
        self._last_ms = event.timestamp()
        self._in_a_row = (self._in_a_row if goes_on else 0) + event.text().isprintable() * len(event.text())
        is_scan = self._in_a_row > MOST_DIGITS
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._in_a_row = 0  # whatever comes next begins anew
        if is_scan:
            self.wipe()
        else:
            super().keyPressEvent(event)
