"""The envelope of a letter: the customer's address in the hand of the letter, the shop's printed small."""

from typing import TYPE_CHECKING

from desktop_cs.desk.case_view import Story
from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.letter_record import LetterRecord

if TYPE_CHECKING:
    from desktop_cs.desk.desk import Desk


def letter_envelope(desk: "Desk", record: LetterRecord, size: str) -> bytes:
    """Return the envelope of a letter as a PDF.

    Args:
        desk: The desk.
        record: The letter.
        size: One of the sizes of `paper.envelope_sizes`.

    Raises:
        UserError: The customer has no address yet, or it cannot be written.
    """
    from desktop_cs.paper.envelope_sheet import envelope_pdf  # noqa: PLC0415 (reportlab only to print)

    lines = addressed_to(desk.casework.story(record.case_id), record.language)
    if not lines:
        raise UserError(_("There is no address yet. Write it at the customer, then print the envelope."))
    settings = desk.settings
    sender = [settings.name, *settings.address.splitlines()]
    return envelope_pdf(lines, record.language, record.look, size, sender, desk.letters.extras(record))


def addressed_to(story: Story, language: str) -> list[str]:
    """Return the lines of the customer's address, their name first; none where there is no address yet.

    Args:
        story: The case.
        language: Of the letter; Chinese says the form of address after the name.
    """
    customer = story.customer
    if customer is None or not customer.address.strip():
        return []
    name = " ".join(part for part in (customer.form_of_address, customer.name) if part)
    if language.startswith("zh"):
        name = f"{customer.name}{customer.form_of_address}"
    return [name, *customer.address.strip().splitlines()]
