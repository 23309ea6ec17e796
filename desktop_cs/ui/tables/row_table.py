"""A table of whole rows: one at a time is chosen, none is changed, and the keyboard goes through them."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
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

from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M, S

_TITLES_PX = 36  # at text size 1
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
Index = QModelIndex | QPersistentModelIndex


class RowTable(QTableView):
    """Rows as high as each other, in the look of the program.

    Args:
        model: What stands in them.
        name: What a screen reader calls the table.
        row_px: How high a row is at text size 1.
        parent: The page.
    """

    def __init__(
        self, model: QAbstractTableModel, name: str, row_px: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeader(_Titles(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(look().px(row_px))

    def open_row(self, index: QModelIndex) -> None:
        """Open what stands in the row of this cell; nothing where there is no row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_row(self.currentIndex())
        else:
            super().keyPressEvent(event)


class CellDelegate(QStyledItemDelegate):
    """Draws a cell, always as plain text; in focus the current row is framed.

    Args:
        table: Whose cells.
        strong: The columns whose words are bold.
        quiet: The columns whose words step back.
    """

    def __init__(self, table: RowTable, strong: frozenset[int], quiet: frozenset[int]) -> None:
        super().__init__(table)
        self._table = table
        self._strong = strong
        self._quiet = quiet

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(look().px(80), self._table.verticalHeader().defaultSectionSize())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the words, and the line below."""
        room, selected = QRect(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, look().colour("primary_soft" if selected else "surface2"))
        painter.fillRect(room.x(), room.bottom(), room.width(), 1, look().colour("line"))
        if selected and self._table.hasFocus():
            for top in (room.y(), room.bottom() - 1):
                painter.fillRect(room.x(), top, room.width(), 2, look().colour("focus"))
        self.draw_cell(painter, room.adjusted(M, 0, -S, 0), index)
        painter.restore()

    def draw_cell(self, painter: QPainter, room: QRect, index: Index) -> None:
        """Draw the words of a cell; a column that shows more than words draws it here."""
        strong = index.column() in self._strong
        painter.setFont(look().font("body", QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        painter.setPen(look().colour("muted" if index.column() in self._quiet else "text"))
        _draw_line(painter, room, " ".join(str(index.data() or "").split()))


class _Titles(QHeaderView):
    """The titles of the columns, as quiet as captions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(look().px(_TITLES_PX))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a title and the line below it."""
        painter.fillRect(rect, look().colour("surface"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look().colour("line_strong"))
        painter.setFont(look().font("caption", QFont.Weight.DemiBold))
        painter.setPen(look().colour("muted"))
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        _draw_line(painter, rect.adjusted(M, 0, -S, 0), title)


def _draw_line(painter: QPainter, room: QRect, words: str) -> None:
    """Draw words in one line at the left; what does not fit is left out."""
    fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT, fitting)
