"""Work out how else a hand shapes a letter: towards a sample in a kindred hand, or its own way.

Two samples of a letter hardly ever have the same strokes, so the letter is not matched stroke by stroke but
bent, point by point and smoothly, until it lies on the other sample. How far each point went is the shape.
Because neighbouring points move alike, strokes that touch keep touching.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from pack_writing import Drawing, Points
from scipy.spatial import cKDTree

Field = Callable[[Points], Points]

LEAST_SHAPES, MOST_SHAPES = 2, 3
STRENGTH = 0.105  # x-heights, root mean square at full weight: further, and letters are taken for others
FURTHEST = 0.24  # x-heights that any point moves
_ROUNDS = 16
_STEP = 0.02  # em between the points that are bent
_LIKE_ENOUGH = 0.1  # x-heights from the bent letter to the sample, and back, on average
_SQUEEZED, _STRETCHED, _FOLDED = 0.5, 1.7, 0.01
_TURN_COUNTS = 0.35  # x-heights: how far off a point is that lies across instead of along
_LEAST_GAP, _MOST_GAP = 0.22, 1.0  # x-heights; nearer points touch, further ones are not taken for one
_STAYS_OPEN = 0.7  # share of a gap that a shape leaves
_KEPT = 0.22  # x-heights around an entry or exit that stay where they are
_FREED = 0.75  # x-heights from there where a point moves freely


@dataclass(frozen=True, slots=True)
class Bend:
    """How far the points of a letter go on the way to another sample of it; a field over the plane.

    Args:
        points: Points of the letter, in em.
        steps: How far each goes.
        reach: How far around a point counts, in em.
    """

    points: Points
    steps: Points
    reach: float

    def __call__(self, at: Points) -> Points:
        """Return how far anything at these places goes."""
        gap = ((at[:, None] - self.points[None]) ** 2).sum(2)
        weight = np.exp(-(gap - gap.min(1, keepdims=True)) / (2 * self.reach**2))
        return np.asarray(weight @ self.steps / weight.sum(1, keepdims=True))


def bends(drawing: Drawing, samples: list[Drawing], x_height: float) -> list[Field]:
    """Return the ways from a letter to those samples of it that are built alike and differ from one another.

    Args:
        drawing: The letter's usual strokes.
        samples: The same letter in kindred hands.
        x_height: Height of the hand's small letters, in em.
    """
    ink = np.concatenate(drawing.strokes)
    found: list[Field] = []
    for sample in samples:
        bend = _bend_to(drawing, sample, x_height)
        if bend is not None and _differs(bend, found, ink, x_height):
            found.append(bend)
    return found


def shape_fields(letter: str, drawing: Drawing, found: list[Field], x_height: float) -> list[Field]:
    """Return two or three fields that give the letter another shape: bends found, then ways of its own."""
    ink = np.concatenate(drawing.strokes)
    own = [_own_way(letter, way, ink, x_height) for way in range(LEAST_SHAPES - len(found))]
    most = LEAST_SHAPES if letter.isupper() else MOST_SHAPES
    return [_of_strength(field, ink, x_height) for field in [*found, *own][:most]]


def _bend_to(drawing: Drawing, sample: Drawing, x_height: float) -> Bend | None:
    """Return how the letter goes over into the sample, or None where the two are built differently."""
    if not drawing.strokes or not sample.strokes:
        return None
    start, along = _with_direction(drawing.strokes)
    goal, goal_along = _with_direction(sample.strokes)
    goal = _fitted(goal, start)
    angle = _TURN_COUNTS * x_height / 2
    tree = cKDTree(np.hstack([goal, angle * goal_along]))
    moved = start.copy()
    for step in range(_ROUNDS):
        reach = x_height * (0.6 - 0.42 * step / (_ROUNDS - 1))
        _, nearest = tree.query(np.hstack([moved, angle * along]))
        gap = ((start[:, None] - start[None]) ** 2).sum(2)
        weight = np.exp(-gap / (2 * reach**2))
        moved = start + weight @ (goal[nearest] - start) / weight.sum(1, keepdims=True)
    there, back = cKDTree(goal).query(moved)[0].mean(), cKDTree(moved).query(goal)[0].mean()
    if max(there, back) > _LIKE_ENOUGH * x_height or not _is_even(start, moved):
        return None
    return Bend(start, moved - start, 0.12 * x_height)


def _is_even(start: Points, moved: Points) -> bool:
    """Whether nothing is stretched, squeezed or folded much on the way: else the builds differ."""
    before = np.hypot(*np.diff(start, axis=0).T)
    along = before < 1.6 * _STEP  # within a stroke
    ratio = np.hypot(*np.diff(moved, axis=0).T)[along] / np.maximum(before[along], 1e-6)
    turned = (np.diff(start, axis=0)[along] * np.diff(moved, axis=0)[along]).sum(1) <= 0
    low, high = np.percentile(ratio, [4, 96])
    return bool(low > _SQUEEZED and high < _STRETCHED and turned.mean() < _FOLDED)


def held_at_joins(field: Field, joins: Points, x_height: float) -> Field:
    """Return the field with the places where a letter meets its neighbours left where they are."""

    def held(at: Points) -> Points:
        gap = np.hypot(*(at[:, None] - joins[None]).transpose(2, 0, 1)).min(1) / x_height
        free = np.clip((gap - _KEPT) / (_FREED - _KEPT), 0, 1)
        return np.asarray(field(at) * (free * free * (3 - 2 * free))[:, None])

    return held


def joins_of(strokes: list[Points], x_height: float) -> Points:
    """Return where a letter is entered and left: the outermost points near the line, left and right."""
    ink = np.concatenate(strokes)
    low = ink[(ink[:, 1] > -0.1 * x_height) & (ink[:, 1] < 1.15 * x_height)]
    if not len(low):
        low = ink
    return np.array([low[low[:, 0].argmin()], low[low[:, 0].argmax()]])


def _with_direction(strokes: list[Points]) -> tuple[Points, Points]:
    """Return points at even steps, and for each its direction as a doubled angle (there and back are one)."""
    points, directions = [], []
    for stroke in strokes:
        walked = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(stroke, axis=0).T))])
        places = np.linspace(0, walked[-1], max(3, int(walked[-1] / _STEP)))
        line = np.stack([np.interp(places, walked, axis) for axis in stroke.T], 1)
        angle = 2 * np.arctan2(*np.gradient(line, axis=0).T[::-1])
        points.append(line)
        directions.append(np.stack([np.cos(angle), np.sin(angle)], 1))
    return np.concatenate(points), np.concatenate(directions)


def _fitted(points: Points, frame: Points) -> Points:
    """Return points stretched and moved into the box of others."""
    low, high = points.min(0), points.max(0)
    size = np.maximum(high - low, 1e-3)
    return np.asarray((points - low) / size * (frame.max(0) - frame.min(0)) + frame.min(0))


def _own_way(letter: str, way: int, ink: Points, x_height: float) -> Field:
    """Return a smooth way of bending that is this letter's own, the same in every build."""
    rng = np.random.default_rng([ord(letter[0]), len(letter), way])
    length = x_height * rng.uniform(1.7, 3.0, 3)
    heading = rng.uniform(0, np.pi) + np.array([0.0, np.pi / 3, 2 * np.pi / 3])
    wave = 2 * np.pi / length * np.array([np.cos(heading), np.sin(heading)])
    phase = rng.uniform(0, 2 * np.pi, 3)
    strength = rng.standard_normal((3, 2)) * [1.0, 0.7]
    middle = ink.mean(0)

    def bent(at: Points) -> Points:
        return np.asarray(np.sin((at - middle) @ wave + phase) @ strength)

    return bent


def _differs(bend: Field, others: list[Field], ink: Points, x_height: float) -> bool:
    steps = bend(ink)
    if _size(steps) < 0.03 * x_height:
        return False
    return all(_size(steps - other(ink)) > 0.04 * x_height for other in others)


def _of_strength(field: Field, ink: Points, x_height: float) -> Field:
    """Return the field as strong as a shape may be, without the shift that it has on average."""
    steps = field(ink)
    shift = steps.mean(0)
    furthest = FURTHEST * x_height
    factor = STRENGTH * x_height / max(_size(steps - shift), 1e-9)
    while factor > 1e-3 and not _keeps_gaps(
        ink, np.clip((steps - shift) * factor, -furthest, furthest), x_height
    ):
        factor *= 0.85

    def scaled(at: Points) -> Points:
        return np.asarray(np.clip((field(at) - shift) * factor, -furthest, furthest))

    return scaled


def _keeps_gaps(ink: Points, steps: Points, x_height: float) -> bool:
    """Whether nothing that is open closes and nothing that is closed opens, so that a u stays a u."""
    gap = _gaps(ink)
    counts = (gap > _LEAST_GAP * x_height) & (gap < _MOST_GAP * x_height)
    return all((_gaps(ink + way * steps)[counts] > _STAYS_OPEN * gap[counts]).all() for way in (-1.0, 1.0))


def _gaps(points: Points) -> Points:
    return np.asarray(np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1)))


def _size(steps: npt.NDArray[np.float64]) -> float:
    return float(np.sqrt((steps**2).sum(1).mean()))
