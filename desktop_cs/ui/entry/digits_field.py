"""The field for somebody's digits: dots, digits only, as wide as six of them."""

from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_cs.shop.staff import MOST_DIGITS
from desktop_cs.ui.theme.look import look

_HINTS = Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData


class DigitsField(QLineEdit):
    """Takes digits and nothing else. A screen reader reads it as a field for a secret."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(MOST_DIGITS)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
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

    def put(self, digit: str) -> None:
        """Type a digit at the end, as the keypad does."""
        self.setCursorPosition(len(self.text()))
        self.insert(digit)

    def take_back(self) -> None:
        """Take the last digit away."""
        self.setCursorPosition(len(self.text()))
        self.backspace()
