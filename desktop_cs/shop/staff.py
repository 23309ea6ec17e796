"""The people who work here: name, role and the four digits they sign with."""

import hmac
import os
from base64 import b64decode, b64encode
from dataclasses import dataclass
from enum import StrEnum
from hashlib import scrypt
from uuid import UUID

from desktop_cs.errors import UserError
from desktop_cs.i18n import _

FEWEST_DIGITS, MOST_DIGITS = 4, 6  # Source: safety.md, decision 12
# Source: OWASP password storage cheat sheet, scrypt with N=2^14, r=8: 16 MiB, about 40 ms.  Four digits are
# no secret against somebody who has the file (safety.md 3); this only keeps them from being read at a glance.
_COST = {"n": 2**14, "r": 8, "p": 1, "maxmem": 64 * 2**20}


class Role(StrEnum):
    """What somebody does in the shop."""

    COUNTER = "counter"
    TECHNICIAN = "technician"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who works in the shop. `digits_hash` is "" until they chose digits."""

    id: UUID
    name: str
    role: Role
    digits_hash: str = ""
    active: bool = True
    language: str = ""

    @property
    def is_manager(self) -> bool:
        """Return whether this person may approve and change settings."""
        return self.role is Role.MANAGER


def check_digits(digits: str) -> None:
    """Refuse what cannot be somebody's digits.

    Raises:
        UserError: They are not four to six digits.
    """
    if not _are_digits(digits):
        raise UserError(_("Choose four digits (up to six), numbers only."), "digits")


def hash_digits(digits: str) -> str:
    """Return a salted hash of four to six digits.

    Raises:
        UserError: They are not four to six digits.
    """
    check_digits(digits)
    salt = os.urandom(16)
    return f"{b64encode(salt).decode()}${b64encode(_digest(digits, salt)).decode()}"


def digits_match(digits: str, digits_hash: str) -> bool:
    """Return whether these digits are the ones that were hashed; never for somebody without digits."""
    salt, mark, digest = digits_hash.partition("$")
    if not (mark and _are_digits(digits)):  # scrypt takes "2468" and "2468\0" for the same
        return False
    return hmac.compare_digest(_digest(digits, b64decode(salt)), b64decode(digest))


def _are_digits(text: str) -> bool:
    return text.isascii() and text.isdigit() and FEWEST_DIGITS <= len(text) <= MOST_DIGITS


def _digest(digits: str, salt: bytes) -> bytes:
    return scrypt(digits.encode(), salt=salt, dklen=32, **_COST)
