"""Chance as a hand has it: what comes next resembles what came before."""

import numpy as np

from desktop_cs.letters.hand.hand_pack import Floats


def drifting(rng: np.random.Generator, count: int, likeness: float) -> Floats:
    """Return normal values of spread 1, each like the one before (an autoregressive series).

    Args:
        rng: Where chance comes from.
        count: How many.
        likeness: Correlation of neighbours, 0 to below 1.
    """
    reach = int(np.ceil(np.log(0.01) / np.log(likeness)))
    kernel = likeness ** np.arange(reach)
    fresh = rng.standard_normal(count + reach - 1)
    return np.convolve(fresh, kernel / np.sqrt((kernel**2).sum()), "valid")


class DisplacementField:
    """A smooth displacement over the page: no two places are moved alike, and no line gets a kink.

    It is a sum of waves, worked out once on a grid and read off between the grid's points.

    Args:
        rng: Where chance comes from.
        low: Lower left corner of what is written, in points.
        high: Upper right corner.
        x_height: Height of a small letter, in points; waves are 3.5 to 10 of them long, so that
            they bend words and leave letters readable.
        amount: Root mean square of the displacement along each axis, in x-heights.
    """

    _WAVES = 20
    _CELL = 0.4  # of the grid, in x-heights

    def __init__(
        self, rng: np.random.Generator, low: Floats, high: Floats, x_height: float, amount: float
    ) -> None:
        self._low = low - x_height
        self._cell = self._CELL * x_height
        length = np.exp(rng.uniform(np.log(3.5), np.log(10), self._WAVES)) * x_height
        heading = rng.uniform(0, 2 * np.pi, self._WAVES)
        phase = rng.uniform(0, 2 * np.pi, (2, self._WAVES))
        strength = rng.standard_normal((2, self._WAVES)) * length
        strength *= amount * x_height / np.sqrt((strength**2).sum(1, keepdims=True) / 2)
        columns, rows = (
            np.arange(int(span / self._cell) + 3) * self._cell for span in high + x_height - self._low
        )
        across = np.exp(1j * (2 * np.pi / length * np.cos(heading))[:, None] * columns)
        up = np.exp(1j * (2 * np.pi / length * np.sin(heading))[:, None] * rows)
        weights = strength * np.exp(1j * phase)
        self._columns = len(columns)
        self._grid = np.stack([((up.T * weight) @ across).real.ravel() for weight in weights])

    def at(self, points: Floats) -> Floats:
        """Return the displacement of each point, in points."""
        place = np.stack([*(points - self._low).T]) / self._cell
        corner = place.astype(np.int64)
        right, up = place - corner
        first = corner[1] * self._columns + corner[0]
        below = self._grid.take(first, 1) * (1 - right) + self._grid.take(first + 1, 1) * right
        first += self._columns
        above = self._grid.take(first, 1) * (1 - right) + self._grid.take(first + 1, 1) * right
        return np.stack([*(below * (1 - up) + above * up)], 1)
