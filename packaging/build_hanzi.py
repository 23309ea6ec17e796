"""Build the Chinese packs in resources/hands from the npm package that holds the strokes.

Run in a folder where ``npm install hanzi-writer-data`` was done:

    python packaging/build_hanzi.py <that folder>/node_modules

The result depends on nothing but the package and hand_drawn_strokes.toml: a second run gives the same bytes.
"""

import json
import shutil
import sys
import tomllib
from pathlib import Path

import numpy as np
from pack_writing import HANDS, UNITS, Drawing, drawn_marks, resampled, rounded, write_pack

HERE = Path(__file__).resolve().parent
HANZI_WRITER = Path("hanzi-writer-data")


def main(packages: Path) -> None:
    """Write the pack and its licence."""
    HANDS.mkdir(parents=True, exist_ok=True)
    marks = tomllib.loads((HERE / "hand_drawn_strokes.toml").read_text(encoding="utf-8"))
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
    shutil.copyfile(packages / HANZI_WRITER / "ARPHICPL.TXT", HANDS / "ARPHICPL.TXT")


def hanzi_drawings(package: Path) -> dict[str, Drawing]:
    """Return every character whose stroke medians the package holds."""
    drawings = {}
    for path in sorted(package.glob("?.json")):
        medians = json.loads(path.read_text(encoding="utf-8"))["medians"]
        strokes = [resampled(rounded(np.array(median, float) / UNITS), 0.002, 0.1) for median in medians]
        drawings[path.stem] = Drawing(1.0, strokes)
    return drawings


if __name__ == "__main__":
    main(Path(sys.argv[1]))
