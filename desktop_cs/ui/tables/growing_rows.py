"""Rows that are read piece by piece as they come into sight, however many there are."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_cs.i18n import _

PAGE = 100  # rows read at once: three screens of them
Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class GrowingRows(QAbstractTableModel, Generic[Row]):
    """What stands in the rows of a table, words by column.

    Args:
        titles: Those of the columns, to be translated.
        read: Returns at most so many rows that follow the one given (None: the first ones).
        parent: The page.
    """

    def __init__(
        self,
        titles: Sequence[str],
        read: Callable[[Row | None, int], list[Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._titles = titles
        self._read = read
        self._is_whole = True
        self.rows: list[Row] = []

    @abstractmethod
    def words(self, row: Row, column: int) -> str:
        """Return what a cell says."""

    def begin(self, count: int = PAGE) -> None:
        """Begin with the first rows again.

        Args:
            count: How many are read at once.
        """
        self.beginResetModel()
        self.rows = self._read(None, count)
        self._is_whole = len(self.rows) < count
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default; it never changes)
        """Return how many rows were read so far."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as above)
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._titles)

    def canFetchMore(self, parent: Index) -> bool:
        """Return whether more rows follow."""
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: Index) -> None:
        """Read the rows that follow."""
        if not self.canFetchMore(parent):
            return
        more = self._read(self.rows[-1], PAGE)
        self._is_whole = len(more) < PAGE
        if more:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self.rows += more
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, and what stands in its row to whoever draws it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(row, index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self._titles[section])
        return None
