"""What can be told of a file in numbers: whose it is, how many rows each table has, where its trail ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlcipher3 import dbapi2 as driver

from desktop_cs.storage.attachments.sealing import file_name
from desktop_cs.storage.stores.trail import trail_head

# Tables alone: the words of the search index follow from them.
_TABLES = """SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
    AND name NOT LIKE '%\\_words%' ESCAPE '\\' ORDER BY name"""
_LINK = "SELECT link FROM trail WHERE place = ?"
_CHAINED_SINCE = 4  # the version of the file from which the trail is a chain


@dataclass(frozen=True, slots=True)
class Facts:
    """Numbers of one file at one moment."""

    shop_id: UUID
    version: int
    counts: Mapping[str, int]
    trail_count: int
    trail_head: str


def facts_of(connection: driver.Connection) -> Facts:
    """Return the numbers of an open file, of any version that this program knows."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    counts = {table: _count(connection, table) for table in tables_of(connection)}
    shop_id = connection.execute("SELECT id FROM shop ORDER BY id LIMIT 1").fetchone()[0]
    head = trail_head(connection) if version >= _CHAINED_SINCE else (counts["trail"], "")
    return Facts(UUID(bytes=shop_id), version, counts, *head)


def tables_of(connection: driver.Connection) -> list[str]:
    """Return the names of the tables that hold rows of the shop."""
    return [row[0] for row in connection.execute(_TABLES)]


def attachment_names(connection: driver.Connection) -> tuple[str, ...]:
    """Return the files that the records of an open file need beside them."""
    if "attachment_content" not in tables_of(connection):
        return ()
    rows = connection.execute("SELECT sealing_key, digest FROM attachment_content").fetchall()
    return tuple(sorted(file_name(key, digest) for key, digest in rows))


def shared_length(one: driver.Connection, other: driver.Connection) -> int:
    """Return how many entries two trails share from the first on; as both are chained, halving finds it.

    Raises:
        driver.Error: One has no chain, or cannot be read.
    """
    low, high = 0, min(trail_head(one)[0], trail_head(other)[0])
    while low < high:
        middle = (low + high + 1) // 2
        if one.execute(_LINK, (middle,)).fetchone() == other.execute(_LINK, (middle,)).fetchone():
            low = middle
        else:
            high = middle - 1
    return low


def _count(connection: driver.Connection, table: str) -> int:
    count: int = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608 (a table's own name)
    return count
