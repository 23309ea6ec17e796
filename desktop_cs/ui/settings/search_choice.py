"""A line that finds one of very many by a part of its name, such as a country."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from desktop_cs.ui import icons
from desktop_cs.ui.theme.look import look
from desktop_cs.ui.theme.tokens import M

_KEY = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1  # all that it is found by
_ROWS = 8


class SearchChoice(QLineEdit):
    """Type a part of the name, or press the arrow key down to see them all.

    Args:
        choices: (key, name, further words that it is found by), in the order of the list.
        parent: The widget that it stands in.

    Signals:
        chosen: Another one was chosen; its key.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {key: name for key, name, _words in choices}
        self._key = ""
        completer = _Completer(choices, self)
        completer.picked.connect(self._choose)
        self.setCompleter(completer)
        self.setTextMargins(0, 0, look().px(24), 0)
        self.editingFinished.connect(self._settle)

    def key(self) -> str:
        """Return the key of what was chosen; "" where the text names none."""
        self._settle()
        return self._key

    def set_key(self, key: str) -> None:
        """Show this one; nothing is reported."""
        self._key = key if key in self._names else ""
        self.setText(self._names.get(key, ""))
        self.setCursorPosition(0)

    def open_list(self) -> None:
        """Show all of them."""
        completer = self.completer()
        completer.setCompletionPrefix("")
        completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on the arrow key down."""
        if event.key() == Qt.Key.Key_Down:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the list where the arrow is."""
        super().mouseReleaseEvent(event)
        if self._arrow().contains(event.position().toPoint()):
            self.open_list()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line and its arrow."""
        super().paintEvent(event)
        icons.draw(QPainter(self), "chevron-down", "text" if self.isEnabled() else "muted", self._arrow())

    def _arrow(self) -> QRect:
        side = look().px(16)
        return QRect(self.width() - side - M, (self.height() - side) // 2, side, side)

    def _settle(self) -> None:
        """Take the one that the text names, or the only one that holds it; other text stays written."""
        typed = " ".join(self.text().split()).casefold()
        if typed == self._names.get(self._key, "").casefold():
            return
        found = [key for key, name in self._names.items() if name.casefold() == typed]
        found = found or [key for key in self._names if key.casefold() == typed]
        found = found or [key for key, name in self._names.items() if typed and typed in name.casefold()]
        if len(found) == 1:
            self._choose(found[0])
        else:
            self._key = ""

    def _choose(self, key: str) -> None:
        changed = key != self._key
        self.set_key(key)
        if changed:
            self.chosen.emit(key)


class _Completer(QCompleter):
    """Finds by all words, writes the name.

    Signals:
        picked: One was picked in the list; its key.
    """

    picked = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(_model(choices, self))
        self.setCompletionRole(_WORDS)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(_ROWS)
        found = QListView()
        found.setSpacing(3)  # px above and below each name: a row that a finger hits
        found.activated.connect(self._tell)
        found.clicked.connect(self._tell)
        self.setPopup(found)

    def _tell(self, index: QModelIndex) -> None:
        self.picked.emit(str(index.data(_KEY)))

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the name that is written into the line."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


def _model(choices: Sequence[tuple[str, str, str]], parent: QObject) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    for key, name, words in choices:
        item = QStandardItem(name)
        item.setData(key, _KEY)
        item.setData(f"{name} {words} {key}", _WORDS)
        model.appendRow(item)
    return model
