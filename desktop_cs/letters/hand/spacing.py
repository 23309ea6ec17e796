"""How far the pen travels over each sign: letters broader and narrower, gaps as uneven as a hand's."""

import math
from dataclasses import dataclass

import numpy as np

from desktop_cs.letters.hand.characters import Sign
from desktop_cs.letters.hand.keeping_together import NEVER_FIRST, NEVER_LAST
from desktop_cs.letters.hand.rhythm import breadths
from desktop_cs.letters.hand.styles import Style

_BESIDE_LATIN = 0.13  # gap between a Chinese character and a Latin word, in em
_BETWEEN_CAPITALS = 0.08  # em, and between figures: the source has no kerning
_AFTER_A_CAPITAL = 0.03  # em
_T_BEFORE_ROUND = 0.12  # em; a t that touches an o reads as a b
_BEFORE_A_STOP = 0.1  # em; a stop or comma that touches its letter is read as part of it
_ROUND_LETTERS = "oecadgq"
_LEAST_GAP = 0.68  # a gap is never narrower than this share of the mean one
_LEAST_STEP = 0.72  # x-heights that the pen travels at least: `pdftotext -raw` misses narrower gaps


@dataclass(frozen=True, slots=True)
class Measure:
    """How large the hand writes, in points.

    Args:
        latin_em: Em of Latin letters.
        hanzi_em: Em of Chinese characters.
        x_height: Height of a small Latin letter.
        breadth: How much broader than in their pack Latin letters are written, as a factor.
    """

    latin_em: float
    hanzi_em: float
    x_height: float
    breadth: float = 1.0

    def em(self, sign: Sign) -> float:
        """Return the em that a sign is written with."""
        return self.hanzi_em if sign.hanzi else self.latin_em

    def scaled(self, factor: float) -> "Measure":
        """Return the measure of a hand that writes larger or smaller."""
        return Measure(factor * self.latin_em, factor * self.hanzi_em, factor * self.x_height, self.breadth)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sign with the width that this hand gives it this time.

    Args:
        sign: The sign.
        advance: How far the pen travels, in points.
        stretch: How much broader than in its pack, as a factor.
        pivot: In a line that runs down the page, how far from the sign's beginning the point is about which
            it is turned to stand upright, in points; None where it lies along the line.
    """

    sign: Sign
    advance: float
    stretch: float
    pivot: float | None = None


def spaced(signs: list[Sign], measure: Measure, style: Style, rng: np.random.Generator) -> list[Drawn]:
    """Return the signs of one paragraph with their widths.

    Args:
        signs: The signs, in reading order.
        measure: How large the hand writes.
        style: How evenly.
        rng: Where chance comes from.
    """
    chances: list[float] = rng.standard_normal(len(signs)).tolist()
    stretches = breadths([sign.is_gap for sign in signs], style.latin, rng)
    befores = [None, *signs[:-1]]
    afters = [*signs[1:], None]
    return [
        _drawn(sign, (before, after), (chance, stretch), measure, style)
        for sign, before, after, chance, stretch in zip(
            signs, befores, afters, chances, stretches, strict=True
        )
    ]


def _drawn(
    sign: Sign,
    beside: tuple[Sign | None, Sign | None],
    chances: tuple[float, float],
    measure: Measure,
    style: Style,
) -> Drawn:
    (before, after), (chance, stretch) = beside, chances
    stretch *= measure.breadth
    if sign.is_gap:
        return Drawn(sign, _gap(before, after, chance, measure, style), 1.0)
    if sign.hanzi:
        advance = (sign.width + 0.5 * style.hanzi.gap * chance) * measure.hanzi_em
        return Drawn(sign, advance + _beside(sign, after, measure), 1.0)
    advance = (sign.width * stretch + _clearance(sign, after)) * measure.latin_em
    return Drawn(sign, advance + _beside(sign, after, measure), stretch)


def _beside(sign: Sign, after: Sign | None, measure: Measure) -> float:
    """Return the gap that is left where the script changes."""
    if after is None or after.is_gap or after.hanzi == sign.hanzi:
        return 0.0
    if sign.character in NEVER_LAST or after.character in NEVER_FIRST:
        return 0.0
    return _BESIDE_LATIN * measure.hanzi_em


def _gap(before: Sign | None, after: Sign | None, chance: float, measure: Measure, style: Style) -> float:
    """Return the width of a gap between words, measured from ink to ink as the eye does."""
    if before is None or after is None or before.hanzi or after.hanzi:
        return 0.45 * measure.hanzi_em
    spread = style.latin.gap_spread
    ink_to_ink = style.latin.gap * max(_LEAST_GAP, math.exp(spread * chance - 0.5 * spread**2))
    em, x_height = measure.latin_em, measure.x_height
    overhang = min(0.7 * x_height, max(-0.37 * x_height, (before.ink[1] - before.width) * em))
    lead_in = min(0.37 * x_height, max(-0.6 * x_height, after.ink[0] * em))
    return max(_LEAST_STEP * x_height, ink_to_ink * x_height + overhang - lead_in)


def _clearance(sign: Sign, after: Sign | None) -> float:
    """Return how much further a sign must stand from the next one so that both can be read, in em."""
    if after is None or after.is_gap or after.hanzi:
        return 0.0
    last, first = sign.character[-1], after.character[0]
    if last == "t" and first in _ROUND_LETTERS:
        least = _T_BEFORE_ROUND
    elif first in ".,!?":
        least = _BEFORE_A_STOP
    elif not (last.isupper() or last.isdigit()):
        return 0.0
    else:
        least = _BETWEEN_CAPITALS if first.isupper() or first.isdigit() else _AFTER_A_CAPITAL
    return max(0.0, least - (sign.width - sign.ink[1] + after.ink[0]))
