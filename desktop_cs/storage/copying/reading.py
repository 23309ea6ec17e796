"""Open the file of a backup without changing anything beside it, and tell what is wrong with a backup."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as driver

from desktop_cs.errors import LockedError, ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.copying.disk import digest_of_file
from desktop_cs.storage.copying.facts import facts_of
from desktop_cs.storage.copying.manifest import POOL, Backup, read_backup
from desktop_cs.storage.copying.pool import in_pool
from desktop_cs.storage.copying.progress import Progress, part, silent
from desktop_cs.storage.file.data_folder import DATABASE_FILE
from desktop_cs.storage.file.engine import APPLICATION_ID
from desktop_cs.storage.file.integrity import file_problems
from desktop_cs.storage.file.versions import NEWEST_VERSION
from desktop_cs.storage.keys.key_slots import has_key, read_copies
from desktop_cs.storage.keys.unlocking import ASKED, Unlocking, unlocked

if TYPE_CHECKING:
    from desktop_cs.storage.storage import Storage

_SETTINGS = (
    "cipher_log_level = NONE",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "cache_size = -8000",
)
_LOG = f"{DATABASE_FILE}-wal"


@contextmanager
def quiet_connection(path: Path, key: str) -> Iterator[driver.Connection]:
    """Give a connection that only reads, and leaves no file beside the one that it reads.

    Args:
        path: A database file that nobody writes to.
        key: 96 hexadecimal digits.

    Raises:
        driver.Error: The key does not fit, or the file is damaged.
    """
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = driver.connect(address, uri=True, isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield connection
    finally:
        connection.close()


def check_there(folder: Path) -> None:
    """Make sure that there is a file with records in a folder.

    Raises:
        ShopError: There is none.
    """
    if not (folder / DATABASE_FILE).is_file():
        sentence = _(
            "The file with the records (shop.db) is missing from “{folder}”. Choose the folder of a "
            "backup; its name is a day and a time."
        )
        raise ShopError(sentence.format(folder=folder))


def fitting_key(folder: Path, secret: str = "", opened: "Storage | None" = None) -> str:
    """Return the key that opens the file of a folder.

    Args:
        folder: A backup, or any folder with a file and its key.
        secret: Pass phrase or the code of the recovery sheet, where the key is locked.
        opened: Records that are open: their key is tried first, so that nobody needs to be asked.

    Raises:
        LockedError: The key is locked, and no secret was given.
        UserError: The secret does not open it.
        ShopError: The file or its key is missing, damaged, or they do not belong together.
    """
    path = folder / DATABASE_FILE
    check_there(folder)
    if opened is not None and _fits(path, opened.database.key):
        return opened.database.key
    if not has_key(folder):
        sentence = _(
            "The key (shop.key) is missing from “{folder}”, so its records cannot be read. Put the key of "
            "the same backup beside them, or take another backup."
        )
        raise ShopError(sentence.format(folder=folder))
    by = ASKED if opened is None else Unlocking(master=opened.master_key)
    for key in unlocked(read_copies(folder), secret, by).keys:
        if _fits(path, key):
            return key
    sentence = _(
        "The records in “{folder}” cannot be read with the key beside them: the file is damaged or cut "
        "short, or the two come from different backups. Nothing was changed. Take another backup."
    )
    raise ShopError(sentence.format(folder=folder))


def check_backup(
    backup: Backup | Path,
    secret: str = "",
    progress: Progress | None = None,
    opened: "Storage | None" = None,
) -> list[str]:
    """Return what is wrong with a backup, in sentences; nothing when it is as it was made. Reads all of it.

    Args:
        backup: The backup or its folder.
        secret: Pass phrase or the code of the recovery sheet, where its key is locked.
        progress: Is told the share that is done; may raise to stop.
        opened: Records that are open, whose key is tried first.

    Raises:
        LockedError: Its key is locked, and no secret was given.
        UserError: The secret does not open it.
    """
    tell = progress or silent
    one = read_backup(backup) if isinstance(backup, Path) else backup
    try:
        key = fitting_key(one.folder, secret, opened)
        problems = _problems_of_files(one, part(tell, 0.0, 0.2))
        with quiet_connection(one.path, key) as connection:
            problems += problems_of_version(connection) or [
                *file_problems(connection),
                *_problems_of_rows(one, connection),
            ]
    except LockedError:
        raise
    except ShopError as refusal:
        return [str(refusal)]
    except (OSError, driver.Error) as error:
        return [_("This backup cannot be read: {details}").format(details=error)]
    tell(1.0)
    return problems


def problems_of_version(connection: driver.Connection) -> list[str]:
    """Return why this program cannot use an open file: another program's, or a newer version's."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return [_("The file was made by another program.")]
    if connection.execute("PRAGMA user_version").fetchone()[0] > NEWEST_VERSION:
        return [
            _(
                "This backup was made by a newer version of this program. Install the newest version, then "
                "try again."
            )
        ]
    return []


def _problems_of_files(backup: Backup, progress: Progress) -> list[str]:
    """Return which files of a backup are not as they were when it was made."""
    problems = []
    log = backup.folder / _LOG
    if log.exists() and log.stat().st_size:
        problems.append(_("Somebody worked in this backup after it was made."))
    if not backup.order:
        return [*problems, _("What this backup says of itself (manifest.json) is missing or damaged.")]
    if backup.path.stat().st_size != backup.bytes:
        problems.append(_("The file of this backup is cut short, or longer than it was."))
    elif digest_of_file(backup.path, progress) != backup.digest:
        problems.append(_("The file of this backup is not as it was when the backup was made."))
    missing = len(backup.names) - len(in_pool(backup.folder.parent / POOL, backup.names))
    if missing:
        problems.append(_("Files of cases are missing from this backup: {count}").format(count=missing))
    return problems


def _problems_of_rows(backup: Backup, connection: driver.Connection) -> list[str]:
    if not backup.order or facts_of(connection) == backup.facts:
        return []
    return [_("The rows in this backup are not those that were counted when it was made.")]


def _fits(path: Path, key: str) -> bool:
    try:
        with quiet_connection(path, key):
            return True
    except driver.Error:
        return False
