"""What was done for the safety of the records, and when: kept beside them, not in them.

So it outlives a restore, and can be read while the records cannot. It holds no word of any person.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from desktop_cs.storage.copying.disk import put_file
from desktop_cs.storage.file.data_folder import folder_error

RECORD_FILE = "shop.safety"


@dataclass(frozen=True, slots=True)
class SafetyRecord:
    """What was done; moments in UTC, None for never.

    Args:
        second_place: The folder for backups outside of this PC, "" for none.
        second_at: When a backup was last made there.
        check_at: When the records were last checked whole.
        check_problems: How many problems that found.
        drill_at: When a backup was last tried out.
        drill_problems: How many problems that found.
        restored_at: When a backup last took the place of the records.
        second_mark: What stands in that folder so that it is known again, and on nobody else's stick.
    """

    second_place: str = ""
    second_at: datetime | None = None
    check_at: datetime | None = None
    check_problems: int = 0
    drill_at: datetime | None = None
    drill_problems: int = 0
    restored_at: datetime | None = None
    second_mark: str = ""


def read_record(folder: Path) -> SafetyRecord:
    """Return what is written in a data folder; a missing or damaged file tells of nothing that was done."""
    try:
        told = json.loads((folder / RECORD_FILE).read_bytes())
        return SafetyRecord(
            second_place=str(told.get("second_place", "")),
            second_at=_moment(told.get("second_at")),
            check_at=_moment(told.get("check_at")),
            check_problems=int(told.get("check_problems", 0)),
            drill_at=_moment(told.get("drill_at")),
            drill_problems=int(told.get("drill_problems", 0)),
            restored_at=_moment(told.get("restored_at")),
            second_mark=str(told.get("second_mark", "")),
        )
    except (OSError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return SafetyRecord()


def write_record(folder: Path, record: SafetyRecord) -> None:
    """Write the record into a data folder, whole or not at all.

    Raises:
        ShopError: It cannot be written; what was written before is as it was.
    """
    told = {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(record).items()
    }
    try:
        put_file(folder / RECORD_FILE, (json.dumps(told, indent=1) + "\n").encode())
    except OSError as error:
        with suppress(OSError):
            (folder / f"{RECORD_FILE}.partial").unlink(missing_ok=True)
        raise folder_error(folder, error) from error


def _moment(text: object) -> datetime | None:
    """Return a moment; one without its distance from UTC is damage.

    Raises:
        ValueError: It is no moment.
    """
    if text is None:
        return None
    moment = datetime.fromisoformat(str(text))
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment
