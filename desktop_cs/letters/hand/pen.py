"""Give strokes the width that a pen draws: ribbons whose outline is a smooth curve."""

import numpy as np

from desktop_cs.letters.hand.chance import drifting
from desktop_cs.letters.hand.hand_pack import Floats, Ints, Strokes
from desktop_cs.letters.hand.styles import Pen

_POINTS_PER_MM = 72 / 25.4
_NIB_ANGLE = np.radians(35)
_HAIRLINE = 0.5  # width of a join between strokes, as a share of the pen's


def ribbons(
    strokes: Strokes,
    joins: Ints,
    pen: Pen,
    rng: np.random.Generator,
    flow: Floats | None = None,
    pressure: Floats | None = None,
) -> tuple[Floats, Ints]:
    """Return the outlines of all strokes and how many points each has.

    The points are the control points of a closed quadratic B-spline, which is what a TrueType contour
    without any point on the curve is.

    Args:
        strokes: The centre-lines, in points.
        joins: 1 for strokes that are only hairlines, else 0.
        pen: The pen.
        rng: Where chance comes from.
        flow: For each stroke how much wider than usual it is drawn, as a factor.
        pressure: For each point how wide it is drawn, as a share of the pen's line; NaN where the pen only
            tapers.
    """
    points, lengths = strokes.points, strokes.lengths
    after = np.cumsum(lengths)
    first, last = after - lengths, after - 1
    stroke = np.repeat(np.arange(len(lengths)), lengths)
    place = np.arange(len(points))
    onward, back = np.minimum(place + 1, last[stroke]), np.maximum(place - 1, first[stroke])
    heading = points.take(onward, 0) - points.take(back, 0)
    reach = np.hypot(*heading.T) + 1e-9
    heading /= reach[:, None]
    drift = 1 + 0.04 * drifting(rng, len(lengths), 0.9) + 0.02 * rng.standard_normal(len(lengths))
    width = pen.width_mm * _POINTS_PER_MM * drift * np.where(joins == 1, _HAIRLINE, 1.0)
    if flow is not None:
        width *= flow
    gone = _length_so_far(points, back, first, stroke)
    half = 0.5 * width[stroke] * _bent(heading, reach, (back, onward), lengths, pen)
    tapered = _tapered(gone, gone[last], pen, stroke)
    half *= tapered if pressure is None else np.where(np.isnan(pressure), tapered, pressure)
    waver = gone / (6 * pen.width_mm * _POINTS_PER_MM) + rng.uniform(0, 2 * np.pi, len(lengths))[stroke]
    half *= 1 + pen.tremor * np.sin(waver)
    return _outline(points, heading, half[:, None], lengths, stroke)


def _length_so_far(points: Floats, back: Ints, first: Ints, stroke: Ints) -> Floats:
    """Return how far along its stroke each point is."""
    total = np.cumsum(np.hypot(*(points - points.take(back, 0)).T))
    return np.asarray(total - total[first][stroke])


def _bent(heading: Floats, reach: Floats, beside: tuple[Ints, Ints], lengths: Ints, pen: Pen) -> Floats:
    """Return how the bend and the direction of the stroke change the width."""
    back, onward = beside
    angle = np.arctan2(heading[:, 1], heading[:, 0])
    turned = (angle[onward] - angle[back] + np.pi) % (2 * np.pi) - np.pi
    bend = np.abs(turned) / reach
    bend = (bend[back] + bend + bend[onward]) / 3
    usual = np.repeat(np.add.reduceat(bend, np.cumsum(lengths) - lengths) / lengths, lengths)
    factor = 1 + pen.bends * np.tanh(0.6 * (bend / (usual + 1e-6) - 1))
    if pen.nib:
        factor *= 1 + pen.nib * (np.abs(np.sin(angle - _NIB_ANGLE)) - 0.6)
    return np.asarray(factor)


def _tapered(gone: Floats, total: Floats, pen: Pen, stroke: Ints) -> Floats:
    """Return how much thinner the pen draws where it touches down and lifts off; dots stay whole."""
    width = pen.width_mm * _POINTS_PER_MM
    whole = total + 1e-9
    ramp = np.minimum(0.45, 3.2 * width / whole)[stroke]
    share = gone / whole[stroke]
    rising = pen.start + (1 - pen.start) * share / ramp
    falling = pen.end + (1 - pen.end) * (1 - share) / (1.3 * ramp)
    factor = np.minimum(1.0, np.minimum(rising, falling))
    return np.where((total > 2 * width)[stroke], np.maximum(factor, 0.2), 1.0)


def _outline(
    points: Floats, heading: Floats, half: Floats, lengths: Ints, stroke: Ints
) -> tuple[Floats, Ints]:
    """Walk up the left side of every stroke and down the right one, with a round cap at both ends."""
    counts = 2 * lengths + 4
    begin = np.cumsum(counts) - counts
    after = np.cumsum(lengths)
    first, last = after - lengths, after - 1
    side = np.stack([-heading[:, 1], heading[:, 0]], 1) * half
    ahead = heading * half * 1.05
    within = np.arange(len(points)) - first[stroke]
    behind, before = points[first] - ahead[first], points[last] + ahead[last]
    placed = [
        (begin[stroke] + 1 + within, points + side),
        (begin[stroke] + 2 * lengths[stroke] + 2 - within, points - side),
        (begin, behind + 0.6 * side[first]),
        (begin + counts - 1, behind - 0.6 * side[first]),
        (begin + lengths + 1, before + 0.6 * side[last]),
        (begin + lengths + 2, before - 0.6 * side[last]),
    ]
    order = np.empty(int(counts.sum()), np.int64)
    order[np.concatenate([places for places, _points in placed])] = np.arange(len(order))
    return np.concatenate([points for _places, points in placed]).take(order, 0), counts
