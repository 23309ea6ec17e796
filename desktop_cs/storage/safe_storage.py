"""The opened records as a whole: copies, checks, what keeps them safe."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.shop_file import ShopFile

if TYPE_CHECKING:
    from desktop_cs.storage.stores.later_facts import LaterFacts


class SafeStorage:
    """What concerns the records of one folder as a whole. Parts are made when they are first needed."""

    def __init__(self, folder: Path, database: CipherDatabase, file: ShopFile) -> None:
        self.folder = folder
        self._database = database
        self._file = file

    @cached_property
    def later(self) -> "LaterFacts":
        """What was changed after a backup was made."""
        from desktop_cs.storage.stores.later_facts import LaterFacts  # noqa: PLC0415 (a start must not wait for it)

        return LaterFacts(self._file)

    def check(self) -> list[str]:
        """Return what is wrong with the records; nothing when they are sound. Reads the whole file."""
        from desktop_cs.storage.file.integrity import problems_of  # noqa: PLC0415 (not needed at start)

        return problems_of(self.folder, self._file.connection())

    def copy_to(self, folder: Path | None = None) -> Path:
        """Make a checked copy of the records and return its folder, which can be opened by itself.

        Args:
            folder: Where the copy's folder is made; "copies" in the data folder where it is None.

        Raises:
            ShopError: It could not be made; nothing of it is left.
        """
        from desktop_cs.storage.file.copies import copy_records  # noqa: PLC0415 (not needed at start)

        return copy_records(self._database, self.folder, self._file.clock, folder)

    def tidy(self) -> None:
        """Bring what was saved lately into the main file, without holding anybody up; for idle moments."""
        self._database.run("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
