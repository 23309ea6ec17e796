"""The fonts that reports are printed in: embedded, so that a page looks the same on every computer.

Everything that is printed passes through `plain` and `runs`, in whatever language it was written.
"""

import os
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from desktop_cs import places

LATIN, LATIN_BOLD = "report-latin", "report-latin-bold"
HANZI, HANZI_BOLD = "report-hanzi", "report-hanzi-bold"
_FILES = {
    LATIN: "NotoSans-Regular.ttf",
    LATIN_BOLD: "NotoSans-SemiBold.ttf",
    HANZI: "NotoSansSC-Regular.ttf",
    HANZI_BOLD: "NotoSansSC-SemiBold.ttf",
}
_ORDER = {False: (LATIN, HANZI), True: (LATIN_BOLD, HANZI_BOLD, HANZI)}  # by whether it is bold
_SHARED = frozenset("‘’“”…—·")  # as wide as a Chinese character where Chinese stands beside them
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")
_REPLACEMENT = "□"  # in the font; says plainly that something stood here
# Where Windows and Linux keep a font with rare Chinese characters; TrueType outlines, as reportlab needs.
_SYSTEM_FONTS = (
    "msyh.ttc",
    "simsun.ttc",
    "simsunb.ttf",
    "DroidSansFallbackFull.ttf",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
)
_NOT_FIRST = frozenset("，。、；：？！”’）》】」』…,.;:?!)]}%")  # no line begins with these
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def plain(text: str) -> str:
    """Return a text without what cannot be printed: control characters and marks that turn its direction."""
    return " ".join(_UNPRINTABLE.sub(" ", unicodedata.normalize("NFC", text)).split())


def runs(text: str, *, bold: bool = False) -> list[tuple[str, str]]:
    """Return the text in pieces, each with the name of a font that has all its characters."""
    signs = plain(text)
    placed = (_placed_at(place, signs, bold) for place in range(len(signs)))
    return [
        (font, "".join(sign for _font, sign in group)) for font, group in groupby(placed, lambda one: one[0])
    ]


def _placed_at(place: int, text: str, bold: bool) -> tuple[str, str]:
    """Return the font for one sign; marks that both scripts use follow their neighbours."""
    sign = text[place]
    if sign in _SHARED and _WIDE.search(text[max(place - 1, 0) : place + 2]):
        return _registered(HANZI_BOLD if bold else HANZI).fontName, sign
    return _placed(sign, bold)


@lru_cache(maxsize=4096)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is in points."""
    return float(sum(pdfmetrics.stringWidth(part, font, size) for font, part in runs(text, bold=bold)))


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return the text, cut with "…" where it is wider than `room` points."""
    text = plain(text)
    if width(text, size, bold=bold) <= room:
        return text
    cuts = range(len(text))
    fit = bisect_right(cuts, room, key=lambda cut: width(text[:cut] + "…", size, bold=bold))
    return text[: max(0, fit - 1)].rstrip() + "…"


def lines(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the text broken into lines of at most `room` points; a word that is wider is cut."""
    broken = [""]
    for word in _words(plain(text)):
        if width(broken[-1] + word.rstrip(), size, bold=bold) <= room or not broken[-1]:
            broken[-1] += word
        else:
            broken.append(word)
    return [fitted(line, room, size, bold=bold) for line in broken]


def _words(text: str) -> Iterator[str]:
    """Yield what stays together: a word with its blank, or a Chinese character with its punctuation."""
    word = ""
    for sign in text:
        ends = word and (word[-1] == " " or _WIDE.match(word[-1]) or _WIDE.match(sign))
        if ends and sign not in _NOT_FIRST and sign != " ":
            yield word
            word = ""
        word += sign
    if word:
        yield word


@lru_cache(maxsize=8192)
def _placed(sign: str, bold: bool) -> tuple[str, str]:
    for font in _ORDER[bold]:
        if _has(font, sign):
            return font, sign
    simpler = unicodedata.normalize("NFKD", sign)
    if simpler != sign and all(_has(LATIN, part) for part in simpler):
        return LATIN, simpler
    for font in _system_fonts():
        if _has(font, sign):
            return font, sign
    return HANZI, _REPLACEMENT


def _has(font: str, sign: str) -> bool:
    return ord(sign) in _registered(font).face.charToGlyph


@cache
def _registered(font: str) -> TTFont:
    if font in _FILES:
        pdfmetrics.registerFont(TTFont(font, str(places.resources_dir() / "fonts" / _FILES[font])))
    return pdfmetrics.getFont(font)


@cache
def _system_fonts() -> tuple[str, ...]:
    """Return the names of those fonts of the computer that can stand in; looked for when first needed."""
    found = []
    for path in _system_font_files():
        try:
            pdfmetrics.registerFont(TTFont(path.stem, str(path)))
        except (TTFError, OSError):
            continue  # without TrueType outlines, or damaged: the next one may do
        found.append(path.stem)
    return tuple(found)


def _system_font_files() -> list[Path]:
    folders = [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", Path("/usr/share/fonts")]
    return [
        path
        for name in _SYSTEM_FONTS
        for folder in folders
        if folder.is_dir()
        for path in sorted(folder.rglob(name))[:1]
    ]
