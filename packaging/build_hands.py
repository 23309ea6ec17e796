"""Build the packs in resources/hands from the two npm packages that hold their sources.

Run in a folder where ``npm install @expo-google-fonts/la-belle-aurore hanzi-writer-data`` was done:

    python packaging/build_hands.py <that folder>/node_modules

Needs scikit-image and scipy, which the app itself does not. The result depends on nothing but the two
packages and hand_drawn_strokes.toml, so a second run gives the same bytes.
"""

import json
import shutil
import sys
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import uharfbuzz
from hand_skeletons import glyph_strokes

Points = npt.NDArray[np.float64]
Marks = dict[str, dict[str, list[list[list[float]]]]]  # place, accent, strokes

UNITS = 1024
TOUCHING = 0.05  # strokes nearer than this, in em, belong to one part of the letter and move together
LIFT = 0.045  # em
LIFTED = np.array([0.0, LIFT])
SEEN_UP_TO = 0.36  # em; a little above small letters
LATIN_BLOCKS = (range(0x20, 0x250), range(0x1E00, 0x1F00), range(0x2010, 0x2040), range(0x20A0, 0x20C0))
OTHER_SIGNS = "™−√≈≠≤≥"
HERE = Path(__file__).resolve().parent
HANDS = HERE.parent / "resources" / "hands"
LA_BELLE_AURORE = Path("@expo-google-fonts/la-belle-aurore")
HANZI_WRITER = Path("hanzi-writer-data")


@dataclass(frozen=True, slots=True)
class Drawing:
    """One character: how far the pen travels (em), and its strokes (em, y upwards from the line)."""

    width: float
    strokes: list[Points]


def main(packages: Path) -> None:
    """Write both packs and their licences."""
    HANDS.mkdir(parents=True, exist_ok=True)
    marks = tomllib.loads((HERE / "hand_drawn_strokes.toml").read_text(encoding="utf-8"))
    latin = latin_drawings(packages / LA_BELLE_AURORE, marks["accents"])
    latin |= drawn_marks(marks["signs"], latin)
    x_height = float(np.median([np.concatenate(latin[c].strokes)[:, 1].max() for c in "acemnorsuvwz"]))
    write_pack(
        HANDS / "counter_latin.hand",
        latin,
        {
            "name": "Counter Latin",
            "x_height": round(x_height * UNITS),
            "notice": "Pen strokes derived in 2026 from the outlines of La Belle Aurore (c) 2010 Kimberly "
            "Geswein: thinned to centre-lines, resampled, accented letters added. SIL Open Font License 1.1, "
            "see OFL.txt.",
        },
    )
    hanzi = hanzi_drawings(packages / HANZI_WRITER) | drawn_marks(marks["marks"], {})
    write_pack(
        HANDS / "counter_hanzi.hand",
        hanzi,
        {
            "name": "Counter Hanzi",
            "x_height": UNITS // 2,
            "notice": "Pen strokes derived in 2026 from the stroke medians of hanzi-writer-data (Make Me a "
            "Hanzi; (c) 1999 Arphic Technology): smoothed, resampled, packed, punctuation added. "
            "Arphic Public License, see ARPHICPL.TXT.",
        },
    )
    shutil.copyfile(packages / LA_BELLE_AURORE / "LICENSE_FONT", HANDS / "OFL.txt")
    shutil.copyfile(packages / HANZI_WRITER / "ARPHICPL.TXT", HANDS / "ARPHICPL.TXT")


def latin_drawings(package: Path, accents: Marks) -> dict[str, Drawing]:
    """Return every Latin letter, figure and sign of the font, and the letters that accents can add."""
    path = package / "400Regular" / "LaBelleAurore_400Regular.ttf"
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))
    wanted = [chr(code) for block in LATIN_BLOCKS for code in block] + list(OTHER_SIGNS)
    drawings = {}
    for character in wanted:
        glyph = font.get_nominal_glyph(ord(character))
        if glyph is None or unicodedata.category(character) == "Cc":
            continue
        strokes = [resampled(stroke, 0.0015, 0.07) for stroke in glyph_strokes(font, glyph)]
        if strokes or unicodedata.category(character) == "Zs":
            drawings[character] = Drawing(font.get_glyph_h_advance(glyph) / font.face.upem, strokes)
    drawings["ı"] = dotless(drawings["i"])
    for character in wanted:
        if character in drawings and len(unicodedata.normalize("NFD", character)) > 1:
            drawings[character] = lifted(drawings[character])
        elif character not in drawings and (added := accented(character, drawings, accents)):
            drawings[character] = added
    return drawings


def dotless(drawing: Drawing) -> Drawing:
    """Return the main part of a letter alone."""
    parts = parts_of(drawing.strokes)
    return Drawing(drawing.width, [s for s, part in zip(drawing.strokes, parts, strict=True) if part == 0])


def lifted(drawing: Drawing) -> Drawing:
    """Return a letter with the accents above it set higher, for a pen is broader than the font's line."""
    parts = parts_of(drawing.strokes)
    top = max(float(s[:, 1].max()) for s, part in zip(drawing.strokes, parts, strict=True) if part == 0)
    return Drawing(
        drawing.width,
        [
            stroke + LIFTED if part and float(stroke[:, 1].min()) > top - 2 * LIFT else stroke
            for stroke, part in zip(drawing.strokes, parts, strict=True)
        ],
    )


def accented(character: str, drawings: dict[str, Drawing], accents: Marks) -> Drawing | None:
    """Return a letter made of a known letter and drawn accents, or None where that cannot be done."""
    parts = unicodedata.normalize("NFD", character)
    base = drawings.get(parts[0])
    places = {mark: place for place, group in accents.items() for mark in group}
    if base is None or not base.strokes or len(parts) < 2 or any(mark not in places for mark in parts[1:]):
        return None
    strokes = drawings["ı"].strokes if parts[0] == "i" else base.strokes
    for mark in parts[1:]:
        ink = np.concatenate(strokes)
        (left, low), (right, high) = ink.min(0).tolist(), ink.max(0).tolist()
        middle = (left + right) / 2
        anchor = {
            "above": (middle + 0.02, high + 0.03),
            "below": (middle, min(low, 0.0)),
            "shoulder": (right, high),
        }
        lines = [np.array(line, float) / 1000 + anchor[places[mark]] for line in accents[places[mark]][mark]]
        strokes = strokes + [resampled(line, 0.0015, 0.07) for line in lines]
    return Drawing(base.width, strokes)


def hanzi_drawings(package: Path) -> dict[str, Drawing]:
    """Return every character whose stroke medians the package holds."""
    drawings = {}
    for path in sorted(package.glob("?.json")):
        medians = json.loads(path.read_text(encoding="utf-8"))["medians"]
        strokes = [resampled(rounded(np.array(median, float) / UNITS), 0.002, 0.1) for median in medians]
        drawings[path.stem] = Drawing(1.0, strokes)
    return drawings


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
        "ink_edges": np.array([_ink_edges(drawings[character]) for character in characters], "<i4").ravel(),
        "first_strokes": _starts([len(drawings[character].strokes) for character in characters]),
        "first_points": _starts([len(stroke) for stroke in strokes]),
        "starts": np.concatenate([line[0] for line in lines]).astype("<i2"),
        "steps": _small(np.concatenate([np.diff(line, axis=0, prepend=line[:1]) for line in lines]).ravel()),
        "parts": np.array([part for c in characters for part in parts_of(drawings[c].strokes)], "u1"),
    }
    header = about | {"units": UNITS, "columns": [[n, c.dtype.str, len(c)] for n, c in columns.items()]}
    line = json.dumps(header, ensure_ascii=True).encode()
    line += b" " * (-(len(line) + 1) % 8) + b"\n"
    path.write_bytes(line + b"".join(column.tobytes() for column in columns.values()))
    sys.stdout.write(f"{path.name}: {len(characters)} characters, {path.stat().st_size} bytes\n")


def _ink_edges(drawing: Drawing) -> tuple[int, int]:
    """Return where the eye sees the ink begin and end: between the line and the top of the small letters.

    Tails and tops that lean out count only for characters that have nothing else; a blank has none at all.
    """
    if not drawing.strokes:
        return 0, 0
    ink = np.concatenate(drawing.strokes)
    seen = ink[(ink[:, 1] > -0.03) & (ink[:, 1] < SEEN_UP_TO)]
    across = (seen if len(seen) > 2 else ink)[:, 0] * UNITS
    return round(float(across.min())), round(float(across.max()))


def _small(steps: npt.NDArray[np.int_]) -> npt.NDArray[np.int8]:
    if np.abs(steps).max() > 127:
        raise ValueError("a step between two points does not fit a byte")
    return steps.astype("i1")


def _starts(counts: list[int]) -> npt.NDArray[np.uint32]:
    return np.concatenate([[0], np.cumsum(counts)]).astype("<u4")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
