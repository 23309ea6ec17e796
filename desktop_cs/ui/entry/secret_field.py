"""A field for a pass phrase or the code of a recovery sheet: typed unseen, shown on wish, wiped when done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.tokens import M
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.labels import set_property

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretField(QLineEdit):
    """A line whose signs are dots until they are to be shown.

    While it shows dots no input method takes part, so that a scanned code comes in sign by sign.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_typed(shown=False)

    def show_typed(self, *, shown: bool) -> None:
        """Show what is typed, or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_HINTS)

    def show_problem(self, sentence: str) -> None:
        """Mark the field for eye and screen reader with what is not right about it; "" takes it back."""
        set_property(self, "problem", bool(sentence))
        self.setAccessibleDescription(sentence)

    def wipe(self) -> None:
        """Forget what was typed, the way back to it with it."""
        self.setText("")  # unlike `clear`, which Ctrl+Z takes back
        self.show_typed(shown=False)


def with_show_button(*fields: SecretField) -> QWidget:
    """Return the first field with a button beside it that shows what is typed in all of them."""
    frame = QWidget(fields[0].parentWidget())
    show = quiet_button(_("Show what I type"), parent=frame)
    show.setCheckable(True)

    def turn(shown: bool) -> None:
        for field in fields:
            field.show_typed(shown=shown)
        show.setText(_("Hide what I type") if shown else _("Show what I type"))

    show.toggled.connect(turn)
    line = QHBoxLayout(frame)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(M)
    line.addWidget(fields[0], 1)
    line.addWidget(show)
    frame.setFocusProxy(fields[0])
    frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return frame
