"""The table of cases: rows to go through with the keyboard, a badge for the state."""

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_cs.cases.case import Case
from desktop_cs.i18n import _
from desktop_cs.ui.cases.case_list_model import (
    NUMBER,
    OPENED,
    OWNER,
    STATE,
    WHAT,
    WHO,
    CaseListModel,
    state_pill,
)
from desktop_cs.ui.tables.row_table import CellDelegate, Index, RowTable
from desktop_cs.ui.theme.look import look

_ROW_PX = 48  # at text size 1
_WIDTHS = {NUMBER: 84, OPENED: 140, STATE: 124, OWNER: 120}  # px at text size 1; who and what share the rest
_WHO_SHARE = 0.34
_NARROW_PX = 800  # below this the owner is left out
_STRONG = frozenset({NUMBER, WHO})
_QUIET = frozenset({OPENED, OWNER})


class CaseTable(RowTable):
    """The rows of a case list.

    Args:
        model: The cases.
        parent: The page.

    Signals:
        opened: A case was chosen by Enter or a click; its id.
        left_upwards: The Up key was pressed on the first row.
    """

    opened = Signal(object)
    left_upwards = Signal()

    def __init__(self, model: CaseListModel, parent: QWidget | None = None) -> None:
        super().__init__(model, _("Cases"), _ROW_PX, parent)
        self._cases = model
        self.setItemDelegate(_CaseDelegate(self, _STRONG, _QUIET))
        self.clicked.connect(self.open_row)

    def show_case(self, row: int) -> None:
        """Make this row the current one and bring it into sight."""
        if 0 <= row < self._cases.rowCount():
            self.setCurrentIndex(self._cases.index(row, WHO))

    def open_row(self, index: QModelIndex) -> None:
        """Open the case in this row."""
        if index.isValid():
            self.opened.emit(self._cases.rows[index.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up to the filters from the first row; Home and End go far."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.show_case(0 if key == Qt.Key.Key_Home else self._cases.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width among the columns."""
        super().resizeEvent(event)
        width = self.viewport().width()
        narrow = width < look().px(_NARROW_PX)
        self.setColumnHidden(OWNER, narrow)
        fixed = {column: look().px(px) for column, px in _WIDTHS.items() if not (narrow and column == OWNER)}
        for column, px in fixed.items():
            self.setColumnWidth(column, px)
        left = max(width - sum(fixed.values()), 2 * look().px(80))
        self.setColumnWidth(WHO, round(left * _WHO_SHARE))
        self.setColumnWidth(WHAT, left - round(left * _WHO_SHARE))


class _CaseDelegate(CellDelegate):
    """Draws the state as a badge, all else as words."""

    def draw_cell(self, painter: QPainter, room: QRect, index: Index) -> None:
        """Draw the words or the badge of a cell."""
        if index.column() == STATE:
            _draw_pill(painter, room, index)
        else:
            super().draw_cell(painter, room, index)


def _draw_pill(painter: QPainter, room: QRect, index: Index) -> None:
    case: Case = index.data(Qt.ItemDataRole.UserRole)
    kind, words = state_pill(case.state), str(index.data())
    font = look().font("caption", QFont.Weight.DemiBold)
    height = look().px(26)
    width = min(QFontMetrics(font).horizontalAdvance(words) + look().px(24), room.width())
    pill = QRectF(room.x(), room.y() + (room.height() - height) / 2, width, height)
    quiet = kind == "quiet"
    painter.setPen(QPen(look().colour("line")) if quiet else Qt.PenStyle.NoPen)
    painter.setBrush(look().colour("surface2" if quiet else f"{kind}_soft"))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setFont(font)
    painter.setPen(look().colour("muted" if quiet else kind))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), words)
