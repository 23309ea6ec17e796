"""Backups from before an erasing: which still hold what was erased, until when, and away with them."""

import shutil
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop_cs.customers.kept_words import OldBackups
from desktop_cs.errors import ShopError
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.manifest import Backup, backups_in
from desktop_cs.storage.copying.progress import Progress, part, silent
from desktop_cs.storage.copying.refusals import copy_error
from desktop_cs.storage.copying.retention import take_away
from desktop_cs.storage.copying.swap import BEFORE, SALVAGED
from desktop_cs.storage.erasing.erased_list import ErasedEntry, read_erased

if TYPE_CHECKING:
    from desktop_cs.storage.storage import Storage

_MONTHS_KEPT = 12  # the last backup of a month goes with the first of the twelfth month after it


def still_holding(storage: "Storage", places: Sequence[Path], zone: ZoneInfo) -> OldBackups:
    """Return how many copies that can be reached still hold something that was erased, and until when.

    Args:
        storage: The opened records.
        places: Where backups lie: "copies", the second place where it can be reached.
        zone: The shop's, in which months are counted.
    """
    found = [one for place in places for one in _holding(storage, place)]
    aside = _set_aside(storage)
    newest = max((one.made_at for one in found), default=None)
    return OldBackups(len(found) + len(aside), newest and _gone_by(newest, zone))


def renew(storage: "Storage", places: Sequence[Path], progress: Progress = silent) -> int:
    """Make a fresh backup in each place, then take away those that still hold what was erased.

    Returns:
        How many copies went.

    Raises:
        ShopError: A fresh backup could not be made, or an old one not be taken away; no old one went before
            the fresh one of its place was made and checked.
    """
    count = 0
    for number, place in enumerate(places):
        share = part(progress, number / len(places), (number + 1) / len(places))
        fresh = back_up(storage, place, share, full=True).folder
        going = [one.folder for one in _holding(storage, place) if one.folder != fresh]
        try:
            take_away(place, going, storage.shop_id)
        except OSError as error:
            raise copy_error(place, error) from error
        count += len(going)
    for folder in _set_aside(storage):
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise copy_error(folder, error) from error
        count += 1
    return count


def _holding(storage: "Storage", place: Path) -> list[Backup]:
    """Return the backups of this shop in a place whose own list lacks something that was erased."""
    erased = _keys(storage.erasing.entries())
    ours = (one for one in backups_in(place) if _is_ours(one, storage))
    return [one for one in ours if not erased <= _keys(_list_of(one.folder))]


def _is_ours(backup: Backup, storage: "Storage") -> bool:
    """Return whether a backup is this shop's; what lies in its own folder is, though it does not say so."""
    return backup.shop_id == storage.shop_id or (
        not backup.shop_id.int and backup.folder.is_relative_to(storage.folder)
    )


def _list_of(folder: Path) -> list[ErasedEntry]:
    try:
        return read_erased(folder)
    except ShopError:  # nobody can say what it lacks
        return []


def _keys(entries: Sequence[ErasedEntry]) -> set[tuple[object, ...]]:
    return {(entry.what, entry.id, entry.of_id) for entry in entries}


def _set_aside(storage: "Storage") -> list[Path]:
    """Return what restores and salvages left in the data folder and that holds something that was erased."""
    erased = _keys(storage.erasing.entries())
    aside = (one for end in (BEFORE, SALVAGED) for one in storage.folder.glob(f"*{end}") if one.is_dir())
    return sorted(one for one in aside if not erased <= _keys(_list_of(one)))


def _gone_by(made_at: datetime, zone: ZoneInfo) -> date:
    day = made_at.astimezone(zone)
    return date(day.year + (day.month - 1 + _MONTHS_KEPT) // 12, (day.month - 1 + _MONTHS_KEPT) % 12 + 1, 1)
