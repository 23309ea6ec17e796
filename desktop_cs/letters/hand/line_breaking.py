"""Break a text into lines, with the uneven gaps of a hand."""

import math
from dataclasses import dataclass, field

import numpy as np

from desktop_cs.letters.hand.characters import Sign
from desktop_cs.letters.hand.styles import Style

# Source: the line-breaking classes CL, EX, IS, OP of Unicode Standard Annex 14, as far as a hand meets them.
NEVER_FIRST = frozenset("，。、；：？！”’）》〉」』】…—～·℃％,.;:?!)]}»%")
NEVER_LAST = frozenset("“‘（《〈「『【([{«￥")

_BESIDE_LATIN = 0.13  # gap between a Chinese character and a Latin word, in em
_BETWEEN_CAPITALS = 0.08  # em, and between figures: the source has no kerning
_AFTER_A_CAPITAL = 0.03  # em
_T_BEFORE_ROUND = 0.12  # em; a t that touches an o reads as a b
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
    """

    latin_em: float
    hanzi_em: float
    x_height: float

    def em(self, sign: Sign) -> float:
        """Return the em that a sign is written with."""
        return self.hanzi_em if sign.hanzi else self.latin_em


@dataclass(slots=True)
class Line:
    """One line of writing: its signs, where each begins, how wide each is drawn, and its word; in points."""

    signs: list[Sign] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    advances: list[float] = field(default_factory=list)
    stretches: list[float] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    indent: float = 0.0

    @property
    def width(self) -> float:
        """Where the last sign ends."""
        return self.starts[-1] + self.advances[-1] if self.signs else self.indent


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A sign with the width that this hand gives it this time."""

    sign: Sign
    advance: float
    stretch: float


class LineBreaker:
    """Breaks one letter's paragraphs into lines.

    Args:
        width: Length of a full line, in points.
        measure: How large the hand writes.
        style: How evenly.
        rng: Where chance comes from.
    """

    def __init__(self, width: float, measure: Measure, style: Style, rng: np.random.Generator) -> None:
        self._width = width
        self._measure = measure
        self._style = style
        self._rng = rng
        self._word = 0

    def lines(self, signs: list[Sign], indent: float = 0.0) -> list[Line]:
        """Return the lines of one paragraph; the first begins `indent` points further right."""
        lines = [Line(indent=indent)]
        room = self._room()
        for unit in self._units(self._drawn(signs)):
            width = sum(drawn.advance for drawn in unit)
            is_gap = unit[0].sign.is_gap
            if lines[-1].width + width > room and lines[-1].signs and not is_gap:
                lines.append(Line())
                room = self._room()
            if is_gap and not lines[-1].signs:
                continue
            self._word += 1
            for drawn in unit:
                if lines[-1].width + drawn.advance > self._width and lines[-1].signs and width > room:
                    lines.append(Line())  # a word longer than a line is cut where the line ends
                self._append(lines[-1], drawn)
        for line in lines:
            _drop_last_gap(line)
        return [line for line in lines if line.signs]

    def _room(self) -> float:
        return self._width * (1 - min(0.12, abs(float(self._rng.normal(0, self._style.latin.ragged)))))

    def _append(self, line: Line, drawn: _Drawn) -> None:
        line.starts.append(line.width)
        line.signs.append(drawn.sign)
        line.advances.append(drawn.advance)
        line.stretches.append(drawn.stretch)
        line.words.append(self._word)

    def _drawn(self, signs: list[Sign]) -> list[_Drawn]:
        chances: list[float] = self._rng.standard_normal(len(signs)).tolist()
        drawn = []
        for at, (sign, chance) in enumerate(zip(signs, chances, strict=True)):
            before = signs[at - 1] if at else None
            after = signs[at + 1] if at + 1 < len(signs) else None
            if sign.is_gap:
                drawn.append(_Drawn(sign, self._gap(before, after, chance), 1.0))
            elif sign.hanzi:
                advance = (sign.width + 0.5 * self._style.hanzi.gap * chance) * self._measure.hanzi_em
                drawn.append(_Drawn(sign, advance + self._beside(sign, after), 1.0))
            else:
                stretch = 1 + self._style.latin.letter_width * max(-2.0, min(2.0, chance))
                advance = sign.width * stretch * self._measure.latin_em
                advance += self._beside(sign, after) + _clearance(sign, after) * self._measure.latin_em
                drawn.append(_Drawn(sign, advance, stretch))
        return drawn

    def _beside(self, sign: Sign, after: Sign | None) -> float:
        """Return the gap that is left where the script changes."""
        changes = after is not None and not after.is_gap and after.hanzi != sign.hanzi
        if not changes or after is None or sign.character in NEVER_LAST or after.character in NEVER_FIRST:
            return 0.0
        return _BESIDE_LATIN * self._measure.hanzi_em

    def _gap(self, before: Sign | None, after: Sign | None, chance: float) -> float:
        """Return the width of a gap between words, measured from ink to ink as the eye does."""
        if before is None or after is None or before.hanzi or after.hanzi:
            return 0.45 * self._measure.hanzi_em
        spread = self._style.latin.gap_spread
        ink_to_ink = self._style.latin.gap * max(_LEAST_GAP, math.exp(spread * chance - 0.5 * spread**2))
        em, x_height = self._measure.latin_em, self._measure.x_height
        overhang = min(0.7 * x_height, max(-0.37 * x_height, (before.ink[1] - before.width) * em))
        lead_in = min(0.37 * x_height, max(-0.6 * x_height, after.ink[0] * em))
        return max(_LEAST_STEP * x_height, ink_to_ink * x_height + overhang - lead_in)

    @staticmethod
    def _units(drawn: list[_Drawn]) -> list[list[_Drawn]]:
        """Group what stays together: a Latin word, or a Chinese character with its marks.

        A dash between blanks stays with the word before it, so that no line begins with one.
        """
        units: list[list[_Drawn]] = []
        for one in drawn:
            dash_after_gap = one.sign.character in "–—" and len(units) > 1 and units[-1][-1].sign.is_gap
            if dash_after_gap:
                units[-2:] = [[*units[-2], *units[-1], one]]
            elif units and _clings(units[-1][-1].sign, one.sign):
                units[-1].append(one)
            else:
                units.append([one])
        return units


def _clearance(sign: Sign, after: Sign | None) -> float:
    """Return how much further a sign must stand from the next one so that both can be read, in em."""
    if after is None or after.is_gap or after.hanzi:
        return 0.0
    if sign.character == "t" and after.character in _ROUND_LETTERS:
        least = _T_BEFORE_ROUND
    elif not (sign.character.isupper() or sign.character.isdigit()):
        return 0.0
    else:
        alone = after.character.isupper() or after.character.isdigit()
        least = _BETWEEN_CAPITALS if alone else _AFTER_A_CAPITAL
    return max(0.0, least - (sign.width - sign.ink[1] + after.ink[0]))


def _clings(before: Sign, sign: Sign) -> bool:
    if before.is_gap or sign.is_gap:
        return False
    if sign.character in NEVER_FIRST or before.character in NEVER_LAST:
        return True
    return not before.hanzi and not sign.hanzi and before.character != "—"


def _drop_last_gap(line: Line) -> None:
    while line.signs and line.signs[-1].is_gap:
        for column in (line.signs, line.starts, line.advances, line.stretches, line.words):
            column.pop()
