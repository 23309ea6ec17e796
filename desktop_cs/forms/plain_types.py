"""Answers that are typed: text, long text, code, person, product, number, money."""

import re
import unicodedata

from desktop_cs import shown
from desktop_cs.errors import UserError
from desktop_cs.forms.checking import CheckContext, FieldType, as_stored, text_value
from desktop_cs.forms.definition import Field
from desktop_cs.i18n import _
from desktop_cs.money import minor_units, plain_amount

_MOST_DIGITS = 15  # keeps whole numbers inside 64 bits, and inside what a cell of a spreadsheet keeps exactly


def _check_text(_field: Field, raw: str, _context: CheckContext) -> str:
    return " ".join(line.strip() for line in _printable(raw).splitlines()).strip()


def _check_long_text(_field: Field, raw: str, _context: CheckContext) -> str:
    return "\n".join(line.rstrip() for line in _printable(raw).strip().splitlines())


def _check_code(_field: Field, raw: str, _context: CheckContext) -> str:
    return "".join(_printable(raw).split())


def _printable(raw: str) -> str:
    """Return the text, or raise UserError if paper could not show it or the file could not hold it."""
    for sign in "".join(raw.split()):
        if unicodedata.category(sign) in {"Cc", "Cs"}:
            sentence = _(
                "There is a sign in it that cannot be printed (U+{code}). Please type that place again."
            )
            raise UserError(sentence.format(code=f"{ord(sign):04X}"))
    return raw


def _check_number(field: Field, raw: str, _context: CheckContext) -> str:
    typed = _plain_digits(raw)
    if not typed:
        return ""
    if not re.fullmatch(rf"-?[0-9]{{1,{_MOST_DIGITS}}}", typed):
        raise UserError(_("Please write a whole number, such as 3."))
    number = int(typed)
    if field.at_least is not None and number < field.at_least:
        raise UserError(_("Please write {number} or more.").format(number=field.at_least))
    if field.at_most is not None and number > field.at_most:
        raise UserError(_("Please write {number} or less.").format(number=field.at_most))
    return str(number)


def _check_money(_field: Field, raw: str, context: CheckContext) -> str:
    typed = _plain_digits(raw)
    return str(minor_units(typed, context.currency)) if typed else ""


def _plain_digits(raw: str) -> str:
    """Return the text with the wide digits and marks of a Chinese keyboard made plain."""
    return unicodedata.normalize("NFKC", raw).strip()


def _shown_number(_field: Field, stored: str, context: CheckContext) -> str:
    return shown.number(int(stored), context.language)


def _shown_money(_field: Field, stored: str, context: CheckContext) -> str:
    return shown.money(int(stored), context.currency, context.language)


def _typed_money(_field: Field, stored: str, context: CheckContext) -> str:
    return plain_amount(int(stored), context.currency) if stored else ""


def _number_value(_field: Field, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise UserError(_("A whole number is needed here, such as 3."))
    return _digits_of(value)


def _money_value(_field: Field, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise UserError(_('An amount is needed here, such as "12.50".'))
    return _digits_of(value)


def _digits_of(value: float | str) -> str:
    """Return a number as it stands in a file, or raise UserError if it is beyond every use."""
    if isinstance(value, int) and abs(value) >= 10**_MOST_DIGITS:
        raise UserError(_("This number is too large."))
    return str(value)


_LINE = FieldType(_check_text, as_stored, text_value, as_stored)

PLAIN_TYPES = {
    "text": _LINE,
    "long_text": FieldType(_check_long_text, as_stored, text_value, as_stored),
    "person": _LINE,
    "product": _LINE,
    "code": FieldType(_check_code, as_stored, text_value, as_stored),
    "number": FieldType(_check_number, _shown_number, _number_value, as_stored),
    "money": FieldType(_check_money, _shown_money, _money_value, _typed_money),
}
