"""How far the month's promises could be trusted."""

from bisect import bisect_right
from collections.abc import Sequence
from statistics import median

# Percent.  Below 0 the answer came late; the upper bands say how much earlier than promised it came.
BANDS = (0, 25, 50, 75)


def distribution(trust: Sequence[float]) -> tuple[int, ...]:
    """Return how many promises fell into each band: late, then 0 to 25, to 50, to 75 and to 100 percent."""
    counts = [0] * (len(BANDS) + 1)
    for percent in trust:
        counts[bisect_right(BANDS, percent)] += 1
    return tuple(counts)


def usual(trust: Sequence[float]) -> float | None:
    """Return the trust in the middle (median), in percent to one decimal; None without a promise."""
    return round(median(trust), 1) if trust else None
