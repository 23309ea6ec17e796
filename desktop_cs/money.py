"""Money: whole minor units of the shop's currency, and how amounts are read from what people type."""

import re
from decimal import Decimal, InvalidOperation

from desktop_cs.errors import UserError
from desktop_cs.i18n import _

# Currencies whose minor unit is not a hundredth.  Source: ISO 4217, minor unit column.
_DIGITS = dict.fromkeys(
    ("CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"), 0
) | dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)
_LARGEST = Decimal(10) ** 12  # beyond any shop's till; keeps sums inside 64 bits


def minor_digits(currency: str) -> int:
    """Return how many decimals amounts in this ISO 4217 currency have."""
    return _DIGITS.get(currency, 2)


def minor_units(text: str, currency: str) -> int:
    """Return the amount that was typed, in whole minor units (cents), zero or more.

    Args:
        text: Such as "12.50", "12,5", "1 250" or "1,250.00"; a last mark followed by one or two digits
            (or three for currencies that have three decimals) is the decimal mark.
        currency: ISO 4217 code.

    Raises:
        UserError: It is no amount, is below nothing, or has more decimals than the currency.
    """
    digits = minor_digits(currency)
    cleaned = re.sub(r"[\s'’_\u00a0\u202f]", "", text)
    wrong = UserError(_("“{text}” is not an amount. Write it like 12.50.").format(text=text))
    if not re.fullmatch(r"\d[\d.,]*|[.,]\d+", cleaned) or not cleaned.isascii():
        raise wrong
    whole, mark, decimals = _split(cleaned, max(digits, 2))
    try:
        amount = Decimal(f"{whole or '0'}{'.' if mark else ''}{decimals}")
    except InvalidOperation as error:
        raise wrong from error
    units = amount.scaleb(digits)
    if units != units.to_integral_value() or amount > _LARGEST:
        raise wrong
    return int(units)


def plain_amount(units: int, currency: str) -> str:
    """Return minor units as a plain decimal text, such as "12.50"; the way back from `minor_units`."""
    return f"{Decimal(units).scaleb(-minor_digits(currency)):.{minor_digits(currency)}f}"


def _split(text: str, most_decimals: int) -> tuple[str, str, str]:
    """Return the whole part without grouping marks, the decimal mark or "", and the decimals."""
    found = re.fullmatch(rf"([\d.,]*?)([.,])(\d{{1,{most_decimals}}})", text)
    if found is None or found[2] in found[1]:
        return _ungrouped(text, r"\d{1,3}((,\d{3})+|(\.\d{3}){2,})"), "", ""
    return _ungrouped(found[1], r"\d{1,3}([.,])\d{3}(\1\d{3})*"), found[2], found[3]


def _ungrouped(text: str, grouped: str) -> str:
    """Return the digits of a text that is grouped in threes; any other stays as it is and is refused later.

    One point before three digits ("1.005") stays: it may be a slip as well as a thousand.
    """
    return re.sub(r"[.,]", "", text) if re.fullmatch(grouped, text) else text
