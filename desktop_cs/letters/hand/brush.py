"""How a pen presses along the strokes of a Chinese character: it sets down, passes on, pauses or lifts off.

Source: the strokes of the regular script as it is taught: a horizontal ends with a pause, a falling stroke to
the left thins out, one to the right swells before it thins, a dot is a drop, a hook flicks away.
"""

import numpy as np
import numpy.typing as npt

from desktop_cs.letters.hand.hand_pack import Floats, Ints, Strokes
from desktop_cs.letters.hand.styles import Pen

Bools = npt.NDArray[np.bool_]

# Width at the beginning, soon after, in the middle, near the end and at the end, with the softest pen.
_PLACES = np.array([0.0, 0.13, 0.5, 0.82, 1.0])
_LEVEL, _UPRIGHT, _LEFTWARD, _RIGHTWARD, _FLICK, _DOT = range(6)
_PROFILES = np.array(
    [
        [1.12, 0.98, 0.84, 0.98, 1.26],  # pauses at the right
        [1.20, 1.06, 0.92, 0.90, 0.72],  # set down firmly, lifted slowly
        [1.22, 1.08, 0.88, 0.56, 0.22],  # thins out to the lower left
        [0.60, 0.74, 1.04, 1.40, 0.40],  # swells, then thins out to the lower right
        [1.12, 1.02, 0.92, 0.84, 0.26],  # a hook or a rising stroke flicks away
        [0.46, 0.78, 1.16, 1.34, 1.02],  # a drop
    ]
)
_SOFTEST = 0.6  # how much narrower than its line the softest pen of ours ends a stroke
_YIELDING = 1.7  # a ball hardly yields, a nib does
_LIGHTER = 0.12  # a stroke is thinner than the pen's full line, which only pressure draws
_CROWDED = 11  # strokes; a character with more is written with a lighter hand
_LIGHTER_PER_STROKE = 0.02
_LIGHTEST = 0.7
_UNEVEN = 0.05  # no two strokes are pressed alike
_DOT_UP_TO = 0.2  # em
_LONG = 0.3  # em: a stroke to the lower right that is longer swells


def pressed(
    strokes: Strokes, chinese: Bools, ems: Floats, pen: Pen, rng: np.random.Generator
) -> Floats | None:
    """Return how wide the pen draws at every point, as a share of its line; NaN where it only tapers.

    Args:
        strokes: The strokes of a page, in points.
        chinese: For each whether it is a stroke of a Chinese character; without any there is no pressure.
        ems: For each stroke the em that it is written with.
        pen: A soft pen shows more of the pressure than a hard one.
        rng: Where chance comes from.
    """
    if not chinese.any():
        return None
    lengths = strokes.lengths
    after = np.cumsum(lengths)
    first = after - lengths
    softness = min(1.0, (1 - pen.end) / _SOFTEST) ** _YIELDING
    kinds = _kinds(strokes.points, first, after - 1, ems)
    uneven = 1 + _UNEVEN * rng.standard_normal((len(lengths), len(_PLACES)))
    crowd = np.bincount(strokes.owners)[strokes.owners] - _CROWDED
    light = (1 - _LIGHTER) * np.clip(1 - _LIGHTER_PER_STROKE * crowd, _LIGHTEST, 1)[:, None]
    knots = light * (1 + softness * (_PROFILES[kinds] - 1)) * uneven
    stroke = np.repeat(np.arange(len(lengths)), lengths)
    share = (np.arange(len(stroke)) - first[stroke]) / (lengths[stroke] - 1)
    knot = np.clip(np.searchsorted(_PLACES, share, side="right") - 1, 0, len(_PLACES) - 2)
    along = (share - _PLACES[knot]) / (_PLACES[knot + 1] - _PLACES[knot])
    pressure = knots[stroke, knot] * (1 - along) + knots[stroke, knot + 1] * along
    return np.where(chinese[stroke], pressure, np.nan)


def _kinds(points: Floats, first: Ints, last: Ints, ems: Floats) -> Ints:
    """Return the kind of every stroke, told by how long it is and by where it is heading as it ends."""
    chord = points[last] - points[first]
    long = np.hypot(*chord.T) / ems
    heading = np.degrees(np.arctan2(*(points[last] - points[np.maximum(last - 2, first)]).T[::-1]))
    whole = np.degrees(np.arctan2(*chord.T[::-1]))
    kinds = np.full(len(first), _LEVEL)
    kinds[(heading < -72) & (heading > -105)] = _UPRIGHT
    kinds[(heading <= -105) & (heading > -172)] = _LEFTWARD
    slanting = (whole < -18) & (whole > -72)
    kinds[slanting & (long > _LONG) & (heading < 12) & (heading > -72)] = _RIGHTWARD
    kinds[(heading > 24) | (heading <= -172)] = _FLICK
    kinds[(long < _DOT_UP_TO) & (heading < 12) & (heading > -105)] = _DOT
    return kinds
