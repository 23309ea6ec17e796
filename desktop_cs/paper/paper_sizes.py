"""The sizes of paper that the program prints on."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_cs.errors import UserError
from desktop_cs.i18n import _


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A sheet of paper, upright, in mm; a `height_mm` of 0 is a roll, as long as what is printed."""

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
# Source: rolls of receipt printers are 80 mm wide, of which 72 mm (576 dots at 8 a mm) are printed.
ROLL = PaperSize("80mm", 80, 0)
SLIP_PAPERS = {size.name: size for size in (ROLL, PAPER_SIZES["A4"], PAPER_SIZES["Letter"])}


def paper_size(name: str) -> PaperSize:
    """Return the paper of that name, in capitals or not.

    Raises:
        UserError: There is none.
    """
    return _named(name, PAPER_SIZES)


def slip_paper(name: str) -> PaperSize:
    """Return the paper for slips of that name, in capitals or not.

    Raises:
        UserError: There is none.
    """
    return _named(name, SLIP_PAPERS)


def _named(name: str, sizes: Mapping[str, PaperSize]) -> PaperSize:
    for size in sizes.values():
        if size.name.casefold() == name.strip().casefold():
            return size
    sentence = _("“{name}” is no paper size we know. Choose one of these: {choices}.")
    raise UserError(sentence.format(name=name, choices=", ".join(sizes)), field="paper")
