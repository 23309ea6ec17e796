"""Make a signature of what a person drew on the screen, or of a picture of the one they wrote on paper."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.hand.own.picture import EvenPicture, Pixels
from desktop_cs.letters.hand.own.shaping import at_shares, length_of
from desktop_cs.letters.hand.own.thinning import depths, thinned
from desktop_cs.letters.hand.own.tracing import traced
from desktop_cs.letters.hand.signature import Signature

Floats = npt.NDArray[np.float64]
Drawn = Sequence[Sequence[tuple[float, float, float]]]  # strokes of x, y (downwards), pressure

_STEP = 0.03  # of the height, between two points that are kept
_CALM = 2  # points on either side that the hand's tremble on glass is evened over
_LONG_SIDE = 1000  # pixels of a traced picture: a pen is then 5 to 12 pixels wide
_DARK = 0.66
_LEAST_INK, _MOST_INK = 0.0005, 0.2  # share of the picture
_STANDS_AT = 0.22  # where the writing line lies in a signature from paper: most of its ink is above it
_MOST_STROKES = 60


def drawn_signature(strokes: Drawn, line: float) -> Signature:
    """Return the signature that was drawn on the screen.

    Args:
        strokes: For every stroke x, y (downwards) in pixels, and the pressure from 0 to 1.
        line: Where the writing line lies, in the same pixels.

    Raises:
        UserError: Nothing was drawn, or only a dot.
    """
    lines = [np.array(stroke, float) for stroke in strokes if len(stroke)]
    if not lines or not np.ptp(np.concatenate(lines)[:, :2], axis=0).max() > 20:
        raise UserError(_("Write your signature on the line first."))
    return _signature(lines, line)


def traced_signature(pixels: Pixels) -> Signature:
    """Return the signature in a picture: dark ink on light paper, nothing else beside it.

    Raises:
        UserError: There is no signature to be seen, or much besides it.
    """
    light, _shrink = EvenPicture(pixels).overview(_LONG_SIDE)
    ink = _whole_pieces(light < _DARK)
    share = float(ink.mean())
    if share < _LEAST_INK:
        raise UserError(_("No signature is seen in this picture. Sign with a dark pen on white paper."))
    strokes, depth, half = _traced(ink)
    if share > _MOST_INK or len(strokes) > _MOST_STROKES:
        raise UserError(
            _("There is more than a signature in this picture. Take the signature alone, on plain paper.")
        )
    firm = np.clip(0.5 * depth / half, 0.1, 1.0)
    lines = [_with_pressure(stroke, firm) for stroke in strokes]
    ink_y = np.concatenate(lines)[:, 1]
    return _signature(lines, float(np.quantile(ink_y, 1 - _STANDS_AT)))


def _traced(ink: npt.NDArray[np.bool_]) -> tuple[list[Floats], npt.NDArray[np.int64], float]:
    """Return the strokes, how deep each pixel lies in the ink, and half the width of the pen."""
    depth, thin = depths(ink), thinned(ink)
    half = float(np.median(depth[thin]))
    return traced(thin, half), depth, half


def _whole_pieces(ink: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return the ink without single specks, and without what touches the edge of the picture."""
    near = np.pad(ink, 1).astype(np.int64)
    rows, columns = ink.shape
    count = sum(near[r : r + rows, c : c + columns] for r in range(3) for c in range(3))
    calm = np.asarray(count >= 5)
    calm[:3], calm[-3:], calm[:, :3], calm[:, -3:] = False, False, False, False
    return calm


def _with_pressure(stroke: Floats, firm: Floats) -> Floats:
    column, row = np.rint(stroke).astype(int).T
    return np.column_stack([stroke, firm[row, column]])


def _signature(lines: Sequence[Floats], line: float) -> Signature:
    """Return strokes as shares of their height, in even steps, with the tremble taken out."""
    ink = np.concatenate(lines)
    height = max(float(np.ptp(ink[:, 1])), 0.15 * float(np.ptp(ink[:, 0])))
    left = float(ink[:, 0].min())
    strokes = []
    for stroke in lines:
        placed = np.column_stack(
            [(stroke[:, 0] - left) / height, (line - stroke[:, 1]) / height, stroke[:, 2]]
        )
        strokes.append(tuple((x, y, force) for x, y, force in np.round(_calm(placed), 3).tolist()))
    return Signature(tuple(strokes))


def _calm(stroke: Floats) -> Floats:
    if len(stroke) == 1:  # a dot: a pen that only touched the paper
        stroke = np.concatenate([stroke, stroke + np.array([0.02, -0.01, 0])])
    count = max(4, int(length_of(stroke[:, :2]) / _STEP) + 1)
    even = at_shares(stroke, np.linspace(0, 1, count))
    padded = np.pad(even, ((_CALM, _CALM), (0, 0)), "edge")
    kernel = np.ones(2 * _CALM + 1) / (2 * _CALM + 1)
    calm = np.stack([np.convolve(axis, kernel, "valid") for axis in padded.T], 1)
    calm[0, :2], calm[-1, :2] = even[0, :2], even[-1, :2]
    return calm
