"""A page that shows how far a printer moves what it prints, for paper that has its print already."""

from io import BytesIO

from desktop_cs.i18n import _, language_in_use
from desktop_cs.paper import text_fonts
from desktop_cs.paper.page import INK, MUTED, Sheet
from desktop_cs.paper.paper_sizes import paper_size
from desktop_cs.paper.stationery import POINTS_PER_MM
from desktop_cs.paper.written_sheet import blank

_REACH = 20  # mm that each ruler runs to both sides of the cross
_EVERY = 10  # mm from one number to the next
_SHORT, _LONG = 1.6, 3.2  # mm
_SIZE, _LEADING = 8.5, 13.0  # points


def calibration_pdf(paper: str, shift_mm: tuple[float, float] = (0.0, 0.0)) -> bytes:
    """Return a page with a cross of rulers, moved by the shift in use, and how to read it.

    One folds the sheet in half both ways: where the creases cross the rulers, the numbers say by how much the
    printer is off, and the new shift is the one in use plus these.

    Args:
        paper: "A4", "A5", "A6" or "Letter".
        shift_mm: The shift in use: to the right, and down.

    Raises:
        UserError: There is no such paper.
    """
    size = paper_size(paper)
    right, lower = shift_mm
    file = BytesIO()
    canvas = blank(file, size, language_in_use(), _("How far the printer is off"))
    sheet = Sheet(canvas, size.height_mm * POINTS_PER_MM)
    _cross(sheet, size.width_mm / 2 + right, size.height_mm / 2 + lower)
    _explain(sheet, size.width_mm, size.height_mm, shift_mm)
    canvas.save()
    return file.getvalue()


def _cross(sheet: Sheet, middle: float, height: float) -> None:
    """Draw a ruler across and one down, with a mark for each mm, that cross at a point given in mm."""
    canvas = sheet.canvas
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.4)
    for at in range(-_REACH, _REACH + 1):
        mark = _LONG if at % (_EVERY // 2) == 0 else _SHORT
        _line(sheet, middle + at, height - mark, middle + at, height)
        _line(sheet, middle, height + at, middle + mark, height + at)
        if at % _EVERY == 0 and at:
            x, y = (middle + at) * POINTS_PER_MM, (height - mark - 0.8) * POINTS_PER_MM
            sheet.text_middle(x, y, _signed(at), 6.5, colour=MUTED)
            x, y = (middle + mark + 0.8) * POINTS_PER_MM, (height + at + 0.8) * POINTS_PER_MM
            sheet.text(x, y, _signed(at), 6.5, colour=MUTED)
    canvas.setLineWidth(0.7)
    _line(sheet, middle - _REACH, height, middle + _REACH, height)
    _line(sheet, middle, height - _REACH, middle, height + _REACH)


def _line(sheet: Sheet, x: float, y: float, to_x: float, to_y: float) -> None:
    ends = (x * POINTS_PER_MM, sheet.height - y * POINTS_PER_MM, to_x * POINTS_PER_MM)
    sheet.canvas.line(*ends, sheet.height - to_y * POINTS_PER_MM)


def _signed(value: int) -> str:
    return f"{value:+d}"


def _explain(sheet: Sheet, width: float, height: float, shift: tuple[float, float]) -> None:
    """Say above the cross how to read it, and below it what shift it was printed with."""
    left = 15 * POINTS_PER_MM
    room = width * POINTS_PER_MM - 2 * left
    sheet.text(left, 20 * POINTS_PER_MM, _("How far the printer is off"), 12, bold=True, colour=INK)
    base = 20 * POINTS_PER_MM + 20
    told = (
        _("Print this page at its real size, not fitted to the paper."),
        _("Fold the sheet in half both ways and open it again."),
        _("Where the upright crease crosses the ruler, read the number: add it to “to the right”."),
        _("Where the level crease crosses the other ruler, read the number: add it to “down”."),
        _("Print it once more: both creases should run through the middle of the cross."),
    )
    for number, sentence in enumerate(told, start=1):
        for line in text_fonts.lines(f"{number}. {sentence}", room, _SIZE):
            sheet.text(left, base, line, _SIZE, colour=INK)
            base += _LEADING
    used = _("Printed with a shift of {right} mm to the right and {down} mm down.")
    foot = (height - 15) * POINTS_PER_MM
    for line in text_fonts.lines(used.format(right=f"{shift[0]:g}", down=f"{shift[1]:g}"), room, _SIZE):
        sheet.text(left, foot, line, _SIZE, colour=MUTED)
        foot += _LEADING
