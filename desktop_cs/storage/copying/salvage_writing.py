"""Write saved rows into a new file, so that it hangs together though some of them are missing."""

from itertools import islice

from sqlcipher3 import dbapi2 as driver

from desktop_cs.clock import Clock
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.storage.copying.facts import tables_of
from desktop_cs.storage.copying.salvage_rows import TableReader
from desktop_cs.storage.tables.fields import stored_moment
from desktop_cs.storage.tables.settings_text import settings_text

_ROWS_AT_ONCE = 1000


def write_rows(connection: driver.Connection, reader: TableReader) -> None:
    """Write rows into the new file, some at once; one that breaks a rule of the table is left out."""
    table, rows = reader.table, reader.rows()
    named = ", ".join(f'"{column}"' for column in table.columns)
    marks = ", ".join("?" * len(table.columns))
    sql = f'INSERT OR IGNORE INTO "{table.name}" ({named}) VALUES ({marks})'  # noqa: S608 (our own names)
    while some := list(islice(rows, _ROWS_AT_ONCE)):
        connection.execute("BEGIN")
        connection.executemany(sql, [row[1:] for row in some])
        connection.execute("COMMIT")


def have_shop(connection: driver.Connection, clock: Clock) -> None:
    """Make sure that the row of the shop is there; where it was lost, its other rows still know its key."""
    if count_of(connection, "shop"):
        return
    for table in tables_of(connection):
        if "shop_id" in columns_of(connection, table):
            row = connection.execute(f'SELECT shop_id FROM "{table}" LIMIT 1').fetchone()  # noqa: S608 (our own names)
            if row:
                values = (row[0], stored_moment(clock.now()), settings_text(ShopSettings()))
                connection.execute("INSERT INTO shop (id, made_at, settings) VALUES (?, ?, ?)", values)
                return
    raise ShopError(_("Nothing of the shop can be read in this file. Take the newest good backup instead."))


def drop_orphans(connection: driver.Connection) -> None:
    """Untie rows from others that were lost, and take away those that mean nothing without them."""
    while rows := connection.execute("PRAGMA foreign_key_check").fetchall():
        connection.execute("BEGIN")
        for table, rowid, _parent, number in rows:
            column = _column_of(connection, table, number)
            if _may_be_empty(connection, table, column):
                connection.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (rowid,))  # noqa: S608 (our own names)
            else:
                connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))  # noqa: S608 (our own names)
        connection.execute("COMMIT")


def has_rowid(connection: driver.Connection, table: str) -> bool:
    """Return whether the rows of a table are sorted by their number, not by their own key."""
    try:
        connection.execute(f'SELECT rowid FROM "{table}" LIMIT 0')  # noqa: S608 (our own names)
    except driver.OperationalError:
        return False
    return True


def columns_of(connection: driver.Connection, table: str) -> tuple[str, ...]:
    """Return the columns of a table."""
    return tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{table}")'))


def count_of(connection: driver.Connection, table: str) -> int:
    """Return how many rows a table has.

    Raises:
        driver.Error: It is damaged.
    """
    count: int = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608 (our own names)
    return count


def _column_of(connection: driver.Connection, table: str, number: int) -> str:
    """Return the column that ties a table to another, by the number of its rule."""
    rules = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    return next(str(rule[3]) for rule in rules if rule[0] == number)


def _may_be_empty(connection: driver.Connection, table: str, column: str) -> bool:
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return any(one[1] == column and not one[3] for one in columns)
