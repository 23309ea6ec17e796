"""The door: what somebody at the counter may need at once, four choices and no more."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.widgets.buttons import primary_button, secondary_button
from desktop_cs.ui.widgets.flow_layout import FlowLayout

REPAIR_KEYS, MANAGER_KEYS = "Ctrl+Shift+N", "Ctrl+M"
_WIDEST_PX = 300  # of one choice


class Door(QWidget):
    """Four choices in one line; in two where the window is narrow.

    Signals:
        complaint_wanted: Somebody complains.
        repair_wanted: Somebody brings something to be repaired.
        find_wanted: Somebody comes back.
        manager_wanted: A manager is to come now.
    """

    complaint_wanted = Signal()
    repair_wanted = Signal()
    find_wanted = Signal()
    manager_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.complaint = primary_button(_("New complaint"), "plus", self)
        self.repair = secondary_button(_("Repair drop-off"), "inbox", self)
        self.search = secondary_button(_("Find"), "search", self)
        self.manager = secondary_button(_("Call a manager now"), "hand-heart", self)
        line = FlowLayout(equal=True, column_px=look().px(_WIDEST_PX), most=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        for button, wanted, keys in (
            (self.complaint, self.complaint_wanted, "Ctrl+N"),
            (self.repair, self.repair_wanted, REPAIR_KEYS),
            (self.search, self.find_wanted, "F2"),
            (self.manager, self.manager_wanted, MANAGER_KEYS),
        ):
            button.setToolTip(keys)
            button.clicked.connect(wanted)
            line.addWidget(button)
        for keys, wanted in ((REPAIR_KEYS, self.repair_wanted), (MANAGER_KEYS, self.manager_wanted)):
            QShortcut(QKeySequence(keys), self).activated.connect(wanted)  # the others hold everywhere

    def stops(self) -> list[QPushButton]:
        """Return what Tab stops at, in order."""
        return [self.complaint, self.repair, self.search, self.manager]
