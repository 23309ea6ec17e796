"""What went wrong most often, in the order that a manager should look at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

VITAL_SHARE = (
    0.8  # Source: Juran, Quality Control Handbook (1951): the vital few make four fifths of the trouble
)


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: its id, how often, and its share of all; `running_share` counts those before it too."""

    id: str
    count: int
    share: float
    running_share: float


def pareto(counts: Mapping[str, int]) -> tuple[Cause, ...]:
    """Return the causes that occurred, most frequent first; like counts go by id, those nobody named last."""
    occurred = [(cause_id, count) for cause_id, count in counts.items() if count > 0]
    total = sum(count for _id, count in occurred)
    causes, running = [], 0
    for cause_id, count in sorted(occurred, key=lambda one: (not one[0], -one[1], one[0])):
        running += count
        causes.append(Cause(cause_id, count, count / total, running / total))
    return tuple(causes)


def vital_few(causes: Sequence[Cause]) -> int:
    """Return how many of the causes, from the first on, make up four fifths of all."""
    before = sum(cause.running_share < VITAL_SHARE for cause in causes)
    return min(before + 1, len(causes))


def first_and_rest(causes: Sequence[Cause], most: int) -> tuple[tuple[Cause, ...], int]:
    """Return at most so many causes and how many cases the others hold together.

    A rest of one cause is shown as that cause, since a line that says "others" would take as much room.
    """
    if len(causes) <= most + 1:
        return tuple(causes), 0
    return tuple(causes[:most]), sum(cause.count for cause in causes[most:])
