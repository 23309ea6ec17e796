"""Read letters from a font as pen strokes, with what the font says about their alternates and kerning."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import uharfbuzz
from hand_skeletons import glyph_strokes
from pack_writing import Drawing, Points, resampled

TOLERANCE = 0.0026  # em; how far the curve may run from the skeleton
LONGEST = 0.07  # em; the longest step on a straight
LEAST_KERN = 0.012  # em; less is not seen


@dataclass(frozen=True)
class HandFont:
    """A font as a source of pen strokes.

    Args:
        path: The font file.
        scale: How much of its em becomes an em of the pack: hands of one size differ in their fonts' em.
        features: OpenType features that choose the usual glyphs, such as lining figures.
    """

    path: Path
    scale: float = 1.0
    features: tuple[str, ...] = ()

    @cached_property
    def _font(self) -> uharfbuzz.Font:
        return _opened(self.path)

    def drawing(self, character: str, feature: str = "") -> Drawing | None:
        """Return a character as strokes, or None where the font does not have it, or not this way.

        Args:
            character: Which.
            feature: An OpenType feature that changes it; "" for its usual glyph.
        """
        if self._font.get_nominal_glyph(ord(character)) in {None, 0}:
            return None
        usual = self._shaped(character, self.features)
        glyphs = self._shaped(character, (*self.features, feature)) if feature else usual
        if len(glyphs) != 1 or (feature and glyphs == usual):
            return None
        strokes = [
            resampled(stroke * self.scale, TOLERANCE, LONGEST) for stroke in _strokes(self.path, glyphs[0][0])
        ]
        return Drawing(glyphs[0][1], strokes)

    def kerns(self, letters: str) -> dict[str, float]:
        """Return the pairs of letters that stand nearer or further than usual, in em of the pack."""
        alone = {letter: self._width(letter) for letter in letters}
        pairs = {}
        for left in letters:
            for right in letters:
                kern = self._width(left + right) - alone[left] - alone[right]
                if abs(kern) > LEAST_KERN:
                    pairs[left + right] = kern
        return pairs

    def _width(self, text: str) -> float:
        return sum(width for _glyph, width in self._shaped(text, self.features, plain=True))

    def _shaped(
        self, text: str, features: tuple[str, ...], *, plain: bool = False
    ) -> list[tuple[int, float]]:
        """Return the glyphs of a text and how far the pen travels over each, in em of the pack."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        off = {"liga": False, "calt": False, "clig": False, "init": False, "fina": False} if plain else {}
        alone = {"calt": False, "init": False, "fina": False}
        uharfbuzz.shape(self._font, buffer, {**alone, **off, **dict.fromkeys(features, True)})
        units = self._font.face.upem / self.scale
        return [
            (info.codepoint, place.x_advance / units)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]


@cache
def _opened(path: Path) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))


@cache
def _strokes(path: Path, glyph: int) -> tuple[Points, ...]:
    """Return the strokes of a glyph; many a hand is bent towards the same font."""
    return tuple(glyph_strokes(_opened(path), glyph))
