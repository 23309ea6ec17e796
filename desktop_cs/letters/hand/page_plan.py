"""Put the parts of a letter on one page: which line stands where."""

from dataclasses import dataclass

import numpy as np

from desktop_cs.errors import UserError
from desktop_cs.i18n import ngettext
from desktop_cs.letters.hand.characters import Hand
from desktop_cs.letters.hand.conventions import Side, standing
from desktop_cs.letters.hand.line_breaking import Line, LineBreaker, Measure
from desktop_cs.letters.hand.styles import Style
from desktop_cs.letters.letter import Letter

SHRINKS = (1.0, 0.95, 0.9, 0.85, 0.8)  # a person with much to say writes smaller, but not smaller than this
POINTS_PER_MM = 72 / 25.4

_LATIN_EM = 0.66  # share of the line distance
_HANZI_EM = 0.66
_LATIN_EM_IN_CHINESE = 0.63
_CLOSING_AT = 0.46  # where an English closing begins, as a share of the line


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
    """

    left: float
    top: float
    width: float
    height: float
    page_height: float
    line_mm: float
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A letter in its lines.

    Args:
        lines: The lines, from the top.
        lefts: Where each line begins, in points from the left edge of the paper.
        baselines: The height of each line, in points from the lower edge of the paper.
        measure: How large the hand writes.
        step: From one line to the next, in points.
        down: The lines are columns: each begins at its left edge (`lefts`) and upper end (`baselines`), and
            the starts and advances of its signs run downwards.
    """

    lines: list[Line]
    lefts: list[float]
    baselines: list[float]
    measure: Measure
    step: float
    down: bool = False


def plan_page(letter: Letter, hand: Hand, area: Area, style: Style) -> Plan:
    """Return the letter in its lines, written a little smaller where it would not fit.

    Raises:
        UserError: It does not fit even then; the sentence says how many lines are too many.
    """
    too_many = 0
    for shrink in SHRINKS:
        step = area.line_mm * shrink * POINTS_PER_MM
        measure = _measure(letter.language, hand, step)
        rows, lines, lefts = _rows(letter, hand, area, style, measure)
        fitting = int(area.height * POINTS_PER_MM / step + 1e-6)
        too_many = int(np.ceil(rows[-1] + 1 - fitting))
        if too_many <= 0:
            top = (area.page_height - area.top) * POINTS_PER_MM - _air_above(
                fitting - rows[-1] - 1, area
            ) * step
            baselines = [top - (row + 0.72) * step for row in rows]
            return Plan(lines, lefts, baselines, measure, step)
    sentence = ngettext(
        "The letter is {count} line too long for this paper. Shorten it, or choose larger paper.",
        "The letter is {count} lines too long for this paper. Shorten it, or choose larger paper.",
        too_many,
    )
    raise UserError(sentence.format(count=too_many), field="text")


def _measure(language: str, hand: Hand, step: float) -> Measure:
    latin_em = (_LATIN_EM if language == "en" else _LATIN_EM_IN_CHINESE) * step
    return Measure(latin_em, _HANZI_EM * step, hand.latin.x_height * latin_em)


def _air_above(free: float, area: Area) -> float:
    """Return how many lines to leave free at the top, so that a short letter does not hang from the edge."""
    return 0.0 if area.ruled else max(0.0, min(3.0, 0.25 * free))


def _rows(
    letter: Letter, hand: Hand, area: Area, style: Style, measure: Measure
) -> tuple[list[float], list[Line], list[float]]:
    """Return each line with its row (0 is the first) and where it begins."""
    breaker = LineBreaker(area.width * POINTS_PER_MM, measure, style, np.random.default_rng([letter.seed, 1]))
    rows: list[float] = []
    lines: list[Line] = []
    lefts: list[float] = []
    forms = np.random.default_rng([letter.seed, 4])
    row = 0.0
    before = None
    for block in letter.blocks:
        stand = standing(letter.language, block.role, before)
        row += np.ceil(stand.above) if area.ruled else stand.above
        em = measure.latin_em if letter.language == "en" else measure.hanzi_em
        for line in breaker.lines(hand.signs(block.text, forms), stand.indent * em):
            line.role = block.role
            rows.append(row)
            lines.append(line)
            lefts.append(area.left * POINTS_PER_MM + _start(line, stand.side, area.width * POINTS_PER_MM))
            row += 1
        before = block.role
    return rows, lines, lefts


def _start(line: Line, side: Side, width: float) -> float:
    """Return how far a line is moved in to stand at its side."""
    room = max(0.0, width - line.width)
    return {Side.LEFT: 0.0, Side.MIDDLE: min(room, _CLOSING_AT * width), Side.RIGHT: room}[side]
