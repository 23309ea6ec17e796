"""What happened in a shop's records after a backup was made: by the trail, which every change stands in."""

from dataclasses import dataclass
from datetime import datetime

from desktop_cs.storage.file.shop_file import ShopFile
from desktop_cs.storage.tables.fields import moment_from

_LATER = "SELECT count(*), count(CASE WHEN what = ? THEN 1 END), min(at) FROM trail WHERE place > ?"
_BEGUN = "SELECT made_at FROM shop WHERE id = ?"
_TAKEN = "case.opened"


@dataclass(frozen=True, slots=True)
class Later:
    """Changes that a backup does not hold: how many, of which cases taken, and when the first was made."""

    changes: int = 0
    cases_taken: int = 0
    first_at: datetime | None = None


class LaterFacts:
    """Questions about what came after a backup, in the file of one shop."""

    def __init__(self, file: ShopFile) -> None:
        self._file = file

    def begun_at(self) -> datetime:
        """Return when the records of the shop were made."""
        return moment_from(self._file.value(_BEGUN, (self._file.shop_id.bytes,)))

    def after(self, trail_count: int) -> Later:
        """Return what was changed after the first so many entries of the trail."""
        changes, taken, first = self._file.row(_LATER, (_TAKEN, trail_count))
        return Later(changes, taken, None if first is None else moment_from(first))
