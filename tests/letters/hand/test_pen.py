"""The pen turns a line into a ribbon of its own width."""

import numpy as np
import pytest

from desktop_cs.letters.hand.hand_pack import Strokes
from desktop_cs.letters.hand.pen import ribbons
from desktop_cs.letters.hand.styles import PENS

POINTS_PER_MM = 72 / 25.4


def strokes(*lines):
    return Strokes(
        np.concatenate(lines),
        np.array([len(line) for line in lines]),
        np.zeros(len(lines), np.int64),
        np.zeros(len(lines), np.int64),
    )


def straight(length=60.0, points=30):
    return np.stack([np.linspace(0, length, points), np.zeros(points)], 1)


def area(outline):
    x, y = outline.T
    return abs(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))) / 2


@pytest.mark.parametrize("name", PENS)
def test_a_line_is_about_as_wide_as_the_pen(name):
    outline, lengths = ribbons(strokes(straight()), np.array([0]), PENS[name], np.random.default_rng(1))
    assert lengths.tolist() == [64]
    assert area(outline) / 60 == pytest.approx(PENS[name].width_mm * POINTS_PER_MM, rel=0.25)


def test_a_stroke_is_thinner_where_the_pen_lifts_off():
    outline, _ = ribbons(strokes(straight()), np.array([0]), PENS["ball"], np.random.default_rng(1))
    left, right = outline[1:31], outline[33:63][::-1]
    width = np.hypot(*(left - right).T)
    assert width[-1] < 0.75 * width[15]
    assert width[0] < 0.9 * width[15]


def test_a_join_between_strokes_is_only_a_hairline():
    pen, rng = PENS["gel"], np.random.default_rng(1)
    outline, lengths = ribbons(strokes(straight(), straight()), np.array([0, 1]), pen, rng)
    assert area(outline[lengths[0] :]) < 0.7 * area(outline[: lengths[0]])


def test_every_ribbon_goes_round_the_same_way():
    bent = np.stack([np.linspace(0, 40, 20), 10 * np.sin(np.linspace(0, 5, 20))], 1)
    outline, lengths = ribbons(
        strokes(straight(), straight()[::-1], bent), np.zeros(3, int), PENS["ball"], np.random.default_rng(1)
    )
    turns = []
    for part in np.split(outline, np.cumsum(lengths)[:-1]):
        x, y = part.T
        turns.append(np.sign(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))))
    assert turns == [-1, -1, -1]


def test_where_more_ink_flows_the_line_is_wider():
    pen = PENS["ball"]
    thin, wide = (
        ribbons(strokes(straight()), np.array([0]), pen, np.random.default_rng(1), np.array([flow]))[0]
        for flow in (1.0, 1.2)
    )
    assert area(wide) / area(thin) == pytest.approx(1.2, rel=0.02)


def test_only_a_broad_nib_draws_one_direction_wider_than_the_other():
    def contrast(name):
        turned = np.radians([35, 125])
        lines = [straight() @ np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]]) for a in turned]
        along, across = (
            area(ribbons(strokes(line), np.array([0]), PENS[name], np.random.default_rng(1))[0])
            for line in lines
        )
        return across / along

    assert contrast("fountain") > 1.3
    assert contrast("ball") == pytest.approx(1, abs=0.02)
    assert contrast("gel") == pytest.approx(1, abs=0.02)
