"""Whether the records are sound: pages by their check sums, rows by their rules, and all of it found."""

from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from desktop_cs.i18n import _
from desktop_cs.storage.keys.key_slots import damaged_copies

_MOST_DETAILS = 5
_SEARCHED = (("case_words", "recovery_case"), ("customer_words", "customer"))


def problems_of(folder: Path, connection: driver.Connection, *, full: bool = True) -> list[str]:
    """Return what is wrong with the records of a folder; nothing when they are sound.

    Args:
        folder: The data folder.
        connection: A connection to its file, in no transaction.
        full: Whether every row is looked at, too; otherwise pages are proven by their check sums alone.
    """
    # The pages are read from the main file alone: one that a full disk cut short may be whole in the log.
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    problems = file_problems(connection) if full else page_problems(connection)
    if full and not problems:
        problems = search_problems(connection)
    for name in damaged_copies(folder):
        problems.append(_("One copy of the key is missing or damaged: {name}").format(name=name))
    return problems


def page_problems(connection: driver.Connection) -> list[str]:
    """Return what is wrong with the pages of an opened file by their check sums: no flipped bit gets by."""
    sentence = _("Parts of the file are damaged on the disk: {details}")
    return _complaints(connection, "cipher_integrity_check", sentence)


def file_problems(connection: driver.Connection) -> list[str]:
    """Return what is wrong with an opened file, with the engine's own words; nothing when it is sound."""
    return [
        *page_problems(connection),
        *_complaints(connection, "integrity_check", _("The file does not hang together: {details}")),
        *_complaints(connection, "foreign_key_check", _("Rows belong to rows that are not there: {details}")),
    ]


def search_problems(connection: driver.Connection) -> list[str]:
    """Return what is wrong with the search indexes of an opened file; nothing when every row can be found."""
    problems = []
    for index, table in _SEARCHED:
        try:
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")  # noqa: S608 (our names)
            in_index = _count(connection, f"{index}_docsize")
            in_table = _count(connection, table)
        except driver.DatabaseError as error:
            problems.append(_("The search index is damaged: {details}").format(details=error))
        else:
            if in_index != in_table:
                details = f"{index}: {in_index} / {in_table}"
                problems.append(
                    _("Not everything can be found by searching: {details}").format(details=details)
                )
    return problems


def _complaints(connection: driver.Connection, pragma: str, sentence: str) -> list[str]:
    details = _said(connection, pragma)
    return [sentence.format(details="; ".join(details[:_MOST_DETAILS]))] if details else []


def _said(connection: driver.Connection, pragma: str) -> list[str]:
    try:
        rows = connection.execute(f"PRAGMA {pragma}").fetchall()
    except driver.DatabaseError as error:
        return [str(error)]
    return [text for row in rows if (text := " ".join(str(part) for part in row)) != "ok"]


def _count(connection: driver.Connection, table: str) -> int:
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 (our names)
    return count
