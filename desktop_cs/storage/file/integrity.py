"""Whether the records are sound: pages by their check sums, rows by their rules, and all of it found."""

from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from desktop_cs.i18n import _
from desktop_cs.storage.keys.key_slots import damaged_copies

_MOST_DETAILS = 5
_SEARCHED = (("case_words", "recovery_case"), ("customer_words", "customer"))


def problems_of(folder: Path, connection: driver.Connection) -> list[str]:
    """Return all that is wrong with the records of a folder; nothing when they are sound."""
    problems = file_problems(connection)
    if not problems:
        problems = search_problems(connection)
    for name in damaged_copies(folder):
        problems.append(_("One copy of the key is missing or damaged: {name}").format(name=name))
    return problems


def file_problems(connection: driver.Connection) -> list[str]:
    """Return what is wrong with an opened file, with the engine's own words; nothing when it is sound."""
    # The pages are read from the main file alone: one that a full disk cut short may be whole in the log.
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    problems = []
    for pragma, sentence in (
        ("cipher_integrity_check", _("Parts of the file are damaged on the disk: {details}")),
        ("integrity_check", _("The file does not hang together: {details}")),
        ("foreign_key_check", _("Rows belong to rows that are not there: {details}")),
    ):
        details = _said(connection, pragma)
        if details:
            problems.append(sentence.format(details="; ".join(details[:_MOST_DETAILS])))
    return problems


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


def _said(connection: driver.Connection, pragma: str) -> list[str]:
    try:
        rows = connection.execute(f"PRAGMA {pragma}").fetchall()
    except driver.DatabaseError as error:
        return [str(error)]
    return [text for row in rows if (text := " ".join(str(part) for part in row)) != "ok"]


def _count(connection: driver.Connection, table: str) -> int:
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 (our names)
    return count
