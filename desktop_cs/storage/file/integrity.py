"""Whether the records are sound: pages by their check sums, rows by their rules, and all of it found."""

from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from desktop_cs.i18n import _
from desktop_cs.storage.file.faults import is_of_surroundings
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
    problems = damage_of(connection, full=full)
    if full and not problems:
        problems = unfound_problems(connection)
    return problems + key_problems(folder)


def damage_of(connection: driver.Connection, *, full: bool = True) -> list[str]:
    """Return what of an opened file is damaged, in sentences; nothing when it is sound.

    Args:
        connection: A connection to the file, in no transaction.
        full: Whether every row and the search are looked at, too.

    Raises:
        driver.Error: What is around the file does not let us look, as while another program writes for long.
    """
    # The pages are read from the main file alone: one that a full disk cut short may be whole in the log.
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    if not full:
        return page_problems(connection)
    return file_problems(connection) or index_problems(connection)


def key_problems(folder: Path) -> list[str]:
    """Return which copies of the key are missing or damaged in a folder, as sentences."""
    sentence = _("One copy of the key is missing or damaged: {name}")
    return [sentence.format(name=name) for name in damaged_copies(folder)]


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


def index_problems(connection: driver.Connection) -> list[str]:
    """Return what is damaged in the search indexes of an opened file; nothing when they are sound."""
    problems = []
    for index, _table in _SEARCHED:
        try:
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")  # noqa: S608 (our names)
        except driver.DatabaseError as error:
            if is_of_surroundings(error):
                raise
            problems.append(_("The search index is damaged: {details}").format(details=error))
    return problems


def unfound_problems(connection: driver.Connection) -> list[str]:
    """Return which rows of a sound file no search finds, as sentences; they can be read all the same."""
    problems = []
    for index, table in _SEARCHED:
        in_index, in_table = _count(connection, f"{index}_docsize"), _count(connection, table)
        if in_index != in_table:
            details = f"{index}: {in_index} / {in_table}"
            problems.append(_("Not everything can be found by searching: {details}").format(details=details))
    return problems


def _complaints(connection: driver.Connection, pragma: str, sentence: str) -> list[str]:
    details = _said(connection, pragma)
    return [sentence.format(details="; ".join(details[:_MOST_DETAILS]))] if details else []


def _said(connection: driver.Connection, pragma: str) -> list[str]:
    try:
        rows = connection.execute(f"PRAGMA {pragma}").fetchall()
    except driver.DatabaseError as error:
        if is_of_surroundings(error):
            raise
        return [str(error)]
    return [text for row in rows if (text := " ".join(str(part) for part in row)) != "ok"]


def _count(connection: driver.Connection, table: str) -> int:
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 (our names)
    return count
