"""Read a page of the sheet: find its boxes in the picture and follow the pen in each.

What cannot be read is named, box by box; nothing of it goes into the hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.hand.own.page_finding import FoundPage, find_page
from desktop_cs.letters.hand.own.picture import EvenPicture, Pixels
from desktop_cs.letters.hand.own.sample import Sample
from desktop_cs.letters.hand.own.sheet import (
    BASELINE_MM,
    BOX_HEIGHT_MM,
    X_HEIGHT_MM,
    Box,
    SheetPage,
    sheet_language,
)
from desktop_cs.letters.hand.own.thinning import thinned
from desktop_cs.letters.hand.own.tracing import Points, traced

Mask = npt.NDArray[np.bool_]

_PX_PER_MM = 12.0  # as fine as 300 dots per inch, so that the small loop of an e stays open
_INSIDE_MM = 0.35  # the edge of a box itself is not looked at
_FAINTEST = 0.72  # lighter than this is paper, or a guide that the printer made grey
_DARKEST_THRESHOLD = 0.4
_TOWARDS_PAPER = 0.42
_LEAST_INK_MM2 = 0.06  # a full stop of a fine pen has 0.1
_FULLEST = 0.3  # share of a box; the broadest pen fills a tenth of it with an m
_MOST_STROKES = 9  # of one letter; what was crossed out has more
_THICKEST_MM = 1.6  # a stroke broader than this was smeared or crossed out


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What was read from a page of the sheet.

    Args:
        page: Which page it is.
        samples: What was read well.
        empty: Characters with an empty box.
        smeared: Characters crossed out, smeared or filled.
        cut: Characters that run over the edge of their box.
    """

    page: SheetPage
    samples: tuple[Sample, ...]
    empty: tuple[str, ...]
    smeared: tuple[str, ...]
    cut: tuple[str, ...]


def read_page(pixels: Pixels, language: str) -> ReadPage:
    """Return what is written on the page in a picture.

    Args:
        pixels: Rows of pixels, grey or red, green, blue.
        language: Whose sheet it should be.

    Raises:
        UserError: It is no page of the sheet, or of another language's, or nothing is written on it.
    """
    found = find_page(EvenPicture(pixels))
    _check_language(found.page, language)
    boxes = list(_boxes(found))
    threshold = _threshold([light for _box, light in boxes])
    read: dict[str, list[str]] = {"empty": [], "smeared": [], "cut": []}
    samples = []
    for box, ink, thin in _thinned(boxes, threshold):
        fault, strokes = _strokes(ink, thin, _MOST_STROKES * len(box.text))
        if fault:
            read[fault].append(box.text)
        else:
            samples.append(Sample(box.text, tuple(_on_the_line(stroke) for stroke in strokes)))
    if not samples:
        raise UserError(
            _("Nothing is written on this page yet, or too faintly. Use a dark pen and scan it again.")
        )
    return ReadPage(found.page, tuple(samples), *(tuple(dict.fromkeys(texts)) for texts in read.values()))


def _check_language(page: SheetPage, language: str) -> None:
    if page.language == sheet_language(language):
        return
    if page.language == "ru":
        raise UserError(
            _("This is a page of the Russian sheet. Choose the Russian alphabet, or take the other.")
        )
    raise UserError(_("This is a page of the Latin sheet. Choose the Latin alphabet, or take the other."))


def _boxes(found: FoundPage) -> Iterator[tuple[Box, npt.NDArray[np.float32]]]:
    """Yield every box with its picture; a row of boxes is looked up at once."""
    down = np.arange(_INSIDE_MM, BOX_HEIGHT_MM - _INSIDE_MM, 1 / _PX_PER_MM)
    for (top, width), row in groupby(found.page.boxes, lambda box: (box.top, box.width)):
        boxes = list(row)
        right = np.arange(_INSIDE_MM, width - _INSIDE_MM, 1 / _PX_PER_MM)
        across = np.concatenate([box.left + right for box in boxes])
        x, y = np.meshgrid(across, top + down)
        light = found.light(x, y)
        yield from zip(boxes, np.split(light, len(boxes), axis=1), strict=True)


def _threshold(pictures: list[npt.NDArray[np.float32]]) -> float:
    """Return how light ink may be on this page: nearer to the pen than to the paper, or loops fill."""
    light = np.concatenate([picture.ravel() for picture in pictures])
    dark = light[light < _FAINTEST]
    if not len(dark):
        return _FAINTEST
    pen = float(np.percentile(dark, 25))
    return float(np.clip(pen + _TOWARDS_PAPER * (1.0 - pen), _DARKEST_THRESHOLD, _FAINTEST))


def _thinned(
    boxes: list[tuple[Box, npt.NDArray[np.float32]]], threshold: float
) -> Iterator[tuple[Box, Mask, Mask]]:
    """Yield every box with its ink and the centre-lines of it; all are thinned at once."""
    inks = [np.pad(_calm(light) < threshold, 1) for _box, light in boxes]
    thin = thinned(np.concatenate([ink.reshape(len(ink), -1) for ink in inks], axis=1))
    cuts = np.cumsum([ink.shape[1] for ink in inks])[:-1]
    for (box, _light), ink, lines in zip(boxes, inks, np.split(thin, cuts, axis=1), strict=True):
        yield box, ink[1:-1, 1:-1], lines[1:-1, 1:-1]


def _calm(light: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return the picture with single specks smoothed away."""
    near = np.pad(light, 1, mode="edge")
    across = near[:, :-2] + 2 * near[:, 1:-1] + near[:, 2:]
    return np.asarray((across[:-2] + 2 * across[1:-1] + across[2:]) / 16)


def _strokes(ink: Mask, thin: Mask, most: int) -> tuple[str, list[Points]]:
    """Return what is wrong with a box ("" for nothing), and the strokes in it, `most` of them at most."""
    area, length = int(ink.sum()), int(thin.sum())
    if area < _LEAST_INK_MM2 * _PX_PER_MM**2:
        return "empty", []
    width = area / max(1, length)
    if area > _FULLEST * ink.size or (length > 3 * width and width > _THICKEST_MM * _PX_PER_MM):
        return "smeared", []
    strokes = traced(thin, width / 2)
    whole = [stroke for stroke in strokes if not _leaves(stroke, ink.shape, width / 2 + 1)]
    inked = sum(map(len, strokes))
    if sum(map(len, whole)) < 0.8 * inked:  # a little of the neighbour may reach in
        return "cut", []
    if len(whole) > most:
        return "smeared", []
    return "", whole


def _leaves(stroke: Points, shape: tuple[int, ...], near: float) -> bool:
    """Return whether a stroke reaches the edge of its box, as near as the pen is thick."""
    (left, top), (right, low) = stroke.min(0).tolist(), stroke.max(0).tolist()
    return bool(left < near or top < near or right > shape[1] - 1 - near or low > shape[0] - 1 - near)


def _on_the_line(stroke: Points) -> tuple[tuple[float, float], ...]:
    """Return a stroke measured from the left edge of its box and up from the writing line."""
    x, y = (stroke / _PX_PER_MM + _INSIDE_MM).T
    return tuple(zip((x / X_HEIGHT_MM).tolist(), ((BASELINE_MM - y) / X_HEIGHT_MM).tolist(), strict=True))
