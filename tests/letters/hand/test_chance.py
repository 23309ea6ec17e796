"""Chance resembles a hand: neighbours are alike, and the page moves smoothly."""

import numpy as np
import pytest

from desktop_cs.letters.hand.chance import DisplacementField, drifting


@pytest.mark.parametrize("likeness", [0.3, 0.45, 0.9])
def test_neighbours_are_as_alike_as_asked_and_spread_by_one(likeness):
    series = drifting(np.random.default_rng(1), 40_000, likeness)
    assert len(series) == 40_000
    assert np.std(series) == pytest.approx(1, abs=0.06)
    assert np.corrcoef(series[1:], series[:-1])[0, 1] == pytest.approx(likeness, abs=0.03)


def field(amount=0.105):
    low, high = np.array([50.0, 50.0]), np.array([350.0, 500.0])
    return DisplacementField(np.random.default_rng(3), low, high, 5.1, amount), low, high


def test_the_displacement_has_the_size_asked_for():
    shown, low, high = field()
    points = np.random.default_rng(5).uniform(low, high, (20_000, 2))
    rms = np.sqrt((shown.at(points) ** 2).mean(0))
    assert rms == pytest.approx([0.105 * 5.1] * 2, rel=0.15)


def test_points_near_each_other_move_alike_and_far_ones_do_not():
    shown, low, high = field()
    points = np.random.default_rng(5).uniform(low + 10, high - 10, (5_000, 2))
    here = shown.at(points)
    beside = shown.at(points + np.array([0.3, 0.0]))
    far = shown.at(points + np.array([0.0, 9.0]))
    assert np.abs(beside - here).max() < 0.35
    assert np.abs(far - here).mean() > 5 * np.abs(beside - here).mean()
