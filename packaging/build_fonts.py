"""Build the fonts in resources/fonts from the npm package that holds their source.

Run in a folder where ``npm install @expo-google-fonts/noto-sans-sc`` was done:

    python packaging/build_fonts.py <that folder>/node_modules

Needs fonttools, which the app itself does not. Reports print in these fonts whatever the computer has: Latin,
Cyrillic and the characters of GB 2312, as TrueType outlines without hints or layout tables, which reportlab
does not use. A second run gives the same bytes.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset  # type: ignore[import-not-found]

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
NOTO_SANS_SC = Path("@expo-google-fonts/noto-sans-sc")
# Basic Latin to Latin Extended-A, Cyrillic, dashes, quotes, dots and signs.
BLOCKS = (range(0x20, 0x180), range(0x400, 0x460), range(0x2010, 0x2028), range(0x2030, 0x203B))
SIGNS = "€№™→←↑↓✓●■□○〇"
ALL_ROWS = range(
    0xA1, 0xF8
)  # Source: GB 2312-80: signs in rows 1 to 9, level 1 from 16, level 2 from 56
COMMON_ROWS = range(0xA1, 0xD8)  # without level 2: headings are set in common characters
CUTS = (
    ("400Regular", "NotoSansSC-Regular.ttf", ALL_ROWS),
    ("600SemiBold", "NotoSansSC-SemiBold.ttf", COMMON_ROWS),
)


def main(packages: Path) -> None:
    """Write both weights and their licence."""
    FONTS.mkdir(parents=True, exist_ok=True)
    source = packages / NOTO_SANS_SC
    for weight, name, rows in CUTS:
        write_cut(source / weight / f"NotoSansSC_{weight}.ttf", FONTS / name, rows)
    shutil.copyfile(source / "LICENSE_FONT", FONTS / "OFL.txt")


def write_cut(source: Path, target: Path, rows: range) -> None:
    """Write the part of a font that reports need."""
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, glyph_names=False, recalc_timestamp=False
    )
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "vhea", "vmtx"]
    font = subset.load_font(str(source), options)
    cut = subset.Subsetter(options)
    cut.populate(text="".join([*(chr(code) for block in BLOCKS for code in block), SIGNS, *in_rows(rows)]))
    cut.subset(font)
    subset.save_font(font, str(target), options)


def in_rows(rows: range) -> Iterator[str]:
    """Yield the characters in these rows of GB 2312."""
    for row in rows:
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue  # an unused cell


if __name__ == "__main__":
    main(Path(sys.argv[1]))
