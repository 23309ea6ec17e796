"""How broad a hand writes each letter: words differ as wholes, and letters within them."""

from functools import cache

import numpy as np

from desktop_cs.letters.hand.chance import drifting
from desktop_cs.letters.hand.hand_pack import HandPack
from desktop_cs.letters.hand.styles import LatinStyle

_LIKE_THE_LAST_LETTER = 0.5
_MOST = 2.0  # standard deviations
_FREQUENT = {"ru": "оеаинтсрвлкм"}  # the letters that a hand's usual breadth is measured on
_FREQUENT_LATIN = "etaoinshrdlu"
# Source: the design's handwriting statistics; 53 writers take 1.21 x-heights for a letter on average.
_USUAL_BREADTH = 1.21
_BROADEST = 1.2  # times as broad as the pack has it: beyond, a hand would no longer be itself


@cache
def broadening(pack: HandPack, language: str) -> float:
    """Return how much broader a narrow hand is written, as a factor: crowded letters are hard to read."""
    places = [pack.place(letter) for letter in _FREQUENT.get(language, _FREQUENT_LATIN)]
    widths = [pack.width(place) for place in places if place >= 0]
    if not widths or not pack.x_height:
        return 1.0
    return min(_BROADEST, max(1.0, _USUAL_BREADTH * pack.x_height * len(widths) / sum(widths)))


def breadths(are_gaps: list[bool], style: LatinStyle, rng: np.random.Generator) -> list[float]:
    """Return how much broader than in the pack each letter of a paragraph is written, as a factor.

    Source: the same word written again by the same person is 11 % broader or narrower (`word_width` and
    `letter_width` together), and 11 % taller or less tall, one hardly depending on the other (design,
    handwriting statistics of 53 writers).

    Args:
        are_gaps: For every sign whether it is a gap between words.
        style: How evenly the hand writes.
        rng: Where chance comes from.
    """
    if not are_gaps:
        return []
    word = np.cumsum(are_gaps)
    of_word = np.clip(rng.standard_normal(int(word[-1]) + 1), -_MOST, _MOST)[word]
    of_letter = np.clip(drifting(rng, len(are_gaps), _LIKE_THE_LAST_LETTER), -_MOST, _MOST)
    factors: list[float] = np.exp(style.word_width * of_word + style.letter_width * of_letter).tolist()
    return factors
