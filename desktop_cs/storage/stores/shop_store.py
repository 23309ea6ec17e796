"""Keep the shop's own decisions, its logo and its people."""

from uuid import UUID

from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Staff
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.records import ShopRow, StaffRow
from desktop_cs.storage.tables.rows import row_of, values_of
from desktop_cs.storage.tables.settings_text import settings_from, settings_text
from desktop_cs.storage.tables.statements import GIVEN, Statement, update_sql, upsert_sql

_SETTINGS = Statement(lambda: ShopRow.select(ShopRow.settings).where(ShopRow.id == GIVEN))
_SHOP = Statement(lambda: ShopRow.select().where(ShopRow.id == GIVEN))
_LOGO = Statement(lambda: ShopRow.select(ShopRow.logo).where(ShopRow.id == GIVEN))
_STAFF = Statement(lambda: StaffRow.select().order_by(StaffRow.id))


class ShopStore:
    """The shop of one file."""

    def __init__(self, file: ShopFile, trail: Trail) -> None:
        self._file = file
        self._trail = trail

    def settings(self) -> ShopSettings:
        """Return the shop's settings; the defaults before the first run was gone through."""
        return settings_from(self._file.value(_SETTINGS.sql, (self._file.shop_id.bytes,)))

    def save_settings(self, settings: ShopSettings) -> None:
        """Keep changed settings."""
        self._save("settings", settings_text(settings))

    def logo(self) -> bytes | None:
        """Return the picture for letters and summaries, byte for byte as it was given, or None."""
        stored = self._file.value(_LOGO.sql, (self._file.shop_id.bytes,))
        return None if stored is None else bytes(stored)

    def save_logo(self, logo: bytes | None) -> None:
        """Keep the picture, or none."""
        self._save("logo", logo)

    def staff(self) -> list[Staff]:
        """Return everybody who works or worked here, in the order they came."""
        return [_staff(row) for row in self._file.rows(_STAFF.sql)]

    def save_staff(self, staff: Staff) -> None:
        """Keep somebody new, or changed."""
        row = row_of(StaffRow, staff, {"shop_id": self._file.shop_id})
        self._file.write(upsert_sql(StaffRow, ("id",)), row)
        self._trail.note("staff.saved", staff.id, (), (StaffRow, row))

    def _save(self, column: str, value: object) -> None:
        shop_id: UUID = self._file.shop_id
        self._file.write(update_sql(ShopRow, (column,)), (value, shop_id.bytes))
        self._trail.note(
            "shop.changed", shop_id, [column], (ShopRow, self._file.row(_SHOP.sql, (shop_id.bytes,)))
        )


def _staff(row: tuple[object, ...]) -> Staff:
    return Staff(**values_of(StaffRow, row, frozenset({"shop_id"})))
