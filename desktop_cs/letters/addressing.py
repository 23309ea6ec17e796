"""How a letter addresses a person and writes a day."""

from datetime import date

from desktop_cs.letters.templates import LetterTemplates


def addressed_as(customer: str, form: str, templates: LetterTemplates) -> str:
    """Return the name as it stands in the salutation: "Mrs Wang", "王女士", or the whole name without a form.

    A form of another language is put into the letter's ("Mrs" is 女士 in Chinese). A name that
    already carries a form stays as it is.
    """
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
    month = templates.lists["dates.months"][day.month - 1]
    return pattern.replace("{day}", str(day.day)).replace("{month}", month).replace("{year}", str(day.year))


def _carries(customer: str, forms: tuple[str, ...]) -> bool:
    words = [word.rstrip(".") for word in customer.split()]
    return words[0] in forms or (_is_han(customer[-1]) and customer.endswith(forms))


def _is_han(text: str) -> bool:
    return bool(text) and all("\u3400" <= sign <= "\u9fff" for sign in text)
