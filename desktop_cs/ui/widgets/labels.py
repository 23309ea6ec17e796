"""Words on the screen: always plain text, so that nothing a customer says is ever read as markup.

Labels take font and colour from the look by themselves: matched against a style sheet, a page of a
hundred of them would cost 20 ms more.
"""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_cs.ui.theme.look import look

_NORMAL, _STRONG = QFont.Weight.Normal, QFont.Weight.DemiBold
_ROLES = {
    "body": ("body", _NORMAL, "text"),
    "muted": ("body", _NORMAL, "muted"),
    "strong": ("body", _STRONG, "text"),
    "caption": ("caption", _NORMAL, "muted"),
    "caption-strong": ("caption", _STRONG, "text"),
    "lead": ("lead", _NORMAL, "text"),
    "lead-strong": ("lead", _STRONG, "text"),
    "h2": ("h2", _STRONG, "text"),
    "h1": ("h1", _STRONG, "text"),
    "needed": ("caption", _STRONG, "warn"),
    "late": ("body", _STRONG, "danger"),
    "problem": ("body", QFont.Weight.Medium, "danger"),
    "toast": ("body", _NORMAL, "toast_text"),
    "warn": ("caption", _STRONG, "warn"),
    "ok": ("caption", _STRONG, "ok"),
    "danger": ("caption", _STRONG, "danger"),
    "info": ("caption", _STRONG, "info"),
}


class TextLabel(QLabel):
    """Plain text in the type and colour of its role.

    Args:
        text: What it shows.
        role: body, muted, strong, caption, caption-strong, lead, lead-strong, h2, h1, needed, late, problem
            or toast.
        parent: The widget that it stands in.
    """

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # else that of a button where it stands in one
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._dress()
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Take the type and colour of another role."""
        self._role = role
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Take the type and colours of a new look."""
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        size, weight, colour = _ROLES[self._role]
        self.setFont(look().font(size, weight))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, look().colour(colour))
        self.setPalette(palette)


class WrappingLabel(TextLabel):
    """Takes one line where there is room and more where there is not (a plain QLabel guesses a square)."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return room for the text without breaking its lines."""
        metrics = self.fontMetrics()
        lines = self.text().split("\n")
        width = max(metrics.horizontalAdvance(line) for line in lines) + 2
        return QSize(width, metrics.lineSpacing() * len(lines))

    def minimumSizeHint(self) -> QSize:
        """Return room for the line to be broken."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), look().px(96)), self.fontMetrics().lineSpacing())


class ElidedLabel(TextLabel):
    """One line that ends in "…" where there is no room; the tool tip then has all of it."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        hint = self.sizeHint()
        return QSize(min(self.fontMetrics().averageCharWidth() * 4, hint.width()), hint.height())

    def sizeHint(self) -> QSize:
        """Return room for the whole line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._line()) + 2, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits."""
        fitting = self.fontMetrics().elidedText(self._line(), Qt.TextElideMode.ElideRight, self.width())
        tip = self.text() if fitting != self._line() else ""
        if self.toolTip() != tip:
            self.setToolTip(tip)
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(QRect(0, 0, self.width(), self.height()), int(self.alignment()), fitting)

    def _line(self) -> str:
        return " ".join(self.text().split())


class Pill(TextLabel):
    """A small badge; its words alone say what its colour says.

    Args:
        text: One or two words.
        kind: "warn", "ok", "danger" or "info".
        parent: The widget that it stands in.
    """

    def __init__(self, text: str, kind: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return 26 px of height and the words with room at both ends."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + look().px(24), look().px(26))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour(f"{self._role}_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.end()
        super().paintEvent(event)


def text_label(
    text: str = "", role: str = "body", *, wrap: bool = False, parent: QWidget | None = None
) -> TextLabel:
    """Return a label that shows its text as it is; `wrap` lets long text go on in the next line."""
    return WrappingLabel(text, role, parent) if wrap else TextLabel(text, role, parent)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have the widget drawn by it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
