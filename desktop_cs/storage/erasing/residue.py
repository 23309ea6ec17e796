"""What erasing leaves behind until it is swept up: merged search words, the log of the file, draft files.

Source: safety.md, decision 11: rows deleted, then the search index merged, then the log brought into the main
file and cut to nothing; pages that are freed meanwhile are written over (`secure_delete`).
"""

from contextlib import suppress
from pathlib import Path
from uuid import UUID

from sqlcipher3 import dbapi2 as driver

from desktop_cs.storage.erasing.fates import INDEXES
from desktop_cs.storage.file.data_folder import DRAFTS
from desktop_cs.storage.file.faults import shop_error

_UUID_LENGTH = 36  # letters at the start of a draft's name


def sweep(connection: driver.Connection) -> bool:
    """Bring everything that was erased out of the file and its log, and return whether all of it is out.

    False where another reader holds the log just now: what was erased is gone from the records, and its last
    bytes go at the next try.

    Raises:
        ShopError: The disk does not let us.
    """
    try:
        for index in INDEXES:
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608 (our names)
        busy, _pages, _moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except driver.OperationalError as error:
        raise shop_error(error) from error
    return not busy


def forget_drafts(folder: Path, cases: set[UUID]) -> bool:
    """Delete what was typed into these cases and not stored, and return whether all of it is gone."""
    gone = True
    for draft in _drafts(folder):
        if _case_of(draft) in cases:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            gone = gone and not draft.exists()
    return gone


def _drafts(folder: Path) -> list[Path]:
    try:
        return list((folder / DRAFTS).iterdir())
    except OSError:  # no folder, no drafts
        return []


def _case_of(draft: Path) -> UUID | None:
    try:
        return UUID(draft.name[:_UUID_LENGTH])
    except ValueError:
        return None
