"""Put the strokes of a character in the order of writing, as far as their places tell it.

Parts that stand beside each other are written from the left, parts above each other from the top; inside a
part the stroke that begins higher comes first, of two at one height the left one.
Source: the common rules of stroke order (left before right, top before bottom).
"""

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

_OVERLAP = 0.03  # em by which two parts may reach into each other
_AS_HIGH = 0.35  # how much a step to the right counts beside a step down


def in_writing_order(strokes: list[Points]) -> list[Points]:
    """Return the strokes (em, y upwards) in the order of writing."""
    if len(strokes) < 2:
        return strokes
    boxes = np.array([[*stroke.min(0), *stroke.max(0)] for stroke in strokes])
    for low, high, sign in ((0, 2, 1.0), (1, 3, -1.0)):
        if parts := _apart(strokes, boxes[:, low], boxes[:, high], sign):
            return [stroke for part in parts for stroke in in_writing_order(part)]
    return sorted(strokes, key=lambda stroke: float(_AS_HIGH * stroke[0, 0] - stroke[0, 1]))


def _apart(
    strokes: list[Points], low: npt.NDArray[np.float64], high: npt.NDArray[np.float64], sign: float
) -> list[list[Points]]:
    """Return the strokes in two or more parts with a gap between them along one axis, or nothing."""
    order = np.argsort(low if sign > 0 else -high, kind="stable")
    near, far = (low, high) if sign > 0 else (-high, -low)
    parts: list[list[Points]] = []
    reached = -np.inf
    for place in order.tolist():
        if near[place] > reached - _OVERLAP:
            parts.append([])
        parts[-1].append(strokes[place])
        reached = max(reached, float(far[place]))
    return parts if len(parts) > 1 else []
