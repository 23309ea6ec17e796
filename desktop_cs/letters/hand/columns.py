"""Letters that run down the page, in columns from the right: what stands upright, and what is turned."""

import unicodedata
from dataclasses import replace
from functools import cache
from itertools import groupby

from desktop_cs.letters.hand.characters import Hand
from desktop_cs.letters.hand.hand_pack import HandPack
from desktop_cs.letters.hand.spacing import Drawn, Measure

SQUARE_MIDDLE = 0.38  # em from the line to the middle of a Chinese character's square
_WHOLE = frozenset("—…～ー")  # marks as long as a character
_AROUND_MARK = 0.19  # em above and below the ink of a mark
_LEAST_MARK = 0.55  # em
_ACROSS = 0.8  # em of a Chinese character that a short number takes from the column
# Source: Requirements for Chinese Text Layout (W3C), vertical writing: short numbers stand across the
# column (縱中橫), longer ones and words are turned.
_MOST_ACROSS = 2


def stood_up(drawn: list[Drawn], hand: Hand, measure: Measure) -> list[Drawn]:
    """Return the signs of a paragraph as they stand in a column.

    Chinese characters, single letters and short numbers stand upright; words and longer numbers lie along the
    column, turned to the right.

    Args:
        drawn: The signs with their widths.
        hand: The hand that writes them.
        measure: How large it writes.
    """
    found: list[Drawn] = []
    for is_word, group in groupby(drawn, lambda one: not (one.sign.hanzi or one.sign.is_gap)):
        run = list(group)
        if not is_word:
            found += [one if one.sign.is_gap else _upright(one, hand, measure) for one in run]
        elif _stands_across(run):
            found += _across(run, measure)
        else:
            found += run
    return found


def _upright(drawn: Drawn, hand: Hand, measure: Measure) -> Drawn:
    sign, em = drawn.sign, measure.hanzi_em
    if sign.character in _WHOLE or not unicodedata.category(sign.character[0]).startswith("P"):
        return replace(drawn, pivot=em / 2)
    low, high = _ink(hand.packs[sign.pack], sign.place)
    advance = em * max(_LEAST_MARK, high - low + 2 * _AROUND_MARK)
    return replace(drawn, advance=advance, pivot=advance / 2 + em * ((low + high) / 2 - SQUARE_MIDDLE))


def _stands_across(run: list[Drawn]) -> bool:
    text = "".join(drawn.sign.character for drawn in run)
    return len(text) <= _MOST_ACROSS and (text.isdigit() or (len(text) == 1 and text.isalnum()))


def _across(run: list[Drawn], measure: Measure) -> list[Drawn]:
    """Return the figures of a short number, side by side in the room of one character."""
    advance = _ACROSS * measure.hanzi_em / len(run)
    middle = _ACROSS * measure.hanzi_em / 2
    return [replace(one, advance=advance, pivot=middle - at * advance) for at, one in enumerate(run)]


@cache
def _ink(pack: HandPack, place: int) -> tuple[float, float]:
    """Return the lowest and the highest ink of a character, in em."""
    heights = pack.strokes([place]).points[:, 1]
    return float(heights.min()), float(heights.max())
