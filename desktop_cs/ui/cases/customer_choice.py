"""Who stands there: found while typing by name, phone or case number, or somebody new."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_cs.customers.customer import Customer
from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.escape import asks_for_escape
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M, S
from desktop_cs.ui.widgets.buttons import quiet_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import ElidedLabel, text_label

_PAUSE_MS = 60  # between the last key and the search
_MOST_ROWS = 4


class CustomerChoice(QWidget):
    """A line to type in, what it finds below, and the customer once one is chosen.

    Signals:
        changed: Another customer, or another name, stands here.
    """

    changed = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._customer: Customer | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(_("Name, phone or case number; a nickname will do"))
        self.name.setAccessibleName(_("Who is it?"))
        self.found = QListWidget(self)
        self.found.setAccessibleName(_("Known customers"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.hide()
        self._chosen = Card("info", M, self)
        row = QHBoxLayout()
        self._who = ElidedLabel("", "strong", parent=self._chosen)
        self._reached = text_label("", "muted", parent=self._chosen)
        other = quiet_button(_("Somebody else"), parent=self._chosen)
        other.clicked.connect(lambda: self.choose(None))
        row.addWidget(self._who, 1)
        row.addWidget(self._reached)
        row.addWidget(other)
        self._chosen.column.addLayout(row)
        self._chosen.hide()
        for widget in (self.name, self.found, self._chosen):
            column.addWidget(widget)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._find)
        self.name.textEdited.connect(self._typed)
        self.name.installEventFilter(self)
        self.found.itemClicked.connect(self._take)

    def customer(self) -> Customer | None:
        """Return the known customer who was chosen, or None."""
        return self._customer

    def choose(self, customer: Customer | None) -> None:
        """Show this customer; None goes back to typing."""
        self._customer = customer
        self.found.hide()
        self._chosen.setVisible(customer is not None)
        self.name.setVisible(customer is None)
        if customer is not None:
            self._who.setText(" ".join(part for part in (customer.form_of_address, customer.name) if part))
            self._reached.setText(customer.phone)
        self.changed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Steer what was found by the keys that are pressed in the line."""
        if self.found.isVisible() and asks_for_escape(event):
            event.accept()
            return True
        if (
            event.type() != QEvent.Type.KeyPress
            or not isinstance(event, QKeyEvent)
            or not self.found.isVisible()
        ):
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.found.setCurrentRow(max(-1, min(self.found.currentRow() + step, self.found.count() - 1)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.found.currentRow() >= 0:
            self._take(self.found.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self.found.hide()
            return True
        return False

    def _typed(self) -> None:
        self._pause.start()
        self.changed.emit()

    def _find(self) -> None:
        text = self.name.text()
        found = self._actions.ask(lambda: self._actions.desk.customers.find(text)) or []
        self.found.clear()
        for customer in found[:_MOST_ROWS]:
            told = " · ".join(part for part in (customer.name, customer.phone, customer.address) if part)
            item = QListWidgetItem(told)
            item.setData(Qt.ItemDataRole.UserRole, customer)
            item.setSizeHint(QSize(0, look().px(36)))
            self.found.addItem(item)
        self.found.setFixedHeight(min(len(found), _MOST_ROWS) * look().px(36) + 6)
        self.found.setCurrentRow(-1)
        self.found.setVisible(bool(found))

    def _take(self, item: QListWidgetItem) -> None:
        self.choose(item.data(Qt.ItemDataRole.UserRole))
        self.focusNextChild()
