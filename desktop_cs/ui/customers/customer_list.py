"""The list of customers: name and phone of each, gone through with the arrow keys."""

from collections.abc import Sequence
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

from desktop_cs.customers.customer import Customer
from desktop_cs.i18n import _
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M

ROW_PX = 56  # at text size 1
Index = QModelIndex | QPersistentModelIndex


class CustomerDelegate(QStyledItemDelegate):
    """Draws the name over the phone, as plain text; in focus the current row is framed."""

    def __init__(self, listed: QListWidget) -> None:
        super().__init__(listed)
        self._listed = listed

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, look().px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        customer: Customer = index.data(Qt.ItemDataRole.UserRole)
        room, selected = QRect(option.rect), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(room, look().colour("primary_soft" if selected else "surface2"))
        painter.fillRect(room.x(), room.bottom(), room.width(), 1, look().colour("line"))
        if selected and self._listed.hasFocus():
            painter.setPen(look().colour("focus"))
            painter.drawRect(room.adjusted(0, 0, -1, -1))
            painter.drawRect(room.adjusted(1, 1, -2, -2))
        words = room.adjusted(M, look().px(7), -M, -look().px(7))
        below = customer.phone or " ".join(customer.address.split())
        half = words.height() // 2 if below else words.height()
        _draw(painter, QRect(words.x(), words.y(), words.width(), half), customer.name, strong=True)
        _draw(painter, QRect(words.x(), words.y() + half, words.width(), half), below, strong=False)
        painter.restore()


class CustomerList(QListWidget):
    """Customers to choose from.

    Args:
        parent: The page.

    Signals:
        chosen: Another customer became the current one.
        entered: Enter was pressed: the work goes on in the details.
        left_upwards: The Up key was pressed on the first row.
    """

    chosen = Signal(object)
    entered = Signal()
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Customers"))
        self.setItemDelegate(CustomerDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)

    def show_customers(self, customers: Sequence[Customer], current: UUID | None) -> None:
        """Show these, with the current one chosen if it is among them; nothing is reported."""
        self.blockSignals(True)  # noqa: FBT003 (Qt takes no keywords here)
        self.clear()
        for customer in customers:
            item = QListWidgetItem()
            _fill(item, customer)
            self.addItem(item)
        self.blockSignals(False)  # noqa: FBT003 (as above)
        self.show_current(current)

    def show_changed(self, customer: Customer) -> None:
        """Show a changed customer where they stand already, so that nothing moves under the hand."""
        for item in map(self.item, range(self.count())):
            if item.data(Qt.ItemDataRole.UserRole).id == customer.id:
                _fill(item, customer)

    def show_current(self, customer_id: UUID | None) -> None:
        """Choose the row of this customer; nothing is reported."""
        self.blockSignals(True)  # noqa: FBT003 (Qt takes no keywords here)
        for item in map(self.item, range(self.count())):
            if item.data(Qt.ItemDataRole.UserRole).id == customer_id:
                self.setCurrentItem(item)
        self.blockSignals(False)  # noqa: FBT003 (as above)

    def customer(self) -> Customer | None:
        """Return the customer who is chosen, or None."""
        item = self.currentItem()
        chosen: Customer | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the details on Enter, up to the search from the first row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _fill(item: QListWidgetItem, customer: Customer) -> None:
    item.setText(", ".join(part for part in (customer.name, customer.phone) if part))
    item.setData(Qt.ItemDataRole.UserRole, customer)


def _draw(painter: QPainter, room: QRect, text: str, *, strong: bool) -> None:
    painter.setFont(look().font("body", QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
    painter.setPen(look().colour("text" if strong else "muted"))
    line = " ".join(text.split())
    fitting = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), fitting)
