"""Write a pack of forms and shapes as bytes; `letters.hand.hand_pack` reads them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_cs.letters.hand.own.shaping import Points

UNITS = 1024
_LONGEST_STEP = 127  # units; a step takes one byte


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a character; lengths in em.

    Args:
        width: How far the pen travels.
        edges: Where the ink is seen to begin and to end.
        strokes: The strokes.
        parts: For each 0 in the main part of the character, more in a dot or an accent.
        shapes: For each shape how far it moves the points of each stroke.
    """

    width: float
    edges: tuple[float, float]
    strokes: list[Points]
    parts: list[int]
    shapes: list[list[Points]]


def pack_bytes(forms: Mapping[str, list[Form]], about: Mapping[str, object]) -> bytes:
    """Return a pack: a line of JSON, then columns of numbers.

    Args:
        forms: The forms of each character.
        about: What else the first line tells: its "name" and "x_height" (in units) at least.
    """
    texts = sorted(forms)
    whole = [form for text in texts for form in forms[text]]
    strokes = [stroke for form in whole for stroke in form.strokes]
    lines = [_walkable(np.rint(stroke * UNITS).astype(np.int64)) for stroke in strokes]
    shapes = [
        _small(shape[at] * UNITS)
        for form in whole
        for at in range(len(form.strokes))
        for shape in form.shapes
    ]
    shape_rows = [
        sum(len(shape[at]) for shape in form.shapes) for form in whole for at in range(len(form.strokes))
    ]
    columns: dict[str, npt.NDArray[np.generic]] = {
        "codes": np.array([ord(text) for text in texts], "<u4"),
        "widths": np.array([round(form.width * UNITS) for form in whole], "<i4"),
        "ink_edges": np.array([round(edge * UNITS) for form in whole for edge in form.edges], "<i4"),
        "first_strokes": _firsts([len(form.strokes) for form in whole]),
        "first_points": _firsts([len(line) for line in lines]),
        "first_forms": _firsts([len(forms[text]) for text in texts]),
        "first_shapes": _firsts(shape_rows),
        "stroke_of": np.arange(len(lines)).astype("<u2"),
        "starts": np.concatenate([line[0] for line in lines]).astype("<i2"),
        "shifts": np.zeros(2 * len(lines), "<i2"),
        "steps": np.concatenate([np.diff(line, axis=0, prepend=line[:1]) for line in lines])
        .astype("i1")
        .ravel(),
        "parts": np.array([part for form in whole for part in form.parts], "u1"),
        "uses": np.zeros(len(whole), "u1"),
        "shape_steps": np.concatenate(shapes).ravel() if shapes else np.zeros(0, "i1"),
    }
    described = [[name, column.dtype.str, len(column)] for name, column in columns.items()]
    line = json.dumps({**about, "units": UNITS, "columns": described}).encode()
    line += b" " * (-(len(line) + 1) % 8) + b"\n"
    return line + b"".join(column.tobytes() for column in columns.values())


def _walkable(line: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the line itself; its steps fit a byte, or it is not one that `shaping` made.

    Raises:
        ValueError: A step is too long.
    """
    if np.abs(np.diff(line, axis=0)).max(initial=0) > _LONGEST_STEP:
        raise ValueError("a step between two points does not fit a byte")
    return line


def _small(moved: Points) -> npt.NDArray[np.int8]:
    return np.clip(np.rint(moved), -_LONGEST_STEP, _LONGEST_STEP).astype("i1")


def _firsts(counts: list[int]) -> npt.NDArray[np.uint32]:
    return np.concatenate([[0], np.cumsum(counts)]).astype("<u4")
