"""The lines of the trail, as they stand in its table."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_cs import shown
from desktop_cs.desk.trail_work import TrailLine
from desktop_cs.i18n import N_, language_in_use
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.ui.tables.growing_rows import GrowingRows

WHEN, WHO, DEED, ABOUT, FIELDS = range(5)
_TITLES = (N_("When"), N_("By whom"), N_("What was done"), N_("To whom or what"), N_("In which fields"))


class TrailModel(GrowingRows[TrailLine]):
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
        super().__init__(_TITLES, lambda last, count: read(last.place if last else None, count), parent)
        self._hours = hours

    def words(self, row: TrailLine, column: int) -> str:
        """Return what a cell says."""
        if column == WHEN:
            return shown.day_and_time(self._hours().wall(row.at), language_in_use())
        return {WHO: row.who or "–", DEED: row.deed, ABOUT: row.about, FIELDS: row.fields}[column]
