"""The bar below a rehearsal: back to the list, one reply back, once more."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import XL, M, S
from desktop_cs.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from desktop_cs.ui.widgets.labels import text_label


class TalkBar(QFrame):
    """What can be done besides answering.

    Signals:
        list_wanted: The list of conversations is wanted.
        back_wanted: The last reply is to be taken back.
        again_wanted: The conversation is to begin anew.
    """

    list_wanted = Signal()
    back_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(XL, S, XL, S)
        row.setSpacing(M)
        self.list = quiet_button(_("All conversations"), "arrow-left", self)
        self.keys = text_label(_("A digit answers · F1 shows your part"), "caption", parent=self)
        self.back = secondary_button(_("Take that back"), "undo-2", self)
        self.back.setToolTip("Ctrl+Z")
        self.again = primary_button(_("Play again"), "refresh-cw", self)
        row.addWidget(self.list)
        row.addStretch(1)
        for widget in (self.keys, self.back, self.again):
            row.addWidget(widget)
        self.list.clicked.connect(self.list_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.again.clicked.connect(self.again_wanted)

    def show_turns(self, count: int, *, over: bool) -> None:
        """Offer what makes sense after so many replies."""
        self.back.setEnabled(count > 0)
        self.again.setVisible(over)
        self.keys.setVisible(not over)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, look().colour("line"))
