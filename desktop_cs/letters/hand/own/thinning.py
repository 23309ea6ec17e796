"""Thin ink to lines one pixel wide, and find out how thick it was.

Source: Z. Guo and R. W. Hall, "Parallel thinning with two-subiteration algorithms", Communications of the ACM
32 (1989), 359-373. Only the pixels that are still ink are looked at, through a table of all 256
neighbourhoods, so that a whole page takes a fraction of a second.
"""

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]

# The eight neighbours in a circle: above, above right, right, ... above left.
_AROUND = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))
_BITS = (np.arange(256)[:, None] >> np.arange(8)[None] & 1).astype(bool)


def thinned(ink: Mask) -> Mask:
    """Return the centre-lines of the ink: as connected as it was, and no pixel could be taken away."""
    page = np.pad(ink, 1)
    flat = page.ravel()
    offsets = _offsets(page.shape[1])
    left = np.flatnonzero(flat)
    changed = True
    while changed:
        changed = False
        for table in _PEELS:
            goes = table[_codes(flat, left, offsets)]
            flat[left[goes]] = False
            changed |= bool(goes.any())
            left = left[~goes]
    _take_corners(flat, left, offsets, page.shape[1])
    return np.asarray(page[1:-1, 1:-1])


def depths(ink: Mask) -> npt.NDArray[np.int64]:
    """Return for every pixel about how far it is from the edge of the ink, in pixels; 0 outside."""
    page = np.pad(ink, 1)
    depth = np.zeros(page.shape, np.int64)
    flat, deep = page.ravel(), depth.ravel()
    offsets = _offsets(page.shape[1])
    left = np.flatnonzero(flat)
    turn = 0
    while len(left):
        deep[left] += 1
        whole = 0xFF if turn % 2 else 0x55  # squares and diamonds by turns come near to circles
        stays = (_codes(flat, left, offsets) & whole) == whole
        flat[left[~stays]] = False
        left = left[stays]
        turn += 1
    return np.asarray(depth[1:-1, 1:-1])


def is_simple(code: int) -> bool:
    """Return whether a pixel with these neighbours can go without breaking or shortening a line."""
    return bool(_SIMPLE[code])


def _offsets(width: int) -> npt.NDArray[np.int64]:
    return np.array([down * width + right for down, right in _AROUND])


def _codes(
    flat: Mask, places: npt.NDArray[np.int64], offsets: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """Return the neighbourhood of each place as eight bits."""
    code = np.zeros(len(places), np.int64)
    for bit, offset in enumerate(offsets.tolist()):
        code |= flat[places + offset].astype(np.int64) << bit
    return code


def _take_corners(
    flat: Mask, left: npt.NDArray[np.int64], offsets: npt.NDArray[np.int64], width: int
) -> None:
    """Take away what a line can spare, a quarter of the pixels at a time: no two of them are neighbours."""
    quarter = left // width % 2 * 2 + left % width % 2
    changed = True
    while changed:
        changed = False
        for turn in range(4):
            some = left[(quarter == turn) & flat[left]]
            goes = some[_SIMPLE[_codes(flat, some, offsets)]]
            flat[goes] = False
            changed |= len(goes) > 0


def _peel_tables() -> tuple[Mask, Mask]:
    """Return for each of the two turns which neighbourhoods lose their middle (p2 is above, clockwise)."""
    p2, p3, p4, p5, p6, p7, p8, p9 = _BITS.T
    groups = [(~p2 & (p3 | p4)), (~p4 & (p5 | p6)), (~p6 & (p7 | p8)), (~p8 & (p9 | p2))]
    crossings = np.sum(groups, axis=0)
    one_way = np.sum([p9 | p2, p3 | p4, p5 | p6, p7 | p8], axis=0)
    other_way = np.sum([p2 | p3, p4 | p5, p6 | p7, p8 | p9], axis=0)
    fewest = np.minimum(one_way, other_way)
    both = (crossings == 1) & (fewest >= 2) & (fewest <= 3)
    return both & ~((p2 | p3 | ~p5) & p4), both & ~((p6 | p7 | ~p9) & p8)


def _simple_table() -> Mask:
    """Return which neighbourhoods can lose their middle: one crossing, and not the end of a line."""
    p2, p3, p4, p5, p6, p7, p8, p9 = _BITS.T
    crossings = np.sum([~p2 & (p3 | p4), ~p4 & (p5 | p6), ~p6 & (p7 | p8), ~p8 & (p9 | p2)], axis=0)
    inside = p2 & p4 & p6 & p8  # would make a hole
    return np.asarray((crossings == 1) & (_BITS.sum(1) >= 2) & ~inside)


_PEELS = _peel_tables()
_SIMPLE = _simple_table()
