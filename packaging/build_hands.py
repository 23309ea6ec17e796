"""Build the Latin pack in resources/hands from the npm package that holds its source.

Run in a folder where ``npm install @expo-google-fonts/la-belle-aurore`` was done:

    python packaging/build_hands.py <that folder>/node_modules

Needs scikit-image and scipy, which the app itself does not. The result depends on nothing but the
package and hand_drawn_strokes.toml, so a second run gives the same bytes.
"""

import shutil
import sys
import tomllib
import unicodedata
from pathlib import Path

import numpy as np
import uharfbuzz
from hand_skeletons import glyph_strokes
from pack_writing import HANDS, UNITS, Drawing, drawn_marks, parts_of, resampled, write_pack

Marks = dict[str, dict[str, list[list[list[float]]]]]  # place, accent, strokes

LIFT = 0.045  # em
LIFTED = np.array([0.0, LIFT])
LATIN_BLOCKS = (range(0x20, 0x250), range(0x1E00, 0x1F00), range(0x2010, 0x2040), range(0x20A0, 0x20C0))
OTHER_SIGNS = "™−√≈≠≤≥"
HERE = Path(__file__).resolve().parent
LA_BELLE_AURORE = Path("@expo-google-fonts/la-belle-aurore")


def main(packages: Path) -> None:
    """Write the pack and its licence."""
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
    shutil.copyfile(packages / LA_BELLE_AURORE / "LICENSE_FONT", HANDS / "OFL.txt")


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


if __name__ == "__main__":
    main(Path(sys.argv[1]))
