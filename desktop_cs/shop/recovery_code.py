"""The code of the recovery sheet: 128 random bits that a person can copy from paper, checked by themselves.

Six groups of five signs. The alphabet leaves out what looks alike, and whoever types it may write small or
capital letters, O for 0, I or l for 1, with or without blanks and dashes. A QR code holds the same as digits,
since a scanner types, and a Chinese input method would eat letters (look.md, "scanner").

Source: the alphabet and what is forgiven are Douglas Crockford's Base 32; the groups and the check are ours.
"""

import hashlib
import os
import unicodedata
from dataclasses import dataclass
from itertools import product

GROUPS, GROUP_SIGNS = 6, 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FORGIVEN = str.maketrans("OILU", "011V")  # U is not in the alphabet either, and looks like V
_SECRET_BYTES = 16
_SIGNS = GROUPS * GROUP_SIGNS
_CHECK_BITS = _SIGNS * 5 - _SECRET_BYTES * 8  # 22: one wrong code in four million is taken for a right one
_DIGITS = 46  # enough for 150 bits
_DOMAIN = b"desktop-cs recovery sheet 1"


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryCode:
    """The code of one recovery sheet; it opens the records as the pass phrase does.

    Args:
        secret: Its 128 bits.
    """

    secret: bytes

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the groups as they are printed."""
        number = _number(self.secret)
        signs = "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_SIGNS)))
        return tuple(signs[start : start + GROUP_SIGNS] for start in range(0, _SIGNS, GROUP_SIGNS))

    @property
    def text(self) -> str:
        """Return the groups in one line."""
        return "-".join(self.groups)

    @property
    def digits(self) -> str:
        """Return the same in digits, for the QR code."""
        return f"{_number(self.secret):0{_DIGITS}d}"


def new_code() -> RecoveryCode:
    """Return a new random code."""
    return RecoveryCode(os.urandom(_SECRET_BYTES))


def read_code(typed: str) -> RecoveryCode | None:
    """Return the code that was typed or scanned, or None when it is none: its check says so."""
    signs = plain_signs(typed)
    if len(signs) == _DIGITS and signs.isdecimal():
        return _checked(int(signs))
    number = _number_of(signs)
    return None if number is None else _checked(number)


def looks_like_code(typed: str) -> bool:
    """Return whether somebody meant to type a code, though it may hold a slip."""
    signs = plain_signs(typed)
    has_digit = any(sign.isdecimal() for sign in typed)  # hardly any code is without, most phrases are
    return has_digit and abs(len(signs) - _SIGNS) <= 2 and all(sign in _ALPHABET for sign in signs)


def group_with_slip(typed: str) -> int:
    """Return which group, from 1, holds the one sign that was misread; 0 when that cannot be told.

    Every sign is tried in the place of each: only the true code is likely to have the right check.
    """
    signs = plain_signs(typed)
    if len(signs) != _SIGNS or _number_of(signs) is None:
        return 0
    places = {
        place
        for place, sign in product(range(_SIGNS), _ALPHABET)
        if sign != signs[place] and read_code(signs[:place] + sign + signs[place + 1 :]) is not None
    }
    return min(places) // GROUP_SIGNS + 1 if len(places) == 1 else 0


def same_group(typed: str, group: str) -> bool:
    """Return whether a group was typed as it is printed, small letters and look-alikes forgiven."""
    return plain_signs(typed) == group


def plain_signs(typed: str) -> str:
    """Return what was typed in the signs of the alphabet, without blanks and dashes."""
    folded = unicodedata.normalize("NFKC", typed).upper()
    kept = "".join(sign for sign in folded if not sign.isspace() and unicodedata.category(sign) != "Pd")
    return kept.translate(_FORGIVEN)


def _number(secret: bytes) -> int:
    return int.from_bytes(secret) << _CHECK_BITS | _check(secret)


def _check(secret: bytes) -> int:
    return int.from_bytes(hashlib.sha256(_DOMAIN + secret).digest()) >> (256 - _CHECK_BITS)


def _number_of(signs: str) -> int | None:
    if len(signs) != _SIGNS or any(sign not in _ALPHABET for sign in signs):
        return None
    number = 0
    for sign in signs:
        number = number << 5 | _ALPHABET.index(sign)
    return number


def _checked(number: int) -> RecoveryCode | None:
    if number >> _SIGNS * 5:
        return None
    secret = (number >> _CHECK_BITS).to_bytes(_SECRET_BYTES)
    return RecoveryCode(secret) if _check(secret) == number & (1 << _CHECK_BITS) - 1 else None
