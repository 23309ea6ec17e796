"""Whether the trail is whole: its chain from the first entry to the last, and its anchors."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlcipher3 import dbapi2 as driver

from desktop_cs.errors import ShopError
from desktop_cs.storage.stores.trail import RESTORED, Progress
from desktop_cs.storage.stores.trail_anchors import Anchor
from desktop_cs.storage.stores.trail_links import COVERED, START, Linker
from desktop_cs.storage.tables.fields import moment_from

_ENTRIES = f"SELECT {COVERED}, link FROM trail ORDER BY place"  # noqa: S608 (our names)
_LENGTH = "SELECT max(place) FROM trail"
_AT_ONCE = 5_000  # entries between two looks at the progress: a fiftieth of a second


class FaultKind(StrEnum):
    """What is wrong with the trail."""

    CHANGED = "changed"  # these entries are not as they were written, or not in their order
    MISSING = "missing"  # entries between others were taken out
    CUT = "cut"  # an anchor knows more entries than there are
    OTHER = "other"  # an anchor knows another trail


@dataclass(frozen=True, slots=True)
class TrailFault:
    """One thing that is wrong: the places it concerns, first to last, and the anchor that tells it."""

    kind: FaultKind
    first: int
    last: int
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Restore:
    """A backup took the place of the records, as the trail itself tells.

    `length` is how many entries the backup had; `lost` is how many anchors knew others after these.
    """

    place: int
    at: datetime
    length: int
    lost: int = 0


@dataclass(frozen=True, slots=True)
class TrailReport:
    """What looking through the whole trail gave."""

    entries: int
    head: str
    faults: tuple[TrailFault, ...]
    anchors: int
    restores: tuple[Restore, ...]

    @property
    def is_whole(self) -> bool:
        """Return whether nothing is wrong."""
        return not self.faults


def check_trail(
    connection: driver.Connection, link: Linker, anchors: Iterable[Anchor], progress: Progress | None
) -> TrailReport:
    """Look through the whole trail, as it is at this moment.

    Args:
        connection: A connection in no transaction.
        link: What chains the entries.
        anchors: What was kept elsewhere.
        progress: Is told the share that is done; may raise to stop.
    """
    known = list(anchors)
    chain = _Chain(link, {anchor.count for anchor in known})
    connection.execute("BEGIN")
    try:
        length = connection.execute(_LENGTH).fetchone()[0] or 0
        entries = connection.execute(_ENTRIES)
        while slice := entries.fetchmany(_AT_ONCE):
            chain.walk(slice)
            if progress is not None:
                progress(chain.place / length)
    finally:
        connection.execute("ROLLBACK")
    judged = _judged(known, chain)
    return TrailReport(
        chain.count,
        _digits(chain.before),
        (*chain.faults, *judged.faults),
        len(known),
        tuple(replace(one, lost=judged.lost.get(one.place, 0)) for one in chain.restores),
    )


class _Chain:
    """What is known of the trail up to the entry that was looked at last."""

    def __init__(self, link: Linker, wanted: set[int]) -> None:
        self.place = self.count = 0
        self.before = START
        self.faults: list[TrailFault] = []
        self.links = {0: START.hex()}
        self.restores: list[Restore] = []
        self._link = link
        self._wanted = wanted

    def walk(self, entries: list[Any]) -> None:
        """Follow the chain through the next entries. After a fault it goes on from what stands there."""
        link, before, place, wanted = self._link, self.before, self.place, self._wanted
        for entry in entries:
            found, number = entry[10], entry[0]
            if number != place + 1:
                self.faults.append(TrailFault(FaultKind.MISSING, place + 1, number - 1))
            elif link(before, entry) != found or not found:
                self._add_changed(number)
            place, before = number, found
            if number in wanted or entry[6] == RESTORED:
                self.links[number] = _digits(found)
            if entry[6] == RESTORED:
                self.restores.append(Restore(number, moment_from(entry[4]), _length(entry[8], number - 1)))
        self.place, self.before = place, before
        self.count += len(entries)

    def _add_changed(self, place: int) -> None:
        last = self.faults[-1] if self.faults else None
        if last is not None and last.kind is FaultKind.CHANGED and last.last == place - 1:
            self.faults[-1] = TrailFault(FaultKind.CHANGED, last.first, place)
        else:
            self.faults.append(TrailFault(FaultKind.CHANGED, place, place))


@dataclass(slots=True)
class _Judged:
    """What the anchors tell: faults, and how many anchors each restore explains, by its place."""

    faults: list[TrailFault]
    lost: dict[int, int]


def _judged(anchors: list[Anchor], chain: _Chain) -> _Judged:
    judged = _Judged([], {})
    for anchor in anchors:
        if hmac.compare_digest(chain.links.get(anchor.count, ""), anchor.head):
            continue
        known = next((one for one in chain.restores if _explains(one, anchor, chain)), None)
        if known is not None:
            judged.lost[known.place] = judged.lost.get(known.place, 0) + 1
        elif anchor.count > chain.place:
            judged.faults.append(TrailFault(FaultKind.CUT, chain.place + 1, anchor.count, anchor))
        else:
            judged.faults.append(TrailFault(FaultKind.OTHER, 1, anchor.count, anchor))
    return judged


def _explains(restore: Restore, anchor: Anchor, chain: _Chain) -> bool:
    """Return whether an anchor was there before a restore, which gave up what the anchor knows.

    A clock may have been ahead, or been set back since. So the trail that the anchor belongs to is asked
    first: where the restore does not stand in it, it is that of what was given up; a trail that was cut off
    after the restore had it. Only where that cannot be asked the times tell.
    """
    if restore.length >= anchor.count:
        return False
    is_after = _is_after(restore, anchor, chain)
    return anchor.at <= restore.at if is_after is None else not is_after


def _is_after(restore: Restore, anchor: Anchor, chain: _Chain) -> bool | None:
    """Return whether a restore stands in the trail that an anchor belongs to, None where nobody knows."""
    if anchor.link_at is None:
        return None
    try:
        is_its_own = anchor.link_at(anchor.count) == anchor.head
        return anchor.link_at(restore.place) == chain.links[restore.place] if is_its_own else None
    except ShopError:
        return None


def _digits(link: object) -> str:
    """Return a link as hexadecimal digits; "" where something else stands in its column."""
    return link.hex() if isinstance(link, bytes) else ""


def _length(fields: object, otherwise: int) -> int:
    """Return how many entries the backup had that a restore tells of."""
    return int(fields) if isinstance(fields, str) and fields.isdecimal() else otherwise
