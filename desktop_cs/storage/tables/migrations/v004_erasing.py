"""Version 4, erasing: which rows were erased, so that each is erased once and a restore knows it."""

from sqlcipher3 import dbapi2 as driver

_TABLE = """CREATE TABLE erasure (id BLOB NOT NULL PRIMARY KEY,
        shop_id BLOB NOT NULL REFERENCES shop (id) ON DELETE RESTRICT,
        row_id BLOB NOT NULL, what TEXT NOT NULL, at BIGINT NOT NULL, "by" BLOB, of_id BLOB,
        UNIQUE (row_id, what))"""


def erased_rows(connection: driver.Connection) -> None:
    """Add the table of what was erased."""
    connection.execute(_TABLE)
