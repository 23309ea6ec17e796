"""The paper under a letter: where writing may stand, and the lines that are printed for it."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.hand.page_plan import COLUMN_AT, Area
from desktop_cs.letters.hand.writing import WrittenPage
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.paper_sizes import paper_size

POINTS_PER_MM = 72 / 25.4
RULINGS = ("none", "ruled", "red", "text_only")
DIRECTIONS = ("across", "down")
UNPRINTABLE_MM = 5.0  # along its edges most printers print nothing

_LINE_MM = {"A4": 9.6, "A5": 8.0, "A6": 6.6, "Letter": 9.6}  # people write smaller on smaller paper
_COLUMN_MM = {"A4": 12.0, "A5": 10.0, "A6": 8.2, "Letter": 12.0}
_MARGIN_SHARE = 0.125  # of the width, left and right
_TOP_SHARE = 0.085  # of the height, above and below
_HEAD_SHARE = 0.16  # of the height: what paper with a printed head leaves free above the writing
_SIGN_ROWS = {"written": 0.0, "drawn": 0.9, "room": 2.4}
_RULE_BELOW_MM = 0.35  # writing stands a little above a printed line
_BEYOND_MM = 3.0  # how far lines are printed beyond the writing


@dataclass(frozen=True, slots=True)
class _Ruling:
    """How printed lines look: their colour, how thick they are, and the frame around them, in points."""

    colour: tuple[float, float, float]
    thick: float
    frame: float = 0.0


_LINES = {
    "ruled": _Ruling((0.74, 0.80, 0.88), 0.5),
    "red": _Ruling((0.80, 0.27, 0.22), 0.5, frame=1.3),
}


def area_of(look: LetterLook, shift_mm: tuple[float, float] = (0.0, 0.0)) -> Area:
    """Return where on its paper a letter may stand.

    Args:
        look: Paper, ruling, direction and how the letter is signed.
        shift_mm: How far to move text onto paper that has its print already: to the right, and down.

    Raises:
        UserError: One of the choices is none, or the shift moves the writing off the paper.
    """
    size = paper_size(look.paper)
    known(look.ruling, RULINGS, "ruling")
    known(look.direction, DIRECTIONS, "direction")
    known(look.signing, tuple(_SIGN_ROWS), "signing")
    text_only, down = look.ruling == "text_only", look.direction == "down"
    side = _MARGIN_SHARE * size.width_mm
    top = (_HEAD_SHARE if text_only else _TOP_SHARE) * size.height_mm
    height = size.height_mm - top - _TOP_SHARE * size.height_mm
    width = size.width_mm - 2 * side
    right, lower = shift_mm if text_only else (0.0, 0.0)
    if abs(right) > side - UNPRINTABLE_MM or abs(lower) > _TOP_SHARE * size.height_mm - UNPRINTABLE_MM:
        sentence = _("A shift of {right} mm and {down} mm would move the writing off the paper.")
        raise UserError(sentence.format(right=right, down=lower), field="shift_mm")
    return Area(
        left=side + right,
        top=top + lower,
        width=width,
        height=height,
        page_height=size.height_mm,
        line_mm=(_COLUMN_MM if down else _LINE_MM)[size.name],
        ruled=look.ruling in _LINES,
        down=down,
        sign_rows=_SIGN_ROWS[look.signing],
    )


def known(choice: str, choices: tuple[str, ...], field: str) -> None:
    """Check that a choice is one of those that there are.

    Raises:
        UserError: It is not; the sentence lists them.
    """
    if choice not in choices:
        sentence = _("“{name}” is not one of the choices: {choices}.")
        raise UserError(sentence.format(name=choice, choices=", ".join(choices)), field=field)


def print_lines(canvas: Canvas, area: Area, page: WrittenPage, ruling: str) -> None:
    """Print the lines to write on; viewers that read aloud pass over them.

    Args:
        canvas: The page.
        area: Where writing may stand.
        page: The writing, which says how far apart the lines are.
        ruling: "ruled" or "red"; any other prints nothing.
    """
    if ruling not in _LINES:
        return
    look = _LINES[ruling]
    canvas.addLiteral("/Artifact BMC")
    canvas.setStrokeColorRGB(*look.colour)
    canvas.setLineWidth(look.thick)
    (_rule_columns if area.down else _rule_lines)(canvas, area, page, look)
    canvas.addLiteral("EMC")


def _rule_lines(canvas: Canvas, area: Area, page: WrittenPage, look: _Ruling) -> None:
    left = (area.left - _BEYOND_MM) * POINTS_PER_MM
    right = (area.left + area.width + _BEYOND_MM) * POINTS_PER_MM
    first = float(page.baselines[0]) - _RULE_BELOW_MM * POINTS_PER_MM
    lowest = (area.page_height - area.top - area.height) * POINTS_PER_MM
    count = int((first - lowest) / page.step) + 1
    heights = [first - at * page.step for at in range(count)]
    for height in heights:
        canvas.line(left, height, right, height)
    if look.frame:
        canvas.setLineWidth(look.frame)
        for height in (first + page.step, heights[-1] - 2.2):
            canvas.line(left, height, right, height)


def _rule_columns(canvas: Canvas, area: Area, page: WrittenPage, look: _Ruling) -> None:
    count = int(area.width * POINTS_PER_MM / page.step + 1e-6)
    right = float(page.starts[0]) - COLUMN_AT * page.step + page.step
    high = (area.page_height - area.top + _BEYOND_MM) * POINTS_PER_MM
    low = (area.page_height - area.top - area.height - _BEYOND_MM) * POINTS_PER_MM
    for at in range(count + 1):
        canvas.line(right - at * page.step, low, right - at * page.step, high)
    left = right - count * page.step
    canvas.rect(left, low, right - left, high - low)
    if look.frame:
        around = 2.6
        canvas.setLineWidth(look.frame)
        canvas.rect(left - around, low - around, right - left + 2 * around, high - low + 2 * around)
