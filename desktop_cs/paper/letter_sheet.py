"""A letter as a sheet of paper: handwriting on a PDF page, or single lines for a pen plotter.

What is slow to import (numpy, reportlab) is imported only when a letter is made.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_cs.letters.letter import Letter
from desktop_cs.letters.look import LetterLook

if TYPE_CHECKING:
    from desktop_cs.letters.hand.hand_pack import HandPack
    from desktop_cs.letters.hand.signature import Signature


@dataclass(frozen=True, slots=True)
class Extras:
    """What a letter is written with besides its look.

    Args:
        own: A person's own hand, or None.
        signature: The signature that the signer keeps, or None.
        signer: Whose name the signature stands for where several lines stand below; "" is the first.
        shift_mm: How far to move text onto paper that has its print already: to the right, and down.
        practice: Mark it as a letter of the practice shop.
    """

    own: "HandPack | None" = None
    signature: "Signature | None" = None
    signer: str = ""
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
        ShopError: A hand is missing or damaged.
    """
    from desktop_cs.paper.written_sheet import sheet_pdf  # noqa: PLC0415 (slow to import; only letters need it)

    return sheet_pdf(letter, look, extras)


def letter_svg(letter: Letter, look: LetterLook, extras: Extras = _NO_EXTRAS) -> str:
    """Return the letter as the single lines that a pen plotter draws, in mm at real size.

    Args:
        letter: The letter; its seed moves the pen.
        look: Hand, ink and paper; printed lines are left out, for the paper has them.
        extras: What else it takes.

    Raises:
        UserError: As `letter_pdf`.
        ShopError: As `letter_pdf`.
    """
    from desktop_cs.paper.written_sheet import sheet_svg  # noqa: PLC0415 (as above)

    return sheet_svg(letter, look, extras)
