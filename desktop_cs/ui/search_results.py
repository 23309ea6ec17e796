"""What the search field finds, as a list under it, from the first character on: records, then commands."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_cs.i18n import _
from desktop_cs.ui.escape import asks_for_escape
from desktop_cs.ui.icons import icon
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import S
from desktop_cs.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from desktop_cs.cases.case import Case
    from desktop_cs.customers.customer import Customer
    from desktop_cs.desk.customer_work import Found
    from desktop_cs.ui.main_window import MainWindow
    from desktop_cs.ui.palette import Command

PAUSE_MS = 60  # between the last key and the search, so that fast typing asks once
_ROW_PX, _MOST_ROWS = 40, 9
_ACT = Qt.ItemDataRole.UserRole
_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SearchResults(QFrame):
    """A list below the search field. Arrows choose, Enter opens, Esc puts it away; the focus stays above.

    Signals:
        went: Something was chosen; the place, and what is to be shown there.
    """

    went = Signal(str, object)

    def __init__(self, field: SearchField) -> None:
        super().__init__(field.window())
        self._field = field
        self._window: MainWindow | None = None
        self._before: QWidget | None = None
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

    def take_over(self, window: "MainWindow") -> None:
        """Search in the data that this window has open now."""
        self._window = window

    def come_from(self, widget: QWidget | None) -> None:
        """Remember where the focus was, to give it back."""
        if widget is not self._field:
            self._before = widget

    def search_for(self, text: str) -> None:
        """Show what this text finds, as if it were typed."""
        self.come_from(self.window().focusWidget())
        self._field.setFocus()
        self._field.setText(text)
        self._find()

    def find_again(self) -> None:
        """Look again where the list is shown, such as when the cover was turned."""
        if self.isVisible():
            self._find()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Steer the list by the keys that are pressed in the field."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if asks_for_escape(event) and self._is_in_use():
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._steer(Qt.Key(event.key()))

    def _is_in_use(self) -> bool:
        return self.isVisible() or bool(self._field.text())

    def _steer(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self._find()
            self._open(self.list.currentItem())
            return True
        if key == Qt.Key.Key_Escape and self._is_in_use():
            self._put_away()
            return True
        if self.isVisible() and key in _KEYS:
            row = self.list.currentRow() + _KEYS[key]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
            return True
        return False

    def _find(self) -> None:
        from desktop_cs.ui.palette import MOST_BESIDE, ONLY, commands, fitting  # noqa: PLC0415 (a start needs no commands)

        text = self._field.text().strip()
        if self._window is None or self._window.acts is None or not text:
            self.list.clear()
            self.hide()
            return
        self.list.clear()
        offered = fitting(commands(self._window), text)
        if text.startswith(ONLY):
            self._add_commands(offered)
        else:
            desk = self._window.acts.desk
            found = self._window.acts.ask(lambda: desk.customers.search(text))
            if found is None:
                return
            self._add_found(found)
            self._add_commands(offered[:MOST_BESIDE])
        self._show()

    def _add_found(self, found: "Found") -> None:
        for case in found.cases:
            words = _("Case {number} · {who} · {line}").format(
                number=case.number, who=case.who, line=case.one_line
            )
            code = found.codes.get(case.id)
            self._add("folder-open", f"{words} · {code}" if code else words, self._opener("case", case))
        for customer in found.customers:
            self._add("user", _told(customer), self._opener("customers", customer))

    def _opener(self, place: str, subject: "Case | Customer") -> Callable[[], None]:
        shown = subject.id if place == "case" else subject
        return lambda: self.went.emit(place, shown)

    def _add_commands(self, offered: "list[Command]") -> None:
        for command in offered:
            words = f"{command.words}   {command.keys}" if command.keys else command.words
            self._add(command.icon, words, command.act)

    def _show(self) -> None:
        if not self.list.count():
            words = _("Nothing found. Try a part of the name, the phone or the case number.")
            item = QListWidgetItem(words)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._place()

    def _open(self, item: QListWidgetItem | None) -> None:
        act = item.data(_ACT) if item is not None else None
        if act is None:
            return
        self._put_away()
        act()

    def _put_away(self) -> None:
        """Leave the field empty, and give the focus back to where it was."""
        self._pause.stop()
        self.hide()
        self._field.clear()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, icon_name: str, words: str, act: Callable[[], object]) -> None:
        item = QListWidgetItem(icon(icon_name), words)
        item.setData(_ACT, act)
        item.setSizeHint(QSize(0, look().px(_ROW_PX)))
        self.list.addItem(item)

    def _place(self) -> None:
        window = self._field.window()
        self.setParent(window)
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        rows = min(self.list.count(), _MOST_ROWS)
        self.setGeometry(corner.x(), corner.y(), self._field.width(), rows * look().px(_ROW_PX) + 2 * S + 4)
        self.show()
        self.raise_()


def _told(customer: "Customer") -> str:
    """Return a customer as a line of the list; under the cover without the phone number."""
    from desktop_cs.ui.cover import cover  # noqa: PLC0415 (as above)

    return customer.name if cover.is_on or not customer.phone else f"{customer.name} · {customer.phone}"
