"""Keep who read which handle-with-care card, and find the cards of a customer or a device."""

from datetime import datetime
from uuid import UUID

import peewee

from desktop_cs.cases.serials import ways_to_write
from desktop_cs.followups.card_reading import CardReading
from desktop_cs.followups.followup import FollowUp
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.stores.due_stores import follow_up_from, follow_ups_where
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.fields import stored_moment
from desktop_cs.storage.tables.later_records import CardReadingRow
from desktop_cs.storage.tables.records import CaseRow, FollowUpRow
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
_OF_SERIAL = Statement(
    lambda: _open_cards(CaseRow.serial.in_([GIVEN] * 3) & (CaseRow.serial != peewee.SQL("''")))
)
_READ_BY = peewee.fn.EXISTS(
    CardReadingRow.select(CardReadingRow.id).where(
        (CardReadingRow.follow_up_id == FollowUpRow.id) & (CardReadingRow.staff_id == GIVEN)
    )
)
_UNREAD_BY = Statement(lambda: _open_cards(~_READ_BY))
_PAST = Statement(lambda: _open_cards(FollowUpRow.until < GIVEN))
_FORGET = Statement(
    lambda: CardReadingRow.delete().where(
        (CardReadingRow.follow_up_id == GIVEN) & (CardReadingRow.staff_id == GIVEN)
    )
)


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

    def forget_reading(self, follow_up_id: UUID, staff_id: UUID) -> None:
        """Forget that somebody read a card: it was noted by mistake."""
        self._file.write(_FORGET.sql, (follow_up_id.bytes, staff_id.bytes))
        self._trail.note("card.unread", follow_up_id)

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
            rows += self._file.rows(_OF_SERIAL.sql, ways_to_write(serial))
        cards = {one.id: one for one in map(follow_up_from, rows)}
        return sorted(cards.values(), key=lambda one: one.due_at, reverse=True)

    def unread_by(self, staff_id: UUID | None) -> list[FollowUp]:
        """Return the cards that nobody ended and this person has not read, the newest first; of nobody, all.

        Whether their end date has come is for the caller to say.
        """
        reader = staff_id.bytes if staff_id else b""
        return [follow_up_from(row) for row in self._file.rows(_UNREAD_BY.sql, (reader,))]

    def past(self, now: datetime) -> list[FollowUp]:
        """Return the cards that nobody ended though their end date is over."""
        return [follow_up_from(row) for row in self._file.rows(_PAST.sql, (stored_moment(now),))]
