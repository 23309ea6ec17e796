"""The left half of the customers' page: search, the list of who was found, and the way to somebody new."""

from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_cs.i18n import _
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.customers.customer_list import CustomerList
from desktop_cs.ui.theme.tokens import M
from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import Card
from desktop_cs.ui.widgets.labels import text_label
from desktop_cs.ui.widgets.search_field import SearchField

PAUSE_MS = 120  # between the last key and the search, so that fast typing asks once
MOST_FOUND = 100
_DOWN = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CustomerFinder(QWidget):
    """Finds customers while somebody types; Down and Enter go from the search into the list.

    Args:
        actions: Through which they are found.
        parent: The page.

    Signals:
        chosen: Another customer became the current one of the list.
        entered: Enter was pressed in the list: the work goes on in the details.
        newcomer_wanted: "New customer" was pressed.
    """

    chosen = Signal(object)
    entered = Signal()
    newcomer_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._current: UUID | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(text_label(_("Customers"), "h1", parent=self))
        self.search = SearchField(_("Name, phone or case number"), icon_name="search", parent=self)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.installEventFilter(self)
        column.addWidget(self.search)
        column.addWidget(self._card(), 1)
        self.newcomer = secondary_button(_("New customer"), "user-plus", self)
        self.newcomer.clicked.connect(self.newcomer_wanted)
        column.addWidget(self.newcomer)
        self.setFocusProxy(self.search)

    def show_current(self, current: UUID | None) -> None:
        """Read the list again with this customer chosen in it, or nobody."""
        self._current = current
        self.look_up()

    def look_up(self) -> None:
        """Show who fits what stands in the search; with nothing in it, who was dealt with last."""
        self._pause.stop()
        text, customers = self.search.text().strip(), self._actions.desk.customers
        found = self._actions.ask(lambda: customers.find(text, MOST_FOUND) if text else customers.recent())
        self.list.show_customers(found or [], self._current)
        self.list.setVisible(bool(found))
        self._nobody.setVisible(not found)
        told = _("Nobody found. Try a part of the name or the phone.") if text else _("Nobody here yet.")
        self._nobody.setText(told)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go from the search down into the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if Qt.Key(event.key()) not in _DOWN or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if self._pause.isActive():
            self.look_up()
        self._go_down()
        return True

    def _card(self) -> Card:
        card = Card("surface", 1, self)
        self.list = CustomerList(card)
        self.list.chosen.connect(self.chosen)
        self.list.entered.connect(self.entered)
        self.list.left_upwards.connect(self.search.setFocus)
        card.column.addWidget(self.list)
        self._nobody = text_label("", "muted", wrap=True, parent=card)
        self._nobody.setContentsMargins(M, M, M, M)
        card.column.addWidget(self._nobody)
        return card

    def _go_down(self) -> None:
        if not self.list.count():
            return
        self.list.setFocus()
        if self.list.customer() is None:
            self.list.setCurrentRow(0)
