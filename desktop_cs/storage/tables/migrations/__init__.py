"""The steps from each version of the database file to the next, in order.

A step is a function that takes the driver's connection inside a transaction. Its SQL is written out and never
changes once released, whatever the tables become later; it never drops what a column holds: that moves first.
"""

from collections.abc import Callable, Sequence

from sqlcipher3 import dbapi2 as driver

from desktop_cs.storage.tables.migrations.v001 import first_tables
from desktop_cs.storage.tables.migrations.v002 import requests_and_gestures
from desktop_cs.storage.tables.migrations.v003 import looks_of_letters
from desktop_cs.storage.tables.migrations.v004 import safe_records

Migration = Callable[[driver.Connection], None]

# The first one brings an empty file to version 1, and so on.
MIGRATIONS: Sequence[Migration] = (first_tables, requests_and_gestures, looks_of_letters, safe_records)


def bring_up(connection: driver.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring an open file to the newest version, each step with its version number in one transaction.

    Args:
        connection: The driver's connection, in no transaction.
        migrations: All steps, from the first on.
    """
    while True:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version < len(migrations):
                migrations[version](connection)
                connection.execute(f"PRAGMA user_version = {version + 1}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
        if version >= len(migrations):
            return
