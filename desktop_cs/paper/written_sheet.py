"""Write a letter onto a sheet: what `letter_sheet` offers, with all that is slow to import."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

import desktop_cs.paper.reportlab_settings  # noqa: F401 (for what it sets)
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.blocks import Role
from desktop_cs.letters.hand.characters import Hand, hand_for
from desktop_cs.letters.hand.plotter import plotter_svg
from desktop_cs.letters.hand.signature import with_signature
from desktop_cs.letters.hand.styles import ink_named, pen_for
from desktop_cs.letters.hand.writing import WrittenPage, write
from desktop_cs.letters.letter import Letter
from desktop_cs.letters.look import OWN, LetterLook
from desktop_cs.paper.hand_font import HandFont, Rgb
from desktop_cs.paper.letter_sheet import Extras
from desktop_cs.paper.paper_sizes import PaperSize, paper_size
from desktop_cs.paper.practice_mark import mark_practice
from desktop_cs.paper.stationery import POINTS_PER_MM, area_of, print_lines

# A laser printer makes every other colour of dots, which show; these it lays down whole.
_SOLID: dict[str, Rgb] = {"blue_black": (0.0, 0.0, 0.0), "blue": (0.0, 0.0, 1.0), "black": (0.0, 0.0, 0.0)}


def sheet_pdf(letter: Letter, look: LetterLook, extras: Extras) -> bytes:
    """Return the letter as a PDF; see `letter_sheet.letter_pdf`."""
    colour = ink_of(look)
    page = written(letter, look, extras)
    file = BytesIO()
    size = paper_size(look.paper)
    canvas = blank(file, size, letter.language, title_of(letter))
    if extras.practice:
        canvas.addLiteral("/Artifact BMC")
        mark_practice(canvas, *canvas._pagesize)  # noqa: SLF001 (reportlab has no public name for it)
        canvas.addLiteral("EMC")
    print_lines(canvas, area_of(look, extras.shift_mm), page, look.ruling)
    put_writing(canvas, page, colour, laser=look.laser)
    canvas.save()
    return file.getvalue()


def sheet_svg(letter: Letter, look: LetterLook, extras: Extras) -> str:
    """Return the letter for a pen plotter; see `letter_sheet.letter_svg`."""
    size = paper_size(look.paper)
    page = written(letter, look, extras)
    return plotter_svg(page, (size.width_mm, size.height_mm), title_of(letter), letter.language, ink_of(look))


def written(letter: Letter, look: LetterLook, extras: Extras) -> WrittenPage:
    """Return the letter as the hand writes and signs it.

    Raises:
        UserError: See `letter_sheet.letter_pdf`.
    """
    if look.direction == "down" and not letter.language.startswith("zh"):
        raise UserError(_("Only Chinese is written down the page. Choose lines across."), field="direction")
    area = area_of(look, extras.shift_mm)
    page = write(letter, area, look, hand_of(letter.language, look, extras))
    if look.signing == "drawn" and extras.signature is not None:
        return with_signature(page, extras.signature, pen_for(look.pen, area.line_mm), extras.signer)
    return page


def hand_of(language: str, look: LetterLook, extras: Extras) -> Hand:
    """Return the hand that a look names; a person's own is filled up with the usual one of the language."""
    name = "" if look.hand.startswith(OWN) else look.hand
    return hand_for(language, name, extras.own)


def ink_of(look: LetterLook) -> Rgb:
    """Return the colour of the ink.

    Raises:
        UserError: There is no such ink.
    """
    usual = ink_named(look.ink)
    return _SOLID[look.ink] if look.laser else usual


def title_of(letter: Letter) -> str:
    """Return what a viewer calls the letter: its salutation, or its first words."""
    found = [block.text for block in letter.blocks if block.role is Role.SALUTATION]
    return (found or [letter.blocks[0].text])[0].strip(" ,:：")


def blank(file: BytesIO, size: PaperSize, language: str, title: str) -> Canvas:
    """Return an empty page that says its language and its title.

    Args:
        file: Takes the PDF.
        size: The paper.
        language: Of what will be written.
        title: For the window of the viewer.
    """
    points = (size.width_mm * POINTS_PER_MM, size.height_mm * POINTS_PER_MM)
    canvas = Canvas(file, pagesize=points, pageCompression=1, invariant=1, lang=language.replace("_", "-"))
    canvas.setTitle(title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def put_writing(canvas: Canvas, page: WrittenPage, colour: Rgb, *, laser: bool = False) -> None:
    """Write a page of handwriting onto the canvas.

    Args:
        canvas: The page.
        page: What is written.
        colour: Of the ink.
        laser: One solid colour, without tones.
    """
    font = HandFont(page)
    name = font.add_to(canvas._doc)  # noqa: SLF001 (reportlab has no public way to add a font of one's own)
    canvas.addLiteral(font.text_operators(name, colour, solid=laser))
