"""The mark on everything that the practice shop prints, so that no customer is ever handed a rehearsal."""

from math import atan2, degrees

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas

from desktop_cs.i18n import _
from desktop_cs.paper import text_fonts

_GREY = Color(0.9, 0.9, 0.9)  # seen at a glance, and read through
_NARROW = 100 * 72 / 25.4  # points: a roll, which a receipt printer heats black or not at all
_SHARE, _TALLEST = 0.55, 0.3  # how long the word is, of the diagonal; how high at most, of the width
_ROLL_SIZE, _ROLL_GAP = 7.0, "   "


def mark_practice(canvas: Canvas, width: float, height: float) -> None:
    """Write "Practice" across the page under what will be printed on it, or along the top of a roll.

    Args:
        canvas: At the beginning of a page.
        width: Of the page, in points.
        height: Of the page, in points.
    """
    word = _("Practice")
    canvas.saveState()
    if width < _NARROW:
        line = text_fonts.fitted(_ROLL_GAP.join([word] * 3), width, _ROLL_SIZE, bold=True)
        canvas.setFillColor(black)
        left = (width - text_fonts.width(line, _ROLL_SIZE, bold=True)) / 2
        _write(canvas, line, left, height - _ROLL_SIZE - 1, _ROLL_SIZE)
    else:
        length = text_fonts.width(word, 1.0, bold=True)
        diagonal = (width**2 + height**2) ** 0.5
        size = min(_SHARE * diagonal / length, _TALLEST * width)
        canvas.setFillColor(_GREY)
        canvas.translate(width / 2, height / 2)
        canvas.rotate(degrees(atan2(height, width)))
        _write(canvas, word, -length * size / 2, -size * 0.35, size)
    canvas.restoreState()


def _write(canvas: Canvas, text: str, left: float, base: float, size: float) -> None:
    for font, part in text_fonts.runs(text, bold=True):
        canvas.setFont(font, size)
        canvas.drawString(left, base, part)
        left += canvas.stringWidth(part, font, size)
