"""Paint the characters of outline fonts, whole or in the slices that web packages keep (build time only)."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

Fonts = Callable[[str], ImageFont.FreeTypeFont]

PIXELS_PER_EM = 256
EDGE = 64  # pixels around the square of a character
_INK = 128
_NO_CHARACTER = "\uffff"  # Source: Unicode sets this code aside as never a character


class WholeFont:
    """A font in one file, at the size that characters are painted in."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, _character: str) -> ImageFont.FreeTypeFont:
        """Return the font, which is the same for every character."""
        return _opened(self._path)


class SlicedFont:
    """A font that a web package keeps in slices, each for some characters.

    Args:
        package: The folder of the package; its `<weight>.css` says which slice has which characters.
        weight: Weight of the font, e.g. 400.
    """

    def __init__(self, package: Path, weight: int) -> None:
        css = (package / f"{weight}.css").read_text(encoding="utf-8")
        self._slices: dict[int, Path] = {}
        for file, ranges in re.findall(
            r"url\(\./(files/[^)]+\.woff)\).*?unicode-range:([^;]+)", css, re.DOTALL
        ):
            for first, last in re.findall(r"U\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?", ranges):
                for code in range(int(first, 16), int(last or first, 16) + 1):
                    self._slices.setdefault(code, package / file)

    def __call__(self, character: str) -> ImageFont.FreeTypeFont:
        """Return the slice that has the character."""
        return _opened(self._slices[ord(character)])

    def __contains__(self, character: str) -> bool:
        """Return whether a slice draws the character; some have but a "missing" sign for it."""
        if ord(character) not in self._slices:
            return False
        font = self(character)
        return bytes(font.getmask(character)) != bytes(font.getmask(_NO_CHARACTER))


@cache
def _opened(path: Path) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, PIXELS_PER_EM)


def painted(character: str, fonts: Fonts) -> npt.NDArray[np.bool_]:
    """Return the character as a picture of ink; the writing line is `PIXELS_PER_EM` below its edge."""
    side = PIXELS_PER_EM + 2 * EDGE
    picture = Image.new("L", (side, side), 0)
    place = (EDGE, EDGE + PIXELS_PER_EM)
    ImageDraw.Draw(picture).text(place, character, font=fonts(character), fill=255, anchor="ls")
    return np.asarray(picture) >= _INK
