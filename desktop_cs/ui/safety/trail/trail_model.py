"""The lines of the trail: read window by window as they come into sight, however many there are."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_cs import shown
from desktop_cs.desk.trail_work import TrailLine
from desktop_cs.i18n import N_, _, language_in_use
from desktop_cs.shop.opening_hours import OpeningHours

PAGE = 100  # lines read at once: three screens of them
WHEN, WHO, DEED, ABOUT, FIELDS = range(5)
Index = QModelIndex | QPersistentModelIndex

_TITLES = (N_("When"), N_("By whom"), N_("What was done"), N_("To whom or what"), N_("In which fields"))


class TrailModel(QAbstractTableModel):
    """Lines by row, what is known of them by column.

    Args:
        read: Returns at most so many lines below a place (None: the newest), newest first.
        hours: Returns the shop's hours, for its wall time.
        parent: The page.
    """

    def __init__(
        self,
        read: Callable[[int | None, int], list[TrailLine]],
        hours: Callable[[], OpeningHours],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._hours = hours
        self._lines: list[TrailLine] = []
        self._is_whole = True

    def start(self) -> None:
        """Begin with the newest lines again."""
        self.beginResetModel()
        self._lines = self._read(None, PAGE)
        self._is_whole = len(self._lines) < PAGE
        self.endResetModel()

    def line(self, row: int) -> TrailLine:
        """Return the line in this row."""
        return self._lines[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default; it never changes)
        """Return how many lines were read so far."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as above)
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_TITLES)

    def canFetchMore(self, parent: Index) -> bool:
        """Return whether there are older lines."""
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: Index) -> None:
        """Read the next window."""
        if not self.canFetchMore(parent):
            return
        older = self._read(self._lines[-1].place, PAGE)
        self._is_whole = len(older) < PAGE
        if older:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
            self._lines += older
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(self._lines[index.row()], index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_TITLES[section])
        return None

    def _words(self, line: TrailLine, column: int) -> str:
        if column == WHEN:
            return shown.day_and_time(self._hours().wall(line.at), language_in_use())
        return {WHO: line.who or "–", DEED: line.deed, ABOUT: line.about, FIELDS: line.fields}[column]
