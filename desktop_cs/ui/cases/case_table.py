"""The table of cases: rows to go through with the keyboard, a badge for the state."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
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
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M, S

ROW_PX = 48  # at text size 1
_WIDTHS = {NUMBER: 84, OPENED: 140, STATE: 124, OWNER: 120}  # px at text size 1; who and what share the rest
_WHO_SHARE = 0.34
_NARROW_PX = 800  # below this the owner is left out
_STRONG = {NUMBER, WHO}
Index = QModelIndex | QPersistentModelIndex


class CaseDelegate(QStyledItemDelegate):
    """Draws a cell in the look of the program, always as plain text; in focus the current row is framed."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(look().px(80), look().px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the words, and the line below."""
        room = QRect(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(room, look().colour("primary_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, look().colour("surface2"))
        painter.fillRect(room.x(), room.bottom(), room.width(), 1, look().colour("line"))
        if selected and self._table.hasFocus():
            for top in (room.y(), room.bottom() - 1):
                painter.fillRect(room.x(), top, room.width(), 2, look().colour("focus"))
        words = room.adjusted(M, 0, -S, 0)
        if index.column() == STATE:
            _draw_pill(painter, words, index)
        else:
            _draw_words(painter, words, index)
        painter.restore()


class CaseHeader(QHeaderView):
    """The titles of the columns, as quiet as captions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(look().px(36))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a title and the line below it."""
        painter.fillRect(rect, look().colour("surface"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look().colour("line_strong"))
        painter.setFont(look().font("caption", QFont.Weight.DemiBold))
        painter.setPen(look().colour("muted"))
        room = rect.adjusted(M, 0, -S, 0)
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        fitting = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), fitting)


class CaseTable(QTableView):
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
        super().__init__(parent)
        self._cases = model
        self.setModel(model)
        self.setItemDelegate(CaseDelegate(self))
        self.setAccessibleName(_("Cases"))
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
        self.clicked.connect(self._open)

    def show_case(self, row: int) -> None:
        """Make this row the current one and bring it into sight."""
        if 0 <= row < self._cases.rowCount():
            self.setCurrentIndex(self._cases.index(row, WHO))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current case on Enter; go up to the filters from the first row; Home and End go far."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
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

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._cases.case(index.row()).id)


def _draw_words(painter: QPainter, room: QRect, index: Index) -> None:
    strong = index.column() in _STRONG
    painter.setFont(look().font("body", QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
    painter.setPen(look().colour("text" if strong or index.column() == WHAT else "muted"))
    line = " ".join(str(index.data() or "").split())
    fitting = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), fitting)


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
