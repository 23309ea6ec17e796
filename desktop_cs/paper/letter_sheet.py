"""A letter as a sheet of paper: handwriting on a PDF page, with printed lines or without."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from desktop_cs.letters.letter import Letter
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.paper_sizes import PaperSize, paper_size

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from desktop_cs.letters.hand.hand_pack import HandPack
    from desktop_cs.letters.hand.page_plan import Area
    from desktop_cs.letters.hand.signature import Signature

_POINTS_PER_MM = 72 / 25.4
_LINE_MM = {"A4": 9.6, "A5": 8.0, "A6": 6.6, "Letter": 9.6}  # people write smaller on smaller paper
_MARGIN_SHARE = 0.125  # of the width, left and right
_TOP_SHARE = 0.085  # of the height, above and below
_RULE_BELOW_MM = 0.35  # writing stands a little above a printed line
_RULE_RGB = (0.74, 0.80, 0.88)


@dataclass(frozen=True, slots=True)
class Extras:
    """What a letter is written with besides its look.

    Args:
        own: A person's own hand, or None.
        signature: The signature that the signer keeps, or None.
        shift_mm: How far to move text onto paper that has its print already: to the right, and down.
        practice: Mark it as a letter of the practice shop.
    """

    own: "HandPack | None" = None
    signature: "Signature | None" = None
    shift_mm: tuple[float, float] = (0.0, 0.0)
    practice: bool = False


_NO_EXTRAS = Extras()


def letter_pdf(letter: Letter, look: LetterLook, extras: Extras = _NO_EXTRAS) -> bytes:
    """Return the letter as a PDF of one page; the same letter gives the same bytes.

    Args:
        letter: The letter; its seed moves the pen.
        look: Hand, pen, ink and paper.
        extras: What else it takes.

    Raises:
        UserError: The letter is empty or too long for the paper, has characters that no hand can write, or
            one of the choices of the look is none.
    """
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 (slow to import, and only letters need it)

    from desktop_cs.letters.hand.styles import ink_named  # noqa: PLC0415 (as above)
    from desktop_cs.letters.hand.writing import write  # noqa: PLC0415 (needs numpy, slow to import)
    from desktop_cs.paper.hand_font import HandFont  # noqa: PLC0415 (needs numpy as well)

    size, colour = paper_size(look.paper), ink_named(look.ink)
    ruled = look.ruling == "ruled"
    area = area_of(size, ruled=ruled)
    page = write(letter, area, look)
    font = HandFont(page)
    file = BytesIO()
    points = (size.width_mm * _POINTS_PER_MM, size.height_mm * _POINTS_PER_MM)
    canvas = Canvas(
        file, pagesize=points, pageCompression=1, invariant=1, lang=letter.language.replace("_", "-")
    )
    canvas.setTitle(letter.blocks[0].text)
    if extras.practice:
        from desktop_cs.paper.practice_mark import mark_practice  # noqa: PLC0415 (only in the practice shop)

        mark_practice(canvas, *points)
    if ruled:
        _rule(canvas, area, page.step, float(page.baselines[0]))
    name = font.add_to(canvas._doc)  # noqa: SLF001 (reportlab has no public way to add a font of one's own)
    canvas.addLiteral(font.text_operators(name, colour))
    canvas.save()
    return file.getvalue()


def area_of(size: PaperSize, *, ruled: bool) -> "Area":
    """Return where on the paper a letter may stand."""
    from desktop_cs.letters.hand.page_plan import Area  # noqa: PLC0415 (its module needs numpy)

    side, top = _MARGIN_SHARE * size.width_mm, _TOP_SHARE * size.height_mm
    return Area(
        left=side,
        top=top,
        width=size.width_mm - 2 * side,
        height=size.height_mm - 2 * top,
        page_height=size.height_mm,
        line_mm=_LINE_MM[size.name],
        ruled=ruled,
    )


def _rule(canvas: "Canvas", area: "Area", step: float, first: float) -> None:
    """Print the lines, as far down as the writing may go."""
    canvas.setStrokeColorRGB(*_RULE_RGB)
    canvas.setLineWidth(0.5)
    left, right = (area.left - 3) * _POINTS_PER_MM, (area.left + area.width + 3) * _POINTS_PER_MM
    lowest = (area.page_height - area.top - area.height) * _POINTS_PER_MM
    line = first - _RULE_BELOW_MM * _POINTS_PER_MM
    while line >= lowest:
        canvas.line(left, line, right, line)
        line -= step
