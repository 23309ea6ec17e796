"""The recovery sheet: one page, worth keeping for ten years, whose code opens the shop's records.

It is read under stress by somebody who did not print it: so the code stands large, sign by sign, and the
page says what to do with it. The QR code holds the same as digits, for a scanner.
"""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import segno
from reportlab.pdfgen.canvas import Canvas

import desktop_cs.paper.reportlab_settings  # noqa: F401 (for what it sets)
from desktop_cs import shown
from desktop_cs.i18n import _, language_in_use
from desktop_cs.paper import text_fonts
from desktop_cs.paper.page import (
    GREEN,
    INK,
    LINE,
    MUTED,
    PALE,
    POINTS_PER_MM,
    Place,
    Sheet,
    fitting,
    logo_picture,
)
from desktop_cs.paper.paper_sizes import paper_size
from desktop_cs.paper.practice_mark import mark_practice
from desktop_cs.shop.recovery_code import RecoveryCode
from desktop_cs.shop.settings import ShopSettings

_FRAME = 12 * POINTS_PER_MM  # from the edge of the paper to the outer line
_INSIDE = 10 * POINTS_PER_MM  # from there to what is printed
_SIGN_WIDTH, _SIGN_HEIGHT, _SIGN_SIZE = 26.5, 40.0, 23.5  # points
_GROUP_GAP, _ROW_GAP = 19.0, 24.0
_GROUPS_A_ROW = 3
_QR_SIDE = 38 * POINTS_PER_MM
_BODY, _LEADING = 10.5, 1.46  # points, and lines to a line of type
_LOGO = (110.0, 34.0)
_WRITING_LINE = 34.0


def recovery_sheet_pdf(
    code: RecoveryCode, settings: ShopSettings, made_on: date, logo: bytes | None = None
) -> bytes:
    """Return the sheet as a PDF of one page, in the language in use.

    Args:
        code: What opens the records.
        settings: The shop; its report paper is printed on.
        made_on: The day, in the shop.
        logo: The shop's logo, a PNG or JPEG, or None.

    Raises:
        UserError: There is no such paper.
    """
    paper = paper_size(settings.report_paper)
    width, height = paper.width_mm * POINTS_PER_MM, paper.height_mm * POINTS_PER_MM
    file = BytesIO()
    canvas = Canvas(
        file,
        pagesize=(width, height),
        pageCompression=1,
        invariant=1,
        lang=language_in_use().replace("_", "-"),
    )
    canvas.setTitle(_("Recovery sheet"))
    canvas.setAuthor(text_fonts.plain(settings.name))
    if settings.is_practice:
        mark_practice(canvas, width, height)
    sheet = Sheet(canvas, height)
    _frame(sheet, width)
    place = Place(_FRAME + _INSIDE, _FRAME + _INSIDE, width - 2 * (_FRAME + _INSIDE))
    base = _head(sheet, place, settings, logo)
    base = _code(sheet, place, base, code)
    base = _steps(sheet, place, base, code)
    _keeping(sheet, place, base)
    _notes(sheet, place, made_on)
    canvas.save()
    return file.getvalue()


def _frame(sheet: Sheet, width: float) -> None:
    """Draw a line around the page, and a thin one inside it."""
    canvas = sheet.canvas
    for inset, weight, colour in ((0.0, 1.6, GREEN), (4.0, 0.5, GREEN)):
        left = _FRAME + inset
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(weight)
        canvas.roundRect(left, left, width - 2 * left, sheet.height - 2 * left, 9 - inset)


def _head(sheet: Sheet, place: Place, settings: ShopSettings, logo: bytes | None) -> float:
    """Print whose sheet it is and what it is for, and return how far down that reaches."""
    image = logo_picture(logo)
    right = place.left + place.width
    if image is not None:
        wide, high = fitting(image.getSize(), _LOGO)
        sheet.picture(image, Place(right - wide, place.top, wide), high)
    name = text_fonts.fitted(settings.name, place.width - _LOGO[0] - 20, 12, bold=True)
    sheet.text(place.left, place.top + 12, name, 12, bold=True, colour=GREEN)
    sheet.text(place.left, place.top + 44, _("Recovery sheet"), 26, bold=True)
    told = _(
        "This code opens the shop’s records when the pass phrase is forgotten or the PC is gone. "
        "Without one of the two nobody can open them, the makers of this program included."
    )
    return _paragraph(sheet, told, place, place.top + 68, 11) + 8


def _code(sheet: Sheet, place: Place, top: float, code: RecoveryCode) -> float:
    """Print the groups sign by sign on a pale ground, and return how far down that reaches."""
    rows = [code.groups[start : start + _GROUPS_A_ROW] for start in range(0, len(code.groups), _GROUPS_A_ROW)]
    high = len(rows) * (_SIGN_HEIGHT + _ROW_GAP) + _ROW_GAP - 6
    sheet.bar(Place(place.left, top, place.width), high, PALE)
    group_width = len(code.groups[0]) * _SIGN_WIDTH
    used = _GROUPS_A_ROW * group_width + (_GROUPS_A_ROW - 1) * _GROUP_GAP
    start = place.left + (place.width - used) / 2
    base = top + _ROW_GAP
    for line, groups in enumerate(rows):
        for column, group in enumerate(groups):
            left = start + column * (group_width + _GROUP_GAP)
            number = line * _GROUPS_A_ROW + column + 1
            sheet.text(left, base - 5, str(number), 8, colour=MUTED)
            _group(sheet, left, base, group)
        base += _SIGN_HEIGHT + _ROW_GAP
    told = _("Zero and one are digits: the letters I, L, O and U do not occur. Small letters do as well.")
    return _paragraph(sheet, told, place, top + high + 15, 8.5, muted=True) + 10


def _group(sheet: Sheet, left: float, top: float, group: str) -> None:
    """Print the signs of a group, each in a field of its own."""
    canvas = sheet.canvas
    for sign in group:
        canvas.setFillColor("#FFFFFF")
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.rect(left, sheet.height - top - _SIGN_HEIGHT, _SIGN_WIDTH, _SIGN_HEIGHT, fill=1, stroke=1)
        sheet.text_middle(left + _SIGN_WIDTH / 2, top + 29, sign, _SIGN_SIZE, bold=True)
        left += _SIGN_WIDTH


def _steps(sheet: Sheet, place: Place, top: float, code: RecoveryCode) -> float:
    """Print what to do with it beside the QR code, and return how far down that reaches."""
    right = place.left + place.width
    _qr(sheet, code, right - _QR_SIDE, top)
    told = _("The same for a scanner")
    sheet.text_middle(right - _QR_SIDE / 2, top + _QR_SIDE + 11, told, 8, colour=MUTED)
    words = Place(place.left, top, place.width - _QR_SIDE - 22)
    base = _title(sheet, _("When it is needed"), words, top)
    steps = (
        _("Pass phrase forgotten: start the program, type this code instead, then set a new pass phrase."),
        _(
            "PC gone: install the program on another PC, choose “Bring my shop from a stick”, take the "
            "newest backup, type this code."
        ),
        _("A scanner at hand: put the cursor into the field and scan the square."),
    )
    for number, step in enumerate(steps, start=1):
        base = _numbered(sheet, f"{number}.", step, words, base)
    return max(base, top + _QR_SIDE + 16) + 12


def _keeping(sheet: Sheet, place: Place, top: float) -> None:
    """Print how the sheet is to be kept."""
    base = _title(sheet, _("How to keep it"), place, top)
    for told in (
        _("Where you keep contracts and keys: not beside the PC, not in the bag with the stick."),
        _("Whoever has this sheet and a backup can read everything. Do not photograph it, do not send it."),
        _("It is only half: without a backup on a stick or another disk it brings nothing back."),
        _("When a new sheet is made this one opens nothing any more: tear it up then."),
    ):
        base = _numbered(sheet, "•", told, place, base)


def _notes(sheet: Sheet, place: Place, made_on: date) -> None:
    """Print the day, and lines to fill in by hand, at the foot of the page."""
    half = (place.width - 24) / 2
    base = sheet.height - _FRAME - _INSIDE - _WRITING_LINE
    for row in ((_("Made on"), _("Kept at")), (_("Printed by"), _("Where the backups are"))):
        for column, label in enumerate(row):
            left = place.left + column * (half + 24)
            sheet.text(left, base - 5, label, 8.5, colour=MUTED)
            sheet.rule(left, base, left + half, MUTED, 0.5)
        base += _WRITING_LINE
    day = shown.day(made_on, language_in_use())
    first = sheet.height - _FRAME - _INSIDE - _WRITING_LINE
    sheet.text_right(place.left + half, first - 5, day, 11, bold=True)


def _title(sheet: Sheet, text: str, place: Place, top: float) -> float:
    sheet.text(place.left, top + 11, text, 12, bold=True, colour=GREEN)
    return top + 11 + _BODY * _LEADING + 4


def _numbered(sheet: Sheet, mark: str, text: str, place: Place, base: float) -> float:
    sheet.text(place.left, base, mark, _BODY, bold=True, colour=GREEN)
    inner = Place(place.left + 15, place.top, place.width - 15)
    return _paragraph(sheet, text, inner, base, _BODY) + 2.5


def _paragraph(
    sheet: Sheet, text: str, place: Place, base: float, size: float, *, muted: bool = False
) -> float:
    """Print a text from this line on, and return where the next would stand."""
    for line in text_fonts.lines(text, place.width, size):
        sheet.text(place.left, base, line, size, colour=MUTED if muted else INK)
        base += size * _LEADING
    return base


def _qr(sheet: Sheet, code: RecoveryCode, left: float, top: float) -> None:
    """Draw the QR code; its quiet zone is the white of the paper around it."""
    rows: Sequence[Sequence[int]] = segno.make_qr(code.digits, error="q").matrix
    side = _QR_SIDE / len(rows)
    canvas = sheet.canvas
    canvas.setFillColor(INK)
    path = canvas.beginPath()
    for line, row in enumerate(rows):
        for column, dark in enumerate(row):
            if dark:
                path.rect(left + column * side, sheet.height - top - (line + 1) * side, side, side)
    canvas.drawPath(path, stroke=0, fill=1)
