"""Read a pack of pen strokes: for every character how far the pen travels and the strokes it makes.

A pack is a line of JSON (its name, licence notice, units and columns) followed by the columns, little-endian.
`packaging/build_hands.py` writes it.

A character has one or more **forms**, which differ in build (a loop or none, another bar on the t); a form is
known by its **place** and has up to three **shapes**, the same points elsewhere. Strokes are kept once: forms
say which of them they take and where, so that é costs no more than its accent.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.letters.hand.pack_columns import read_columns

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

MOST_SHAPES = 3


class Use(IntEnum):
    """Where in a word a form may stand."""

    ANYWHERE = 0
    FIRST = 1
    LAST = 2
    INSIDE = 3  # not at a word's end: it has no end of its own


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
    """One hand's characters and their strokes.

    Args:
        content: The bytes of the pack, in memory or mapped from its file.

    Raises:
        ValueError: It is not a pack, or a damaged one.
    """

    def __init__(self, content: npt.NDArray[np.uint8]) -> None:
        self.header, self._columns = read_columns(content)
        self.units: int = self.header["units"]
        self.x_height: float = self.header["x_height"] / self.units
        self.ligatures: tuple[str, ...] = tuple(self.header.get("ligatures", ()))
        self._kerns: dict[str, int] = self.header.get("kerns", {})
        # How often a letter has its usual form, and how many times as far as usual what strays (LatinStyle).
        self.usual: float = self.header.get("usual", 0.0)
        self.manner: dict[str, float] = self.header.get("manner", {})
        self._codes = self._columns.codes
        self._ligatures = {text: len(self._codes) + at for at, text in enumerate(self.ligatures)}
        self._fitting: dict[tuple[int, frozenset[Use]], tuple[int, ...]] = {}

    @classmethod
    def from_bytes(cls, content: bytes) -> "HandPack":
        """Return the pack in `content`, such as a person's own hand.

        Raises:
            ShopError: It is damaged.
        """
        try:
            return cls(np.frombuffer(content, np.uint8))
        except ValueError as error:
            sentence = _("This handwriting is damaged. Choose another hand, or write its sheet once more.")
            raise ShopError(sentence, details=str(error)) from error

    @property
    def name(self) -> str:
        """What the pack is called."""
        return str(self.header["name"])

    def characters(self) -> str:
        """Return every character that the pack can write, by code point."""
        return "".join(map(chr, self._codes.tolist()))

    def place(self, text: str) -> int:
        """Return the place of the first form of a character or ligature, or -1 when there is none."""
        if len(text) > 1:
            entry = self._ligatures.get(text, -1)
        else:
            code = ord(text)
            at = int(np.searchsorted(self._codes, code))
            entry = at if at < len(self._codes) and self._codes[at] == code else -1
        return int(self._columns.first_forms[entry]) if entry >= 0 else -1

    def forms(self, place: int) -> range:
        """Return the places of all forms of the character that one of its forms is given of."""
        firsts = self._columns.first_forms
        entry = int(np.searchsorted(firsts, place, side="right")) - 1
        return range(int(firsts[entry]), int(firsts[entry + 1]))

    def use(self, place: int) -> Use:
        """Return where in a word the form at `place` may stand."""
        return Use(int(self._columns.uses[place]))

    def fitting(self, place: int, uses: frozenset[Use]) -> tuple[int, ...]:
        """Return the places of a character's forms with one of these uses; `place` if there is none."""
        key = (place, uses)
        if key not in self._fitting:
            forms = tuple(form for form in self.forms(place) if self.use(form) in uses)
            self._fitting[key] = forms or (place,)
        return self._fitting[key]

    def shapes(self, place: int) -> int:
        """Return how many shapes the form at `place` has besides its own."""
        stroke = self._columns.stroke_of[int(self._columns.first_strokes[place])]
        rows = self._columns.first_shapes[stroke : stroke + 2].astype(np.int64)
        points = self._columns.first_points[stroke : stroke + 2].astype(np.int64)
        return int((rows[1] - rows[0]) // max(1, points[1] - points[0]))

    def width(self, place: int) -> float:
        """Return how far the pen travels over the form at `place`, in em."""
        return float(self._columns.widths[place]) / self.units

    def kern(self, before: str, after: str) -> float:
        """Return how much further the pen travels between two characters than by their widths, in em."""
        return self._kerns.get(before + after, 0) / self.units

    def ink_edges(self, place: int) -> tuple[float, float]:
        """Return where the eye sees the ink at `place` begin and end, in em; (0, 0) for a blank."""
        left, right = self._columns.ink_edges[2 * place : 2 * place + 2].tolist()
        return left / self.units, right / self.units

    def has_ink(self, place: int) -> bool:
        """Return whether the form at `place` has a stroke."""
        first, last = self._columns.first_strokes[place : place + 2].tolist()
        return bool(last > first)

    def strokes(self, places: list[int], weights: Floats | None = None) -> Strokes:
        """Return the strokes of the forms at `places`, in that order.

        Args:
            places: Where the forms are in the pack.
            weights: For each form how much of each of its shapes, usually between -1 and 1; (n, 3). Every
                point moves by the weighted sum of what the shapes differ from the form.
        """
        at = np.asarray(places, np.int64)
        row, owners = _runs(self._columns.first_strokes, at)
        stroke = self._columns.stroke_of[row].astype(np.int64)
        point, of_row = _runs(self._columns.first_points, stroke)
        lengths = np.bincount(of_row, minlength=len(stroke))
        steps = self._columns.steps.take(point, 0).astype(np.int64)
        walked = np.cumsum(steps, axis=0)
        first = np.cumsum(lengths) - lengths
        starts = (self._columns.starts[stroke] + self._columns.shifts[row]).astype(np.int64)
        points = (walked + np.repeat(starts - walked[first], lengths, axis=0)).astype(np.float64)
        if weights is not None and len(self._columns.shape_steps):
            points += self._moved(stroke, lengths, weights[owners])
        return Strokes(points / self.units, lengths, self._columns.parts[row].astype(np.int64), owners)

    def _moved(self, stroke: Ints, lengths: Ints, weights: Floats) -> Floats:
        """Return how far the shapes move every point of these strokes, in units."""
        begin = self._columns.first_shapes[stroke].astype(np.int64)
        counts = (self._columns.first_shapes[stroke + 1] - begin) // np.maximum(lengths, 1)
        within = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        moved = np.zeros((len(within), 2))
        for shape in range(MOST_SHAPES):
            has = counts > shape  # the others take any row, by nothing
            rows = np.repeat(np.where(has, begin + shape * lengths, -1), lengths) + within
            weight = np.repeat(np.where(has, weights[:, shape], 0.0), lengths)
            moved += self._columns.shape_steps.take(rows, 0, mode="clip") * weight[:, None]
        return moved


@cache
def hand_pack(path: Path) -> HandPack:
    """Return the pack at `path`, mapped into memory once.

    Raises:
        ShopError: The file is missing or damaged.
    """
    try:
        return HandPack(np.memmap(path, np.uint8, "r"))
    except (OSError, ValueError) as error:
        sentence = _("The handwriting file {name} is missing or damaged. Install the program again.")
        raise ShopError(sentence.format(name=path.name), details=str(error)) from error


def _runs(firsts: npt.NDArray[Any], at: Ints) -> tuple[Ints, Ints]:
    """Return the indices firsts[a] to firsts[a + 1] of every a, and for each the place of its a."""
    begin = firsts[at].astype(np.int64)
    counts = firsts[at + 1].astype(np.int64) - begin
    owners = np.repeat(np.arange(len(at)), counts)
    within = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    return begin[owners] + within, owners
