"""Points that nobody would miss are left out of strokes; the curve stays where it was."""

import numpy as np

from desktop_cs.letters.hand.hand_pack import Strokes
from desktop_cs.letters.hand.thinning import thinned


def strokes(*lines):
    lengths = np.array([len(line) for line in lines])
    return Strokes(np.concatenate(lines), lengths, np.zeros(len(lines), int), np.arange(len(lines)))


def arc(points=60, radius=10.0):
    turns = np.linspace(0, np.pi, points)
    return radius * np.stack([np.cos(turns), np.sin(turns)], 1)


def straight(points=41):
    return np.stack([np.linspace(0, 8, points), np.zeros(points)], 1)


def test_a_straight_line_needs_few_points():
    left = thinned(strokes(straight()), 0.03, 5.0)
    assert len(left.points) < 14
    assert left.points[[0, -1]].tolist() == [[0, 0], [8, 0]]


def test_a_bend_stays_where_it_was():
    left = thinned(strokes(arc()), 0.03, 5.0)
    assert len(left.points) < 40
    assert np.abs(np.hypot(*left.points.T) - 10).max() < 1e-9
    gaps = np.hypot(*np.diff(left.points, axis=0).T)
    assert (gaps**2 / 80).max() < 0.06  # how far the chords are from the arc


def test_a_corner_stays_a_corner():
    corner = np.array([[0, 0], [1, 0], [2, 0], [3, 0], [3, 1], [3, 2], [3, 3]], float)
    assert [3, 0] in thinned(strokes(corner), 0.03, 5.0).points.tolist()


def test_every_stroke_keeps_its_ends_and_its_owner():
    left = thinned(strokes(straight(), arc(), straight(4)), 0.03, 5.0)
    assert left.lengths.sum() == len(left.points)
    assert left.owners.tolist() == [0, 1, 2]
    after = np.cumsum(left.lengths)
    assert left.points[after - left.lengths].tolist() == [[0, 0], [10, 0], [0, 0]]
    assert left.lengths.min() >= 3


def test_no_step_grows_longer_than_asked():
    left = thinned(strokes(straight()), 0.03, 1.0)
    assert np.diff(left.points[:, 0]).max() < 1.0
