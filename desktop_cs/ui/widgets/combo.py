"""A closed list to choose one from, such as a person."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from desktop_cs.ui import icons
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M


class Combo(QComboBox):
    """A combo box that the mouse wheel never changes.

    Args:
        name: What a screen reader calls it (on Linux Qt itself answers only the value: give it a label as
            buddy too).
        parent: The widget that it stands in.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setView(QListView(self))  # the style sheet reaches the rows only in a view of our own
        self.view().setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and its arrow in the colour of the look."""
        super().paintEvent(event)
        side = look().px(16)
        room = QRect(self.width() - side - M, (self.height() - side) // 2, side, side)
        icons.draw(QPainter(self), "chevron-down", "muted" if not self.isEnabled() else "text", room)
