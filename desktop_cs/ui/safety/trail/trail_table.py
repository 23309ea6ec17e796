"""The table of the trail: rows to go through with the keyboard; a case opens from its row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_cs.i18n import _
from desktop_cs.ui.cases.case_table import CaseHeader
from desktop_cs.ui.safety.trail.trail_model import ABOUT, DEED, FIELDS, WHEN, WHO, TrailModel
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M, S

ROW_PX = 40  # at text size 1
_SHARES = {WHEN: 0.19, WHO: 0.16, DEED: 0.29, ABOUT: 0.15, FIELDS: 0.21}
_STRONG = {DEED}
_QUIET = {WHEN, FIELDS}
Index = QModelIndex | QPersistentModelIndex


class _CellDelegate(QStyledItemDelegate):
    """Draws a cell as plain text; in focus the current row is framed."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(look().px(80), look().px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the words, and the line below."""
        room, selected = QRect(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, look().colour("primary_soft" if selected else "surface2"))
        painter.fillRect(room.x(), room.bottom(), room.width(), 1, look().colour("line"))
        if selected and self._table.hasFocus():
            for top in (room.y(), room.bottom() - 1):
                painter.fillRect(room.x(), top, room.width(), 2, look().colour("focus"))
        strong = index.column() in _STRONG
        painter.setFont(look().font("body", QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        painter.setPen(look().colour("muted" if index.column() in _QUIET else "text"))
        words = room.adjusted(M, 0, -S, 0)
        text = " ".join(str(index.data() or "").split())
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), fitting)
        painter.restore()


class TrailTable(QTableView):
    """The lines of the trail.

    Args:
        model: The lines.
        parent: The page.

    Signals:
        opened: A line about a case was chosen by Enter or a double click; the number of the case.
    """

    opened = Signal(int)

    def __init__(self, model: TrailModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trail = model
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName(_("Who did what"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeader(CaseHeader(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(look().px(ROW_PX))
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the case of the current line on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width among the columns."""
        super().resizeEvent(event)
        left = self.viewport().width()
        for column, share in _SHARES.items():
            width = left if column == FIELDS else round(self.viewport().width() * share)
            self.setColumnWidth(column, width)
            left -= width

    def _open(self, index: QModelIndex) -> None:
        number = self._trail.line(index.row()).case_number if index.isValid() else None
        if number is not None:
            self.opened.emit(number)
