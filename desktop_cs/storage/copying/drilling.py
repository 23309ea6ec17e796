"""Try a backup out: bring it back in a folder of its own, open it as a shop, and see that all is there."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.clock import FixedClock, steady_seconds
from desktop_cs.errors import LockedError, ShopError
from desktop_cs.i18n import N_, _, language_in_use
from desktop_cs.shown import listed
from desktop_cs.storage.copying.bringing import bring_files, bring_records, bytes_of, pools_of
from desktop_cs.storage.copying.disk import check_room
from desktop_cs.storage.copying.facts import attachment_names, facts_of
from desktop_cs.storage.copying.manifest import Backup, read_backup
from desktop_cs.storage.copying.progress import Progress, part, silent
from desktop_cs.storage.copying.reading import check_there
from desktop_cs.storage.file.file_lock import FileLock
from desktop_cs.storage.keys.unlocking import ASKED, Unlocking

if TYPE_CHECKING:
    from desktop_cs.storage.storage import Storage

_ROWS = {
    "recovery_case": N_("cases"),
    "step_entry": N_("steps of cases"),
    "customer": N_("customers"),
    "promise": N_("promises"),
    "follow_up": N_("follow-ups"),
    "letter": N_("letters"),
    "attachment": N_("pictures and files"),
    "staff": N_("people who work here"),
    "trail": N_("the trail of who did what"),
}
_PREFIX = "drill-"
_LOCK_FILE = "drill.lock"


@dataclass(frozen=True, slots=True)
class Drill:
    """What trying a backup out gave: what is wrong, rows of each table, and how long it took."""

    problems: list[str]
    counts: Mapping[str, int]
    seconds: float


def drill(
    backup_folder: Path,
    secret: str = "",
    progress: Progress | None = None,
    opened: "Storage | None" = None,
    within: Path | None = None,
) -> Drill:
    """Bring a backup back for trial, in a folder that is taken away again whatever happens.

    Args:
        backup_folder: The backup.
        secret: Pass phrase or the code of the recovery sheet, where its key is locked.
        progress: Is told the share that is done; may raise to stop.
        opened: Records that are open: what opened them opens the backup too, so that nobody is asked.
        within: Where the folder is made; beside the backup where it is None.

    Raises:
        LockedError: Its key is locked, and no secret was given.
        UserError: The secret does not open it.
        ShopError: There is no room, or the disk does not let us.
    """
    begun, backup, tell = steady_seconds(), read_backup(backup_folder), progress or silent
    check_there(backup_folder)
    place = within or backup_folder.parent
    by = ASKED if opened is None else Unlocking(master=opened.master_key)
    _sweep(place)
    try:
        check_room(place, 2 * bytes_of(backup))  # an old one is brought to the newest version, with a copy
        with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=place, ignore_cleanup_errors=True) as home:
            lock = FileLock(Path(home) / _LOCK_FILE)
            lock.take()
            try:
                found = _tried(backup, Path(home) / "shop", (secret, by), tell)
            finally:
                lock.free()
    except OSError as error:
        sentence = _(
            "The backup could not be tried out: the disk of “{folder}” is full, gone or not writable. The "
            "backup is as it was. Make room or put the stick back in, then try again."
        )
        raise ShopError(sentence.format(folder=place), str(error)) from error
    tell(1.0)
    return replace(found, seconds=steady_seconds() - begun)


def _tried(backup: Backup, folder: Path, opener: tuple[str, Unlocking], tell: Progress) -> Drill:
    from desktop_cs.storage.opening import open_storage  # noqa: PLC0415 (opening finishes restores: a circle else)

    try:
        bring_records(backup, folder, part(tell, 0.0, 0.3))
        secret, by = opener
        clock = FixedClock(backup.made_at)
        storage = open_storage(folder, clock, create=False, secret=secret, unlocked_by=by)
    except LockedError:
        raise
    except ShopError as refusal:
        return Drill([str(refusal)], {}, 0.0)
    try:
        connection = storage.database.own_connection()
        bring_files(attachment_names(connection), pools_of(backup), folder, part(tell, 0.3, 0.4))
        facts = facts_of(connection)
        problems = storage.check(progress=part(tell, 0.4, 1.0))
        lacking = [table for table, count in backup.counts.items() if facts.counts.get(table, -1) < count]
        if lacking or (backup.order and facts.version == backup.version and facts != backup.facts):
            problems.append(_rows_lack(lacking))
    except (peewee.PeeweeException, driver.Error) as error:
        return Drill([_("This backup cannot be read: {details}").format(details=error)], {}, 0.0)
    finally:
        storage.close()
    return Drill(problems, facts.counts, 0.0)


def _rows_lack(tables: Sequence[str]) -> str:
    """Return that rows did not come back, with what people call them; other tables are only counted."""
    known = [_(_ROWS[table]) for table in tables if table in _ROWS]
    if not known:
        return _("Not everything came back.")
    sentence = _("Not everything came back. Missing are some of: {rows}.")
    return sentence.format(rows=listed(known, language_in_use()))


def _sweep(place: Path) -> None:
    """Take away what drills that were killed left behind; one that is under way holds its lock."""
    for folder in place.glob(f"{_PREFIX}*"):
        lock = FileLock(folder / _LOCK_FILE)
        if folder.is_dir() and lock.take():
            lock.free()
            shutil.rmtree(folder, ignore_errors=True)
