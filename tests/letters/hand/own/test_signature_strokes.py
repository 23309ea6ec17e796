"""A signature from the screen keeps its pressure; one on paper is traced, its thick parts pressed harder."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.own.signature_strokes import drawn_signature, traced_signature
from desktop_cs.letters.hand.signature import Signature


def wave(width, height, turns=3.0):
    share = np.linspace(0, 1, 120)
    return np.stack([share * width, height * (0.5 + 0.5 * np.sin(share * turns * 2 * np.pi))], 1)


def on_paper(width_px=6):
    picture = Image.new("RGB", (900, 500), (236, 233, 225))
    pen = ImageDraw.Draw(picture)
    line = [tuple(point) for point in (wave(600, 220) + np.array([150, 120])).tolist()]
    pen.line(line[:60], fill=(20, 30, 90), width=width_px, joint="curve")
    pen.line(line[59:], fill=(20, 30, 90), width=3 * width_px, joint="curve")
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(1)))


def test_a_drawn_signature_is_measured_in_its_own_height():
    stroke = [(x, y, 0.2 + 0.6 * at / 120) for at, (x, y) in enumerate(wave(300, 100).tolist())]
    made = drawn_signature([stroke], line=80.0)
    ink = np.array(made.strokes[0])
    assert np.ptp(ink[:, 1]) == pytest.approx(1, abs=0.06)
    assert np.ptp(ink[:, 0]) == pytest.approx(3, abs=0.1)
    assert ink[:, 1].min() == pytest.approx(-0.2, abs=0.05)
    assert ink[0, 2] < 0.3 < 0.7 < ink[-1, 2]


def test_a_dot_inside_a_signature_stays():
    stroke = [(x, y, 0.5) for x, y in wave(300, 100).tolist()]
    made = drawn_signature([stroke, [(150.0, 10.0, 0.5)]], line=80.0)
    assert len(made.strokes) == 2
    assert all(len(one) > 1 for one in made.strokes)


def test_nothing_or_a_mere_dot_is_no_signature():
    for strokes in ([], [[(5.0, 5.0, 0.5)]]):
        with pytest.raises(UserError, match="Write your signature"):
            drawn_signature(strokes, 10.0)


def test_a_signature_on_paper_is_traced_in_one_line():
    made = traced_signature(on_paper())
    longest = np.array(max(made.strokes, key=len))
    assert np.ptp(longest[:, 0]) > 2.4
    assert np.ptp(longest[:, 1]) > 0.9
    fine, broad = longest[longest[:, 0] < 1.1, 2], longest[longest[:, 0] > 1.6, 2]
    assert np.median(broad) > 1.4 * np.median(fine)


def test_a_shadow_over_the_paper_does_not_matter():
    shaded = on_paper() * np.linspace(0.5, 1, 900)[None, :, None]
    assert np.ptp(np.concatenate(traced_signature(shaded.astype(np.uint8)).strokes)[:, 0]) > 2.4


def test_a_kept_signature_comes_back():
    made = traced_signature(on_paper())
    assert Signature.from_text(made.to_text()) == made


def test_an_empty_and_a_full_picture_are_refused_in_words():
    with pytest.raises(UserError, match="No signature is seen"):
        traced_signature(np.full((500, 700, 3), 240, np.uint8))
    rng = np.random.default_rng(3)
    blots = np.kron(rng.integers(0, 2, (50, 70)) * 230, np.ones((10, 10))).astype(np.uint8)
    with pytest.raises(UserError, match="more than a signature"):
        traced_signature(blots)
