"""Open the records of a shop, making them where there are none yet; tell apart what can be wrong with them.

Nothing is ever made anew in the place of records that were lost, locked or damaged.
"""

import os
from pathlib import Path

import peewee

from desktop_cs.clock import Clock
from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.file.data_folder import DATABASE_FILE, folder_error, make_folder
from desktop_cs.storage.file.engine import APPLICATION_ID, CipherDatabase, check_engine
from desktop_cs.storage.file.faults import shop_error
from desktop_cs.storage.keys.key_slots import has_key, read_keys
from desktop_cs.storage.file.versions import NEWEST_VERSION
from desktop_cs.storage.storage import Storage

_PLAIN_START = b"SQLite format 3\0"
_SALT_BYTES = 16  # the first bytes of an encrypted file are the salt, which is also the end of its key
_SMALLEST_BYTES = 4096  # one page


def open_storage(folder: Path, clock: Clock, *, create: bool = True) -> Storage:
    """Return the opened records of the folder.

    Args:
        folder: The data folder.
        clock: Tells when things are done.
        create: Whether new records are made where the folder holds none.

    Raises:
        ShopError: There are none and none are to be made; or they cannot be opened: not ours, newer, plain,
        damaged,
            without their key, on a disk that does not let us. The sentence says which.
    """
    path = folder / DATABASE_FILE
    if not _is_there(path):
        _make(folder, clock, create=create)
    _check_writable(folder, path)
    database = _unlocked(path, read_keys(folder) if has_key(folder) else _no_key(path))
    try:
        check_engine(database)
        _check_whose(database)
        if database.run("PRAGMA user_version").fetchone()[0] < NEWEST_VERSION:
            database = _brought_up(folder, database, clock)
        return Storage(folder, database, clock)
    except peewee.PeeweeException as error:
        database.close_everywhere()
        raise shop_error(error) from error
    except BaseException:
        database.close_everywhere()
        raise


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


def _no_key(path: Path) -> list[str]:
    """Explain a database file without a key.

    Raises:
        ShopError: Always.
    """
    _check_encrypted(path)
    raise ShopError(
        _(
            "The key to the shop's records (shop.key) is not in the folder. The records themselves are "
            "untouched, but "
            "cannot be read without it. Put the file back from the newest folder in “copies” or from a stick."
        )
    )


def _unlocked(path: Path, keys: list[str]) -> CipherDatabase:
    """Return the file, opened by the first key that fits."""
    _check_encrypted(path)
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
        raise ShopError(
            _(
                "The file “{path}” is a database without encryption, so it is not the shop's records. "
                "Nothing was changed. "
                "Move it elsewhere and put the right file back from “copies”."
            ).format(path=path)
        )
    if size < _SMALLEST_BYTES:
        raise _damaged(path, f"{size} bytes")


def _locked_out(path: Path, keys: list[str], error: peewee.PeeweeException) -> ShopError:
    """Return why no key opens the file: another key's file, a damaged one, or a disk that does not let us."""
    if "not a database" not in str(error):
        return shop_error(error)
    with path.open("rb") as file:
        salt = file.read(_SALT_BYTES).hex()
    if any(key.endswith(salt) for key in keys):
        return _damaged(path, str(error))
    return ShopError(
        _(
            "The key in the folder does not fit the shop's records “{path}”: the two come from different "
            "copies, or the "
            "beginning of the file is damaged. Nothing was changed. Take shop.db and shop.key from one "
            "and the same copy."
        ).format(path=path),
        str(error),
    )


def _damaged(path: Path, details: str) -> ShopError:
    return ShopError(
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
