"""The sheet of letters on paper: a box for every sample, orange guides, and marks by which a scan is known.

The guides are orange because a scan is read in its red part, where orange is as light as the paper; on a
black-and-white printer they come out pale enough to be told from a pen.
"""

from io import BytesIO

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from desktop_cs.i18n import _
from desktop_cs.letters.hand.own.sheet import (
    BASELINE_MM,
    BOX_HEIGHT_MM,
    CODE_CELL_MM,
    MARK_AT_MM,
    MARK_MM,
    PAPERS,
    X_HEIGHT_MM,
    Box,
    SheetPage,
    code_middles,
    mark_middles,
    page_code,
    sheet_pages,
)
from desktop_cs.paper import text_fonts
from desktop_cs.paper.page import INK, MUTED, POINTS_PER_MM, Sheet

_FRAME, _LINE, _LABEL = HexColor("#FFC48A"), HexColor("#FFB066"), HexColor("#F08A24")
_LABEL_SIZE, _TITLE_SIZE, _TEXT_SIZE = 6.5, 12, 8.5


def own_hand_sheet_pdf(language: str, paper: str) -> bytes:
    """Return the sheet that a person writes their letters on; the same arguments give the same bytes.

    Args:
        language: Letters of a Russian hand are asked for by "ru", Latin ones by all others.
        paper: "A4" or "Letter".

    Raises:
        UserError: There is no such paper for the sheet.
    """
    pages = sheet_pages(language, paper)
    width, height = (length * POINTS_PER_MM for length in PAPERS[paper])
    file = BytesIO()
    canvas = Canvas(file, pagesize=(width, height), pageCompression=1, invariant=1)
    canvas.setTitle(text_fonts.plain(_("My hand: the letters")))
    for page in pages:
        sheet = Sheet(canvas, height)
        _draw_marks(canvas, height, page)
        _draw_words(sheet, width, page)
        for box in page.boxes:
            _draw_box(sheet, box)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw_marks(canvas: Canvas, height: float, page: SheetPage) -> None:
    """Draw the corner marks, and beside the first one which page this is."""
    canvas.setFillColor(black)
    squares = [(middle, MARK_MM) for middle in mark_middles(page.paper)]
    cells = zip(code_middles(), page_code(page), strict=True)
    squares += [(middle, CODE_CELL_MM) for middle, is_black in cells if is_black]
    for (x, y), side in squares:
        left, low = x - side / 2, y + side / 2
        canvas.rect(
            left * POINTS_PER_MM,
            height - low * POINTS_PER_MM,
            side * POINTS_PER_MM,
            side * POINTS_PER_MM,
            fill=1,
            stroke=0,
        )


def _draw_words(sheet: Sheet, width: float, page: SheetPage) -> None:
    edge = (MARK_AT_MM - MARK_MM / 2) * POINTS_PER_MM
    left, right = edge, width - edge
    base = (MARK_AT_MM + MARK_MM + 1) * POINTS_PER_MM
    sheet.text(left, base, _("My hand"), _TITLE_SIZE, bold=True, colour=INK)
    number = _("Page {number} of {count}").format(number=page.number, count=page.of)
    sheet.text_right(right, base, number, _TEXT_SIZE, colour=MUTED)
    told = _(
        "Write each letter once in its box, as in a letter: small ones up to the upper line. Black or blue "
        "pen, one letter per box. Leave a box empty rather than mend it. The wide boxes take a whole word."
    )
    for line in text_fonts.lines(told, right - left, _TEXT_SIZE):
        base += _TEXT_SIZE * 1.35
        sheet.text(left, base, line, _TEXT_SIZE, colour=MUTED)


def _draw_box(sheet: Sheet, box: Box) -> None:
    canvas = sheet.canvas
    left, top, width, high = (
        length * POINTS_PER_MM for length in (box.left, box.top, box.width, BOX_HEIGHT_MM)
    )
    sheet.text(left + 1, top - 1.3, box.text, _LABEL_SIZE, colour=_LABEL)
    canvas.setStrokeColor(_FRAME)
    canvas.setLineWidth(0.5)
    canvas.rect(left, sheet.height - top - high, width, high, fill=0, stroke=1)
    for below, weight in ((BASELINE_MM, 0.6), (BASELINE_MM - X_HEIGHT_MM, 0.35)):
        sheet.rule(left, top + below * POINTS_PER_MM, left + width, _LINE, weight)
