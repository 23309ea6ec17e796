"""Which papers are offered for what, and how they are named."""

from desktop_cs.i18n import _
from desktop_cs.paper.paper_sizes import PAPER_SIZES
from desktop_cs.paper.paper_sizes import SLIP_PAPERS as SLIP_SIZES

LETTER_PAPERS = ("A5", "A4", "A6", "Letter")  # the usual one first; A6 is a card
REPORT_PAPERS = ("A4", "Letter")
SLIP_PAPERS = ("80mm", "A4", "Letter")  # the roll of the receipt printer first


def choices_of(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return papers as (name, words), such as ("A5", "A5")."""
    words = {"Letter": _("US Letter"), "80mm": _("80 mm roll")}
    return [(name, words.get(name, name)) for name in names if name in {**PAPER_SIZES, **SLIP_SIZES}]
