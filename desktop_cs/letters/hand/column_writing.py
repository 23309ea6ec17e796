"""Write down the page: every upright character on a short line of its own, every word turned to the right."""

from dataclasses import replace

import numpy as np

from desktop_cs.letters.hand.chance import drifting
from desktop_cs.letters.hand.columns import SQUARE_MIDDLE
from desktop_cs.letters.hand.hand_pack import Floats, Ints, Strokes
from desktop_cs.letters.hand.occurrences import Occurrences
from desktop_cs.letters.hand.page_plan import Plan
from desktop_cs.letters.hand.styles import Style

_ASIDE = 2.0  # times as far as a character strays from a line across: nothing guides the hand down a column
_MIDDLE_OF_LETTERS = 0.55  # x-heights above their line: it lies on the middle of the column
_MIDDLE_OF_FIGURES = 0.85


def in_columns(columns: Occurrences, plan: Plan, style: Style, seed: int) -> tuple[Occurrences, Ints]:
    """Return the characters on lines to write them on, and which of these lines are turned afterwards.

    Args:
        columns: The characters; starts and advances run down their columns.
        plan: Where the columns are.
        style: How evenly the hand writes: it wanders to both sides as it goes down.
        seed: Of the letter.
    """
    pivots = np.array([np.nan if one is None else one for line in plan.lines for one in line.pivots])
    hanzi = np.array([sign.hanzi for sign in columns.signs])
    lines = _lines(columns, pivots, hanzi)
    first = np.flatnonzero(np.diff(lines, prepend=-1))
    is_turned = np.isnan(pivots[first])
    widths = np.where(
        np.isnan(pivots),
        columns.advances,
        [sign.width for sign in columns.signs] * columns.stretches * columns.ems,
    )
    starts = np.cumsum(widths) - widths
    starts -= starts[first][lines]
    square = plan.measure.hanzi_em
    rng = np.random.default_rng([seed, 5])
    aside = _ASIDE * style.hanzi.height * square * np.clip(drifting(rng, len(first), 0.5), -2, 2)
    axis = columns.lefts[columns.lines][first] + square / 2 + aside
    top = columns.baselines[columns.lines][first]
    whole = np.bincount(lines, weights=widths)
    left = np.where(is_turned, axis, axis - np.where(hanzi[first], square, whole) / 2)
    middle = np.where(hanzi[first], SQUARE_MIDDLE * square, _MIDDLE_OF_FIGURES * columns.x_height)
    height = np.where(is_turned, top - columns.starts[first], top - pivots[first] - middle)
    page = replace(columns, lines=lines, starts=starts, lefts=left, baselines=height)
    return page, np.flatnonzero(is_turned)


def turned(strokes: Strokes, page: Occurrences, turned_lines: Ints) -> Strokes:
    """Return the strokes with the words on some lines turned to the right, about where their line begins."""
    lines = np.repeat(page.lines[strokes.owners], strokes.lengths)
    lies = np.isin(lines, turned_lines)
    begin = np.stack([page.lefts, page.baselines], 1)[lines[lies]]
    along, up = (strokes.points[lies] - begin).T
    points: Floats = strokes.points.copy()
    points[lies] = begin + np.stack([up - _MIDDLE_OF_LETTERS * page.x_height, -along], 1)
    return replace(strokes, points=points)


def _lines(columns: Occurrences, pivots: Floats, hanzi: Ints) -> Ints:
    """Number the lines: a word or a short number keeps together, everything else stands alone."""
    same = np.where(
        np.isnan(pivots[1:]),
        (columns.words[1:] == columns.words[:-1]) & np.isnan(pivots[:-1]),
        np.isclose(pivots[1:], pivots[:-1]),
    )
    same &= ~hanzi[1:] & ~hanzi[:-1] & (columns.lines[1:] == columns.lines[:-1])
    return np.asarray(np.concatenate([[0], np.cumsum(~same)]))
