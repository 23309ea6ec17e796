"""A field for one thought of the guide: one line that grows with its text and never holds a second one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop_cs.guide.advice import tidy
from desktop_cs.ui.theme.tokens import S

_MOST_LINES = 5
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HintText(QPlainTextEdit):
    """Return leads on as Tab does; Alt with an arrow moves the hint among its like.

    Args:
        name: What a screen reader calls the field.
        hint: Shown while it is empty.
        parent: The widget that it stands in.

    Signals:
        left: The focus went elsewhere.
        entered: Return was pressed.
        moved: The hint is to go up (-1) or down (1).
    """

    left = Signal()
    entered = Signal()
    moved = Signal(int)

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """Return what is typed, as one line that can be kept."""
        return tidy(self.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Return to the page; a plain Return leads on instead of breaking the line."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() in _RETURNS and held & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in _RETURNS:
            self.entered.emit()
        elif step is not None and held == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left; not when only its own menu opened."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink with a new width, of which the document says nothing by itself."""
        super().resizeEvent(event)
        self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll only where there is more than is shown."""
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _grow(self) -> None:
        needed = max(round(self.document().size().height()), 1)
        lines = min(needed, _MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + 2 * (4 + S)
        if height != self.height():
            self.setFixedHeight(height)
        full = needed > _MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
