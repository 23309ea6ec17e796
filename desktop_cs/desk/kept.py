"""Backups as people meet them: which there are, where each lies, what is in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from desktop_cs.storage.copying.manifest import Backup

_DEEPEST = 2  # folders below a stick in which its backups are looked for


class Where(StrEnum):
    """Where a backup lies."""

    HERE = "here"
    SECOND = "second"
    STICK = "stick"


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup; `counts` are rows of each table, `is_whole` is whether it looks whole at a glance."""

    folder: Path
    made_at: datetime
    shop_id: UUID
    counts: Mapping[str, int]
    bytes: int
    trail_count: int
    trail_head: str
    is_whole: bool
    where: Where = Where.HERE


def kept_in(place: Path, where: Where = Where.HERE) -> list[Kept]:
    """Return the backups in a place, the newest first; those of a place that cannot be read are none.

    A share that does not answer takes a while: ask on a worker's thread.
    """
    from desktop_cs.storage.copying.manifest import backups_in  # noqa: PLC0415 (a start must not wait for it)

    try:
        return [_kept(backup, where) for backup in backups_in(place)]
    except OSError:
        return []


def kept_on(stick: Path) -> list[Kept]:
    """Return the backups on a stick, wherever on it they lie, the newest first."""
    from desktop_cs.storage.copying.manifest import read_backup  # noqa: PLC0415 (as above)

    itself = _kept(read_backup(stick), Where.STICK) if (stick / "manifest.json").is_file() else None
    if itself is not None:
        return [itself]
    found = [kept for place in _folders(stick, _DEEPEST) for kept in kept_in(place, Where.STICK)]
    return sorted(found, key=lambda kept: kept.made_at, reverse=True)


def _folders(place: Path, deep: int) -> list[Path]:
    found = [place]
    try:
        below = [one for one in sorted(place.iterdir()) if one.is_dir()] if deep else []
    except OSError:
        return found
    for one in below:
        found += _folders(one, deep - 1)
    return found


def _kept(backup: "Backup", where: Where) -> Kept:
    return Kept(
        backup.folder,
        backup.made_at,
        backup.shop_id,
        backup.counts,
        backup.bytes,
        backup.trail_count,
        backup.trail_head,
        backup.is_whole,
        where,
    )
