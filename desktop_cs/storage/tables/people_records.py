"""The table of wrong digits. As in `records`, nothing outside `storage` may import this module."""

from desktop_cs.storage.tables.fields import IdField, PlainNumber
from desktop_cs.storage.tables.records import Row


class WrongTriesRow(Row):
    """How often wrong digits were typed for somebody: neither a restart nor a second window forgets it."""

    staff_id = IdField()
    wrong = PlainNumber()
    at_ms = PlainNumber()

    class Meta:
        """Named as in the file."""

        table_name = "wrong_tries"


PEOPLE_TABLES = (WrongTriesRow,)
