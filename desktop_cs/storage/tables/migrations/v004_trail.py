"""Version 4, the trail: entries get a place, a digest and a link; its key and salts get tables of their own.

Old entries are chained in the order they were written. What they wrote is not known any more, so they have no
digest. The SQL would serve PostgreSQL too, but for BLOB (BYTEA there) and WITHOUT ROWID.
"""

from collections.abc import Iterator

from sqlcipher3 import dbapi2 as driver

from desktop_cs.storage.stores.trail_links import COVERED, START, Covered, linker, new_trail_key
from desktop_cs.storage.uuid7 import uuid7

_SHOP = "shop_id BLOB NOT NULL REFERENCES shop (id) ON DELETE RESTRICT"
_ID = "id BLOB NOT NULL PRIMARY KEY"

_BEFORE = ("DROP INDEX trail_by_row", "ALTER TABLE trail RENAME TO trail_before")
_TABLES = (
    f"""CREATE TABLE trail (place INTEGER NOT NULL PRIMARY KEY, id BLOB NOT NULL UNIQUE, {_SHOP},
        act_id BLOB NOT NULL, at BIGINT NOT NULL, "by" BLOB, what TEXT NOT NULL, row_id BLOB NOT NULL,
        fields TEXT NOT NULL, digest BLOB, link BLOB NOT NULL)""",
    f"CREATE TABLE trail_key ({_ID}, {_SHOP}, key BLOB NOT NULL)",
    f"CREATE TABLE trail_salt ({_ID}, {_SHOP}, salt BLOB NOT NULL, since BIGINT NOT NULL) WITHOUT ROWID",
)
_AFTER = (
    "DROP TABLE trail_before",
    "CREATE INDEX trail_by_row ON trail (row_id)",
    "CREATE INDEX trail_by_day ON trail (at)",
    'CREATE INDEX trail_by_person ON trail ("by")',
)
_OLD = 'SELECT id, shop_id, act_id, at, "by", what, row_id, fields FROM trail_before ORDER BY id'
_ADD = f"INSERT INTO trail ({COVERED}, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 (our names)


def chain_the_trail(connection: driver.Connection) -> None:
    """Give a trail of version 3 its chain."""
    for statement in (*_BEFORE, *_TABLES):
        connection.execute(statement)
    shop = connection.execute("SELECT id FROM shop ORDER BY id LIMIT 1").fetchone()
    if shop is not None:  # a file that is just being made has no shop yet, and no entry
        key = new_trail_key()
        connection.execute("INSERT INTO trail_key VALUES (?, ?, ?)", (uuid7().bytes, shop[0], key))
        connection.executemany(_ADD, _chained(connection, key))
    for statement in _AFTER:
        connection.execute(statement)


def _chained(connection: driver.Connection, key: bytes) -> Iterator[Covered]:
    link, before = linker(key), START
    for place, old in enumerate(connection.execute(_OLD), start=1):
        row = (place, *old, None)
        before = link(before, row)
        yield (*row, before)
