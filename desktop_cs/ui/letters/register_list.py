"""The list of letters: to whom, about which case, what became of each; gone through with the arrow keys."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_cs.i18n import _
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui import icons
from desktop_cs.ui.letters.register_rows import RegisterRow
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M

ROW_PX, _ICON_PX = 60, 20  # at text size 1
Index = QModelIndex | QPersistentModelIndex
_ROW, _TEXT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class _RowDelegate(QStyledItemDelegate):
    """Draws whom a letter is to over what became of it; in focus the current row is framed."""

    def __init__(self, listed: QListWidget) -> None:
        super().__init__(listed)
        self._listed = listed

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, look().px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row: RegisterRow = index.data(_ROW)
        room, selected = QRect(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, look().colour("primary_soft" if selected else "surface2"))
        painter.fillRect(room.x(), room.bottom(), room.width(), 1, look().colour("line"))
        if selected and self._listed.hasFocus():
            painter.setPen(look().colour("focus"))
            painter.drawRect(room.adjusted(0, 0, -1, -1))
            painter.drawRect(room.adjusted(1, 1, -2, -2))
        side = look().px(_ICON_PX)
        mark = QRect(room.x() + M, room.y() + (room.height() - side) // 2, side, side)
        icons.draw(painter, _icon(row), "ok" if _is_posted(row) else "muted", mark)
        words = room.adjusted(2 * M + side, look().px(8), -M, -look().px(8))
        half = words.height() // 2
        _draw(painter, QRect(words.x(), words.y(), words.width(), half), row.title(), strong=True)
        below = QRect(words.x(), words.y() + half, words.width(), half)
        _draw(painter, below, index.data(_TEXT), strong=False)
        painter.restore()


class RegisterList(QListWidget):
    """Letters to choose from.

    Args:
        parent: The page.

    Signals:
        chosen: Another letter became the current one; its `RegisterRow`, or None where there is none.
        entered: Enter was pressed: the current letter is to be opened.
        left_upwards: The Up key was pressed on the first row.
    """

    chosen = Signal(object)
    entered = Signal()
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Letters"))
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(lambda _now, _before: self.chosen.emit(self.row_shown()))
        self.itemDoubleClicked.connect(lambda _item: self.entered.emit())

    def show_rows(self, rows: Sequence[RegisterRow], hours: OpeningHours, now: datetime) -> None:
        """Show these; the current letter stays the current one, or the one that takes its place."""
        before, place = self.row_shown(), max(self.currentRow(), 0)
        self.blockSignals(True)  # noqa: FBT003 (Qt takes no keywords here)
        self.clear()
        for row in rows:
            item = QListWidgetItem()
            text = row.text(hours, now)
            item.setData(_ROW, row)
            item.setData(_TEXT, text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title()}, {text}")
            self.addItem(item)
        self.setCurrentRow(self._place_of(before.key if before else None, min(place, len(rows) - 1)))
        self.blockSignals(False)  # noqa: FBT003 (as above)
        self.chosen.emit(self.row_shown())

    def row_shown(self) -> RegisterRow | None:
        """Return the current letter, or None."""
        item = self.currentItem()
        row: RegisterRow | None = item.data(_ROW) if item is not None else None
        return row

    def texts(self) -> list[str]:
        """Return what is read in each row."""
        items = (self.item(at) for at in range(self.count()))
        return [str(item.data(Qt.ItemDataRole.AccessibleTextRole)) for item in items]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the letter on Enter; go up to the search from the first row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _place_of(self, key: UUID | None, otherwise: int) -> int:
        items = (self.item(at) for at in range(self.count()))
        return next((at for at, item in enumerate(items) if item.data(_ROW).key == key), otherwise)


def _is_posted(row: RegisterRow) -> bool:
    return row.record is not None and row.record.posted_at is not None


def _icon(row: RegisterRow) -> str:
    if row.record is None or row.record.printed_at is None:
        return "pen-line"
    return "mail-check" if _is_posted(row) else "mail"


def _draw(painter: QPainter, room: QRect, text: str, *, strong: bool) -> None:
    painter.setFont(look().font("body", QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
    painter.setPen(look().colour("text" if strong else "muted"))
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), fitting)
