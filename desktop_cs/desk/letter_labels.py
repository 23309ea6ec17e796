"""Labels for the envelopes of many letters, on sheets that are used up label by label."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_cs.desk.case_view import Story
from desktop_cs.desk.letter_batch import BatchLetter
from desktop_cs.desk.letter_envelopes import addressed_to
from desktop_cs.i18n import _
from desktop_cs.paper.envelope_sizes import label_sheet

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Labels:
    """Sheets of labels as a PDF, the cases whose customers have no address yet, and where to go on.

    Args:
        pdf: The sheets; b"" where nobody has an address.
        without: The cases that have no label.
        next_start: The first label that is still free on the last sheet, counted from 1.
    """

    pdf: bytes
    without: tuple[Story, ...]
    next_start: int

    def told(self) -> list[str]:
        """Return a sentence for each letter that has no label."""
        sentence = _("Case {number}: {who} has no address yet. Write it at the customer.")
        nobody = _("Nobody named")
        return [
            sentence.format(number=story.case.number, who=story.case.who or nobody) for story in self.without
        ]


def letter_labels(desk: "Desk", letters: Iterable[BatchLetter], sheet: str, start: int = 1) -> Labels:
    """Return a label for each letter, with the address as it is kept now.

    Args:
        desk: The desk.
        letters: The letters.
        sheet: One of the sheets of `paper.envelope_sizes`.
        start: The first label that is still on the first sheet, counted from 1 along the rows.

    Raises:
        UserError: There is no such sheet, or no such label on it.
    """
    from desktop_cs.paper.label_sheet import label_pdf  # noqa: PLC0415 (reportlab only to print)

    count = label_sheet(sheet, start).count
    addresses, without, languages = [], [], []
    for one in letters:
        story = desk.casework.story(one.story.case.id)
        lines = addressed_to(story, one.record.language)
        if lines:
            addresses.append(lines)
            languages.append(one.record.language)
        else:
            without.append(story)
    if not addresses:
        return Labels(b"", tuple(without), start)
    pdf = label_pdf(addresses, sheet, start, languages[0])
    return Labels(pdf, tuple(without), (start - 1 + len(addresses)) % count + 1)
