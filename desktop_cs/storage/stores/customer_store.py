"""Keep customers, and find them while somebody types."""

from uuid import UUID

import peewee

from desktop_cs.customers.customer import Customer
from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.finding.search_index import SearchIndex
from desktop_cs.storage.finding.tokens import query
from desktop_cs.storage.stores.trail import Trail
from desktop_cs.storage.tables.fields import stored_moment
from desktop_cs.storage.tables.records import CustomerRow
from desktop_cs.storage.tables.rows import RowValues, names_of, row_of, values_of
from desktop_cs.storage.tables.statements import GIVEN, Statement, changed_names, insert_sql, update_sql

_NOT_OF_CUSTOMER = frozenset({"shop_id", "place", "seen_at"})
_BY_ID = Statement(lambda: CustomerRow.select().where(CustomerRow.id == GIVEN))
_LAST_PLACE = Statement(
    lambda: CustomerRow.select(peewee.fn.MAX(CustomerRow.place)).where(CustomerRow.shop_id == GIVEN)
)
_RECENT = Statement(
    lambda: CustomerRow.select().order_by(CustomerRow.seen_at.desc(), CustomerRow.place.desc()).limit(GIVEN)
)
_FOUND = peewee.Table("customer_words")
_FIND = Statement(
    lambda: (
        CustomerRow.select()
        .join(_FOUND, on=(_FOUND.c.rowid == CustomerRow.place))
        .where(peewee.Expression(_FOUND.c.customer_words, "MATCH", GIVEN))
        .order_by(_FOUND.c.rowid.desc())
        .limit(GIVEN)
    )
)


class CustomerStore:
    """The customers of one file."""

    def __init__(self, file: ShopFile, trail: Trail, index: SearchIndex) -> None:
        self._file = file
        self._trail = trail
        self._index = index

    def add(self, customer: Customer) -> None:
        """Keep a new customer."""
        place = (self._file.value(_LAST_PLACE.sql, (self._file.shop_id.bytes,)) or 0) + 1
        extra = {"shop_id": self._file.shop_id, "place": place, "seen_at": self._file.act.at}
        row = row_of(CustomerRow, customer, extra)
        self._file.write(insert_sql(CustomerRow), row)
        self._index.touch_customer(customer.id)
        self._trail.note("customer.added", customer.id, (), (CustomerRow, row))

    def update(self, customer: Customer) -> None:
        """Keep a changed customer; nothing happens when nothing differs.

        Raises:
            KeyError: There is no such customer.
        """
        old = self._row(customer.id)
        kept = values_of(CustomerRow, old, frozenset())
        new = row_of(CustomerRow, customer, {name: kept[name] for name in _NOT_OF_CUSTOMER})
        changed = changed_names(CustomerRow, old, new)
        if not changed:
            return
        values = dict(zip(names_of(CustomerRow), new, strict=True)) | {
            "seen_at": stored_moment(self._file.act.at)
        }
        names = tuple(name for name in names_of(CustomerRow) if name in (*changed, "seen_at"))
        self._file.write(
            update_sql(CustomerRow, names), (*(values[name] for name in names), customer.id.bytes)
        )
        self._index.touch_customer(customer.id)
        self._trail.note("customer.changed", customer.id, changed, (CustomerRow, new))

    def get(self, customer_id: UUID) -> Customer:
        """Return the customer, or raise KeyError."""
        return _customer(self._row(customer_id))

    def find(self, text: str, limit: int = 8) -> list[Customer]:
        """Return customers by words of the name, the last one begun, or by any part of the phone number."""
        match = query(text)
        return [_customer(row) for row in self._file.rows(_FIND.sql, (match, limit))] if match else []

    def recent(self, limit: int = 8) -> list[Customer]:
        """Return the customers who were dealt with last, the latest first."""
        return [_customer(row) for row in self._file.rows(_RECENT.sql, (limit,))]

    def _row(self, customer_id: UUID) -> RowValues:
        row: RowValues | None = self._file.row(_BY_ID.sql, (customer_id.bytes,))
        if row is None:
            raise KeyError(customer_id)
        return row


def _customer(row: RowValues) -> Customer:
    return Customer(**values_of(CustomerRow, row, _NOT_OF_CUSTOMER))
