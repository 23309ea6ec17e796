"""The sizes of paper that the program prints on."""

from dataclasses import dataclass

from desktop_cs.errors import UserError
from desktop_cs.i18n import _


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A sheet of paper, upright, in mm."""

    name: str
    width_mm: float
    height_mm: float


# Source: ISO 216 for A4, A5 and A6; ANSI/ASME Y14.1 (8.5 by 11 inches) for Letter.
PAPER_SIZES = {
    size.name: size
    for size in (
        PaperSize("A4", 210, 297),
        PaperSize("A5", 148, 210),
        PaperSize("A6", 105, 148),
        PaperSize("Letter", 215.9, 279.4),
    )
}


def paper_size(name: str) -> PaperSize:
    """Return the paper of that name, in capitals or not.

    Raises:
        UserError: There is none.
    """
    for size in PAPER_SIZES.values():
        if size.name.casefold() == name.strip().casefold():
            return size
    sentence = _("“{name}” is no paper size we know. Choose one of these: {choices}.")
    raise UserError(sentence.format(name=name, choices=", ".join(PAPER_SIZES)), field="paper")
