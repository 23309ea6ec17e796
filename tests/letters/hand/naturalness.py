"""How near a written page is to a person's, measured on the PDF as anybody can who is handed the file.

The outlines, places and characters are read back from the PDF's embedded font and its content stream, then
seven figures are taken that were taken from people in the same way.
Source: the human ranges (5th, 50th and 95th percentile) are those of 53 writers on tablets (ImadocSen-OnDB:
word shape, slant, gaps, size) and 500 pages of whiteboard lines (IAM-OnDB: baseline, slope, margin), measured
by the same rules; only these summary figures are used (design, letters.md).
"""

import base64
import re
import zlib
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

HUMAN = {
    "word_shape": (0.120, 0.172, 0.204),  # x-heights between two writings of one word, laid over each other
    "baseline": (0.131, 0.173, 0.209),  # x-heights by which the feet of letters leave their line
    "slope": (0.38, 0.91, 1.89),  # degrees by which lines differ in their climb
    "slant": (7.4, 11.7, 16.4),  # degrees by which words differ in their lean
    "gaps": (0.19, 0.26, 0.36),  # spread of the gaps between words, as a share of their mean
    "margin": (0.09, 0.26, 0.61),  # x-heights by which lines begin beside one another
    "size": (0.08, 0.10, 0.14),  # spread of a letter's height, as a share of its mean
}
IDENTICAL = 0.012  # x-heights; pairs of letters nearer than this were not written twice

_OUTLINE_STEP = 0.02  # em between two points of an outline
_COMPARED_POINTS = 160
_TURNS = np.radians([-9, -6, -3, 0, 3, 6, 9])
_MOST_PAIRS = 28  # of one letter or word
_SMALL_LETTERS = frozenset("acemnorsuvwxzавгеимнопстшяэ")


@dataclass(frozen=True, slots=True)
class Mark:
    """One character on the page: what it stands for, its outline and the path of the pen, where it begins.

    All in points of the page. The path is the middle between the two sides of every stroke.
    """

    text: str
    outline: np.ndarray
    path: np.ndarray
    x: float
    y: float


# --- reading the PDF


def marks_of(pdf):
    """Return every character that the page's own font writes, in the order of the content stream."""
    streams = [
        _decoded(pdf, match) for match in re.finditer(rb"(<<(?:(?!endobj).)*?>>)\s*stream\r?\n", pdf, re.S)
    ]
    (font,) = (content for head, content in streams if b"/Length1" in head)
    (unicode_map,) = (content for _, content in streams if b"beginbfchar" in content)
    operators = next(content for _, content in streams if re.search(rb" Tf\s.*>Tj\s", content, re.DOTALL))
    texts = {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in re.findall(
            rb"<([0-9A-F]{4})>\s*<([0-9A-F]+)>", unicode_map.split(b"endcodespacerange")[1]
        )
    }
    advances = [int(width) for width in re.search(rb"/W \[\s*1\s*\[([^\]]*)\]", pdf)[1].split()]
    glyphs = _Glyphs(font)
    size = float(re.findall(rb"/\S+ ([\d.]+) Tf", operators)[-1])  # reportlab begins with one of its own
    marks, x, y = [], 0.0, 0.0
    for place_x, place_y, run in re.findall(rb"1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm|<([0-9A-F]+)>Tj", operators):
        if not run:
            x, y = float(place_x), float(place_y)
        for at in range(0, len(run), 4):
            glyph = int(run[at : at + 4], 16)
            outline, path = (line * size + [x, y] for line in glyphs.outline_and_path(glyph))
            marks.append(Mark(texts[glyph], outline, path, x, y))
            x += advances[glyph - 1] / 1000 * size
    return marks


def _decoded(pdf, match):
    head = match[1]
    length = int(re.search(rb"/Length (\d+)", head)[1])
    content = pdf[match.end() : match.end() + length]
    if b"ASCII85Decode" in head:
        content = base64.a85decode(content.strip().removesuffix(b"~>"))
    return head, zlib.decompress(content) if b"FlateDecode" in head else content


class _Glyphs:
    """The glyf table of a TrueType font. Source: OpenType specification 1.9, chapter "glyf"."""

    def __init__(self, font):
        tables = {}
        for at in range(12, 12 + 16 * int.from_bytes(font[4:6]), 16):
            start, length = (int.from_bytes(font[at + k : at + k + 4]) for k in (8, 12))
            tables[font[at : at + 4]] = font[start : start + length]
        self._glyf = tables[b"glyf"]
        self._em = int.from_bytes(tables[b"head"][18:20])
        self._places = np.frombuffer(tables[b"loca"], ">u4" if tables[b"head"][51] else ">u2").astype(int)
        self._places = self._places * (1 if tables[b"head"][51] else 2)

    def outline_and_path(self, glyph):
        """Return points along the outlines of a glyph and along the middle of its strokes, in em."""
        contours = self._contours(glyph)
        if not contours:
            return np.zeros((0, 2)), np.zeros((0, 2))
        middles = [(part + part[::-1])[: len(part) // 2] / 2 for part in contours]
        return tuple(
            np.concatenate([_in_steps(line) for line in lines])
            for lines in ([_closed(part) for part in contours], [_open(part) for part in middles])
        )

    def _contours(self, glyph):
        """Return the control points of each outline, in em."""
        table = self._glyf[self._places[glyph] : self._places[glyph + 1]]
        if not table:
            return []
        contours = int.from_bytes(table[:2])
        ends = np.frombuffer(table, ">u2", contours, 10).astype(int) + 1
        at = 12 + 2 * contours + int.from_bytes(table[10 + 2 * contours : 12 + 2 * contours])
        flags = np.frombuffer(table, np.uint8, ends[-1], at)
        if (flags & 9).any():
            raise ValueError("only outlines without points on the curve and without repeats are read")
        at += len(flags)
        columns = []
        for byte, same in ((2, 16), (4, 32)):
            short, positive = (flags & byte) > 0, (flags & same) > 0
            sizes = np.where(short, 1, np.where(positive, 0, 2))
            place = at + np.cumsum(sizes) - sizes
            content = np.frombuffer(table + b"\0\0", np.uint8).astype(int)
            wide = (content[place] << 8 | content[place + 1]).astype(np.uint16).astype(np.int16)
            steps = np.where(short, np.where(positive, 1, -1) * content[place], np.where(positive, 0, wide))
            columns.append(np.cumsum(steps))
            at += int(sizes.sum())
        points = np.stack(columns, 1) / self._em
        return np.split(points, ends[:-1])


def _closed(controls):
    """Return points along a closed quadratic B-spline."""
    middles = (controls + np.roll(controls, -1, 0)) / 2
    start = np.roll(middles, 1, 0)
    t = np.array([0.25, 0.5, 0.75, 1.0])[None, :, None]
    curve = (1 - t) ** 2 * start[:, None] + 2 * t * (1 - t) * controls[:, None] + t**2 * middles[:, None]
    return np.concatenate([start[:1], curve.reshape(-1, 2)])


def _open(controls):
    """Return points along the middle of a stroke, without its caps."""
    inner = controls[1:-1]
    return np.stack([inner[:-1], (inner[:-1] + inner[1:]) / 2], 1).reshape(-1, 2)


def _in_steps(curve):
    gone = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(curve, axis=0).T))])
    places = np.linspace(0, gone[-1], max(2, int(gone[-1] / _OUTLINE_STEP) + 1))
    return np.stack([np.interp(places, gone, axis) for axis in curve.T], 1)


# --- the page as lines of words


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two gaps: its text, its characters and all their pen paths."""

    text: str
    marks: list[Mark]
    ink: np.ndarray


def lines_of(marks):
    """Return the words of every line."""
    lines, word = [], []
    for at, mark in enumerate(marks):
        begins_line = at == 0 or abs(mark.y - marks[at - 1].y) > 1
        if word and (begins_line or mark.text.isspace()):
            lines[-1].append(_word(word))
            word = []
        if begins_line:
            lines.append([])
        if not mark.text.isspace():
            word.append(mark)
    if word:
        lines[-1].append(_word(word))
    return [line for line in lines if line]


def _word(marks):
    text = "".join(mark.text for mark in marks)
    return Word(text, marks, np.concatenate([mark.path for mark in marks]))


# --- the seven figures


def indicators(pdf):
    """Return the seven figures of `HUMAN` for a page."""
    lines = lines_of(marks_of(pdf))
    fits = [_fit(_ink(line)) for line in lines]
    x_height = x_height_of(lines, fits)
    words = [word for line in lines for word in line]
    sizeable = [w.ink for w in words if (np.ptp(w.ink, 0) > np.multiply([2.2, 1.3], x_height)).all()]
    gaps = np.array(
        [after.ink[:, 0].min() - before.ink[:, 0].max() for line in lines for before, after in pairwise(line)]
    )
    long = [fit for fit, line in zip(fits, lines, strict=True) if np.ptp(_ink(line)[:, 0]) > 16 * x_height]
    return {
        "word_shape": spread_of(_repeated_words(words, x_height))[0],
        "baseline": float(np.nanmedian([fit.feet for fit in fits]) / x_height),
        "slope": float(np.std([np.degrees(np.arctan(fit.slope)) for fit in long])),
        "slant": float(np.std([slant_of(ink) for ink in sizeable])),
        "gaps": float(gaps.std() / gaps.mean()),
        "margin": margin_of(lines, x_height),
        "size": size_of(words, x_height),
    }


def identical_pairs(pdf):
    """Return how many pairs of letters are as alike as prints of one drawing, among those looked at."""
    lines = lines_of(marks_of(pdf))
    x_height = x_height_of(lines, [_fit(_ink(line)) for line in lines])
    letters = defaultdict(list)
    for mark in [mark for line in lines for word in line for mark in word.marks]:
        if mark.text.isalpha():
            letters[mark.text].append(mark.outline / x_height)
    return spread_of(letters)[1]


def _ink(line):
    return np.concatenate([word.ink for word in line])


def _repeated_words(words, x_height):
    """Return the outlines of every short word that stands on the page without marks, in x-heights."""
    groups = defaultdict(list)
    for word in words:
        if 2 <= len(word.text) <= 4 and word.text == word.text.strip(".,;:!?«»\"'"):
            groups[word.text].append(np.concatenate([mark.outline for mark in word.marks]) / x_height)
    return groups


def x_height_of(lines, fits):
    """Return how far small letters rise above their line, to the middle of the pen's trace, in points."""
    tops = [
        np.max(mark.path[:, 1] - fit.slope * mark.path[:, 0] - fit.at)
        for line, fit in zip(lines, fits, strict=True)
        for word in line
        for mark in word.marks
        if mark.text in _SMALL_LETTERS
    ]
    return float(np.median(tops))


def _envelope(points, cell, lowest):
    place = ((points[:, 0] - points[:, 0].min()) / cell).astype(int)
    edge = np.full(place.max() + 1, np.inf if lowest else -np.inf)
    (np.minimum if lowest else np.maximum).at(edge, place, points[:, 1])
    found = np.flatnonzero(np.isfinite(edge))
    return found * cell + points[:, 0].min() + cell / 2, edge[found]


def _commonest(values, width):
    grid = np.linspace(values.min(), values.max(), 120)
    return grid[np.exp(-0.5 * ((grid[:, None] - values[None]) / width) ** 2).sum(1).argmax()]


@dataclass(frozen=True, slots=True)
class Fit:
    """The line that a row of writing stands on, and how far the feet of letters stray from it, in points."""

    slope: float
    at: float
    feet: float


def _fit(ink):
    """Return the line fitted to the lower edge of the writing, leaving out tails."""
    height = np.percentile(ink[:, 1], 98) - np.percentile(ink[:, 1], 2)
    cell = height / 14
    x, low = _envelope(ink, cell, lowest=True)
    slope, at = 0.0, np.median(low)
    for turn in range(6):
        rest = low - (slope * x + at)
        near = np.abs(rest - _commonest(rest, 0.05 * height)) < height * (0.22 if turn < 3 else 0.14)
        if near.sum() < 4:
            break
        slope, at = np.polyfit(x[near], low[near], 1)
    level = np.stack([ink[:, 0], ink[:, 1] - (slope * ink[:, 0] + at)], 1)
    high = _envelope(level, cell, lowest=False)[1]
    tops = high[1:-1][(high[1:-1] >= high[:-2]) & (high[1:-1] >= high[2:]) & (high[1:-1] > 0.13 * height)]
    small = _commonest(tops, 0.05 * height) if len(tops) > 3 else 0.4 * height
    rest = low - (slope * x + at)
    middle = rest[1:-1]
    feet = middle[(middle <= rest[:-2]) & (middle <= rest[2:]) & (np.abs(middle) < 0.42 * small)]
    return Fit(float(slope), float(at), float(feet.std()) if len(feet) > 4 else np.nan)


def slant_of(ink):
    """Return the lean of a word: the angle at which its strokes fall into the fewest columns, in degrees."""
    ink = ink - ink.mean(0)
    cell = np.ptp(ink[:, 1]) * 0.05
    lean = np.arange(-40, 61, 2)
    across = ink[:, 0] - np.tan(np.radians(lean))[:, None] * ink[:, 1]
    columns = ((across - across.min(1, keepdims=True)) / cell).astype(int)
    return int(lean[np.argmax([(np.bincount(row) ** 2).sum() for row in columns])])


def margin_of(lines, x_height):
    """Return how far lines begin beside one another, in x-heights, leaving out those that are moved in."""
    lefts = np.array([min(word.ink[:, 0].min() for word in line) for line in lines]) / x_height
    flush = lefts < np.sort(lefts)[: max(3, len(lefts) // 3)].mean() + 1.6
    rows = np.flatnonzero(flush)
    return float(np.std(lefts[flush] - np.polyval(np.polyfit(rows, lefts[flush], 1), rows)))


def size_of(words, x_height):
    """Return how much the heights of a letter differ, as a share of their mean, over all letters."""
    heights = defaultdict(list)
    for mark in [mark for word in words for mark in word.marks]:
        if mark.text.isalpha():
            heights[mark.text].append(np.ptp(mark.outline[:, 1]))
    spreads = [
        np.std(h) / np.mean(h) for h in heights.values() if len(h) >= 3 and np.mean(h) > 0.6 * x_height
    ]
    return float(np.mean(spreads))


def spread_of(groups):
    """Return how far apart the shapes of a group are on average, and how many pairs of them are identical."""
    rng = np.random.default_rng(0)
    means, weights, identical = [], [], 0
    for shapes in [shapes for shapes in groups.values() if len(shapes) > 1]:
        pairs = [(one, other) for one in range(len(shapes)) for other in range(one)]
        if len(pairs) > _MOST_PAIRS:
            pairs = [pairs[at] for at in rng.choice(len(pairs), _MOST_PAIRS, replace=False)]
        thin = [_thinned(shape) for shape in shapes]
        distances = [distance(thin[one], thin[other]) for one, other in pairs]
        means.append(np.mean(distances))
        weights.append(min(len(shapes), 8))
        identical += sum(apart < IDENTICAL for apart in distances)
    return float(np.average(means, weights=weights)), identical


def _thinned(shape):
    shape = shape[np.linspace(0, len(shape) - 1, min(len(shape), _COMPARED_POINTS)).astype(int)]
    return shape - shape.mean(0)


def distance(one, other):
    """Return how far two centred shapes are apart, laid over each other as well as may be."""
    sizes = [np.sqrt((shape**2).sum(1).mean()) for shape in (one, other)]
    usual = np.sqrt(sizes[0] * sizes[1])
    a = one @ [1, 1j] * usual / sizes[0]
    b = np.exp(1j * _TURNS)[:, None] * (other @ [1, 1j]) * usual / sizes[1]
    gaps = np.abs(a[None, :, None] - b[:, None, :])
    return float(((gaps.min(1).mean(1) + gaps.min(2).mean(1)) / 2).min())
