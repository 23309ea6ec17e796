"""What is on a disk after the power went: rebuilt from the recorded system calls of any program.

The model: what was written into a file is safe once the file was synced; of what was not, each sector of 512
bytes is there, not there, or garbled, by chance. Names (files made, renamed, deleted) are safe once a folder
was synced; those after it are there in the order in which they were given, up to any point, as the journals
of file systems keep them. Cutting a file short may be lost too.

Source of the sector: SQLite, "Atomic Commit In SQLite", 2.0.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

SECTOR_BYTES = 512


@dataclass(frozen=True, slots=True)
class Deed:
    """One call: "write" at a place, "cut" to a length, "sync", "make", "rename", "remove", or "said"."""

    kind: str
    path: str = ""
    at: int = 0
    content: bytes = b""
    to: str = ""


@dataclass(slots=True)
class _File:
    """One file: what is safely on the disk, and what was done to it since."""

    safe: bytes = b""
    since: list[Deed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Luck:
    """How an un-synced sector fares.

    Args:
        chance: Where the luck comes from.
        kept: Share of the sectors that are there.
        garbled: Share of those that hold something else.
    """

    chance: Random
    kept: float = 0.5
    garbled: float = 0.03


class Disk:
    """A disk on which deeds are done, until the power goes.

    Args:
        content: What lies on it safely at the beginning, by path.
    """

    def __init__(self, content: dict[str, bytes]) -> None:
        self._names = {path: _File(safe) for path, safe in content.items()}
        self._safe_names = dict(self._names)
        self._named_since: list[dict[str, _File]] = []

    def do(self, deed: Deed) -> None:
        """Do one deed."""
        getattr(self, f"_{deed.kind}")(deed)

    def after_cut(self, luck: Luck) -> dict[str, bytes]:
        """Return what is found on the disk when the power comes back, by path."""
        points = [self._safe_names, *self._named_since]
        names = luck.chance.choice(points)
        return {path: _settled(file, luck) for path, file in names.items()}

    def _said(self, _deed: Deed) -> None:
        """Nothing of it is on the disk."""

    def _make(self, deed: Deed) -> None:
        if deed.path not in self._names:
            self._names[deed.path] = _File()
            self._note_names()

    def _write(self, deed: Deed) -> None:
        self._make(deed)
        self._names[deed.path].since.append(deed)

    def _cut(self, deed: Deed) -> None:
        self._write(deed)

    def _sync(self, deed: Deed) -> None:
        file = self._names.get(deed.path)
        if file is None:  # a folder: the names given so far are safe
            self._safe_names, self._named_since = dict(self._names), []
            return
        file.safe = _settled(file, None)
        file.since.clear()

    def _rename(self, deed: Deed) -> None:
        inside = f"{deed.path}/"
        for path in [one for one in self._names if one == deed.path or one.startswith(inside)]:
            self._names[deed.to + path[len(deed.path) :]] = self._names.pop(path)
        self._note_names()

    def _remove(self, deed: Deed) -> None:
        if self._names.pop(deed.path, None) is not None:
            self._note_names()

    def _note_names(self) -> None:
        self._named_since.append(dict(self._names))


def _settled(file: _File, luck: Luck | None) -> bytes:
    """Return the content of a file with all that was done to it, or with what luck leaves of it."""
    content = bytearray(file.safe)
    for deed in file.since:
        if deed.kind == "cut":
            if luck is None or luck.chance.random() < luck.kept:
                _cut_to(content, deed.at)
            continue
        for start in range(0, len(deed.content), SECTOR_BYTES):
            part = _sector(deed.content[start : start + SECTOR_BYTES], luck)
            place = deed.at + start
            if part is not None:
                _cut_to(content, max(len(content), place))
                content[place : place + len(part)] = part
    return bytes(content)


def _sector(part: bytes, luck: Luck | None) -> bytes | None:
    """Return what is found of a sector that was written: itself, something else, or nothing."""
    if luck is None:
        return part
    if luck.chance.random() >= luck.kept:
        return None
    return luck.chance.randbytes(len(part)) if luck.chance.random() < luck.garbled else part


def _cut_to(content: bytearray, length: int) -> None:
    del content[length:]
    content.extend(bytes(length - len(content)))


def played(deeds: Sequence[Deed], content: dict[str, bytes], until: int) -> Disk:
    """Return a disk on which so many of the deeds were done."""
    disk = Disk(content)
    for deed in deeds[:until]:
        disk.do(deed)
    return disk
