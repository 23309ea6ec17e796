"""Keep who read which handle-with-care card, and find the cards of a customer or a device."""

from uuid import UUID

import peewee

from desktop_cs.followups.card_reading import CardReading
from desktop_cs.followups.followup import FollowUp
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.due_stores import follow_up_from, follow_ups_where
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.records import CardReadingRow, CaseRow, FollowUpRow
from desktop_cs.storage.tables.rows import row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, upsert_sql
from desktop_cs.storage.uuid7 import uuid7

_READINGS = Statement(
    lambda: (
        CardReadingRow.select()
        .where(CardReadingRow.follow_up_id == GIVEN)
        .order_by(CardReadingRow.at, CardReadingRow.id)
    )
)


def _open_cards(whose: peewee.Expression) -> peewee.Query:
    internal = (FollowUpRow.kind == peewee.SQL("'internal'")) & (FollowUpRow.state == peewee.SQL("'open'"))
    return follow_ups_where(internal & whose).order_by(FollowUpRow.due_at.desc(), FollowUpRow.id)


_OF_CUSTOMER = Statement(lambda: _open_cards(CaseRow.customer_id == GIVEN))
_OF_SERIAL = Statement(lambda: _open_cards((CaseRow.serial == GIVEN) & (CaseRow.serial != peewee.SQL("''"))))


class CardStore:
    """The handle-with-care cards of one file."""

    def __init__(self, file: ShopFile, trail: Trail) -> None:
        self._file = file
        self._trail = trail

    def note_reading(self, reading: CardReading) -> None:
        """Keep that somebody read a card; a second reading takes the place of the first."""
        row = row_of(CardReadingRow, reading, {"id": uuid7(), "shop_id": self._file.shop_id})
        self._file.write(upsert_sql(CardReadingRow, ("follow_up_id", "staff_id")), row)
        self._trail.note("card.read", reading.follow_up_id)

    def readings(self, follow_up_id: UUID) -> list[CardReading]:
        """Return who read a card, the first reader first."""
        rows = self._file.rows(_READINGS.sql, (follow_up_id.bytes,))
        return [CardReading(**values_of(CardReadingRow, row, frozenset({"id", "shop_id"}))) for row in rows]

    def cards_for(self, customer_id: UUID | None, serial: str = "") -> list[FollowUp]:
        """Return the cards of a customer's or a device's cases that nobody ended, the newest first.

        Whether their end date has come is for the caller to say.
        """
        rows = []
        if customer_id is not None:
            rows += self._file.rows(_OF_CUSTOMER.sql, (customer_id.bytes,))
        if serial:
            rows += self._file.rows(_OF_SERIAL.sql, (serial,))
        cards = {one.id: one for one in map(follow_up_from, rows)}
        return sorted(cards.values(), key=lambda one: one.due_at, reverse=True)
