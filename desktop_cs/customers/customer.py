"""A customer in the simplest form that a letter needs."""

import unicodedata
from dataclasses import dataclass
from uuid import UUID

from desktop_cs.errors import UserError
from desktop_cs.i18n import _


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody the shop serves. Everything but the name may be "": people without phone are full citizens."""

    id: UUID
    name: str
    form_of_address: str = ""
    phone: str = ""
    address: str = ""
    language: str = ""


def checked_name(name: str) -> str:
    """Return the name or nickname, on one line and without the blanks around it.

    Raises:
        UserError: Nothing that can be read is left.
    """
    shown = "".join(mark for mark in name if unicodedata.category(mark) not in ("Cc", "Cs", "Cn"))
    cleaned = " ".join(shown.split())
    if not cleaned:
        raise UserError(_("Write a name, or a nickname such as “lady with the red umbrella”."), "customer")
    return cleaned


def phone_digits(phone: str) -> str:
    """Return the digits of a phone number, for finding it however it was written."""
    return "".join(str(unicodedata.digit(mark)) for mark in phone if mark.isdigit())
