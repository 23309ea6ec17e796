"""Making the records of a new shop, and bringing old ones to the newest version."""

import os
from collections.abc import Sequence
from pathlib import Path

import peewee
from sqlcipher3 import dbapi2 as driver

from desktop_cs.clock import Clock
from desktop_cs.errors import DamagedError, ShopError
from desktop_cs.i18n import _
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.storage.copying.backing_up import Source, make_backup
from desktop_cs.storage.copying.manifest import backups_in
from desktop_cs.storage.file.data_folder import COPIES, DATABASE_FILE, building, folder_error, settle
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.faults import shop_error
from desktop_cs.storage.file.window_lock import WindowLock, is_held_here
from desktop_cs.storage.keys.key_slots import has_key, new_key, read_keys, write_key
from desktop_cs.storage.stores.trail import begin_trail
from desktop_cs.storage.tables.fields import stored_moment
from desktop_cs.storage.tables.migrations import MIGRATIONS, Migration, bring_up
from desktop_cs.storage.tables.settings_text import settings_text
from desktop_cs.storage.uuid7 import uuid7

_PARTIAL = f"{DATABASE_FILE}.partial"


def make_records(folder: Path, clock: Clock) -> None:
    """Make empty records and their key in a folder, unless another process was faster.

    The file is made whole under another name and gets its own name last. So a start that was interrupted is
    told from records that were lost: only the first leaves the partial file behind.

    Raises:
        ShopError: There is a key but no file: records were here and are gone. Or the folder cannot be written
        to.
    """
    path, partial = folder / DATABASE_FILE, folder / _PARTIAL
    with building(folder):
        if path.exists():
            return
        known = read_keys(folder) if has_key(folder) and partial.exists() else []
        if has_key(folder) and not known:  # a start that was interrupted never had a locked key
            raise DamagedError(
                _(
                    "The shop's records (shop.db) are missing from the folder “{folder}”, only their key "
                    "is there. "
                    "Nothing was made anew. Put the file back from the newest folder in “copies” or from "
                    "a stick."
                ).format(folder=folder)
            )
        if not partial.exists() and any(backup.is_whole for backup in backups_in(folder / COPIES)):
            raise DamagedError(
                _(
                    "The shop's records and their key are gone from the folder “{folder}”, but there are "
                    "backups of them. Nothing was made anew. Bring the newest backup back."
                ).format(folder=folder)
            )
        try:
            key = known[0] if known else new_key()
            _make_file(partial, key, clock)
            write_key(folder, key)
            partial.replace(path)
            settle(folder)
        except OSError as error:
            raise folder_error(folder, error) from error
        except (peewee.PeeweeException, driver.Error) as error:
            raise shop_error(error) from error


def _make_file(partial: Path, key: str, clock: Clock) -> None:
    """Make a whole new file on the disk under this name."""
    for end in ("", "-wal", "-shm", "-journal"):
        leftover = partial.with_name(partial.name + end)
        leftover.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    database = CipherDatabase(partial, key)
    try:
        bring_up(database.own_connection())
        row = (uuid7().bytes, stored_moment(clock.now()), settings_text(ShopSettings()))
        database.run("INSERT INTO shop (id, made_at, settings) VALUES (?, ?, ?)", row)
        begin_trail(database.own_connection())
        # By name, so that a failure is told: on closing it would be silent, and the log stays behind.
        database.run("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        database.close_everywhere()
    settle(partial)


def bring_records_up(
    folder: Path, database: CipherDatabase, clock: Clock, migrations: Sequence[Migration] | None = None
) -> CipherDatabase:
    """Bring opened records to the newest version, after a copy of them was made.

    Args:
        folder: The data folder.
        database: Its opened file.
        clock: Names the copy.
        migrations: All steps, from the first on; those of this program where it is None.

    Raises:
        ShopError: A window of an older program has the folder open, or it could not be done; the file is as
        it was.
    """
    lock = WindowLock(folder)
    with building(folder):
        if not is_held_here(folder) and not lock.take_at_once():
            raise ShopError(
                _(
                    "These records must be brought to the newest version first, and another window still "
                    "uses them. "
                    "Nothing was changed. Close that window, then start again."
                )
            )
        try:
            make_backup(Source(database, folder, clock), full=True)
            bring_up(database.own_connection(), MIGRATIONS if migrations is None else migrations)
        except (peewee.PeeweeException, driver.Error) as error:
            raise _not_brought_up(error) from error
        finally:
            lock.free()
    return database


def _not_brought_up(error: Exception) -> ShopError:
    sentence = _(
        "The shop's records could not be brought to the newest version. They are as they were, and a "
        "backup lies in "
        "“copies”. Start the older version of the program, and send us the report."
    )
    return ShopError(sentence, str(error))
