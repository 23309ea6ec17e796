"""What can be done for records that do not open, without a desk: a backup, or what can still be read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_cs.clock import Clock
from desktop_cs.desk import second_place
from desktop_cs.desk.kept import Kept, Where, kept_in
from desktop_cs.storage.copying.swap import SALVAGED
from desktop_cs.storage.file.data_folder import COPIES, DATABASE_FILE

Progress = Callable[[float], None]
_FOLDER = f"%Y-%m-%d_%H%M%S{SALVAGED}"


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could still be read: the folder it lies in, rows saved and rows lost of each table."""

    folder: Path
    rows: Mapping[str, int]
    lost: Mapping[str, int]


class Rescue:
    """What can be done for the records of a data folder; neither deletes anything.

    Args:
        folder: The data folder.
        clock: Tells when it is done.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    @property
    def has_records(self) -> bool:
        """Return whether there is a file that may still hold something."""
        return (self._folder / DATABASE_FILE).is_file()

    def words_for(self, kept: Kept, words: Callable[[datetime, datetime], str]) -> str:
        """Return when a backup was made, by the clock of this PC."""
        return words(kept.made_at.astimezone(), self._clock.now().astimezone())

    def newest(self) -> Kept | None:
        """Return the newest backup that looks whole, here or in the second place; None where there is none.

        A share that does not answer takes a while: ask on a worker's thread.
        """
        from desktop_cs.storage.copying.safety_record import read_record  # noqa: PLC0415 (seldom)

        here = [kept for kept in kept_in(self._folder / COPIES) if kept.is_whole]
        record = read_record(self._folder)
        place = second_place.known(record.second_place, record.second_mark) if not here else None
        there = [kept for kept in kept_in(place, Where.SECOND) if kept.is_whole] if place else []
        return next(iter([*here, *there]), None)

    def salvage(self, secret: str, progress: Progress) -> Salvaged:
        """Save what the damaged records still hold into a folder of its own beside them.

        Args:
            secret: The pass phrase or the code of the recovery sheet, where they are locked; else "".
            progress: Is told the share that is done; may raise to stop.

        Raises:
            LockedError: They are locked and there is no secret.
            UserError: The secret does not fit.
            ShopError: Nothing of them can be read, or the disk does not let us.
        """
        from desktop_cs.storage.copying.salvaging import salvage  # noqa: PLC0415 (seldom)

        into = self._folder / f"{self._clock.now():{_FOLDER}}"
        found = salvage(self._folder, into, self._clock, secret=secret, progress=progress)
        return Salvaged(into, found.rows, {table: lost or 0 for table, lost in found.lost.items()})
