"""Which backups of a place stay: all of two days, then one a day, a week, a month.

Days, weeks and months are counted by the backups that there are, in the order in which they were made, and
never by how long ago they lie: a clock that was set wrong, even by years, takes no good backup away.

Source of the numbers: safety.md, decision 8.
"""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from uuid import UUID

from desktop_cs.storage.copying.backing_up import leftover_of, sweep_leftovers
from desktop_cs.storage.copying.disk import put_file, settle_names
from desktop_cs.storage.copying.manifest import Backup, backups_in, is_name_of_ours
from desktop_cs.storage.copying.pool import sweep_pool
from desktop_cs.storage.copying.swap import BEFORE
from desktop_cs.storage.file.data_folder import COPIES

_ALL_OF = timedelta(days=2)
_SEEN_FILE = "first-seen"  # in what a restore put aside: the backup that was the newest then
_DAYS, _WEEKS, _MONTHS = 14, 8, 12


def swept(place: Path, zone: tzinfo, shop_id: UUID) -> list[Path]:
    """Take away the backups of a shop that need not stay, and return which went.

    Args:
        place: Where the backups lie.
        zone: The shop's, for where days begin and end.
        shop_id: Nothing of another shop, and nothing that is no backup, is touched; nor is a damaged one.

    Raises:
        OSError: The place cannot be read or written to.
    """
    if not place.is_dir():
        return []
    sweep_leftovers(place, shop_id)
    ours = [one for one in backups_in(place) if one.shop_id == shop_id and one.is_whole]
    staying = {one.folder for one in kept(ours, zone)}
    gone = [one.folder for one in ours if one.folder not in staying]
    take_away(place, gone, shop_id)
    if place.name == COPIES:
        _sweep_before(place.parent, ours, zone)
    return gone


def take_away(place: Path, gone: Sequence[Path], shop_id: UUID) -> None:
    """Take backups of a shop away, and what they alone needed from the pool.

    Args:
        place: Where they lie.
        gone: Their folders.
        shop_id: Whose they are.

    Raises:
        OSError: The place cannot be written to.
    """
    for folder in gone:
        going = leftover_of(folder, shop_id)
        folder.rename(going)  # it is either there whole or not at all, also when this is killed
        shutil.rmtree(going, ignore_errors=True)
    if gone:
        settle_names(place)
        sweep_pool(place)


def _sweep_before(folder: Path, backups: Sequence[Backup], zone: tzinfo) -> None:
    """Take away what restores put aside, once later backups were made on as many days as backups stay."""
    for put_aside in folder.glob(f"*{BEFORE}") if backups else ():
        if is_name_of_ours(put_aside.name.removesuffix(BEFORE)):
            since = _first_seen(put_aside, backups[0].order)
            later = {_day(one.made_at.astimezone(zone)) for one in backups if one.order >= since}
            if len(later) > _DAYS:
                shutil.rmtree(put_aside, ignore_errors=True)


def _first_seen(put_aside: Path, newest: int) -> int:
    """Return which backup was the newest when this was first seen here; its name is the clock's word."""
    note = put_aside / _SEEN_FILE
    try:
        return int(note.read_text("ascii"))
    except (OSError, ValueError):
        with suppress(OSError):  # then it stays until it can be noted
            put_file(note, str(newest).encode())
        return newest


def kept(backups: Sequence[Backup], zone: tzinfo) -> list[Backup]:
    """Return those of a shop's whole backups that stay.

    Args:
        backups: The last made first.
        zone: The shop's.
    """
    if not backups:
        return []
    since = backups[0].made_at - _ALL_OF
    staying = {one.folder for one in backups if one.made_at >= since}
    for most, period in ((_DAYS, _day), (_WEEKS, _week), (_MONTHS, _month)):
        staying.update(one.folder for one in _last_of_each(backups, period, zone)[:most])
    return [one for one in backups if one.folder in staying]


def _last_of_each(
    backups: Sequence[Backup], period: Callable[[datetime], tuple[int, ...]], zone: tzinfo
) -> list[Backup]:
    """Return the last backup of each day, week or month that has any, the last first."""
    found: dict[tuple[int, ...], Backup] = {}
    for one in backups:
        found.setdefault(period(one.made_at.astimezone(zone)), one)
    return list(found.values())


def _day(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day


def _week(moment: datetime) -> tuple[int, ...]:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> tuple[int, ...]:
    return moment.year, moment.month
