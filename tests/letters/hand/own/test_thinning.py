"""Thinning keeps what hangs together, leaves lines one pixel wide, and knows how thick the ink was."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.letters.hand.own.thinning import depths, is_simple, thinned

AROUND = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))


@st.composite
def blots(draw):
    """Draw ink made of a few strokes of a round pen, with holes and crossings."""
    ink = np.zeros((34, 34), bool)
    rows, columns = np.indices(ink.shape)
    for _stroke in range(draw(st.integers(1, 4))):
        ends = draw(st.tuples(*[st.integers(2, 31)] * 4))
        radius = draw(st.sampled_from([0.6, 1.5, 2.5, 3.5]))
        for share in np.linspace(0, 1, 40):
            y = ends[0] + share * (ends[2] - ends[0])
            x = ends[1] + share * (ends[3] - ends[1])
            ink |= (rows - y) ** 2 + (columns - x) ** 2 <= radius**2
    return ink


@st.composite
def noise(draw):
    """Draw any pixels at all."""
    rows = draw(st.lists(st.integers(0, 2**12 - 1), min_size=12, max_size=12))
    return np.array([[row >> at & 1 for at in range(12)] for row in rows], bool)


def pieces(mask, *, corners):
    """Return how many pieces the pixels make; `corners` says whether touching corners count."""
    left = set(zip(*np.nonzero(mask), strict=True))
    steps = AROUND if corners else AROUND[::2]
    count = 0
    while left:
        count += 1
        todo = [left.pop()]
        while todo:
            row, column = todo.pop()
            near = {(row + down, column + right) for down, right in steps} & left
            left -= near
            todo += near
    return count


def code_at(mask, row, column):
    page = np.pad(mask, 1)
    near = [page[row + 1 + down, column + 1 + right] for down, right in AROUND]
    return sum(1 << bit for bit, there in enumerate(near) if there)


@given(st.one_of(blots(), noise()))
def test_pieces_stay_whole_and_none_is_lost(ink):
    thin = thinned(ink)
    assert not (thin & ~ink).any()
    assert pieces(thin, corners=True) == pieces(ink, corners=True)


@given(st.one_of(blots(), noise()))
def test_holes_stay_holes(ink):
    holes = pieces(~np.pad(ink, 1), corners=False)
    assert pieces(~np.pad(thinned(ink), 1), corners=False) == holes


@given(st.one_of(blots(), noise()))
def test_no_pixel_is_left_that_a_line_could_spare(ink):
    thin = thinned(ink)
    for row, column in zip(*np.nonzero(thin), strict=True):
        assert not is_simple(code_at(thin, row, column))


def test_a_thick_bar_becomes_a_line_along_its_middle():
    ink = np.zeros((21, 60), bool)
    ink[6:15, 5:55] = True
    thin = thinned(ink)
    assert thin.sum(0).max() == 1
    rows, columns = np.nonzero(thin[:, 15:45])
    assert set(rows) == {10}
    assert len(columns) == 30


def test_depth_is_the_way_to_the_edge():
    ink = np.zeros((31, 31), bool)
    rows, columns = np.indices(ink.shape)
    ink |= (rows - 15) ** 2 + (columns - 15) ** 2 <= 100
    depth = depths(ink)
    assert depth[15, 15] in range(9, 13)
    assert depth[15, 25] == 1
    assert not depth[~ink].any()
