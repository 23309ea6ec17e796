"""Write a TrueType font whose glyphs are outlines without any point on the curve.

Only the tables that a font embedded in a PDF needs are written: head, hhea, maxp, hmtx, loca and glyf.
Source: OpenType specification 1.9, chapters "glyf", "loca", "hmtx" and "Font file"; ISO 32000-1, 9.9.
"""

import struct
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

Box = tuple[int, int, int, int]  # left, low, right, high

UNITS_PER_EM = 1000

# Bits of the flags, one row for each axis: along rows numpy is quick.
_IS_BYTE = np.array([[2], [4]])
_PLUS_OR_SAME = np.array([[16], [32]])


@dataclass(frozen=True, slots=True)
class Outlines:
    """Closed quadratic B-splines, contour after contour, glyph after glyph.

    Args:
        points: Control points in font units, whole numbers.
        lengths: How many points each contour has.
        owners: The glyph of each contour, counted from 0, never falling.
        glyphs: How many glyphs there are; those without contours are blank.
    """

    points: Ints
    lengths: Ints
    owners: Ints
    glyphs: int


@dataclass(frozen=True, slots=True)
class FontFile:
    """A finished font: its bytes, and the box around all its glyphs (left, low, right, high)."""

    content: bytes
    box: Box


def font_file(outlines: Outlines, advances: Ints) -> FontFile:
    """Return a font with an empty glyph 0 followed by the glyphs given.

    Args:
        outlines: The glyphs.
        advances: How far each glyph moves the pen, in font units.
    """
    boxes = _boxes(outlines)
    glyf, loca = _glyphs(outlines, boxes)
    left, low = (int(side) for side in boxes[:, :2].min(0))
    right, high = (int(side) for side in boxes[:, 2:].max(0))
    metrics = np.zeros((outlines.glyphs + 1, 2), ">i2")
    metrics[1:, 0] = np.maximum(advances, 0)
    metrics[1:, 1] = boxes[:, 0]
    box = (left, low, right, high)
    tables = {
        b"glyf": glyf,
        b"head": _head(box),
        b"hhea": _hhea(box, int(advances.max()), len(metrics)),
        b"hmtx": metrics.tobytes(),
        b"loca": loca,
        b"maxp": _maxp(outlines),
    }
    return FontFile(_with_directory(tables), box)


def _head(box: Box) -> bytes:
    """Return the table of what holds for the whole font: version, magic number, em, box, long offsets."""
    flags, smallest_readable, mixed_directions, long_offsets = 3, 8, 2, 1
    start = struct.pack(">IIIIHHQQ", 0x10000, 0x10000, 0, 0x5F0F3CF5, flags, UNITS_PER_EM, 0, 0)
    return start + struct.pack(">hhhhHHhhh", *box, 0, smallest_readable, mixed_directions, long_offsets, 0)


def _hhea(box: Box, widest: int, glyphs: int) -> bytes:
    """Return the table of horizontal measures; the caret stands upright."""
    left, low, right, high = box
    start = struct.pack(">IhhhHhhh", 0x10000, high, low, 0, max(0, widest), left, 0, right)
    return start + struct.pack(">hhhhhhhhH", 1, 0, 0, 0, 0, 0, 0, 0, glyphs)


def _maxp(outlines: Outlines) -> bytes:
    """Return the table of largest counts; there are no composite glyphs and no instructions."""
    contours = np.bincount(outlines.owners).max()
    points = np.bincount(outlines.owners, weights=outlines.lengths).max()
    counts = struct.pack(">IHHH", 0x10000, outlines.glyphs + 1, int(points), int(contours))
    return counts + struct.pack(">HHHHHHHHHHH", 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)


def _with_directory(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 2 ** (count.bit_length() - 1)
    head = struct.pack(">IHHHH", 0x10000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    at = len(head) + 16 * count
    records, bodies = [], []
    for tag, body in tables.items():
        padded = body + bytes(-len(body) % 4)
        checksum = int(np.frombuffer(padded, ">u4").sum(dtype=np.uint64)) & 0xFFFFFFFF
        records.append(struct.pack(">4sIII", tag, checksum, at, len(body)))
        bodies.append(padded)
        at += len(padded)
    return b"".join([head, *records, *bodies])


def _boxes(outlines: Outlines) -> Ints:
    """Return left, low, right, high of every glyph; zeros for blank ones."""
    boxes = np.zeros((outlines.glyphs, 4), np.int64)
    inked, first = np.unique(outlines.owners, return_index=True)
    starts = (np.cumsum(outlines.lengths) - outlines.lengths)[first]
    boxes[inked, :2] = np.minimum.reduceat(outlines.points, starts)
    boxes[inked, 2:] = np.maximum.reduceat(outlines.points, starts)
    return boxes


def _glyphs(outlines: Outlines, boxes: Ints) -> tuple[bytes, bytes]:
    """Return the tables glyf and loca, every glyph padded to four bytes.

    A glyph is its header (contour count and box), the last point of each contour, the length of its (absent)
    instructions, one flag per point, then the x steps and the y steps of one or two bytes each.
    """
    of_point = np.repeat(outlines.owners, outlines.lengths)
    contours = np.bincount(outlines.owners, minlength=outlines.glyphs)
    points = np.bincount(of_point, minlength=outlines.glyphs)
    first_point = np.cumsum(points) - points
    along = np.stack([*outlines.points.T])
    steps = np.diff(along, prepend=0)
    steps[:, first_point[points > 0]] = along[:, first_point[points > 0]]
    moves = steps != 0
    short = moves & (np.abs(steps) < 256)
    flags = np.where(short, _IS_BYTE, 0) + np.where(~moves | (short & (steps > 0)), _PLUS_OR_SAME, 0)
    sizes = np.where(moves, 2, 0) - short
    size = np.stack([np.bincount(of_point, row, outlines.glyphs) for row in sizes]).astype(np.int64)
    head = np.where(points > 0, 12 + 2 * contours, 0)
    whole = head + points + size.sum(0)
    padded = -(-whole // 4) * 4
    begin = np.cumsum(padded) - padded
    table = np.zeros(int(padded.sum()), np.uint8)
    _fill_heads(table, begin, outlines, boxes)
    table[np.repeat(begin + head - first_point, points) + np.arange(len(of_point))] = flags.sum(0)
    start = begin + head + points
    for axis in (0, 1):
        _fill_steps(
            table, np.repeat(start - np.cumsum(size[axis]) + size[axis], points), steps[axis], sizes[axis]
        )
        start += size[axis]
    loca = np.zeros(outlines.glyphs + 2, ">u4")
    loca[2:] = np.cumsum(padded)
    return table.tobytes(), loca.tobytes()


def _fill_heads(table: npt.NDArray[np.uint8], begin: Ints, outlines: Outlines, boxes: Ints) -> None:
    """Write contour counts, boxes and the last point of every contour."""
    inked, first, contours = np.unique(outlines.owners, return_index=True, return_counts=True)
    head = np.concatenate([contours[:, None], boxes[inked]], 1)
    for column, values in enumerate(head.T):
        _fill_words(table, begin[inked] + 2 * column, values)
    ends = np.cumsum(outlines.lengths)
    before = np.repeat((ends - outlines.lengths)[first], contours)
    place = np.arange(len(ends)) - np.repeat(first, contours)
    _fill_words(table, begin[outlines.owners] + 10 + 2 * place, ends - before - 1)


def _fill_steps(table: npt.NDArray[np.uint8], begin: Ints, steps: Ints, sizes: Ints) -> None:
    """Write the steps along one axis: small ones as a byte, large ones as a word, none for zero."""
    place = begin + np.cumsum(sizes) - sizes
    short, long = sizes == 1, sizes == 2
    table[place[short]] = np.abs(steps[short])
    _fill_words(table, place[long], steps[long])


def _fill_words(table: npt.NDArray[np.uint8], place: Ints, values: Ints) -> None:
    table[place] = (values >> 8) & 0xFF
    table[place + 1] = values & 0xFF
