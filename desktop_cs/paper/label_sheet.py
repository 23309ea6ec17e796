"""Addresses on sheets of labels."""

from collections.abc import Sequence
from io import BytesIO

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.paper import text_fonts
from desktop_cs.paper.envelope_sizes import LabelSheet, label_sheet
from desktop_cs.paper.page import INK, Sheet
from desktop_cs.paper.paper_sizes import paper_size
from desktop_cs.paper.stationery import POINTS_PER_MM
from desktop_cs.paper.written_sheet import blank

_EDGE_MM = 5.0  # of a label that stays free: sheets slip a little in the printer
_LARGEST, _SMALLEST = 11.0, 6.0  # points
_LEADING = 1.3


def label_pdf(addresses: Sequence[Sequence[str]], sheet: str, start: int = 1, language: str = "en") -> bytes:
    """Return sheets of labels, one address on each; the same addresses give the same bytes.

    Args:
        addresses: For each label its lines.
        sheet: "A4 3x8", "A4 2x7" or "Letter 3x10" (5160).
        start: The first label that is still on the sheet, counted from 1 along the rows.
        language: Of the addresses, for programs that read the page aloud.

    Raises:
        UserError: There is no address, no such sheet, or no such label on it.
    """
    kind = label_sheet(sheet, start)
    told = [[line.strip() for line in lines if line.strip()] for lines in addresses]
    told = [lines for lines in told if lines]
    if not told:
        raise UserError(_("There is no address yet. Write it at the customer."), field="address")
    size = paper_size(kind.paper)
    file = BytesIO()
    canvas = blank(file, size, language, _("Address labels"))
    page = Sheet(canvas, size.height_mm * POINTS_PER_MM)
    for number, lines in enumerate(told, start=start - 1):
        if number % kind.count == 0 and number > start - 1:
            canvas.showPage()
        _print(page, kind, number % kind.count, lines)
    canvas.save()
    return file.getvalue()


def _print(page: Sheet, kind: LabelSheet, place: int, lines: list[str]) -> None:
    """Print an address on one label, in its middle from top to bottom, as large as it can be."""
    row, column = divmod(place, kind.columns)
    left = (kind.first[0] + column * kind.step[0] + _EDGE_MM) * POINTS_PER_MM
    top = (kind.first[1] + row * kind.step[1]) * POINTS_PER_MM
    wide, high = (POINTS_PER_MM * mm for mm in kind.label)
    room = wide - 2 * _EDGE_MM * POINTS_PER_MM
    size = _LARGEST
    while size > _SMALLEST and (
        len(lines) * size * _LEADING > high - 10 or max(text_fonts.width(line, size) for line in lines) > room
    ):
        size -= 0.5
    base = top + (high - len(lines) * size * _LEADING) / 2 + size
    for at, line in enumerate(lines):
        page.text(left, base + at * size * _LEADING, text_fonts.fitted(line, room, size), size, colour=INK)
