"""Put handwriting into a PDF as text: a font in which every character on the page is a glyph of its own.

So the writing itself can be searched, selected and copied without an invisible layer, and the file is far
smaller and sooner made than with the outlines drawn as paths.
Source: ISO 32000-1, 9.7 (composite fonts) and 9.10.3 (ToUnicode).
"""

import zlib
from dataclasses import dataclass, replace

import numpy as np
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFStream,
    PDFString,
)

from desktop_cs.letters.hand.hand_pack import Floats, Ints
from desktop_cs.letters.hand.writing import WrittenPage
from desktop_cs.paper.truetype import UNITS_PER_EM, FontFile, Outlines, font_file

# Share of the line distance. Larger than the writing looks: text extractors judge gaps and columns by it.
_NOMINAL_SIZE = 0.92
_MOST_PER_CMAP_BLOCK = 100  # Source: Adobe Technical Note 5014, 1.4
_BESIDE = (
    0.45  # of the line distance: PDFium takes pieces of text for one line if they begin nearer in height
)
_TEXT_LEVEL = 6  # of zlib's compression
_FONT_LEVEL = 4  # handwriting hardly repeats itself: 6 takes twice as long and saves a fortieth
_PALEST, _DARKEST, _USUAL = 0.45, -0.12, 0.06  # share of white in the ink

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class _Run:
    """Glyphs that are shown in one go: those from `first` to before `end`, all in one line and colour."""

    line: int
    colour: str
    first: int
    end: int


class HandFont:
    """The font of one written page.

    The text of a column is written as a line that is turned to the right, for that is how viewers and text
    extractors know columns; the glyphs are turned back, so that every character stands upright.

    Args:
        page: The page.
    """

    def __init__(self, page: WrittenPage) -> None:
        self._page = page
        self.size = round(_NOMINAL_SIZE * page.step, 2)
        per_point = UNITS_PER_EM / self.size
        first_of_line = np.flatnonzero(np.diff(page.lines, prepend=-1))
        self._line_starts = np.round(np.stack([page.starts, page.heights], 1)[first_of_line], 2)
        travelled = self._along(np.stack([page.starts, page.heights], 1), page.lines)[:, 0]
        starts = np.rint(travelled * per_point).astype(np.int64)
        self.advances = np.append(np.diff(starts), 0)
        last_of_line = np.append(first_of_line[1:], len(starts)) - 1
        self.advances[last_of_line] = np.rint(page.advances[last_of_line] * per_point)
        owner = np.repeat(page.outline_owners, page.outline_lengths)
        points = self._along(page.outlines, page.lines[owner])
        points *= per_point
        points[:, 0] -= starts[owner]
        outlines = Outlines(
            np.rint(points).astype(np.int64), page.outline_lengths, page.outline_owners, len(page.characters)
        )
        self.file: FontFile = font_file(outlines, self.advances)

    def _along(self, points: Floats, lines: Ints) -> Floats:
        """Return points as seen from the beginning of their line: how far along it, how far above it."""
        seen = points - self._line_starts.take(lines, 0)
        return np.stack([-seen[:, 1], seen[:, 0]], 1) if self._page.down else seen

    def add_to(self, document: PDFDocument) -> str:
        """Add the font to a reportlab document and return its name in content streams, such as "/F2"."""
        name = f"/{self._tag()}+CounterHand"
        file = _stream(self.file.content, _FONT_LEVEL, Length1=len(self.file.content))
        descriptor = PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": 4,  # symbolic: its glyphs follow no standard encoding
                "FontBBox": PDFArray(list(self.file.box)),
                "ItalicAngle": 0,
                "Ascent": 800,
                "Descent": -200,
                "CapHeight": 700,
                "StemV": 50,
                "FontFile2": document.Reference(file),
            }
        )
        cid_font = PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(descriptor),
                "DW": 500,
                "W": f"[1 [{' '.join(map(str, self.advances.tolist()))}]]",
                "CIDToGIDMap": "/Identity",
            }
        )
        font = PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": name,
                "Encoding": "/Identity-H",
                "DescendantFonts": PDFArray([document.Reference(cid_font)]),
                "ToUnicode": document.Reference(_stream(_to_unicode(self._page.characters), _TEXT_LEVEL)),
            }
        )
        internal = f"Hand{len(document.fontMapping) + 1}"
        document.fontMapping[name] = f"/{internal}"
        document.idToObject["BasicFonts"].dict[internal] = document.Reference(font)
        return f"/{internal}"

    def text_operators(self, internal_name: str, ink: Rgb, *, solid: bool = False) -> str:
        """Return the content stream that writes the page.

        Args:
            internal_name: What `add_to` returned.
            ink: Red, green and blue, 0 to 1.
            solid: Every word in just this colour, though the ink flows unevenly.
        """
        page = self._page
        direction = "0 -1 1 0" if page.down else "1 0 0 1"
        operators = ["BT", f"{internal_name} {self.size:.2f} Tf"]
        line, shown = -1, ""
        for run in self._runs(ink, solid=solid):
            if run.line != line:
                line = run.line
                left, height = self._line_starts[line].tolist()
                operators.append(f"{direction} {left:.2f} {height:.2f} Tm")
            if run.colour != shown:
                shown = run.colour
                operators.append(shown)
            codes = np.arange(run.first + 1, run.end + 1, dtype=">u2").tobytes().hex().upper()
            operators.append(f"<{codes}>Tj")
        return "\n".join([*operators, "ET"])

    def _runs(self, ink: Rgb, *, solid: bool) -> list[_Run]:
        """Return the glyphs in pieces of one line and one colour."""
        page = self._page
        tones = {tone: _colour(ink, tone, solid=solid) for tone in set(page.tones.tolist())}
        begun: list[tuple[int, str, int]] = []
        before, shown = -1, ""
        for glyph, (line, tone, is_gap) in enumerate(
            zip(page.lines.tolist(), page.tones.tolist(), page.is_gap, strict=True)
        ):
            colour = shown if shown and (is_gap or solid) else tones[tone]
            if line != before or colour != shown:
                begun.append((line, colour, glyph))
                before, shown = line, colour
        ends = [first for _line, _colour, first in begun[1:]] + [len(page.characters)]
        runs = [_Run(*run, end) for run, end in zip(begun, ends, strict=True)]
        return self._parted(runs) if page.down else runs

    def _parted(self, runs: list[_Run]) -> list[_Run]:
        """Let the last piece of a column begin elsewhere if it would begin beside the first of the next one.

        PDFium reads two pieces in turn that begin at the same height from the left to the right. A piece of a
        single character takes the colour of the one above it, and begins there.
        """
        beside = _BESIDE * self._page.step
        parted: list[_Run] = []
        for run, after in zip(runs, [*runs[1:], None], strict=True):
            parted.append(run)
            if after is None or after.line == run.line:
                continue
            away = np.abs(self._page.heights[run.first : run.end] - self._page.heights[after.first])
            if away[0] < beside and away.max() >= beside:
                at = run.first + int(away.argmax())
                parted[-1:] = [replace(run, end=at), replace(run, first=at)]
            elif away[0] < beside and len(parted) > 1 and parted[-2].line == run.line:
                above = parted[-2]
                parted[-2:] = [
                    replace(above, end=above.end - 1),
                    replace(above, first=above.end - 1, end=run.end),
                ]
        return [run for run in parted if run.end > run.first]

    def _tag(self) -> str:
        """Return six letters that differ from page to page, for printers remember fonts by their names."""
        number = zlib.crc32(self.file.content)
        return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))


def _stream(content: bytes, level: int, **entries: int) -> PDFObject:
    """Return a stream, compressed at a level of zlib's, with more entries of its dictionary."""
    return PDFStream(PDFDictionary({"Filter": "/FlateDecode", **entries}), zlib.compress(content, level))


def _colour(ink: Rgb, tone: float, *, solid: bool) -> str:
    white = 0.0 if solid else min(_PALEST, max(_DARKEST, _USUAL + 0.6 * tone))
    red, green, blue = (min(1.0, max(0.0, part + (1 - part) * white)) for part in ink)
    return f"{red:.3f} {green:.3f} {blue:.3f} rg"


def _to_unicode(characters: list[str]) -> bytes:
    """Return the map from glyphs to the characters that they stand for."""
    codes = {character: character.encode("utf-16-be").hex().upper() for character in set(characters)}
    rows = [f"<{glyph:04X}><{codes[character]}>" for glyph, character in enumerate(characters, start=1)]
    blocks = [rows[at : at + _MOST_PER_CMAP_BLOCK] for at in range(0, len(rows), _MOST_PER_CMAP_BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
