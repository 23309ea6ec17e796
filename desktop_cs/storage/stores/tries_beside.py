"""Wrong digits that were typed while the records are damaged and only read: counted in a file beside them.

So the wait after wrong digits survives a restart then, too, and a backup that takes the records' place.
"""

import json
from dataclasses import asdict
from pathlib import Path
from uuid import UUID

from desktop_cs.shop.lock_out import WrongTries
from desktop_cs.storage.copying.disk import put_file
from desktop_cs.storage.file.data_folder import folder_error

TRIES_FILE = "shop.tries"


class TriesBeside:
    """The wrong digits beside the records of one folder; each change is part of a transaction of theirs.

    Args:
        folder: The data folder.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / TRIES_FILE

    def read(self) -> dict[UUID, WrongTries]:
        """Return what was counted here, by person; a missing or damaged file tells of nothing."""
        try:
            told = json.loads(self._path.read_bytes())
            found = [WrongTries(UUID(one["staff_id"]), int(one["wrong"]), int(one["at_ms"])) for one in told]
        except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
            return {}
        return {one.staff_id: one for one in found}

    def save(self, tries: WrongTries) -> None:
        """Count for somebody here.

        Raises:
            ShopError: It cannot be written; what was counted before is as it was.
        """
        self._write(self.read() | {tries.staff_id: tries})

    def forget(self, staff_id: UUID) -> None:
        """Count for somebody here no more, as the records do it again.

        Raises:
            ShopError: It cannot be written; what was counted before is as it was.
        """
        counted = self.read()
        if counted.pop(staff_id, None) is not None:
            self._write(counted)

    def _write(self, counted: dict[UUID, WrongTries]) -> None:
        told = [{**asdict(one), "staff_id": str(one.staff_id)} for one in counted.values()]
        try:
            put_file(self._path, json.dumps(told).encode())
        except OSError as error:
            raise folder_error(self._path.parent, error) from error
