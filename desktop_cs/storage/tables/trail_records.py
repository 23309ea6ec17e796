"""The tables beside the trail: its key, and the salts of its digests."""

from desktop_cs.storage.tables.fields import PlainBytes, PlainNumber
from desktop_cs.storage.tables.records import Row


class TrailKeyRow(Row):
    """The key of the trail's chain; one for each shop."""

    key = PlainBytes()

    class Meta:
        """Named as in the file."""

        table_name = "trail_key"


class TrailSaltRow(Row):
    """The salt of all digests of a case, a person or another row, whose key is its own.

    `since` is the place of the first entry that it serves: after an erasing there may be a second one.
    """

    salt = PlainBytes()
    since = PlainNumber()

    class Meta:
        """Named as in the file."""

        table_name = "trail_salt"


TRAIL_TABLES = (TrailKeyRow, TrailSaltRow)
