"""Find what hangs together in a picture of ink and paper, run by run."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Components:
    """The pieces of ink in a picture, one row each; lengths in pixels.

    Args:
        areas: How many pixels each has.
        middles: Its centre of mass, x and y.
        spreads: Variance in x, variance in y, covariance.
    """

    areas: Floats
    middles: Floats
    spreads: Floats


def components_of(ink: npt.NDArray[np.bool_]) -> Components:
    """Return the pieces of ink; pixels that only touch at a corner are apart."""
    rows, starts, ends = _runs(ink)
    if not len(rows):
        return Components(np.zeros(0), np.zeros((0, 2)), np.zeros((0, 3)))
    _, piece = np.unique(_labels(rows, starts, ends, ink.shape[1]), return_inverse=True)
    length = (ends - starts).astype(float)
    middle = (starts + ends - 1) / 2
    area = np.bincount(piece, length).astype(float)
    x, y = (np.bincount(piece, length * along) / area for along in (middle, rows))
    across = middle - x[piece]
    down = rows - y[piece]
    spread_x = np.bincount(piece, length * (across**2 + (length**2 - 1) / 12)) / area
    spread_y = np.bincount(piece, length * down**2) / area
    both = np.bincount(piece, length * across * down) / area
    return Components(area, np.stack([x, y], 1), np.stack([spread_x, spread_y, both], 1))


def _runs(ink: npt.NDArray[np.bool_]) -> tuple[Ints, Ints, Ints]:
    """Return row, start and end (behind the last pixel) of every run of ink."""
    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    return rows, starts, np.nonzero(edges == -1)[1]


def _labels(rows: Ints, starts: Ints, ends: Ints, width: int) -> Ints:
    """Return one number for all runs that hang together."""
    stride = width + 1
    low = np.searchsorted(rows * stride + ends, (rows + 1) * stride + starts, "right")
    high = np.searchsorted(rows * stride + starts, (rows + 1) * stride + ends, "left")
    count = np.maximum(high - low, 0)
    upper = np.repeat(np.arange(len(rows)), count)
    lower = np.repeat(low, count) + np.arange(len(upper)) - np.repeat(np.cumsum(count) - count, count)
    label = np.arange(len(rows))
    while True:
        least = np.minimum(label[upper], label[lower])
        before = label.copy()
        np.minimum.at(label, label[upper], least)
        np.minimum.at(label, label[lower], least)
        label = label[label]
        if np.array_equal(before, label):
            return label
