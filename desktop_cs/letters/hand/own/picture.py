"""A scan or photograph made even: as light as the paper is everywhere, whatever the lamp and the shadow."""

import numpy as np
import numpy.typing as npt

from desktop_cs.errors import UserError
from desktop_cs.i18n import _

Floats = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint8]

MEGAPIXELS = 60  # A4 at 600 dots per inch has 35
_LONG_SIDE = 3600  # A4 at 300 dots per inch; more shows nothing new about a pen
_BLOCKS = 110  # on the long side: a block is smaller than a mark, and larger than a pen stroke
_SHARPEST_BLOCK = 4
_PAPER = 0.85  # share of a block that is darker than its paper


class EvenPicture:
    """A picture from which light is read as a share of the paper beside it.

    Args:
        pixels: Rows of pixels, grey or red, green, blue.

    Raises:
        UserError: The picture is too small or too large to be read.
    """

    def __init__(self, pixels: Pixels) -> None:
        height, width = pixels.shape[:2]
        if min(height, width) < 300:
            raise UserError(
                _("The picture is too small to read letters on it. Scan the sheet with 200 to 300 dpi.")
            )
        if height * width > MEGAPIXELS * 1_000_000:
            sentence = _("The picture is larger than {count} megapixels. Scan the sheet with 300 dpi.")
            raise UserError(sentence.format(count=MEGAPIXELS))
        # The guides are orange, which is as light as paper to a red eye; blue and black ink are dark to it.
        red = pixels if pixels.ndim == 2 else pixels[:, :, 0]
        shrink = max(1, round(max(height, width) / _LONG_SIDE))
        self.grey = _shrunk(red, shrink)
        self._block = max(_SHARPEST_BLOCK, max(self.grey.shape) // _BLOCKS)
        self._paper = _paper_light(self.grey, self._block)

    def light(self, x: Floats, y: Floats) -> Floats:
        """Return how light the picture is at these places: 1 is paper, 0 black; outside it is paper."""
        at = (x + 0.5) / self._block - 0.5, (y + 0.5) / self._block - 0.5
        light = _between(self.grey, x, y) / _between(self._paper, *at)
        height, width = self.grey.shape
        inside = (x > -1) & (y > -1) & (x < width) & (y < height)
        return np.where(inside, light, np.float32(1.0))

    def overview(self, long_side: int) -> tuple[Floats, int]:
        """Return the evened picture made smaller, and by how much."""
        shrink = max(1, round(max(self.grey.shape) / long_side))
        small = _shrunk(self.grey, shrink)
        rows, columns = (np.arange(length, dtype=np.float32) for length in small.shape)
        y, x = np.meshgrid(rows, columns, indexing="ij")
        share = shrink / self._block
        paper = _between(self._paper, (x + 0.5) * share - 0.5, (y + 0.5) * share - 0.5)
        return small / paper, shrink


def _shrunk(grey: npt.NDArray[np.uint8] | Floats, by: int) -> Floats:
    """Return the mean of every `by` times `by` pixels."""
    if by == 1:
        return grey.astype(np.float32)
    height, width = (length // by * by for length in grey.shape)
    blocks = grey[:height, :width].reshape(height // by, by, width // by, by)
    return np.asarray(blocks.mean((1, 3), dtype=np.float32))


def _paper_light(grey: Floats, block: int) -> Floats:
    """Return for every block how light its paper is, taken from its surroundings and smoothed."""
    fine = _shrunk(grey, max(1, block // 8))
    side = block // max(1, block // 8)
    rows, columns = (-(-length // side) for length in fine.shape)
    padded = np.pad(
        fine, ((0, rows * side - fine.shape[0]), (0, columns * side - fine.shape[1])), mode="edge"
    )
    blocks = padded.reshape(rows, side, columns, side).transpose(0, 2, 1, 3).reshape(rows, columns, -1)
    rank = int(_PAPER * (blocks.shape[2] - 1))
    paper = np.partition(blocks, rank, axis=2)[:, :, rank]
    smooth = _around(_around(paper).max(0)).mean(0)  # a mark is no paper, but there is some near it
    return np.asarray(np.maximum(smooth, 1.0), np.float32)


def _around(blocks: Floats) -> Floats:
    """Return for every block the 25 that it is in the middle of, along a new first axis."""
    near = np.pad(blocks, 2, mode="edge")
    rows, columns = blocks.shape
    return np.stack([near[r : r + rows, c : c + columns] for r in range(5) for c in range(5)])


def _between(grid: Floats, x: Floats, y: Floats) -> Floats:
    """Return the values of a grid between its places, bilinearly; at the edge the last one goes on."""
    height, width = grid.shape
    x = np.clip(x, 0, width - 1.001)
    y = np.clip(y, 0, height - 1.001)
    left, top = x.astype(np.int32), y.astype(np.int32)
    right_share, low_share = x - left, y - top
    at = top * width + left
    flat = grid.ravel()
    upper = flat[at] + (flat[at + 1] - flat[at]) * right_share
    lower = flat[at + width] + (flat[at + width + 1] - flat[at + width]) * right_share
    return np.asarray(upper + (lower - upper) * low_share, np.float32)
