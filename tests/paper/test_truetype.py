"""The font that we write is the font that others read (HarfBuzz, PDFium)."""

import struct

import numpy as np
import pytest
import uharfbuzz

from desktop_cs.paper.truetype import UNITS_PER_EM, Outlines, font_file

SQUARE = [[100, 0], [100, 600], [700, 600], [700, 0]]
FAR = [[-400, -300], [-400, 900], [30, 900], [30, -300], [0, -301]]


def outlines(*glyphs):
    """Return outlines from glyphs that are lists of contours."""
    contours = [(at, contour) for at, glyph in enumerate(glyphs) for contour in glyph]
    points = np.array([point for _, contour in contours for point in contour])
    lengths = np.array([len(contour) for _, contour in contours])
    return Outlines(points, lengths, np.array([at for at, _ in contours]), len(glyphs))


def drawn(font, glyph):
    """Return the control points that HarfBuzz draws a glyph with."""
    found = []
    draw = uharfbuzz.DrawFuncs()
    draw.set_move_to_func(lambda _x, _y, _data: None)
    draw.set_line_to_func(lambda _x, _y, _data: found.append("line"))
    draw.set_quadratic_to_func(lambda cx, cy, _x, _y, _data: found.append([round(cx), round(cy)]))
    font.draw_glyph(glyph, draw, None)
    return found


@pytest.fixture(scope="module")
def written():
    return font_file(outlines([SQUARE], [], [FAR, SQUARE], []), np.array([800, 250, 750, 0]))


@pytest.fixture(scope="module")
def font(written):
    return uharfbuzz.Font(uharfbuzz.Face(written.content))


def test_the_control_points_come_back_as_they_went_in(font):
    assert sorted(drawn(font, 1)) == sorted(SQUARE)
    assert sorted(drawn(font, 3)) == sorted(FAR + SQUARE)


def test_glyph_zero_and_gaps_are_blank(font):
    assert drawn(font, 0) == drawn(font, 2) == drawn(font, 4) == []


def test_advances_and_boxes_are_those_of_the_glyphs(font, written):
    assert [font.get_glyph_h_advance(glyph) for glyph in range(1, 5)] == [800, 250, 750, 0]
    assert font.face.upem == UNITS_PER_EM
    assert written.box == (-400, -301, 700, 900)


def test_every_table_has_the_checksum_that_its_record_says(written):
    content = written.content
    (count,) = struct.unpack_from(">H", content, 4)
    assert count == 6
    for record in range(count):
        tag, checksum, at, length = struct.unpack_from(">4sIII", content, 12 + 16 * record)
        body = content[at : at + length]
        words = np.frombuffer(body + bytes(-len(body) % 4), ">u4")
        assert int(words.sum(dtype=np.uint64)) & 0xFFFFFFFF == checksum, tag
        assert at % 4 == 0


@pytest.mark.parametrize("seed", range(5))
def test_steps_of_every_size_survive(seed):
    rng = np.random.default_rng(seed)
    reach = np.repeat([1, 255, 256, 4000], 10)[:, None]
    contour = np.cumsum(rng.integers(-reach, reach + 1, (40, 2)), axis=0).tolist()
    found = uharfbuzz.Font(uharfbuzz.Face(font_file(outlines([contour]), np.array([500])).content))
    assert sorted(drawn(found, 1)) == sorted(contour)
