"""Open the records of a shop, making them where there are none yet; tell apart what can be wrong with them.

Nothing is ever made anew in the place of records that were lost, locked or damaged.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import peewee

from desktop_cs.clock import Clock
from desktop_cs.errors import DamagedError, ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.file.data_folder import DATABASE_FILE, RESTORE_JOURNAL, folder_error, make_folder
from desktop_cs.storage.file.engine import APPLICATION_ID, CipherDatabase, check_engine
from desktop_cs.storage.file.faults import shop_error
from desktop_cs.storage.file.first_look import look_first
from desktop_cs.storage.file.folder_checks import refuse_network
from desktop_cs.storage.file.versions import NEWEST_VERSION
from desktop_cs.storage.keys.key_slots import bring_level, has_key, read_copies
from desktop_cs.storage.keys.unlocking import ASKED, Unlocked, Unlocking, unlocked
from desktop_cs.storage.storage import Storage
from desktop_cs.storage.uuid7 import go_on_after

_PLAIN_START = b"SQLite format 3\0"
_SALT_BYTES = 16  # the first bytes of an encrypted file are the salt, which is also the end of its key
_SMALLEST_BYTES = 4096  # one page


def open_storage(
    folder: Path, clock: Clock, *, create: bool = True, secret: str = "", unlocked_by: Unlocking = ASKED
) -> Storage:
    """Return the opened records of the folder.

    Args:
        folder: The data folder.
        clock: Tells when things are done.
        create: Whether new records are made where the folder holds none.
        secret: The pass phrase or the code of the recovery sheet, where somebody gave one.
        unlocked_by: What else may open locked records.

    Raises:
        LockedError: The records are locked, and no secret was given.
        UserError: The secret is not the right one; `field` is "secret".
        ShopError: There are none and none are to be made; or they cannot be opened: not ours, newer, plain,
            damaged, without their key, on a disk that does not let us. The sentence says which.
    """
    refuse_network(folder)
    _finish_restore(folder)
    path = folder / DATABASE_FILE
    if not _is_there(path):
        _make(folder, clock, create=create)
    _check_writable(folder, path)
    database, opened = _opened(folder, secret, unlocked_by)
    try:
        if database.run("PRAGMA user_version").fetchone()[0] < NEWEST_VERSION:
            database = _brought_up(folder, database, clock)
        look_first(database)
        _keep_order(database)
        storage = Storage(folder, database, clock)
        _settle_damage(storage)
    except peewee.PeeweeException as error:
        database.close_everywhere()
        raise shop_error(error) from error
    except BaseException:
        database.close_everywhere()
        raise
    storage.master_key, storage.key_text = opened.master, opened.text
    return storage


def _settle_damage(storage: Storage) -> None:
    """Find out whether the records are as damaged as a mark beside them says: others may lie there by now."""
    if storage.damage.is_set:
        from desktop_cs.storage.copying.checking import settle_damage  # noqa: PLC0415 (almost never)

        settle_damage(storage)


def _keep_order(database: CipherDatabase) -> None:
    """Let new keys come after those of the file, though the clock was set back since the last start."""
    newest = database.run("SELECT max(id) FROM trail").fetchone()[0]
    if newest is not None:
        go_on_after(UUID(bytes=newest))


def _finish_restore(folder: Path) -> None:
    """Finish what a kill or a power cut interrupted while a backup took the place of the records."""
    if _is_there(folder / RESTORE_JOURNAL):
        from desktop_cs.storage.copying.swap import finish_swap  # noqa: PLC0415 (almost never)

        finish_swap(folder)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise _unreadable(path, error) from error


def _check_writable(folder: Path, path: Path) -> None:
    """Make sure that saving will work: the engine would open a file that is only readable without a word.

    Raises:
        ShopError: This account may not write there.
    """
    if not os.access(folder, os.W_OK | os.X_OK) or not os.access(path, os.R_OK | os.W_OK):
        raise folder_error(folder, PermissionError(str(path)))


def _make(folder: Path, clock: Clock, *, create: bool) -> None:
    from desktop_cs.storage.file.creation import make_records  # noqa: PLC0415 (once in the life of a shop)

    if not create:
        sentence = _(
            "There are no records of a shop in “{folder}”. Start the program once to make them, or name "
            "another folder."
        )
        raise ShopError(sentence.format(folder=folder))
    make_folder(folder)
    make_records(folder, clock)


def _brought_up(folder: Path, database: CipherDatabase, clock: Clock) -> CipherDatabase:
    from desktop_cs.storage.file.creation import bring_records_up  # noqa: PLC0415 (once in the life of a version)

    return bring_records_up(folder, database, clock)


def open_database(folder: Path, secret: str = "", unlocked_by: Unlocking = ASKED) -> CipherDatabase:
    """Return the opened file of a folder with records and key, such as a backup; nothing is made or migrated.

    Raises:
        LockedError: The records are locked, and no secret was given.
        UserError: The secret is not the right one; `field` is "secret".
        ShopError: They cannot be opened; the sentence says why.
    """
    path = folder / DATABASE_FILE
    if not _is_there(path):
        sentence = _("There are no records of a shop in “{folder}”. Choose another folder.")
        raise ShopError(sentence.format(folder=folder))
    return _opened(folder, secret, unlocked_by)[0]


def _opened(folder: Path, secret: str, unlocked_by: Unlocking) -> tuple[CipherDatabase, Unlocked]:
    """Return the file, known to be this program's, and what opened it."""
    path = folder / DATABASE_FILE
    _check_encrypted(path)
    if not has_key(folder):
        raise _no_key()
    copies = read_copies(folder)
    opened = unlocked(copies, secret, unlocked_by)
    database = _fitting(path, opened.keys)
    try:
        check_engine(database)
        _check_whose(database)
    except peewee.PeeweeException as error:
        database.close_everywhere()
        raise shop_error(error) from error
    except BaseException:
        database.close_everywhere()
        raise
    bring_level(folder, copies)
    return database, replace(opened, text=copies.texts[0])


def _no_key() -> ShopError:
    return DamagedError(
        _(
            "The key to the shop's records (shop.key) is not in the folder. The records themselves are "
            "untouched, but "
            "cannot be read without it. Put the file back from the newest folder in “copies” or from a stick."
        )
    )


def _fitting(path: Path, keys: Sequence[str]) -> CipherDatabase:
    """Return the file, opened by the first key that fits."""
    for key in keys:
        database = CipherDatabase(path, key)
        try:
            database.run("SELECT count(*) FROM sqlite_master")
        except peewee.PeeweeException as error:
            reason = error
            database.close_everywhere()
        else:
            return database
    raise _locked_out(path, keys, reason)


def _check_encrypted(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(_PLAIN_START))
            size = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise _unreadable(path, error) from error
    if start == _PLAIN_START:
        raise DamagedError(
            _(
                "The file “{path}” is a database without encryption, so it is not the shop's records. "
                "Nothing was changed. "
                "Move it elsewhere and put the right file back from “copies”."
            ).format(path=path)
        )
    if size < _SMALLEST_BYTES:
        raise _damaged(path, f"{size} bytes")


def _locked_out(path: Path, keys: Sequence[str], error: peewee.PeeweeException) -> ShopError:
    """Return why no key opens the file: another key's file, a damaged one, or a disk that does not let us."""
    if "not a database" not in str(error):
        return shop_error(error)
    with path.open("rb") as file:
        salt = file.read(_SALT_BYTES).hex()
    if any(key.endswith(salt) for key in keys):
        return _damaged(path, str(error))
    return DamagedError(
        _(
            "The key in the folder does not fit the shop's records “{path}”: the two come from different "
            "backups, or the "
            "beginning of the file is damaged. Nothing was changed. Take shop.db and shop.key from one "
            "and the same backup."
        ).format(path=path),
        str(error),
    )


def _damaged(path: Path, details: str) -> ShopError:
    return DamagedError(
        _(
            "The shop's records “{path}” are damaged. Nothing was changed and nothing was deleted. "
            "Take the newest folder in “copies”, and have somebody look at the disk."
        ).format(path=path),
        details,
    )


def _unreadable(path: Path, error: OSError) -> ShopError:
    sentence = _(
        "The shop's records “{path}” cannot be read by this account, or the folder is no folder. Nothing "
        "was changed. "
        "Check the folder and its rights, then start again."
    )
    return ShopError(sentence.format(path=path), str(error))


def _check_whose(database: CipherDatabase) -> None:
    """Make sure that the file was made by this program, in a version that it knows.

    Raises:
        ShopError: It is another program's, or a newer version's.
    """
    whose = database.run("PRAGMA application_id").fetchone()[0]
    version = database.run("PRAGMA user_version").fetchone()[0]
    if whose != APPLICATION_ID:
        sentence = _(
            "The file shop.db in this folder was made by another program. Nothing was changed. "
            "Choose another folder, or move that file elsewhere."
        )
        raise ShopError(sentence, f"application_id {whose:#x}")
    if version > NEWEST_VERSION:
        sentence = _(
            "These records were written by a newer version of this program. Nothing was changed. "
            "Install the newest version and start it again."
        )
        raise ShopError(sentence, f"version {version}, this program knows {NEWEST_VERSION}")
