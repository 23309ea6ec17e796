"""Put new records in the place of the old ones so that a kill or a power cut at any moment costs nothing.

A small journal is on the disk before the first file moves. The old files go into a folder of their own, the
log and its index first; then the new ones come in. Whatever stops that, the next opening finishes it by the
journal, or undoes it where the new records are gone. No file is changed or deleted: files are only renamed.
"""

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.storage.attachments.pool import ATTACHMENTS
from desktop_cs.storage.copying.disk import put_file, settle_names
from desktop_cs.storage.file.data_folder import (
    DAMAGE_FILE,
    DATABASE_FILE,
    ERASED_FILE,
    LOGS,
    RESTORE_JOURNAL,
    building,
)
from desktop_cs.storage.keys.key_slots import KEY_FILES

BEFORE = ".before-restore"  # how the folder of the old records ends
SALVAGED = ".salvaged"  # how the folder of what was saved out of damaged records ends
_FORMAT = 1
# What makes up the records of a folder.  The logs go first: beside another file they would undo the restore.
_PARTS = (*LOGS, DATABASE_FILE, *KEY_FILES, ERASED_FILE, DAMAGE_FILE, ATTACHMENTS)


class Phase(StrEnum):
    """How far a swap is: the old files are going out, or the new ones are coming in."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Swap:
    """One exchange of records: the names of the folders, within the data folder, of the new and the old."""

    new: str
    before: str
    phase: Phase = Phase.OUT


def swap(folder: Path, new: str, before: str) -> None:
    """Put the records in one folder within the data folder in the place of those that are there.

    Args:
        folder: The data folder; nobody has its records open.
        new: The folder with the new records, whole, checked and on the disk itself.
        before: The folder that the old records go into.

    Raises:
        ShopError: The disk does not let us; the next opening goes on.
    """
    order = Swap(new, before)
    try:
        _write(folder, order)
        _go_on(folder, order)
    except OSError as error:
        raise _stopped(folder, order, error) from error


def is_interrupted(folder: Path) -> bool:
    """Return whether an exchange of records was begun and not finished; quick, for each opening."""
    return (folder / RESTORE_JOURNAL).exists()


def finish_swap(folder: Path) -> None:
    """Finish an exchange of records that was interrupted, or undo it where the new ones are gone.

    Raises:
        ShopError: The disk does not let us, or another process is at it; nothing is lost.
    """
    with building(folder):
        order = _read(folder)
        if order is None:
            return  # whoever was at it has finished meanwhile
        try:
            if order.phase is Phase.OUT and not (folder / order.new / DATABASE_FILE).exists():
                _undo(folder, order)
            else:
                _go_on(folder, order)
        except OSError as error:
            raise _stopped(folder, order, error) from error


def _go_on(folder: Path, order: Swap) -> None:
    """Do what is left to do; each move is done once, however often this begins again."""
    new, before = folder / order.new, folder / order.before
    if order.phase is Phase.OUT:
        _move_parts(folder, before)
        _write(folder, Swap(order.new, order.before, Phase.IN))
    _move_parts(new, folder)
    _finish(folder)
    shutil.rmtree(new, ignore_errors=True)


def _undo(folder: Path, order: Swap) -> None:
    before = folder / order.before
    if before.is_dir():
        _move_parts(before, folder)
    _finish(folder)
    with suppress(OSError):
        before.rmdir()


def _move_parts(source: Path, target: Path) -> None:
    """Move what makes up the records from one folder into another, and have both names on the disk."""
    parts = [name for name in _PARTS if (source / name).exists()]
    if parts:
        target.mkdir(mode=0o700, exist_ok=True)
        settle_names(target.parent)
    for name in parts:
        (source / name).rename(_free(target / name))
    for one in (target, source):
        if one.is_dir():
            settle_names(one)


def _free(path: Path) -> Path:
    """Return the path, or one that nothing has: what lies there already is never written over."""
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_name(f"{path.name}.{number}")
    return found


def _finish(folder: Path) -> None:
    (folder / RESTORE_JOURNAL).unlink()
    settle_names(folder)


def _write(folder: Path, order: Swap) -> None:
    told = {"format": _FORMAT, "new": order.new, "before": order.before, "phase": order.phase}
    put_file(folder / RESTORE_JOURNAL, json.dumps(told).encode())
    settle_names(folder)


def _within(name: str) -> str:
    """Return the name of something within the folder.

    Raises:
        ValueError: It names the folder itself, or one above it.
    """
    if name in ("", ".."):
        raise ValueError(name)
    return name


def _read(folder: Path) -> Swap | None:
    """Return what was begun, None where nothing is.

    Raises:
        ShopError: What was written down about it is damaged.
    """
    try:
        told = json.loads((folder / RESTORE_JOURNAL).read_bytes())
        new, before = (Path(str(told[key])).name for key in ("new", "before"))
        return Swap(_within(new), _within(before), Phase(told["phase"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        sentence = _(
            "A backup was being put in the place of the shop's records, and the note about it ({file}) "
            "cannot be read. Nothing was deleted. Please ask somebody who knows this program before you do "
            "anything else."
        )
        raise ShopError(sentence.format(file=folder / RESTORE_JOURNAL), str(error)) from error


def _stopped(folder: Path, order: Swap, error: OSError) -> ShopError:
    sentence = _(
        "The disk stopped us while a backup was put in the place of the shop's records. Nothing is lost: the "
        "records of before lie in “{before}”, and the next start goes on. Check the disk, then start again."
    )
    return ShopError(sentence.format(before=folder / order.before), str(error))
