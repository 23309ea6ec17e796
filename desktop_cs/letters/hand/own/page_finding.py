"""Find which page of the sheet a picture shows, and where: by the four marks and the page code.

The page may lie at any angle, be photographed from the side, and stand on its head.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.hand.own.components import components_of
from desktop_cs.letters.hand.own.picture import EvenPicture
from desktop_cs.letters.hand.own.sheet import (
    PAPERS,
    SheetPage,
    code_middles,
    mark_middles,
    page_of_code,
)

Floats = npt.NDArray[np.float64]

_LONG_SIDE = 1300  # pixels of the overview: a mark is some 30 across
_BLACK, _DARK_CELL, _LIGHT_CELL = 0.5, 0.45, 0.7
_SMALLEST, _LARGEST = 6.0, 90.0  # sides of a mark in the overview, in pixels
_SQUARE = (0.72, 1.4)  # variance of a square is a twelfth of its area; askew it is a little off
_UNLIKE = 2.4  # how much larger one mark may look than another
_MOST_LOOKED_AT = 11


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page of the sheet in a picture.

    Args:
        page: Which page it is.
        picture: The picture.
        lens: Leads from mm on the paper to pixels (a projective map, 3 by 3).
    """

    page: SheetPage
    picture: EvenPicture
    lens: Floats

    def light(self, x_mm: Floats, y_mm: Floats) -> npt.NDArray[np.float32]:
        """Return how light the paper is at these places, from its upper left corner."""
        x, y = _seen(self.lens, np.stack([x_mm.ravel(), y_mm.ravel()], 1)).T.astype(np.float32)
        return self.picture.light(x, y).reshape(x_mm.shape)


def find_page(picture: EvenPicture) -> FoundPage:
    """Return the page that the picture shows.

    Raises:
        UserError: There is no page of the sheet in it, or a part of it is missing.
    """
    small, shrink = picture.overview(_LONG_SIDE)
    marks = _marks(small)
    for four in combinations(range(len(marks)), 4):
        corners = _around_their_middle(marks[list(four)])
        for turn in range(4):
            if (found := _page_at(small, np.roll(corners, turn, axis=0))) is not None:
                page, lens = found
                back = np.array([[shrink, 0, shrink / 2 - 0.5], [0, shrink, shrink / 2 - 0.5], [0, 0, 1]])
                return FoundPage(page, picture, back @ lens)
    raise UserError(
        _(
            "There is no page of the letter sheet in this picture, or one of its black corner squares is cut "
            "off. Take the whole page, flat and sharp."
        )
    )


def _marks(small: npt.NDArray[np.float32]) -> Floats:
    """Return the middles of what looks like a mark, x and y; the largest first."""
    pieces = components_of(small < _BLACK)
    side = np.sqrt(pieces.areas)
    usual = pieces.areas / 12
    across, down, both = pieces.spreads.T / (usual + 1e-9)
    low, high = _SQUARE
    square = (across > low) & (across < high) & (down > low) & (down < high) & (np.abs(both) < 0.3)
    chosen = np.flatnonzero(square & (side >= _SMALLEST) & (side <= _LARGEST))
    order = chosen[np.argsort(-pieces.areas[chosen])][:_MOST_LOOKED_AT]
    areas = pieces.areas[order]
    alike = (areas[:, None] < areas * _UNLIKE) & (areas[:, None] * _UNLIKE > areas)
    return np.asarray(pieces.middles[order][alike.sum(1) >= 4])


def _around_their_middle(corners: Floats) -> Floats:
    """Return four corners clockwise as one sees them."""
    right, down = (corners - corners.mean(0)).T
    return np.asarray(corners[np.argsort(np.arctan2(down, right))])


def _page_at(small: npt.NDArray[np.float32], corners: Floats) -> tuple[SheetPage, Floats] | None:
    """Return the page whose marks these are, and its lens, or None."""
    for paper in PAPERS:
        lens = _lens(np.array(mark_middles(paper)), corners)
        cells = _cells(small, lens) if lens is not None else None
        page = page_of_code(cells) if cells is not None else None
        if page is not None and lens is not None and page.paper == paper:
            return page, lens
    return None


def _lens(paper: Floats, seen: Floats) -> Floats | None:
    """Return the projective map that leads four places on the paper to where they are seen."""
    rows = []
    for (x, y), (across, down) in zip(paper.tolist(), seen.tolist(), strict=True):
        rows.append([x, y, 1, 0, 0, 0, -across * x, -across * y])
        rows.append([0, 0, 0, x, y, 1, -down * x, -down * y])
    try:
        solved = np.linalg.solve(np.array(rows), seen.ravel())
    except np.linalg.LinAlgError:
        return None
    return np.append(solved, 1.0).reshape(3, 3)


def _seen(lens: Floats, places: Floats) -> Floats:
    """Return where places on the paper are seen."""
    x, y, far = lens @ np.stack([places[:, 0], places[:, 1], np.ones(len(places))])
    far = np.where(np.abs(far) < 1e-9, 1e-9, far)
    return np.stack([x / far, y / far], 1)


def _cells(small: npt.NDArray[np.float32], lens: Floats) -> tuple[bool, ...] | None:
    """Return which cells of the page code are black, or None where one is neither black nor white."""
    x, y = np.rint(_seen(lens, np.array(code_middles()))).T
    height, width = small.shape
    if not ((x >= 1) & (y >= 1) & (x < width - 1) & (y < height - 1)).all():
        return None
    column, row = x.astype(int), y.astype(int)
    light = np.mean(
        [small[row + down, column + right] for down in (-1, 0, 1) for right in (-1, 0, 1)], axis=0
    )
    if ((light > _DARK_CELL) & (light < _LIGHT_CELL)).any():
        return None
    return tuple((light < _BLACK).tolist())
