"""The fixed bar at the bottom of the first run: back, and on. It never leaves the screen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, M
from desktop_cs.ui.widgets.buttons import primary_button, secondary_button
from desktop_cs.ui.widgets.labels import text_label


class FlowBar(QFrame):
    """Back, how far one is, next.

    Signals:
        back_wanted: The page before.
        next_wanted: The next page, or begin.
    """

    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(XL, M - 2, XL, M - 2)
        row.setSpacing(M)
        self.back = secondary_button(_("Back"), "arrow-left", self)
        self.back.setToolTip("Alt+Left")
        self.told = text_label("", "muted", parent=self)
        keys = text_label("Ctrl+Enter", "caption", parent=self)
        self.next = primary_button("", parent=self)
        self.next.setMinimumWidth(look().px(190))
        row.addWidget(self.back)
        row.addWidget(self.told)
        row.addStretch(1)
        row.addWidget(keys)
        row.addWidget(self.next)
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(self.next_wanted)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, look().colour("line"))
