"""The band above every page of the practice shop, so that nobody ever takes it for the real one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.look import look

_HEIGHT = 22  # px at text size 1: seen from the side, and little of a low screen


class PracticeBand(QWidget):
    """A coloured band with its words, from edge to edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(look().px(_HEIGHT))
        self.setAccessibleName(_("Practice · Everybody here is invented. Nothing here can go wrong."))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("info"))
        painter.setPen(look().colour("on_primary"))
        painter.setFont(look().font("caption", QFont.Weight.DemiBold))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.accessibleName())
