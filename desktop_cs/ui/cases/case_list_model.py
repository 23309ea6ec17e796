"""The rows of the case list, as they stand in its table."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject

from desktop_cs import shown
from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState
from desktop_cs.i18n import N_, language_in_use
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.cases.case_words import state_words
from desktop_cs.ui.tables.growing_rows import PAGE, GrowingRows

NUMBER, WHO, WHAT, OPENED, STATE, OWNER = range(6)
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


class CaseListModel(GrowingRows[Case]):
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
        super().__init__(_TITLES, lambda last, count: read(_place(last), count), parent)
        self._hours = hours
        self._names: Mapping[UUID, str] = {}

    def start(self, names: Mapping[UUID, str], count: int = PAGE) -> None:
        """Begin with the newest cases again.

        Args:
            names: Those of the staff.
            count: How many cases are read at once.
        """
        self._names = names
        self.begin(count)

    def row_of(self, case_id: UUID) -> int:
        """Return the row of a case that was read, or -1."""
        return next((row for row, case in enumerate(self.rows) if case.id == case_id), -1)

    def words(self, row: Case, column: int) -> str:
        """Return what a cell says."""
        if column == OPENED:
            return shown.day(self._hours().wall(row.opened_at).date(), language_in_use())
        return {
            NUMBER: str(row.number),
            WHO: row.who,
            WHAT: row.one_line,
            STATE: state_words(row.state),
            OWNER: self._names.get(row.owner, "") if row.owner else "",
        }[column]


def _place(case: Case | None) -> Place | None:
    return (case.opened_at, case.number) if case is not None else None
