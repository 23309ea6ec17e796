"""A pen presses along the strokes of a Chinese character as a hand does; letters are left alone."""

import numpy as np
import pytest

from desktop_cs.letters.hand.brush import pressed
from desktop_cs.letters.hand.hand_pack import Strokes
from desktop_cs.letters.hand.styles import PENS

EM = 20.0


def pressure(line, pen="fountain", chinese=True):
    """Return the pressure along one stroke, given by its corners in em."""
    corners = np.array(line, float)
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
    even = np.linspace(0, length[-1], 21)
    points = EM * np.stack([np.interp(even, length, axis) for axis in corners.T], 1)
    stroke = Strokes(points, np.array([21]), np.array([0]), np.array([0]))
    return pressed(stroke, np.array([chinese]), np.array([EM]), PENS[pen], np.random.default_rng(1))


def test_a_horizontal_stroke_pauses_at_its_end():
    across = pressure([(0.1, 0.4), (0.9, 0.43)])
    assert across[-1] > 1.2 * across[10]


def test_a_stroke_falling_to_the_left_thins_out():
    falling = pressure([(0.6, 0.9), (0.5, 0.5), (0.1, 0.1)])
    assert falling[-1] < 0.5 * falling[0]


def test_a_stroke_falling_to_the_right_swells_before_it_thins():
    falling = pressure([(0.4, 0.7), (0.65, 0.35), (0.95, 0.08)])
    assert falling[16] > 1.3 * falling[0]
    assert falling[16] > 1.3 * falling[-1]


def test_a_dot_is_a_drop():
    dot = pressure([(0.4, 0.7), (0.5, 0.6)])
    assert dot[0] < 0.6 * dot[15]


@pytest.mark.parametrize("end", [(0.42, 0.2), (0.66, 0.22)])
def test_a_hook_flicks_away(end):
    hook = pressure([(0.5, 0.9), (0.5, 0.1), end])
    assert hook[-1] < 0.5 * hook[0]


def test_a_hard_pen_shows_less_of_it():
    def spread(pen):
        return np.ptp(pressure([(0.6, 0.9), (0.5, 0.5), (0.1, 0.1)], pen))

    assert spread("gel") < spread("ball") < spread("fountain")


def test_letters_only_taper():
    two = Strokes(
        np.tile([[0.0, 0.0], [9.0, 0.5]], (2, 1)), np.array([2, 2]), np.array([0, 0]), np.array([0, 1])
    )
    found = pressed(two, np.array([True, False]), np.array([EM, EM]), PENS["ball"], np.random.default_rng(1))
    assert np.isnan(found).tolist() == [False, False, True, True]
    assert pressure([(0.1, 0.4), (0.9, 0.43)], chinese=False) is None


def test_a_crowded_character_is_written_with_a_lighter_hand():
    def mean(count):
        strokes = Strokes(
            np.tile([[0.0, 0.0], [9.0, 0.5]], (count, 1)),
            np.full(count, 2),
            np.zeros(count, np.int64),
            np.zeros(count, np.int64),
        )
        every = np.full(count, True)
        return pressed(strokes, every, np.full(count, EM), PENS["ball"], np.random.default_rng(1)).mean()

    assert mean(24) < 0.85 * mean(8)
