"""Acts that keep the shop's data safe, and whether it is."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop_cs.desk.ground import Ground
from desktop_cs.desk.safety_today import SafetyFacts, SafetyToday, judged
from desktop_cs.storage.file.data_folder import COPIES

_NAMED = "%Y-%m-%d_%H%M%S"


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup: its folder, and when it was made, in UTC."""

    folder: Path
    made_at: datetime


class SafetyWork:
    """Acts on backups; each leaves the records as they are."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def today(self) -> SafetyToday:
        """Return whether the shop's data is safe today."""
        storage = self._ground.storage
        backups = self.backups()
        newest = backups[0].made_at if backups else None
        return judged(SafetyFacts(self._ground.clock.now(), storage.later.begun_at(), backup_at=newest))

    def backups(self) -> list[Kept]:
        """Return the backups in the data folder, the newest first."""
        place = self._ground.storage.folder / COPIES
        folders = sorted(place.iterdir(), reverse=True) if place.is_dir() else []
        return [Kept(folder, made) for folder in folders if (made := _made_at(folder)) is not None]

    def back_up_now(self) -> Path:
        """Return the folder of a checked backup that was made now, beside the data.

        Raises:
            ShopError: It could not be made; nothing of it is left.
        """
        return self._ground.storage.copy_to()


def _made_at(folder: Path) -> datetime | None:
    try:
        return datetime.strptime(folder.name[:17], _NAMED).replace(tzinfo=UTC)
    except ValueError:
        return None
