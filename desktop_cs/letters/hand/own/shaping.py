"""Shape strokes for a pack: few points where they are straight, the same points for two that are alike."""

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

_SHORTEST = 0.012  # em; a dot becomes a tick of this length, or the pen would draw nothing
_TOLERANCE = 0.0025  # em that the curve may run from the line
_STEPS = (0.018, 0.075)  # em, the shortest and the longest step; the longest must fit a byte
_FINE = 0.006  # em


def along(line: Points) -> Points:
    """Return how far along the line each of its points is, as a share of its length."""
    gone = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
    return np.asarray(gone / gone[-1]) if gone[-1] > 0 else np.linspace(0.0, 1.0, len(line))


def length_of(line: Points) -> float:
    """Return how long a line is."""
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def at_shares(line: Points, shares: Points) -> Points:
    """Return the points of a line at these shares of its length."""
    gone = along(line)
    return np.stack([np.interp(shares, gone, axis) for axis in line.T], 1)


def resampled(line: Points) -> Points:
    """Return at least four points along a line in em: few where it is straight, many where it turns."""
    whole = length_of(line)
    if whole < _SHORTEST:
        share = np.linspace(-0.5, 0.5, 4)[:, None]
        return np.asarray(line.mean(0) + share * [_SHORTEST, -_SHORTEST / 4])
    count = max(12, int(whole / _FINE))
    fine = at_shares(line, np.linspace(0, 1, count))
    fine = _calm(fine, min(4, count // 8))
    heading = np.unwrap(np.arctan2(*np.gradient(fine, axis=0).T[::-1]))
    bend = _calm(np.abs(np.gradient(heading))[:, None] / (whole / count), min(5, count // 8))[:, 0]
    step = np.clip(np.sqrt(8 * _TOLERANCE / (bend + 1e-6)), *_STEPS)
    walked = np.concatenate([[0.0], np.cumsum(whole / (count - 1) / ((step[1:] + step[:-1]) / 2))])
    places = np.linspace(0, walked[-1], max(4, int(np.ceil(walked[-1])) + 1))
    return np.stack([np.interp(places, walked, axis) for axis in fine.T], 1)


def parts_of(strokes: list[Points], touching: float) -> list[int]:
    """Return for each stroke which part of its character it is in; part 0 is the largest.

    Args:
        strokes: The strokes of one character.
        touching: Strokes nearer than this belong together.
    """
    part = list(range(len(strokes)))
    for i, later in enumerate(strokes):
        for j, earlier in enumerate(strokes[:i]):
            gaps = np.hypot(*(later[:, None] - earlier[None]).transpose(2, 0, 1))
            if gaps.min() < touching:
                low, high = sorted((part[i], part[j]))
                part = [low if one == high else one for one in part]
    span = {
        one: sum(length_of(stroke) for stroke, of in zip(strokes, part, strict=True) if of == one)
        for one in part
    }
    order = sorted(span, key=lambda one: (-span[one], one))
    return [order.index(one) for one in part]


def _calm(values: Points, reach: int) -> Points:
    """Return values as the mean of their neighbours; the first and the last stay."""
    if reach < 1:
        return values
    kernel = np.ones(2 * reach + 1) / (2 * reach + 1)
    padded = np.pad(values, ((reach, reach), (0, 0)), "edge")
    calm = np.stack([np.convolve(axis, kernel, "valid") for axis in padded.T], 1)
    calm[0], calm[-1] = values[0], values[-1]
    return calm
