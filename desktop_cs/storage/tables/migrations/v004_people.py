"""Version 4, people: how often wrong digits were typed for somebody."""

from sqlcipher3 import dbapi2 as driver

_TABLE = """CREATE TABLE wrong_tries (
    id BLOB NOT NULL PRIMARY KEY, shop_id BLOB NOT NULL REFERENCES shop (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL, wrong BIGINT NOT NULL, at_ms BIGINT NOT NULL, UNIQUE (shop_id, staff_id))"""


def wrong_tries(connection: driver.Connection) -> None:
    """Add the table of wrong digits."""
    connection.execute(_TABLE)
