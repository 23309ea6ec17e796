"""What a backup says of itself: ids, counts, the end of the trail, check sums. No word of any person."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop_cs.storage.copying.disk import put_file
from desktop_cs.storage.copying.facts import Facts
from desktop_cs.storage.file.data_folder import DATABASE_FILE
from desktop_cs.storage.keys.key_slots import has_key

MANIFEST = "manifest.json"
POOL = "attachments"  # beside the folders of the backups, for all of them
NAME_FORMAT = "%Y-%m-%d_%H%M%S"  # in UTC, so that no change of the clocks in spring or autumn doubles a name
_NAME = re.compile(r"\d{4}-\d\d-\d\d_\d{6}(-\d+)?")
_FORMAT = 1
_NOBODY = UUID(int=0)
_FIRST_YEAR, _LAST_YEAR, _TOO_MANY = 1970, 9000, 2**62  # beyond is damage, or somebody's bad joke


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup.

    Args:
        folder: Where it lies; it can be opened by itself.
        made_at: When, by the clock of the PC, in UTC.
        shop_id: Whose it is; all zeros where nothing tells.
        version: Of the file.
        counts: Rows of each table.
        trail_count: Entries of the trail.
        trail_head: Its newest link, hexadecimal digits.
        bytes: Size of the file.
        attachments: How many files it needs from the pool beside it.
        is_whole: Whether, at a glance, nothing of it is missing or cut short.
        order: How many backups of that place were made before it; a wrong clock does not change that.
        digest: SHA-256 of the file, hexadecimal digits.
        names: The files that it needs from the pool.
    """

    folder: Path
    made_at: datetime
    shop_id: UUID = _NOBODY
    version: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    trail_count: int = 0
    trail_head: str = ""
    bytes: int = 0
    attachments: int = 0
    is_whole: bool = False
    order: int = 0
    digest: str = ""
    names: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        """Return its database file."""
        return self.folder / DATABASE_FILE

    @property
    def facts(self) -> Facts:
        """Return what its file held when it was made."""
        return Facts(self.shop_id, self.version, self.counts, self.trail_count, self.trail_head)


def is_name_of_ours(name: str) -> bool:
    """Return whether a folder has a name such as backups get."""
    return _NAME.fullmatch(name) is not None


def backups_in(place: Path) -> list[Backup]:
    """Return the backups in a folder, the last made first; damaged ones are there too, marked as not whole.

    Raises:
        OSError: The folder is there and cannot be read.
    """
    try:
        folders = [one for one in place.iterdir() if is_name_of_ours(one.name) and one.is_dir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(map(read_backup, folders), key=lambda one: (one.order, one.made_at), reverse=True)


def read_backup(folder: Path) -> Backup:
    """Return what a backup says of itself; one that says nothing is not known to be whole."""
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
        told = {name: value for name, value in content.items() if name != "check"}
        if content["format"] != _FORMAT or content["check"] != _check_sum(told):
            return Backup(folder, _made_at(folder))
        return Backup(
            folder=folder,
            made_at=_sane(datetime.fromisoformat(told["made_at"])),
            shop_id=UUID(told["shop_id"]),
            version=_number(told["version"]),
            counts={str(table): _number(count) for table, count in told["counts"].items()},
            trail_count=_number(told["trail_count"]),
            trail_head=str(told["trail_head"]),
            bytes=_number(told["bytes"]),
            attachments=len(told["attachments"]),
            is_whole=_size_of(folder) == told["bytes"] and has_key(folder),
            order=_number(told["order"]),
            digest=str(told["sha256"]),
            names=tuple(map(str, told["attachments"])),
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Backup(folder, _made_at(folder))


def write_manifest(backup: Backup) -> None:
    """Write what a backup says of itself into its folder.

    Raises:
        OSError: It cannot be written.
    """
    told: dict[str, Any] = {
        "format": _FORMAT,
        "made_at": backup.made_at.astimezone(UTC).isoformat(),
        "shop_id": str(backup.shop_id),
        "version": backup.version,
        "counts": dict(backup.counts),
        "trail_count": backup.trail_count,
        "trail_head": backup.trail_head,
        "bytes": backup.bytes,
        "order": backup.order,
        "sha256": backup.digest,
        "attachments": list(backup.names),
    }
    text = json.dumps({**told, "check": _check_sum(told)}, indent=1) + "\n"
    put_file(backup.folder / MANIFEST, text.encode())


def _check_sum(told: Mapping[str, object]) -> str:
    return sha256(json.dumps(told, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _made_at(folder: Path) -> datetime:
    """Return when a backup was made by its name alone; that of a file where the name tells nothing."""
    try:
        return _sane(datetime.strptime(folder.name[:17], NAME_FORMAT).replace(tzinfo=UTC))
    except ValueError:
        pass
    try:
        return datetime.fromtimestamp(folder.stat().st_mtime, UTC).replace(microsecond=0)
    except OSError:
        return datetime.fromtimestamp(0, UTC)


def _sane(moment: datetime) -> datetime:
    """Return a moment that can be reckoned with in every time zone.

    Raises:
        ValueError: It cannot.
    """
    if moment.tzinfo is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError(moment)
    return moment


def _number(value: object) -> int:
    """Return a whole number that counts something.

    Raises:
        ValueError: It does not.
    """
    if not isinstance(value, int) or not 0 <= value < _TOO_MANY:
        raise ValueError(value)
    return value


def _size_of(folder: Path) -> int:
    return (folder / DATABASE_FILE).stat().st_size
