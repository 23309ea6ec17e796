"""Anchors: how long the trail was at some moment and how it ended, kept outside of the file.

A chain alone does not see that its end was cut off, nor that somebody with the key wrote all of it anew. So
each backup carries an anchor, some prints do, and the data folder keeps a short list (no personal data: a
count, a code, a time, and where the anchor went).

Source: safety.md, decision 10.
"""

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

ANCHORS_FILE = "shop.anchors"
CLOSING = "closing"  # kept when the program ended
_KEPT = 400  # lines; a year of closings
_LONGEST_COUNT = 18  # digits; no trail has more entries
_GROUPS, _DIGITS = 8, 4  # 32 digits, 106 bits: nobody finds another trail with the same


@dataclass(frozen=True, slots=True)
class Anchor:
    """One anchor: count and newest link (hexadecimal digits) at a moment, and what keeps it.

    `link_at` gives the link at a place of the trail that the anchor belongs to, "" where that is shorter;
    a backup can tell, a line in a file cannot.

    Raises:
        ShopError: By `link_at`, where the backup cannot be read.
    """

    count: int
    head: str
    at: datetime
    where: str = ""
    link_at: Callable[[int], str] | None = field(default=None, compare=False)


def digit_groups(head: str) -> str:
    """Return a link as eight groups of four digits, short enough to print and to compare by eye."""
    digits = f"{int(head, 16) % 10 ** (_GROUPS * _DIGITS):0{_GROUPS * _DIGITS}d}"
    return " ".join(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))


def typed_anchor(text: str) -> tuple[int, str] | None:
    """Return the count and the digit groups that somebody typed from a print; None where digits lack.

    Whatever stands between the digits does not matter; the last 32 are the groups, the rest is the count.
    """
    digits = "".join(str(int(sign)) for sign in text if sign.isdecimal())
    groups, count = digits[-_GROUPS * _DIGITS :], digits[: -_GROUPS * _DIGITS]
    if len(groups) < _GROUPS * _DIGITS or not 0 < len(count) <= _LONGEST_COUNT:
        return None
    return int(count), " ".join(groups[at : at + _DIGITS] for at in range(0, len(groups), _DIGITS))


def read_anchors(folder: Path) -> list[Anchor]:
    """Return the anchors that a data folder keeps, oldest first; unreadable lines are passed over."""
    found: list[Anchor] = []
    with suppress(OSError, UnicodeDecodeError):
        for line in (folder / ANCHORS_FILE).read_text("utf-8").splitlines():
            with suppress(ValueError, LookupError, TypeError, OverflowError, RecursionError):
                told = json.loads(line)
                at = datetime.fromisoformat(told["at"])
                int(told["head"], 16)
                if at.tzinfo is not None:
                    found.append(Anchor(int(told["count"]), told["head"], at, str(told["where"])))
    return found


def keep_anchor(folder: Path, anchor: Anchor) -> bool:
    """Add an anchor to those of the folder and return whether it is on the disk; the oldest lines go."""
    kept = read_anchors(folder)
    if any((one.count, one.head) == (anchor.count, anchor.head) for one in kept[-1:]):
        return True
    return _write(folder, [*kept, anchor][-_KEPT:])


def date_back(folder: Path, now: datetime) -> bool:
    """Let no anchor of the folder be of a time that is still to come, and return whether that is on the disk.

    The clock was ahead when it was kept. A restore tells by the time which anchors were there before it, so
    this is done with each restore, of whose moment it is known that they were.
    """
    kept = read_anchors(folder)
    told = [replace(one, at=min(one.at, now)) for one in kept]
    return told == kept or _write(folder, told)


def _write(folder: Path, anchors: Iterable[Anchor]) -> bool:
    """Write the anchors of a folder, all or none, and return whether they are on the disk."""
    partial = folder / f"{ANCHORS_FILE}.partial"
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(_lines(anchors))
            file.flush()
            os.fsync(file.fileno())
        partial.replace(folder / ANCHORS_FILE)
    except OSError:
        return False
    return True


def _lines(anchors: Iterable[Anchor]) -> bytes:
    told = (
        {"at": one.at.isoformat(), "count": one.count, "head": one.head, "where": one.where}
        for one in anchors
    )
    return "".join(f"{json.dumps(line)}\n" for line in told).encode()
