"""How much two letters say in the same words; a batch warns where it is too much."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from desktop_cs.letters.blocks import Block, Role

TOO_ALIKE = 0.6  # Source: design/letters.md, "Text made from the case"

# A sentence ends at its mark with the quotation marks after it, but not within a date (22.11.2026).
_SENTENCE = re.compile(r".+?(?:[。！？!?…]+[”’»」』\"]*|\.[”’»\"]*(?=\s|$)|$)", re.DOTALL)


def alike_pairs(letters: Sequence[Iterable[Block]]) -> list[tuple[int, int, float]]:
    """Return the pairs of letters that share more than 60 % of their sentences, the most alike first.

    Args:
        letters: The parts of each letter.

    Returns:
        Places of both in `letters`, the earlier one first, and the share, above 0.6 and up to 1.0.
    """
    said = [_sentences(letter) for letter in letters]
    saying: defaultdict[str, list[int]] = defaultdict(list)
    for place, sentences in enumerate(said):
        for sentence in sentences:
            saying[sentence].append(place)
    shared = Counter(pair for places in saying.values() for pair in combinations(places, 2))
    shares = [
        (first, second, count / _fewest(said[first], said[second]))
        for (first, second), count in shared.items()
    ]
    return sorted((one for one in shares if one[2] > TOO_ALIKE), key=lambda one: (-one[2], one[:2]))


def share_of_same_sentences(first: Iterable[Block], second: Iterable[Block]) -> float:
    """Return the share of the shorter letter's sentences that stand in the other one too, 0.0 to 1.0."""
    ours, theirs = _sentences(first), _sentences(second)
    fewest = _fewest(ours, theirs)
    return len(ours & theirs) / fewest if fewest else 0.0


def _fewest(first: set[str], second: set[str]) -> int:
    return min(len(first), len(second))


def _sentences(blocks: Iterable[Block]) -> set[str]:
    bodies = (block.text for block in blocks if block.role is Role.BODY)
    return {found.strip() for body in bodies for found in _SENTENCE.findall(body) if found.strip()}
