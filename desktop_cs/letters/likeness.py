"""How much two letters say in the same words; a batch warns where it is too much."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from desktop_cs.letters.blocks import Block, Role

TOO_ALIKE = 0.6  # Source: design/letters.md, "Text made from the case"

_SENTENCE = re.compile(r"[^.!?。！？]+[.!?。！？]*")


def share_of_same_sentences(first: Iterable[Block], second: Iterable[Block]) -> float:
    """Return the share of the shorter letter's sentences that stand in the other one too, 0.0 to 1.0."""
    ours, theirs = _sentences(first), _sentences(second)
    fewest = min(len(ours), len(theirs))
    return len(ours & theirs) / fewest if fewest else 0.0


def alike_pairs(letters: Sequence[Iterable[Block]]) -> list[tuple[int, int, float]]:
    """Return the places of every two letters that say too much in the same words, with the share of it."""
    shares = (
        (first, second, share_of_same_sentences(letters[first], letters[second]))
        for first, second in combinations(range(len(letters)), 2)
    )
    return [pair for pair in shares if pair[2] > TOO_ALIKE]


def _sentences(blocks: Iterable[Block]) -> set[str]:
    bodies = (block.text for block in blocks if block.role is Role.BODY)
    return {found.strip() for body in bodies for found in _SENTENCE.findall(body) if found.strip()}
