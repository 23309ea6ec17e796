"""What the search field finds, as a list under it, from the first character on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from desktop_cs.i18n import _
from desktop_cs.ui.escape import asks_for_escape
from desktop_cs.ui.icons import icon
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from desktop_cs.desk.customer_work import Found
    from desktop_cs.ui.actions import Actions

PAUSE_MS = 60  # between the last key and the search, so that fast typing asks once
_PLACE, _SUBJECT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class SearchResults(QFrame):
    """A list below the search field. Arrows choose, Enter opens, Esc puts it away; the focus stays above.

    Signals:
        went: Something was chosen; the place, and what is to be shown there.
    """

    went = Signal(str, object)

    def __init__(self, field: SearchField) -> None:
        super().__init__(field.window())
        self._field = field
        self._actions: Actions | None = None
        self.setProperty("card", "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(S, S, S, S)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._open)
        column.addWidget(self.list)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._find)
        field.textEdited.connect(lambda _text: self._pause.start())
        field.installEventFilter(self)
        self.hide()

    def take_over(self, actions: "Actions") -> None:
        """Search in the data that is open now."""
        self._actions = actions

    def show_found(self, found: "Found") -> None:
        """Show what was found, or that nothing was."""
        self.list.clear()
        for case in found.cases:
            words = _("Case {number} · {who} · {line}").format(
                number=case.number, who=case.who, line=case.one_line
            )
            self._add("folder-open", words, "case", case.id)
        for customer in found.customers:
            words = f"{customer.name} · {customer.phone}" if customer.phone else customer.name
            self._add("user", words, "customers", customer)
        if not self.list.count():
            item = QListWidgetItem(_("Nothing found. Try a part of the name, the phone or the case number."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Steer the list by the keys that are pressed in the field."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if self.isVisible() and asks_for_escape(event):
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._steer(Qt.Key(event.key()))

    def _steer(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self._find()
            self._open(self.list.currentItem())
            return True
        if not self.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, self.list.count() - 1)))
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def _find(self) -> None:
        actions, text = self._actions, self._field.text().strip()
        if actions is None or not text:
            self.hide()
            return
        found = actions.ask(lambda: actions.desk.customers.search(text))
        if found is not None:
            self.show_found(found)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.data(_PLACE):
            return
        self.hide()
        self._field.clear()
        self.went.emit(item.data(_PLACE), item.data(_SUBJECT))

    def _add(self, icon_name: str, words: str, place: str, subject: object) -> None:
        item = QListWidgetItem(icon(icon_name), words)
        item.setData(_PLACE, place)
        item.setData(_SUBJECT, subject)
        item.setSizeHint(QSize(0, look().px(40)))
        self.list.addItem(item)

    def _place(self) -> None:
        window = self._field.window()
        self.setParent(window)
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        rows = min(self.list.count(), 8)
        self.setGeometry(corner.x(), corner.y(), self._field.width(), rows * look().px(40) + 2 * S + 4)
        self.show()
        self.raise_()
