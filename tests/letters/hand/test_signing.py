"""A signature takes the place of the written name; the name stays the text behind it."""

import numpy as np
import pytest

from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.hand.page_plan import Area
from desktop_cs.letters.hand.signature import Signature, with_signature
from desktop_cs.letters.hand.styles import PENS
from desktop_cs.letters.hand.writing import write
from desktop_cs.letters.letter import Letter
from desktop_cs.letters.look import LetterLook

AREA = Area(left=20, top=20, width=100, height=80, page_height=120, line_mm=8.0)
WAVE = tuple((0.1 * at, 0.5 + 0.5 * np.sin(at / 3), 0.2 + 0.6 * (at % 7) / 7) for at in range(30))
SIGNATURE = Signature((WAVE, ((0.2, -0.1, 0.9), (1.0, -0.15, 0.9), (2.5, -0.1, 0.9))))


@pytest.fixture(scope="module")
def page():
    """Return a written page that two lines close."""
    blocks = (
        Block(Role.BODY, "It runs again."),
        Block(Role.CLOSING, "Yours sincerely,"),
        Block(Role.SIGNATURE, "Tom Reed"),
        Block(Role.SIGNATURE, "Corner Shop"),
    )
    return write(Letter("en", blocks, 3), AREA, LetterLook())


def rows_of(page, text):
    whole = "".join(page.characters)
    at = whole.index(text)
    return [row for row in range(at, at + len(text)) if not page.is_gap[row]]


def outlines_of(page, rows):
    parts = np.split(page.outlines, np.cumsum(page.outline_lengths)[:-1])
    return [part for part, owner in zip(parts, page.outline_owners.tolist(), strict=True) if owner in rows]


def area(outline):
    x, y = outline.T
    return abs(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))) / 2


def test_the_text_stays_and_every_character_of_the_name_keeps_ink(page):
    signed = with_signature(page, SIGNATURE, PENS["ball"])
    assert signed.characters == page.characters
    assert (np.diff(signed.outline_owners) >= 0).all()
    assert set(rows_of(page, "Tom Reed")) <= set(signed.outline_owners.tolist())
    assert signed.outline_lengths.sum() == len(signed.outlines)


def test_nothing_else_on_the_page_moves(page):
    signed = with_signature(page, SIGNATURE, PENS["ball"])
    others = [row for row in range(len(page.characters)) if row not in rows_of(page, "Tom Reed")]
    before, after = outlines_of(page, others), outlines_of(signed, others)
    assert all(np.array_equal(one, other) for one, other in zip(before, after, strict=True))


def test_it_stands_on_the_line_of_the_name_within_the_writing(page):
    rows = rows_of(page, "Tom Reed")
    ink = np.concatenate(outlines_of(with_signature(page, SIGNATURE, PENS["ball"]), rows))
    line = page.heights[rows[0]]
    assert ink[:, 1].min() < line < ink[:, 1].max()
    assert np.ptp(ink[:, 1]) == pytest.approx(1.5 * page.step, rel=0.15)
    assert ink[:, 0].max() <= page.outlines[:, 0].max() + 2


def test_a_very_long_signature_is_made_smaller(page):
    long = Signature((tuple((0.5 * at, 0.5 * (at % 2), 0.5) for at in range(60)),))
    ink = np.concatenate(outlines_of(with_signature(page, long, PENS["ball"]), rows_of(page, "Tom Reed")))
    assert np.ptp(ink[:, 0]) <= 0.65 * np.ptp(page.outlines[:, 0])


def test_pressure_and_pen_make_the_line_broader(page):
    def inked(force, pen):
        line = Signature((tuple((0.1 * at, 0.05 * at, force) for at in range(20)),))
        return sum(map(area, outlines_of(with_signature(page, line, PENS[pen]), rows_of(page, "Tom Reed"))))

    assert inked(1.0, "ball") > 1.5 * inked(0.1, "ball")
    assert inked(0.5, "fountain") > inked(0.5, "gel")


def test_the_name_of_the_signer_is_found_among_several_lines(page):
    signed = with_signature(page, SIGNATURE, PENS["gel"], name="Corner Shop")
    kept = rows_of(page, "Tom Reed")
    for one, other in zip(outlines_of(page, kept), outlines_of(signed, kept), strict=True):
        assert np.array_equal(one, other)


def test_a_page_without_a_name_stays_as_it_is():
    page = write(Letter("en", (Block(Role.BODY, "Thank you."),), 3), AREA, LetterLook())
    assert with_signature(page, SIGNATURE, PENS["ball"]) is page
    named = write(Letter("en", (Block(Role.SIGNATURE, "Tom"),), 3), AREA, LetterLook())
    assert with_signature(named, Signature(()), PENS["ball"]) is named


@pytest.mark.parametrize(
    "stroke",
    [
        ((0.0, 0.5, 0.5), (2.0, 0.5, 0.5)),
        ((0.0, 0.0, 0.5), (0.0, 1.0, 0.5)),
        ((0.0, 0.0, 0.5), (9.0, 1e-9, 1.0)),
    ],
)
def test_a_signature_of_one_straight_line_takes_no_more_points_than_a_curved_one(page, stroke):
    signed = with_signature(page, Signature((stroke,)), PENS["ball"])
    added = signed.outline_lengths.sum() - page.outline_lengths.sum()
    assert abs(added) < 5000
    assert np.isfinite(signed.outlines).all()


def test_a_dot_is_no_signature(page):
    dot = Signature((((0.5, 0.5, 0.2), (0.5, 0.5, 0.9)),))
    assert with_signature(page, dot, PENS["ball"]) is page
