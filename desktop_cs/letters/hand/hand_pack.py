"""Read a pack of pen strokes: for every character how far the pen travels and the strokes it makes.

A pack is a line of JSON (its name, licence notice, units and columns) followed by the columns, little-endian.
`packaging/build_hands.py` writes it.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Strokes:
    """The strokes of many characters, end to end.

    Args:
        points: One row per point, in em, y upwards from the writing line.
        lengths: How many points each stroke has.
        parts: For each stroke 0 in the main part of its character, more in a dot or an accent.
        owners: For each stroke the place of its character in the list that was asked for.
    """

    points: Floats
    lengths: Ints
    parts: Ints
    owners: Ints


class HandPack:
    """One hand's characters and their strokes, mapped into memory.

    Args:
        path: The pack file.

    Raises:
        ShopError: The file is missing or damaged.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self.header: dict[str, Any] = json.loads(file.readline())
                start = file.tell()
            self._columns = _columns(np.memmap(path, np.uint8, "r"), start, self.header["columns"])
        except (OSError, ValueError, KeyError) as error:
            sentence = _("The handwriting file {name} is missing or damaged. Install the program again.")
            raise ShopError(sentence.format(name=path.name), details=str(error)) from error
        self.units: int = self.header["units"]
        self.x_height: float = self.header["x_height"] / self.units
        self._codes = self._columns["codes"]

    def characters(self) -> str:
        """Return every character that the pack can write, by code point."""
        return "".join(map(chr, self._codes.tolist()))

    def place(self, character: str) -> int:
        """Return where a character stands in the pack, or -1."""
        code = ord(character)
        at = int(np.searchsorted(self._codes, code))
        return at if at < len(self._codes) and self._codes[at] == code else -1

    def width(self, place: int) -> float:
        """Return how far the pen travels over the character at `place`, in em."""
        return float(self._columns["widths"][place]) / self.units

    def ink_edges(self, place: int) -> tuple[float, float]:
        """Return where the eye sees the ink at `place` begin and end, in em; (0, 0) for a blank."""
        left, right = self._columns["ink_edges"][2 * place : 2 * place + 2].tolist()
        return left / self.units, right / self.units

    def strokes(self, places: list[int]) -> Strokes:
        """Return the strokes of the characters at `places`, in that order."""
        at = np.asarray(places, np.int64)
        stroke, owners = _runs(self._columns["first_strokes"], at)
        point, of_stroke = _runs(self._columns["first_points"], stroke)
        lengths = np.bincount(of_stroke, minlength=len(stroke))
        steps = self._columns["steps"].reshape(-1, 2)[point].astype(np.int64)
        walked = np.cumsum(steps, axis=0)
        first = np.cumsum(lengths) - lengths
        starts = self._columns["starts"].reshape(-1, 2)[stroke].astype(np.int64)
        points = walked + np.repeat(starts - walked[first], lengths, axis=0)
        return Strokes(points / self.units, lengths, self._columns["parts"][stroke].astype(np.int64), owners)


@cache
def hand_pack(path: Path) -> HandPack:
    """Return the pack at `path`, opened once."""
    return HandPack(path)


def _columns(
    content: npt.NDArray[np.uint8], start: int, described: list[list[Any]]
) -> dict[str, npt.NDArray[Any]]:
    columns = {}
    for name, kind, length in described:
        end = start + length * np.dtype(kind).itemsize
        columns[name] = np.asarray(content[start:end]).view(kind)
        start = end
    if start != len(content):
        raise ValueError(f"{len(content)} bytes instead of {start}")
    return columns


def _runs(firsts: npt.NDArray[np.uint32], at: Ints) -> tuple[Ints, Ints]:
    """Return the indices firsts[a] to firsts[a + 1] of every a, and for each the place of its a."""
    begin = firsts[at].astype(np.int64)
    counts = firsts[at + 1].astype(np.int64) - begin
    owners = np.repeat(np.arange(len(at)), counts)
    within = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    return begin[owners] + within, owners
