"""Put the parts of a letter on one page: which line stands where."""

import math
from dataclasses import dataclass

import numpy as np

from desktop_cs.errors import UserError
from desktop_cs.i18n import ngettext
from desktop_cs.letters.blocks import Role
from desktop_cs.letters.hand.chance import drifting
from desktop_cs.letters.hand.characters import Hand
from desktop_cs.letters.hand.columns import stood_up
from desktop_cs.letters.hand.conventions import Side, Standing, standing
from desktop_cs.letters.hand.line_breaking import Line, Unit, break_lines, units
from desktop_cs.letters.hand.rhythm import broadening
from desktop_cs.letters.hand.spacing import Measure, spaced
from desktop_cs.letters.hand.styles import Style
from desktop_cs.letters.letter import Letter

SHRINKS = (1.0, 0.95, 0.9, 0.85, 0.8)  # a person with much to say writes smaller, but not smaller than this
POINTS_PER_MM = 72 / 25.4

_X_HEIGHT = 0.2256  # share of the line distance: all hands write small letters equally tall
_X_HEIGHT_IN_CHINESE = 0.2153
_HANZI_EM = 0.66
_ON_LINE = 0.72  # share of the line distance from its upper end down to the line that letters stand on
COLUMN_AT = 0.17  # share of the column's width that stays free at both sides of its characters
_RAGGED_CHINESE = 0.5  # Chinese lines end more evenly: any character may end one
_PITCH = (
    0.1  # of the line slope in degrees: how unevenly lines follow one another, as a share of the distance
)
_MOST_PITCH = 0.14
_AIR_ABOVE = 0.32  # share of what a short letter leaves free that is left above it
_MOST_AIR = 0.16  # of the height of the writing


@dataclass(frozen=True, slots=True)
class Area:
    """The part of a page that is written on, in mm.

    Args:
        left: From the left edge of the paper to the writing.
        top: From the upper edge of the paper to the writing.
        width: Length of a line.
        height: From the top of the first line to the bottom of the last.
        page_height: Height of the paper.
        line_mm: From one line to the next, before the writing is made smaller.
        ruled: Lines are printed: the writing keeps to them.
        down: Lines are columns from the right: `height` is their length, `width` what they may fill.
        sign_rows: Lines to leave free above the name, for a signature.
    """

    left: float
    top: float
    width: float
    height: float
    page_height: float
    line_mm: float
    ruled: bool = False
    down: bool = False
    sign_rows: float = 0.0

    @property
    def length(self) -> float:
        """How long a line may be, in points."""
        return POINTS_PER_MM * (self.height if self.down else self.width)

    @property
    def depth(self) -> float:
        """How far one line after the other may reach, in points."""
        return POINTS_PER_MM * (self.width if self.down else self.height)


@dataclass(frozen=True, slots=True)
class Plan:
    """A letter in its lines.

    Args:
        lines: The lines, from the top; from the right if they run downwards.
        lefts: Where each line begins, in points from the left edge of the paper; the left edge of each
            column's characters if they run downwards.
        baselines: The height of each line, in points from the lower edge of the paper; of the upper end of
            each column if they run downwards.
        measure: How large the hand writes.
        step: From one line to the next, in points.
        down: The lines run downwards.
    """

    lines: list[Line]
    lefts: list[float]
    baselines: list[float]
    measure: Measure
    step: float
    down: bool = False


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A part of the letter, ready to be broken into lines at any size."""

    role: Role
    stand: Standing
    units: list[Unit]


def plan_page(letter: Letter, hand: Hand, area: Area, style: Style) -> Plan:
    """Return the letter in its lines, written a little smaller where it would not fit.

    Raises:
        UserError: It does not fit even then; the sentence says how many lines are too many.
    """
    step = area.line_mm * POINTS_PER_MM
    measure = measure_of(letter.language, hand, step)
    paragraphs = _paragraphs(letter, hand, area, style, measure)
    too_many = _surely_too_many(paragraphs, area, step)
    for shrink in SHRINKS if too_many <= 0 else ():
        rows, lines = _rows(letter, paragraphs, area, style, measure, shrink)
        fitting = int(area.depth / (step * shrink) + 1e-6)
        too_many = math.ceil(rows[-1] + 1 - fitting)
        if too_many <= 0:
            places = _uneven(rows, style, letter.seed) if not area.ruled else rows
            return _placed(places, lines, area, measure.scaled(shrink), step * shrink)
    sentence = ngettext(
        "The letter is {count} line too long for this paper. Shorten it, or choose larger paper.",
        "The letter is {count} lines too long for this paper. Shorten it, or choose larger paper.",
        too_many,
    )
    raise UserError(sentence.format(count=too_many), field="text")


def measure_of(language: str, hand: Hand, step: float) -> Measure:
    """Return how large a hand writes on lines that are `step` points apart."""
    x_height = (_X_HEIGHT_IN_CHINESE if language.startswith("zh") else _X_HEIGHT) * step
    breadth = broadening(hand.latin, language)
    return Measure(x_height / hand.latin.x_height, _HANZI_EM * step, x_height, breadth)


def _paragraphs(letter: Letter, hand: Hand, area: Area, style: Style, measure: Measure) -> list[_Paragraph]:
    """Return each part with the width of its signs; forms and widths are the same at every size."""
    widths = np.random.default_rng([letter.seed, 1])
    forms = np.random.default_rng([letter.seed, 4])
    paragraphs: list[_Paragraph] = []
    before = None
    word = 1
    for block in letter.blocks:
        signs = hand.signs(block.text, forms, down=area.down)
        if not signs:  # nothing but joiners or soft hyphens
            continue
        drawn = spaced(signs, measure, style, widths)
        if area.down:
            drawn = stood_up(drawn, hand, measure)
        found = units(drawn, letter.language, area.length, word)
        word += len(found)
        paragraphs.append(_Paragraph(block.role, standing(letter.language, block.role, before), found))
        before = block.role
    return paragraphs


def _surely_too_many(paragraphs: list[_Paragraph], area: Area, step: float) -> int:
    """Return by how many lines the letter is too long if all its lines were full; 0 or less if unsure."""
    smallest = SHRINKS[-1]
    lines = sum(
        max(1.0, smallest * sum(unit.width for unit in part.units) / area.length) for part in paragraphs
    )
    return math.ceil(lines - 1.2 * area.depth / (step * smallest))


def _rows(
    letter: Letter,
    paragraphs: list[_Paragraph],
    area: Area,
    style: Style,
    measure: Measure,
    shrink: float,
) -> tuple[list[float], list[Line]]:
    """Return each line with its row (0 is the first)."""
    rng = np.random.default_rng([letter.seed, 6])
    is_chinese = letter.language.startswith("zh")
    ragged = style.latin.ragged * (_RAGGED_CHINESE if is_chinese else 1.0)
    em = measure.hanzi_em if is_chinese else measure.latin_em
    rows: list[float] = []
    lines: list[Line] = []
    parts: list[Standing] = []
    row = 0.0
    before = None
    for part in paragraphs:
        above = part.stand.above
        if part.role is Role.SIGNATURE and before is not Role.SIGNATURE:
            above = max(above, area.sign_rows)
        row += round(above) if area.ruled else above
        indent = part.stand.indent * em + part.stand.indent_mm * POINTS_PER_MM / shrink
        for line in break_lines(
            part.units, area.length / shrink, indent, lambda: 1 - min(0.12, abs(float(rng.normal(0, ragged))))
        ):
            found = line.scaled(shrink)
            found.role = part.role
            found.left = _start(found, part.stand, area.length)
            rows.append(row)
            lines.append(found)
            parts.append(part.stand)
            row += 1
        before = part.role
    _begin_alike([line for part, line in zip(parts, lines, strict=True) if part.side is Side.PART_WAY])
    return rows, lines


def _begin_alike(lines: list[Line]) -> None:
    """Let the closing and the name begin below one another, where the longest of them has room."""
    for line in lines:
        line.left = min(other.left for other in lines)


def _start(line: Line, stand: Standing, length: float) -> float:
    """Return how far a line is moved in to stand at its side."""
    room = max(0.0, length - line.width)
    return {
        Side.LEFT: 0.0,
        Side.CENTRE: room / 2,
        Side.PART_WAY: min(room, stand.begins * length),
        Side.RIGHT: room,
    }[stand.side]


def _uneven(rows: list[float], style: Style, seed: int) -> list[float]:
    """Return the rows of an unruled page: no two lines are equally far apart, and none drifts away."""
    spread = _PITCH * style.latin.line_slope
    rng = np.random.default_rng([seed, 7])
    stray = np.clip(spread * drifting(rng, len(rows), 0.3), -_MOST_PITCH, _MOST_PITCH)
    stray -= np.linspace(stray[0], stray[-1], len(rows))
    return [float(row + moved) for row, moved in zip(rows, stray, strict=True)]


def _placed(rows: list[float], lines: list[Line], area: Area, measure: Measure, step: float) -> Plan:
    """Return the lines where they stand on the paper."""
    free = area.depth - (rows[-1] + 1) * step
    above = 0.0 if area.ruled else max(0.0, min(_AIR_ABOVE * free, _MOST_AIR * area.depth))
    top = (area.page_height - area.top) * POINTS_PER_MM
    left = area.left * POINTS_PER_MM
    if area.down:
        spare = area.depth % step if area.ruled else 0.0  # printed columns stand in the middle of the paper
        right = left + area.depth - above - spare / 2
        lefts = [right - (row + 1 - COLUMN_AT) * step for row in rows]
        return Plan(lines, lefts, [top - line.left for line in lines], measure, step, down=True)
    baselines = [top - above - (row + _ON_LINE) * step for row in rows]
    return Plan(lines, [left + line.left for line in lines], baselines, measure, step)
