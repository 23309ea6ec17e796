"""A sheet that somebody wrote, scanned: printed, filled with the letters of a pack, turned, shaded, noisy."""

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.own.sheet import BASELINE_MM, X_HEIGHT_MM, sheet_pages
from desktop_cs.paper.own_hand_sheet import own_hand_sheet_pdf

PEN_MM = 0.42
INK = (30, 40, 110)
SMALLER = (
    0.8  # of the x-height that the sheet shows: people do not fill the lines, and this hand has long tails
)


class Writer:
    """Writes the letters of a shipped hand into the boxes of a printed sheet."""

    def __init__(self, language="en", paper="A4", dots_per_inch=200):
        self.language, self.paper = language, paper
        self.scale = dots_per_inch / 25.4
        self.hand = hand_for(language)
        self.em = SMALLER * X_HEIGHT_MM / self.hand.latin.x_height
        self.pages = sheet_pages(language, paper)

    def blank(self, number=1):
        """Return the printed page as a picture."""
        document = pypdfium2.PdfDocument(own_hand_sheet_pdf(self.language, self.paper))
        return document[number - 1].render(scale=self.scale * 25.4 / 72).to_pil().convert("RGB")

    def strokes(self, text, box):
        """Return where the pen goes in a box, in mm on the paper."""
        signs = self.hand.signs(text)
        ink = [signs[0].ink[0], sum(sign.width for sign in signs[:-1]) + signs[-1].ink[1]]
        left = box.left + box.width / 2 - sum(ink) * self.em / 2
        lines = []
        for sign in signs:
            found = self.hand.packs[sign.pack].strokes([sign.place])
            points = found.points * self.em * self.hand.scale(sign.pack) * [1, -1]
            points += [left, box.top + BASELINE_MM]
            lines += np.split(points, np.cumsum(found.lengths)[:-1])
            left += sign.width * self.em
        return lines

    def written(self, number=1, but=()):
        """Return the page with every box filled, except those of some characters."""
        picture = self.blank(number)
        pen = ImageDraw.Draw(picture)
        for box in self.pages[number - 1].boxes:
            if box.text not in but:
                for line in self.strokes(box.text, box):
                    self.draw(pen, line)
        return picture

    def draw(self, pen, line):
        """Draw one stroke, in mm, with round ends."""
        width = max(1, round(PEN_MM * self.scale))
        points = [tuple(point) for point in (line * self.scale).tolist()]
        pen.line(points, fill=INK, width=width, joint="curve")
        for x, y in (points[0], points[-1]):
            pen.ellipse([x - width / 2, y - width / 2, x + width / 2, y + width / 2], fill=INK)

    def box(self, character):
        """Return the first box of a character on the first page."""
        return next(box for box in self.pages[0].boxes if box.text == character)


def scanned(picture, degrees=0.0, scale=1.0, noise=0, shaded=False):
    """Return the picture as a scanner or a telephone sees it."""
    picture = picture.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=(120, 110, 100))
    size = round(picture.width * scale), round(picture.height * scale)
    pixels = np.asarray(picture.resize(size, Image.Resampling.BICUBIC)).astype(float)
    if shaded:
        pixels *= np.linspace(0.55, 1, pixels.shape[1])[None, :, None]
        pixels *= np.linspace(1, 0.8, pixels.shape[0])[:, None, None]
    pixels += np.random.default_rng(4).normal(0, noise, pixels.shape) if noise else 0
    return np.clip(pixels, 0, 255).astype(np.uint8)


@pytest.fixture(scope="session")
def writer():
    """Return somebody who writes the Latin sheet on A4."""
    return Writer()


@pytest.fixture(scope="session")
def scan():
    """Return the function that turns a picture into a scan."""
    return scanned


@pytest.fixture(scope="session")
def new_writer():
    """Return the class of those who write sheets."""
    return Writer


@pytest.fixture(scope="session")
def written_page(writer):
    """Return a page that was written, turned by three degrees, shaded and noisy, as it was read."""
    from desktop_cs.letters.hand.own.reading import read_page

    return read_page(scanned(writer.written(), degrees=3, noise=7, shaded=True), "en")
