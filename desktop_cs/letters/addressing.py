"""How a letter addresses a person and writes a day."""

from dataclasses import dataclass
from datetime import date

from desktop_cs.letters import russian_names
from desktop_cs.letters.templates import LetterTemplates

_ROC_YEARS = 1911  # year 1 of the Republic of China, 民國元年, was 1912
_HAN_DIGITS = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Address:
    """What a salutation and the closing words call a person.

    Args:
        name: "Mrs Wang", "王女士", "Ольга Сергеевна", or the whole name.
        dear: The word before the name where it depends on the person ("Уважаемая"), "" where it is not known.
        honour: The phrase after the name where a language has one (提稱語, "惠鑒").
        wish: The last words that go with this person where they depend on it ("教安" for a teacher).
    """

    name: str
    dear: str = ""
    honour: str = ""
    wish: str = ""


def address_of(customer: str, form: str, templates: LetterTemplates) -> Address:
    """Return how a letter calls a customer; everything may be "" for one without a name."""
    words = templates.words
    if words["address"]["way"] == "russian":
        called = russian_names.called(customer, form, templates)
        dear = words["address"].get(f"dear_{called.gender}", "") if called.gender else ""
        return Address(called.name, dear)
    name = addressed_as(customer, form, templates)
    borne = _form_at_the_end(name, templates)
    honour, wish = (words[table].get(borne, words[table].get("usual", "")) for table in ("honours", "wishes"))
    return Address(name, "", honour, wish)


def addressed_as(customer: str, form: str, templates: LetterTemplates) -> str:
    """Return the name as it stands in the salutation: "Mrs Wang", "王女士", or the whole name without a form.

    A form of another language is put into the letter's ("Mrs" is 女士 in Chinese). A name that
    already carries a form stays as it is.
    """
    if templates.words["address"]["way"] == "russian":
        return russian_names.called(customer, form, templates).name
    customer, form = " ".join(customer.split()), form.strip().rstrip(".")
    forms = templates.lists["address.forms"]
    form = templates.words["address"].get(form, form)
    if not customer or not form or _carries(customer, forms):
        return customer
    family = family_name(customer, templates)
    return family + form if templates.counts_characters else f"{form} {family}"


def family_name(customer: str, templates: LetterTemplates) -> str:
    """Return the family name of a person.

    Chinese names begin with it (one sign, or a known pair); so do names in pinyin that begin with a frequent
    Chinese family name; other names in Latin letters end with it.
    """
    if _is_han(customer):
        pairs = templates.lists["address.double_family_names"]
        return customer[:2] if customer.startswith(pairs) else customer[:1]
    words = customer.split()
    in_front = words[0].lower() in templates.lists["address.pinyin_family_names"]
    return words[0] if in_front else words[-1]


def full_date(day: date, country: str, templates: LetterTemplates) -> str:
    """Return the day as it stands on a letter: "22 November 2026", in the US "November 22, 2026"."""
    return _written(day, "full", country, templates)


def near_date(day: date, country: str, templates: LetterTemplates) -> str:
    """Return the day as it stands in a sentence, without the year."""
    return _written(day, "near", country, templates)


def _written(day: date, kind: str, country: str, templates: LetterTemplates) -> str:
    formats = templates.words["dates"]
    pattern = formats.get(f"{kind}_{country.upper()}", formats[kind])
    for gap, value in {
        "day": str(day.day),
        "month": templates.lists["dates.months"][day.month - 1],
        "year": str(day.year),
        "roc_year": str(day.year - _ROC_YEARS),
        "han_roc_year": _han_digits(day.year - _ROC_YEARS),
        "han_month": _han_number(day.month),
        "han_day": _han_number(day.day),
    }.items():
        pattern = pattern.replace("{" + gap + "}", value)
    return pattern


def _han_digits(number: int) -> str:
    """Return a year as it is read, digit by digit: 一一五."""
    return "".join(_HAN_DIGITS[int(digit)] for digit in str(number))


def _han_number(number: int) -> str:
    """Return a number from 1 to 99 as it is counted: 十一, 二十二."""
    tens, ones = divmod(number, 10)
    told = "" if tens == 0 else "十" if tens == 1 else _HAN_DIGITS[tens] + "十"
    return told + (_HAN_DIGITS[ones] if ones else "")


def _form_at_the_end(name: str, templates: LetterTemplates) -> str:
    """Return the form of address that ends a name ("老師" of "王老師"), or ""."""
    return next((form for form in templates.lists["address.forms"] if form and name.endswith(form)), "")


def _carries(customer: str, forms: tuple[str, ...]) -> bool:
    words = [word.rstrip(".") for word in customer.split()]
    return words[0] in forms or (_is_han(customer[-1]) and customer.endswith(forms))


def _is_han(text: str) -> bool:
    return bool(text) and all("\u3400" <= sign <= "\u9fff" for sign in text)
