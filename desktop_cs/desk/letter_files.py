"""A letter as a file: PDF, a drawing for a pen plotter, or a picture; also from a plain text."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.letter import Letter, letter_from_text
from desktop_cs.letters.look import LetterLook

if TYPE_CHECKING:
    from desktop_cs.paper.letter_sheet import Extras

_LARGEST_TEXT = 100_000  # bytes; a page holds about two thousand
_PICTURE_DPI = 200


def text_letter(path: Path, language: str, seed: int) -> Letter:
    """Return the letter in a plain text file.

    Raises:
        UserError: The file cannot be read, is empty or far too long.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_TEXT + 1)
    except OSError as error:
        raise UserError(_("{file} cannot be read. Is the name right?").format(file=path)) from error
    if len(content) > _LARGEST_TEXT:
        raise UserError(_("{file} is too long for a letter of one page.").format(file=path.name))
    not_utf8 = _("{file} is not a UTF-8 text. Save it as UTF-8.").format(file=path.name)
    if b"\0" in content:  # UTF-16 without its mark, or no text at all
        raise UserError(not_utf8)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(not_utf8) from error
    return letter_from_text(text, language, seed)


def as_pdf(letter: Letter, look: LetterLook, extras: "Extras | None" = None) -> bytes:
    """Return the letter as a PDF of one page.

    Raises:
        UserError: It is empty or too long, holds what no hand can write, or the look names what there is not.
    """
    from desktop_cs.paper.letter_sheet import Extras, letter_pdf  # noqa: PLC0415 (reportlab only to print)

    return letter_pdf(letter, look, extras or Extras())


def as_svg(letter: Letter, look: LetterLook, extras: "Extras | None" = None) -> bytes:
    """Return the letter as single lines for a pen plotter; raises as `as_pdf` does."""
    from desktop_cs.paper.letter_sheet import Extras, letter_svg  # noqa: PLC0415 (as above)

    return letter_svg(letter, look, extras or Extras()).encode()


def as_png(letter: Letter, look: LetterLook, extras: "Extras | None" = None) -> bytes:
    """Return the letter as a picture of 200 dots per inch; raises as `as_pdf` does."""
    from desktop_cs.paper.picture import png_of  # noqa: PLC0415 (as above)

    return png_of(as_pdf(letter, look, extras), _PICTURE_DPI)


_Maker = Callable[[Letter, LetterLook, "Extras | None"], bytes]
KINDS_OF_FILE: Mapping[str, _Maker] = {".pdf": as_pdf, ".svg": as_svg, ".png": as_png}


def maker_for(path: Path) -> _Maker:
    """Return what makes the kind of file that the name asks for.

    Raises:
        UserError: There is no such kind.
    """
    suffix = path.suffix.lower()
    if suffix not in KINDS_OF_FILE:
        sentence = _("A letter is written as {kinds}. Give the file one of these endings.")
        raise UserError(sentence.format(kinds=", ".join(KINDS_OF_FILE)), "output")
    return KINDS_OF_FILE[suffix]
