"""The rows of the case list: read page by page as they come into sight, however many there are."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_cs import shown
from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState
from desktop_cs.i18n import N_, _, language_in_use
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.cases.case_words import state_words

PAGE = 100  # cases read at once: three screens of them
NUMBER, WHO, WHAT, OPENED, STATE, OWNER = range(6)
Index = QModelIndex | QPersistentModelIndex
Place = tuple[datetime, int]  # where a page ends: when its last case was opened, and its number

_TITLES = (N_("Number"), N_("Who"), N_("What it is about"), N_("Opened"), N_("State"), N_("Owner"))
_PILLS = {
    CaseState.DRAFT: "warn",
    CaseState.OPEN: "info",
    CaseState.LOGGED: "ok",
    CaseState.CLOSED: "quiet",
    CaseState.REOPENED: "warn",
    CaseState.CANCELLED: "quiet",
}


def state_pill(state: CaseState) -> str:
    """Return the kind of badge that a state has; "quiet" for one where nothing is left to do."""
    return _PILLS[state]


class CaseListModel(QAbstractTableModel):
    """Cases by row, what is known of them by column.

    Args:
        read: Returns at most so many cases older than the place given, newest first.
        hours: Returns the shop's hours, for its wall time.
        parent: The page.
    """

    def __init__(
        self,
        read: Callable[[Place | None, int], list[Case]],
        hours: Callable[[], OpeningHours],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._hours = hours
        self._names: Mapping[UUID, str] = {}
        self._cases: list[Case] = []
        self._is_whole = True

    def start(self, names: Mapping[UUID, str], count: int = PAGE) -> None:
        """Begin with the newest cases again.

        Args:
            names: Those of the staff.
            count: How many cases are read at once.
        """
        self.beginResetModel()
        self._names = names
        self._cases = self._read(None, count)
        self._is_whole = len(self._cases) < count
        self.endResetModel()

    def case(self, row: int) -> Case:
        """Return the case in this row."""
        return self._cases[row]

    def row_of(self, case_id: UUID) -> int:
        """Return the row of a case that was read, or -1."""
        return next((row for row, case in enumerate(self._cases) if case.id == case_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default; it never changes)
        """Return how many cases were read so far."""
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as above)
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(_TITLES)

    def canFetchMore(self, parent: Index) -> bool:
        """Return whether there are older cases."""
        return not parent.isValid() and not self._is_whole

    def fetchMore(self, parent: Index) -> None:
        """Read the next page."""
        if not self.canFetchMore(parent):
            return
        last = self._cases[-1]
        older = self._read((last.opened_at, last.number), PAGE)
        self._is_whole = len(older) < PAGE
        if older:
            first = len(self._cases)
            self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
            self._cases += older
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, and the case itself for the delegate."""
        if not index.isValid():
            return None
        case = self._cases[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return case
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(case, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_TITLES[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return None

    def _words(self, case: Case, column: int) -> str:
        if column == OPENED:
            return shown.day(self._hours().wall(case.opened_at).date(), language_in_use())
        return {
            NUMBER: str(case.number),
            WHO: case.who,
            WHAT: case.one_line,
            STATE: state_words(case.state),
            OWNER: self._names.get(case.owner, "") if case.owner else "",
        }[column]
