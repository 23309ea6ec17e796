"""Sign a written page: a person's own signature takes the place of the strokes of their name.

The name stays the text behind it. Every one of its characters keeps a piece of the signature, in the order in
which the pen moved, so that the page is searched and copied as before.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from desktop_cs.letters.blocks import Role
from desktop_cs.letters.hand.hand_pack import Floats, Ints
from desktop_cs.letters.hand.signature import Signature
from desktop_cs.letters.hand.styles import Pen
from desktop_cs.letters.hand.writing import WrittenPage

_POINTS_PER_MM = 72 / 25.4
_NIB_ANGLE = np.radians(35)
_HEIGHT = 1.5  # of the line distance: people sign larger than they write
_WIDEST, _WIDEST_DOWN = 0.6, 1.7  # of the written width; in columns, of the column distance
_STEP = 0.035  # of the height of the signature, between two points of its outline
_FLATTEST = 12.0  # times as broad as high: flatter signatures are stepped through as if they were so high
_LIGHT, _FIRM = 0.55, 1.35  # width at no pressure and at full pressure, of the pen's
_TAPER = 2.5  # widths of the pen over which a stroke begins and ends


def signed(page: WrittenPage, signature: Signature, pen: Pen, name: str = "") -> WrittenPage:
    """Return the page with the signature instead of the written name.

    Args:
        page: The written page.
        signature: The signature.
        pen: The pen of the letter; pressure makes its line broader or finer.
        name: Whose name is replaced where several lines stand below the letter; "" is the first of them.
    """
    rows = _rows_of(page, name)
    lines = [
        np.array(stroke, float) for stroke in signature.strokes if len({point[:2] for point in stroke}) > 1
    ]
    if not len(rows) or not lines:
        return page
    pieces = _pieces(_placed(page, rows, lines), len(rows))
    outlines = [_ribbon(piece, pen) for _row, piece in pieces]
    kept = ~np.isin(page.outline_owners, rows)
    owners = np.concatenate([page.outline_owners[kept], rows[[row for row, _piece in pieces]]])
    old = np.split(page.outlines, np.cumsum(page.outline_lengths)[:-1])
    shapes = [shape for shape, stays in zip(old, kept.tolist(), strict=True) if stays] + outlines
    order = np.argsort(owners, kind="stable")
    shapes = [shapes[at] for at in order.tolist()]
    return replace(
        page,
        outlines=np.concatenate(shapes),
        outline_lengths=np.array([len(shape) for shape in shapes], np.int64),
        outline_owners=owners[order],
    )


def _rows_of(page: WrittenPage, name: str) -> Ints:
    """Return the inked characters of the signer's name."""
    lines: dict[int, list[int]] = {}
    for row, (role, gap) in enumerate(zip(page.roles, page.is_gap, strict=True)):
        if role is Role.SIGNATURE and not gap:
            lines.setdefault(int(page.lines[row]), []).append(row)
    sought = "".join(name.split())
    for rows in lines.values():
        if sought and sought in "".join(page.characters[row] for row in rows):
            return np.array(rows, np.int64)
    return np.array(next(iter(lines.values()), []), np.int64)


def _placed(page: WrittenPage, rows: Ints, lines: list[Floats]) -> list[Floats]:
    """Return the strokes where they stand on the page: x, y in points, and the pressure."""
    ink = np.concatenate(lines)
    (left, low), (right, high) = ink[:, :2].min(0), ink[:, :2].max(0)
    name = page.outlines[np.repeat(np.isin(page.outline_owners, rows), page.outline_lengths)]
    written = page.outlines[:, 0]
    widest = _WIDEST_DOWN * page.step if page.down else _WIDEST * float(np.ptp(written))
    scale = min(_HEIGHT * page.step / max(high - low, 0.1), widest / max(right - left, 0.1))
    if page.down:
        middle = (name[:, 0].min() + name[:, 0].max()) / 2
        origin = [middle - scale * (left + right) / 2, name[:, 1].max() - scale * high]
    else:
        start = min(float(name[:, 0].min()), float(written.max()) - scale * (right - left))
        origin = [start - scale * left, float(page.heights[rows[0]])]
    return [np.column_stack([line[:, :2] * scale + origin, line[:, 2]]) for line in lines]


def _pieces(lines: Sequence[Floats], count: int) -> list[tuple[int, Floats]]:
    """Cut the way of the pen into `count` equal parts, and return each piece with the part that it is in.

    Every point gets its width here: a cut end is no end of a stroke and does not taper.
    """
    broad, high = np.ptp(np.concatenate(lines)[:, :2], axis=0).tolist()
    step = _STEP * max(high, broad / _FLATTEST)  # a flat line has no height to go by
    fine = [_fine(line, step) for line in lines]
    whole = sum(float(line[-1, 3]) for line in fine)
    pieces: list[tuple[int, Floats]] = []
    gone = 0.0
    for line in fine:
        part = np.minimum(((gone + line[:, 3]) / whole * count).astype(int), count - 1)
        gone += float(line[-1, 3])
        for at in range(int(part[0]), int(part[-1]) + 1):
            inside = np.flatnonzero(part == at)
            if len(inside):
                pieces.append((at, line[max(0, inside[0] - 1) : inside[-1] + 2]))
    return [(at, piece) for at, piece in pieces if len(piece) > 1]


def _fine(line: Floats, step: float) -> Floats:
    """Return a stroke in even steps: x, y, pressure, way so far, way still to go."""
    gone = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line[:, :2], axis=0).T))])
    places = np.linspace(0, gone[-1], max(6, int(gone[-1] / step) + 1))
    columns = [np.interp(places, gone, column) for column in line.T]
    return np.column_stack([*columns, places, gone[-1] - places])


def _ribbon(piece: Floats, pen: Pen) -> Floats:
    """Return the outline of a piece of a stroke, as control points of a closed quadratic B-spline."""
    points, force, gone, left = piece[:, :2], piece[:, 2], piece[:, 3], piece[:, 4]
    heading = np.gradient(points, axis=0)
    heading /= np.hypot(*heading.T)[:, None] + 1e-9
    width = pen.width_mm * _POINTS_PER_MM
    half = 0.5 * width * (_LIGHT + (_FIRM - _LIGHT) * np.clip(force, 0, 1))
    if pen.nib:
        half = half * (1 + pen.nib * (np.abs(np.sin(np.arctan2(*heading.T[::-1]) - _NIB_ANGLE)) - 0.6))
    rising = pen.start + (1 - pen.start) * gone / (_TAPER * width)
    falling = pen.end + (1 - pen.end) * left / (_TAPER * width)
    half = (half * np.minimum(1.0, np.minimum(rising, falling)))[:, None]
    side = np.stack([-heading[:, 1], heading[:, 0]], 1) * half
    ahead = heading * half
    caps = [points[:1] - ahead[:1] + 0.6 * side[:1], points[-1:] + ahead[-1:] + 0.6 * side[-1:]]
    ends = [points[-1:] + ahead[-1:] - 0.6 * side[-1:], points[:1] - ahead[:1] - 0.6 * side[:1]]
    return np.concatenate([caps[0], points + side, caps[1], ends[0], (points - side)[::-1], ends[1]])
