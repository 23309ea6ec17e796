"""Build the fonts in resources/fonts from the npm packages that hold their sources.

Run in a folder where ``npm install @expo-google-fonts/noto-sans @expo-google-fonts/noto-sans-sc`` was done:

    python packaging/build_fonts.py <that folder>/node_modules

Needs fonttools, which the app itself does not. Reports print in these fonts whatever the computer has: Latin,
Greek and Cyrillic in Noto Sans, the characters of GB 2312 in Noto Sans SC, as TrueType outlines without hints
or layout tables, which reportlab does not use. A second run gives the same bytes.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset  # type: ignore[import-not-found]  # only where fonts are built

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
NOTO_SANS = Path("@expo-google-fonts/noto-sans")
NOTO_SANS_SC = Path("@expo-google-fonts/noto-sans-sc")
# Latin to Extended-B, Greek and Cyrillic, more Latin, dashes and quotes, currencies, letterlike signs.
BLOCKS = (
    range(0x20, 0x250),
    range(0x370, 0x530),
    range(0x1E00, 0x1F00),
    range(0x2010, 0x2060),
    range(0x20A0, 0x20C1),
    range(0x2100, 0x2150),
)
SIGNS = "←→↑↓✓●■□○〇"
ALL_ROWS = range(0xA1, 0xF8)  # Source: GB 2312-80: signs in rows 1 to 9, level 1 from 16, level 2 from 56
COMMON_ROWS = range(0xA1, 0xD8)  # without level 2: headings are set in common characters


@dataclass(frozen=True, slots=True)
class Cut:
    """The part of a font that reports need."""

    source: Path
    target: str
    signs: str


def main(packages: Path) -> None:
    """Write both fonts in two weights, and their licences."""
    FONTS.mkdir(parents=True, exist_ok=True)
    latin = "".join(chr(code) for block in BLOCKS for code in block)
    for cut in (
        Cut(NOTO_SANS / "400Regular/NotoSans_400Regular.ttf", "NotoSans-Regular.ttf", latin),
        Cut(NOTO_SANS / "600SemiBold/NotoSans_600SemiBold.ttf", "NotoSans-SemiBold.ttf", latin),
        Cut(
            NOTO_SANS_SC / "400Regular/NotoSansSC_400Regular.ttf",
            "NotoSansSC-Regular.ttf",
            SIGNS + "".join(in_rows(ALL_ROWS)),
        ),
        Cut(
            NOTO_SANS_SC / "600SemiBold/NotoSansSC_600SemiBold.ttf",
            "NotoSansSC-SemiBold.ttf",
            SIGNS + "".join(in_rows(COMMON_ROWS)),
        ),
    ):
        write(packages / cut.source, FONTS / cut.target, cut.signs)
    shutil.copyfile(packages / NOTO_SANS / "LICENSE_FONT", FONTS / "OFL-NotoSans.txt")
    shutil.copyfile(packages / NOTO_SANS_SC / "LICENSE_FONT", FONTS / "OFL-NotoSansSC.txt")


def write(source: Path, target: Path, signs: str) -> None:
    """Write these signs of a font."""
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, glyph_names=False, recalc_timestamp=False
    )
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "prep", "vhea", "vmtx"]
    font = subset.load_font(str(source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(text=signs)
    cutter.subset(font)
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
