"""The columns of a pack of pen strokes, and the checks that a damaged file cannot pass."""

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[Any]

# Source: the layout that packaging/hand_file.py writes. A pack without the last six has one form for each
# character, no shapes, and every stroke where it was drawn.
_KINDS = {
    "codes": "<u4",
    "widths": "<i4",
    "ink_edges": "<i4",
    "first_strokes": "<u4",
    "first_points": "<u4",
    "starts": "<i2",
    "steps": "|i1",
    "parts": "|u1",
    "first_forms": "<u4",
    "uses": "|u1",
    "stroke_of": "<u2",
    "shifts": "<i2",
    "first_shapes": "<u4",
    "shape_steps": "|i1",
}
_NEEDED = 8
_LONGEST_HEADER = 65536  # bytes
_FARTHEST = 10.0  # times as far as in other hands
_EM = range(16, 32768)  # units; the columns hold no more


@dataclass(frozen=True, slots=True)
class Columns:
    """The numbers of a pack; lengths in its units.

    Args:
        codes: The code points of its characters, rising.
        first_forms: For each character, then each ligature, the place of its first form; and the end.
        uses: For each form where in a word it may stand.
        widths: For each form how far the pen travels.
        ink_edges: For each form where the ink is seen to begin and to end.
        first_strokes: For each form its first row of `stroke_of`; and the end.
        stroke_of: The strokes that forms take.
        shifts: How far each is moved there.
        parts: For each 0 in the main part of the character, more in a dot or an accent.
        first_points: For each stroke its first point; and the end.
        starts: For each stroke where its first point is.
        steps: From each point to the next; the first of a stroke has none.
        first_shapes: For each stroke its first row of `shape_steps`; and the end.
        shape_steps: How far each shape moves each point, shape after shape.
    """

    codes: Column
    first_forms: Column
    uses: Column
    widths: Column
    ink_edges: Column
    first_strokes: Column
    stroke_of: Column
    shifts: Column
    parts: Column
    first_points: Column
    starts: Column
    steps: Column
    first_shapes: Column
    shape_steps: Column


def read_columns(content: npt.NDArray[np.uint8]) -> tuple[dict[str, Any], Columns]:
    """Return the header of a pack and its columns.

    Raises:
        ValueError: It is not a pack, or a damaged one.
    """
    header, start = _header(content)
    found: dict[str, Column] = {}
    for name, length in _described(header):
        end = start + length * np.dtype(_KINDS[name]).itemsize
        if end > len(content):
            raise ValueError(f"{name} ends after the file")
        found[name] = np.asarray(content[start:end]).view(_KINDS[name])
        start = end
    if start != len(content):
        raise ValueError(f"{len(content)} bytes instead of {start}")
    columns = Columns(**_completed(found))
    _check(columns, len(header.get("ligatures", ())))
    return header, columns


def _header(content: npt.NDArray[np.uint8]) -> tuple[dict[str, Any], int]:
    """Return the first line as JSON, and where the columns begin."""
    line = content[:_LONGEST_HEADER].tobytes().partition(b"\n")[0]
    try:
        header = json.loads(line)
    except RecursionError as error:
        raise ValueError("the first line is nested without end") from error
    is_pack = isinstance(header, dict) and isinstance(header.get("name"), str)
    if not is_pack:
        raise ValueError("the first line is not that of a pack")
    if not all(isinstance(header.get(key), int) and header[key] in _EM for key in ("units", "x_height")):
        raise ValueError("the pack does not say how large it is")
    ligatures = header.get("ligatures", [])
    if not isinstance(ligatures, list) or not all(isinstance(text, str) for text in ligatures):
        raise ValueError("the ligatures are not texts")
    kerns = header.get("kerns", {})
    if not isinstance(kerns, dict) or not all(
        isinstance(kern, int) and abs(kern) in range(_EM.stop) for kern in kerns.values()
    ):
        raise ValueError("the kerning is not in numbers")
    _check_manner(header)
    return header, len(line) + 1


def _check_manner(header: dict[str, Any]) -> None:
    """Refuse a manner of writing that no hand can have."""
    manner = header.get("manner", {})
    if not isinstance(manner, dict) or not all(_is_between(times, _FARTHEST) for times in manner.values()):
        raise ValueError("the manner of writing is not in numbers")
    if not _is_between(header.get("usual", 0.0), 1.0):
        raise ValueError("the share of usual forms is none")


def _is_between(number: object, most: float) -> bool:
    return isinstance(number, int | float) and 0 <= number <= most


def _described(header: dict[str, Any]) -> list[tuple[str, int]]:
    listed = header.get("columns")
    if not isinstance(listed, list) or not all(isinstance(row, list) and len(row) == 3 for row in listed):
        raise ValueError("the columns are not described")
    described = [(row[0], row[2]) for row in listed]
    if not all(
        isinstance(name, str) and isinstance(length, int) and length >= 0 for name, length in described
    ):
        raise ValueError("a column has no name or no length")
    if not set(list(_KINDS)[:_NEEDED]) <= {name for name, _length in described} <= set(_KINDS):
        raise ValueError("columns are missing or unknown")
    return described


def _completed(found: dict[str, Column]) -> dict[str, Column]:
    """Add the columns that a simple pack leaves out, and put pairs of numbers side by side."""
    characters, strokes = len(found["codes"]), len(found["parts"])
    columns: dict[str, Column] = {
        "first_forms": np.arange(characters + 1, dtype=np.uint32),
        "uses": np.zeros(len(found["widths"]), np.uint8),
        "stroke_of": np.arange(strokes, dtype=np.uint32),
        "shifts": np.zeros(2 * strokes, np.int16),
        "first_shapes": np.zeros(len(found["first_points"]), np.uint32),
        "shape_steps": np.zeros(0, np.int8),
    }
    columns |= found
    for name in ("shifts", "starts", "steps", "shape_steps"):
        columns[name] = columns[name].reshape(-1, 2)
    return columns


def _check(columns: Columns, ligatures: int) -> None:
    """Raise ValueError unless every column points into the next."""
    forms, strokes = len(columns.widths), len(columns.starts)
    if not (len(columns.uses) == forms and len(columns.ink_edges) == 2 * forms and forms):
        raise ValueError("not every form has its width, its edges and its use")
    if not len(columns.stroke_of) == len(columns.parts) == len(columns.shifts):
        raise ValueError("not every stroke of a form has its part and its shift")
    for name, firsts, entries, end in (
        ("first_forms", columns.first_forms, len(columns.codes) + ligatures, forms),
        ("first_strokes", columns.first_strokes, forms, len(columns.stroke_of)),
        ("first_points", columns.first_points, strokes, len(columns.steps)),
        ("first_shapes", columns.first_shapes, strokes, len(columns.shape_steps)),
    ):
        if len(firsts) != entries + 1 or firsts[0] or firsts[-1] != end or (firsts[1:] < firsts[:-1]).any():
            raise ValueError(f"{name} does not count up to {end}")
    _check_contents(columns, strokes)


def _check_contents(columns: Columns, strokes: int) -> None:
    """Raise ValueError where a number cannot be meant."""
    if (columns.first_points[1:] < columns.first_points[:-1] + 2).any():
        raise ValueError("a stroke has no length")
    if strokes and int(columns.stroke_of.max(initial=0)) >= strokes:
        raise ValueError("a form takes a stroke that is not there")
    if (columns.codes[1:] <= columns.codes[:-1]).any() or columns.codes.max(initial=0) > 0x10FFFF:
        raise ValueError("the characters are not in order")
    if columns.uses.max(initial=0) > 3:
        raise ValueError("a form is used in no known way")
