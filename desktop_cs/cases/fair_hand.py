"""A fair hand: what was given in like cases, so that the loudest customer does not get the most."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST = 50  # the newest like cases tell how we give now
_FEWEST = 3  # fewer say nothing
_NEAR = 2  # prices are alike up to this factor


@dataclass(frozen=True, slots=True)
class LikeCase:
    """What was given in a case with the same kind of failure; minor units, price 0 where it is not known."""

    price: int
    given: int


@dataclass(frozen=True, slots=True)
class FairHand:
    """Median and range of goodwill plus extra over like cases, in minor units."""

    median: int
    lowest: int
    highest: int
    count: int


def fair_hand(price: int, like: Iterable[LikeCase]) -> FairHand | None:
    """Return what was given in like cases, or None where fewer than three are known.  Source: practice.md 3.

    Args:
        price: The price that this case is about, minor units; 0 where it is not known.
        like: Cases with the same kind of failure, newest first; those with a price more than twice as high
            or low are no like cases, and only the newest 50 count.
    """
    given = sorted(one.given for one in [one for one in like if _is_near(price, one.price)][:MOST])
    if len(given) < _FEWEST:
        return None
    return FairHand(_median(given), given[0], given[-1], len(given))


def _is_near(price: int, other: int) -> bool:
    if not price or not other:
        return True
    return max(price, other) <= _NEAR * min(price, other)


def _median(ordered: list[int]) -> int:
    """Return the middle amount; of an even count the mean of the middle two, rounded down."""
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2
