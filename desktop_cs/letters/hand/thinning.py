"""Leave out the points of strokes that nobody would miss: smaller files, sooner written."""

from dataclasses import replace

import numpy as np

from desktop_cs.letters.hand.hand_pack import Strokes

_PASSES = 2


def thinned(strokes: Strokes, tolerance: float, longest: float) -> Strokes:
    """Return the strokes without points that lie almost on the line between their neighbours.

    Of two points next to each other one stays, and so do the ends, so that a curve keeps its form.

    Args:
        strokes: The strokes.
        tolerance: How far from the line between its neighbours a point may lie and still be left out.
        longest: How far apart its neighbours may be.
    """
    for _ in range(_PASSES):
        points, lengths = strokes.points, strokes.lengths
        first = np.cumsum(lengths) - lengths
        within = np.arange(len(points)) - np.repeat(first, lengths)
        inner = np.flatnonzero((within % 2 == 1) & (within < np.repeat(lengths, lengths) - 2))
        before = points.take(inner - 1, 0)
        chord = points.take(inner + 1, 0) - before
        offset = points.take(inner, 0) - before
        span = np.hypot(*chord.T) + 1e-9
        away = np.abs(chord[:, 0] * offset[:, 1] - chord[:, 1] * offset[:, 0]) / span
        stays = np.ones(len(points), bool)
        stays[inner[(away < tolerance) & (span < longest)]] = False
        kept = np.add.reduceat(stays, first, dtype=np.int64)
        strokes = replace(strokes, points=points.compress(stays, 0), lengths=kept)
    return strokes
