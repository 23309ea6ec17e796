"""The field to search or scan in."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_cs.ui import icons
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import L, M


class SearchField(QLineEdit):
    """A line with an icon before it and its shortcut behind.

    Args:
        hint: What can be searched, shown while it is empty; also its name for a screen reader.
        shortcut: Shown at the end while it is empty, such as "Ctrl+K"; the key itself is the window's.
        icon_name: The icon before the text.
        parent: The widget that it stands in.
    """

    def __init__(
        self, hint: str, shortcut: str = "", icon_name: str = "scan-barcode", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shortcut = shortcut
        self._icon = icon_name
        self.setProperty("kind", "search")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, the icon and the shortcut."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = look().px(20)
        icons.draw(painter, self._icon, "muted", QRect(M - 1, (self.height() - side) // 2, side, side))
        if self._shortcut and not self.text():
            painter.setFont(look().font("caption"))
            painter.setPen(look().colour("muted"))
            room = self.rect().adjusted(0, 0, -L, 0)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._shortcut
            )
