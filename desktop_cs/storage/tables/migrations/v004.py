"""Version 4: what keeps the records safe. Each part stands in a module of its own, `v004_*`."""

from collections.abc import Callable, Sequence

from sqlcipher3 import dbapi2 as driver

from desktop_cs.storage.tables.migrations.v004_attachments import pictures_and_files
from desktop_cs.storage.tables.migrations.v004_erasing import erased_rows
from desktop_cs.storage.tables.migrations.v004_people import wrong_tries
from desktop_cs.storage.tables.migrations.v004_trail import chain_the_trail

_PARTS: Sequence[Callable[[driver.Connection], None]] = (
    chain_the_trail,
    wrong_tries,
    erased_rows,
    pictures_and_files,
)


def safe_records(connection: driver.Connection) -> None:
    """Add the tables and columns of version 4 to a file of version 3."""
    for part in _PARTS:
        part(connection)
