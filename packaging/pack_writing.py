"""Write a pack of pen strokes, and shape the strokes that go into it.

`build_hands.py` and `build_hanzi.py` use this; `desktop_cs/letters/hand/hand_pack.py` reads what is written.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

UNITS = 1024
TOUCHING = 0.05  # strokes nearer than this, in em, belong to one part of the letter and move together
SEEN_UP_TO = 0.36  # em; a little above small letters
HANDS = Path(__file__).resolve().parent.parent / "resources" / "hands"


@dataclass(frozen=True, slots=True)
class Drawing:
    """One character: how far the pen travels (em), and its strokes (em, y upwards from the line)."""

    width: float
    strokes: list[Points]


def drawn_marks(marks: dict[str, Any], letters: dict[str, Drawing]) -> dict[str, Drawing]:
    """Return the signs that this project drew itself, some of them over one of the letters."""
    drawings = {}
    for mark, drawn in marks.items():
        strokes = [resampled(rounded(np.array(line, float) / 1000), 0.002, 0.1) for line in drawn["strokes"]]
        under = letters[drawn["over"]] if "over" in drawn else Drawing(drawn["width"] / 1000, [])
        drawings[mark] = Drawing(under.width, under.strokes + strokes)
    return drawings


def rounded(line: Points) -> Points:
    """Cut the corners of a coarse line twice (Chaikin's rule), keeping its ends."""
    for _ in range(2):
        cut = np.empty((2 * len(line), 2))
        cut[0], cut[-1] = line[0], line[-1]
        cut[1:-1:2] = 0.75 * line[:-1] + 0.25 * line[1:]
        cut[2:-1:2] = 0.25 * line[:-1] + 0.75 * line[1:]
        line = cut
    return line


def resampled(line: Points, tolerance: float, longest: float) -> Points:
    """Return at least four points along a line: few where it is straight, many where it turns.

    Args:
        line: The line, in em.
        tolerance: How far the curve may run from the line, in em.
        longest: The longest step on a straight, in em.
    """
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    if length[-1] < 0.006:
        return np.array(
            [line[0], line[0] + [0.003, 0.001], line[0] + [0.006, 0.0], line[0] + [0.009, -0.002]]
        )
    fine = np.linspace(0, length[-1], max(16, int(length[-1] / 0.005)))
    x, y = (np.interp(fine, length, axis) for axis in line.T)
    reach = min(6, len(fine) // 8)
    kernel = np.ones(2 * reach + 1) / (2 * reach + 1)
    direction = np.unwrap(np.arctan2(np.gradient(y), np.gradient(x)))
    bend = np.abs(np.gradient(direction, fine))
    bend = np.convolve(np.pad(bend, reach, "edge"), kernel, "valid")
    step = np.clip(np.sqrt(8 * tolerance / (bend + 1e-6)), 0.018, longest)
    walked = np.concatenate([[0.0], np.cumsum(np.diff(fine) / ((step[1:] + step[:-1]) / 2))])
    places = np.linspace(0, walked[-1], max(4, round(walked[-1]) + 1))
    return np.stack([np.interp(places, walked, x), np.interp(places, walked, y)], 1)


def parts_of(strokes: list[Points]) -> list[int]:
    """Return for each stroke which part of the character it is in; part 0 is the largest."""
    part = list(range(len(strokes)))
    for i, later in enumerate(strokes):
        for j, earlier in enumerate(strokes[:i]):
            gaps = np.hypot(*(later[:, None] - earlier[None]).transpose(2, 0, 1))
            if gaps.min() < TOUCHING:
                low, high = sorted((part[i], part[j]))
                part = [low if p == high else p for p in part]
    spans = {
        p: np.ptp(np.concatenate([s for s, q in zip(strokes, part, strict=True) if q == p]), 0).sum()
        for p in part
    }
    order = sorted(spans, key=lambda p: (-spans[p], p))
    return [order.index(p) for p in part]


def write_pack(path: Path, drawings: dict[str, Drawing], about: dict[str, object]) -> None:
    """Write one pack: a line of JSON, then columns of numbers (`letters.hand.hand_pack` reads it)."""
    characters = sorted(drawings)
    strokes = [stroke for character in characters for stroke in drawings[character].strokes]
    lines = [np.rint(stroke * UNITS).astype(int) for stroke in strokes]
    columns = {
        "codes": np.array([ord(character) for character in characters], "<u4"),
        "widths": np.array([round(drawings[character].width * UNITS) for character in characters], "<i4"),
        "ink_edges": np.array([ink_edges(drawings[character]) for character in characters], "<i4").ravel(),
        "first_strokes": starts_of([len(drawings[character].strokes) for character in characters]),
        "first_points": starts_of([len(stroke) for stroke in strokes]),
        "starts": np.concatenate([line[0] for line in lines]).astype("<i2"),
        "steps": small_steps(
            np.concatenate([np.diff(line, axis=0, prepend=line[:1]) for line in lines]).ravel()
        ),
        "parts": np.array([part for c in characters for part in parts_of(drawings[c].strokes)], "u1"),
    }
    header = about | {"units": UNITS, "columns": [[n, c.dtype.str, len(c)] for n, c in columns.items()]}
    line = json.dumps(header, ensure_ascii=True).encode()
    line += b" " * (-(len(line) + 1) % 8) + b"\n"
    path.write_bytes(line + b"".join(column.tobytes() for column in columns.values()))
    sys.stdout.write(f"{path.name}: {len(characters)} characters, {path.stat().st_size} bytes\n")


def ink_edges(drawing: Drawing) -> tuple[int, int]:
    """Return where the eye sees the ink begin and end: between the line and the top of the small letters.

    Tails and tops that lean out count only for characters that have nothing else; a blank has none at all.
    """
    if not drawing.strokes:
        return 0, 0
    ink = np.concatenate(drawing.strokes)
    seen = ink[(ink[:, 1] > -0.03) & (ink[:, 1] < SEEN_UP_TO)]
    across = (seen if len(seen) > 2 else ink)[:, 0] * UNITS
    return round(float(across.min())), round(float(across.max()))


def small_steps(steps: npt.NDArray[np.int_]) -> npt.NDArray[np.int8]:
    """Return steps as single bytes.

    Raises:
        ValueError: One does not fit.
    """
    if np.abs(steps).max() > 127:
        raise ValueError("a step between two points does not fit a byte")
    return steps.astype("i1")


def starts_of(counts: list[int]) -> npt.NDArray[np.uint32]:
    """Return where each run of so many begins, and where the last one ends."""
    return np.concatenate([[0], np.cumsum(counts)]).astype("<u4")
