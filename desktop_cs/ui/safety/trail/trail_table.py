"""The table of the trail: rows to go through with the keyboard; a case opens from its row."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.safety.trail.trail_model import ABOUT, DEED, FIELDS, WHEN, WHO, TrailModel
from desktop_cs.ui.tables.row_table import CellDelegate, RowTable

_ROW_PX = 40  # at text size 1
_SHARES = {WHEN: 0.19, WHO: 0.16, DEED: 0.29, ABOUT: 0.15, FIELDS: 0.21}
_STRONG = frozenset({DEED})
_QUIET = frozenset({WHEN, FIELDS})


class TrailTable(RowTable):
    """The lines of the trail.

    Args:
        model: The lines.
        parent: The page.

    Signals:
        opened: A line about a case was chosen by Enter or a double click; the number of the case.
    """

    opened = Signal(int)

    def __init__(self, model: TrailModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _("Who did what"), _ROW_PX, parent)
        self._trail = model
        self.setItemDelegate(CellDelegate(self, _STRONG, _QUIET))
        self.doubleClicked.connect(self.open_row)

    def open_row(self, index: QModelIndex) -> None:
        """Open the case that a line is about, if any."""
        number = self._trail.rows[index.row()].case_number if index.isValid() else None
        if number is not None:
            self.opened.emit(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width among the columns."""
        super().resizeEvent(event)
        left = self.viewport().width()
        for column, share in _SHARES.items():
            width = left if column == FIELDS else round(self.viewport().width() * share)
            self.setColumnWidth(column, width)
            left -= width
