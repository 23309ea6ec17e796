"""The sizes of envelopes, and how each is addressed."""

from dataclasses import dataclass

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.paper.paper_sizes import PaperSize

# Source: ISO 269 for DL, C6 and C5; ANSI for #10 (4 1/8 by 9 1/2 inches); GB/T 1416-2003 for the Chinese
# ones: DL 110 by 220 mm, and ZL 120 by 230 mm.
ENVELOPES = {
    size.name: size
    for size in (
        PaperSize("DL", 220, 110),
        PaperSize("C6", 162, 114),
        PaperSize("C5", 229, 162),
        PaperSize("#10", 241.3, 104.8),
        PaperSize("CN DL", 220, 110),
        PaperSize("CN ZL", 230, 120),
    )
}


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet of labels in rows and columns, all lengths in mm.

    Args:
        name: What the shop calls it.
        paper: The paper it is made of.
        columns: Labels side by side.
        rows: Labels below one another.
        label: Width and height of one.
        first: Left and upper edge of the first.
        step: From one to the next, to the right and downwards.
    """

    name: str
    paper: str
    columns: int
    rows: int
    label: tuple[float, float]
    first: tuple[float, float]
    step: tuple[float, float]

    @property
    def count(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows


# Source: the usual sheets of address labels: A4 with 24 (70 by 36 mm, edge to edge) and with 14 (99.1 by 38.1
# mm); Letter with 30 (2 5/8 by 1 inch, "5160").
LABEL_SHEETS = {
    sheet.name: sheet
    for sheet in (
        LabelSheet("A4 3x8", "A4", 3, 8, (70, 36), (0, 4.5), (70, 36)),
        LabelSheet("A4 2x7", "A4", 2, 7, (99.1, 38.1), (4.65, 15.15), (101.6, 38.1)),
        LabelSheet("Letter 3x10", "Letter", 3, 10, (66.675, 25.4), (4.7625, 12.7), (69.85, 25.4)),
    )
}


def envelope_size(name: str) -> PaperSize:
    """Return the envelope of that name, in capitals or not.

    Raises:
        UserError: There is none.
    """
    for size in ENVELOPES.values():
        if size.name.casefold() == name.strip().casefold():
            return size
    sentence = _("“{name}” is no envelope we know. Choose one of these: {choices}.")
    raise UserError(sentence.format(name=name, choices=", ".join(ENVELOPES)), field="size")


def label_sheet(name: str, start: int = 1) -> LabelSheet:
    """Return the sheet of labels of that name, in capitals or not.

    Args:
        name: The name.
        start: The first label that is still on it, counted from 1.

    Raises:
        UserError: There is no such sheet, or no such label on it.
    """
    for sheet in LABEL_SHEETS.values():
        if sheet.name.casefold() == name.strip().casefold():
            if 1 <= start <= sheet.count:
                return sheet
            sentence = _("This sheet has {count} labels. Begin at one from 1 to {count}.")
            raise UserError(sentence.format(count=sheet.count), field="start")
    sentence = _("“{name}” is no sheet of labels we know. Choose one of these: {choices}.")
    raise UserError(sentence.format(name=name, choices=", ".join(LABEL_SHEETS)), field="sheet")
