"""Keep the catalogue of gestures, and the revenue of which the recovery budget is a share."""

from uuid import UUID

from desktop_cs.cases.gestures import Gesture
from desktop_cs.shop.revenue import MonthRevenue
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.later_records import GestureRow, RevenueRow
from desktop_cs.storage.tables.rows import RowValues, row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, upsert_sql
from desktop_cs.storage.uuid7 import uuid7

_ALL = Statement(lambda: GestureRow.select().order_by(GestureRow.cost, GestureRow.name, GestureRow.id))
_BY_ID = Statement(lambda: GestureRow.select().where(GestureRow.id == GIVEN))
_FORGET = Statement(
    lambda: RevenueRow.delete().where((RevenueRow.shop_id == GIVEN) & (RevenueRow.month == GIVEN))
)
_REVENUES = Statement(lambda: RevenueRow.select().order_by(RevenueRow.month))


class GestureStore:
    """The gestures of one file, and its months' revenue."""

    def __init__(self, file: ShopFile, trail: Trail) -> None:
        self._file = file
        self._trail = trail

    def save(self, gesture: Gesture) -> None:
        """Keep a new or changed entry."""
        self._file.write(
            upsert_sql(GestureRow, ("id",)), row_of(GestureRow, gesture, {"shop_id": self._file.shop_id})
        )
        self._trail.note(f"gesture.{gesture.state}", gesture.id)

    def get(self, gesture_id: UUID) -> Gesture:
        """Return the entry, or raise KeyError."""
        row: RowValues | None = self._file.row(_BY_ID.sql, (gesture_id.bytes,))
        if row is None:
            raise KeyError(gesture_id)
        return _gesture(row)

    def all(self) -> list[Gesture]:
        """Return every entry, ideas and retired ones too, the cheapest first."""
        return [_gesture(row) for row in self._file.rows(_ALL.sql)]

    def save_revenue(self, revenue: MonthRevenue) -> None:
        """Keep what the shop took in a month, over what was typed before."""
        key = uuid7()
        row = row_of(RevenueRow, revenue, {"id": key, "shop_id": self._file.shop_id})
        self._file.write(upsert_sql(RevenueRow, ("shop_id", "month")), row)
        self._trail.note("revenue.saved", self._file.shop_id, [revenue.month])

    def forget_revenue(self, month: str) -> None:
        """Take back what was typed for a month ("2026-11"): it is not known any more."""
        self._file.write(_FORGET.sql, (self._file.shop_id.bytes, month))
        self._trail.note("revenue.forgotten", self._file.shop_id, [month])

    def revenues(self) -> dict[str, MonthRevenue]:
        """Return what was taken, by month ("2026-11"), the earliest first."""
        found = [
            MonthRevenue(**values_of(RevenueRow, row, frozenset({"id", "shop_id"})))
            for row in self._file.rows(_REVENUES.sql)
        ]
        return {one.month: one for one in found}


def _gesture(row: RowValues) -> Gesture:
    return Gesture(**values_of(GestureRow, row, frozenset({"shop_id"})))
