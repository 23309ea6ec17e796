"""How a Russian letter calls a person, and whether a name is a man's or a woman's.

«Петрова Ольга Сергеевна», «Ольга Сергеевна Петрова» and «Ольга Сергеевна» are all called «Ольга Сергеевна».
Without a patronymic a known given name stands alone («Ольга»), or «госпожа» before the family name. A given
name that the letter file knows tells the gender, else the patronymic, else a family name that has two forms
(Иванов, Иванова). What is in doubt stays in doubt: the name stands whole, and no verb with it shows a gender.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from desktop_cs.letters.templates import LetterTemplates

MAN, WOMAN = "man", "woman"

# Words are compared in small letters with е for ё.
_PATRONYMICS = {
    MAN: re.compile(r"[а-я]+(?:ович|евич)|ильич|кузьмич|лукич|фомич|никитич|саввич|фокич"),
    WOMAN: re.compile(r"[а-я]+(?:овна|евна|инична|(?:ьи|ки|ми|ви|ти)чна)"),
}
# Family names with two forms. Short words are left alone: many are not Russian («Мин»).
_FAMILY_NAMES = {
    MAN: re.compile(r"[а-я-]{3,}(?:[ое]в|[иы]н|[сц]кий|ой|ый)"),
    WOMAN: re.compile(r"[а-я-]{3,}(?:[ое]ва|[иы]на|[сц]кая|ая)"),
}
_ONE_FORM = re.compile(r"[а-я-]{2,}(?:[еэ]нко|ук|юк|ых|их|ян|швили|дзе)")
_INITIALS = re.compile(r"(?:\w\.)+|\w")
_SHOUTED = re.compile(r"[А-ЯЁ]{2}[А-ЯЁ-]*")


@dataclass(frozen=True, slots=True)
class Called:
    """How a person is called, and "man", "woman" or "" where the name does not tell."""

    name: str
    gender: str = ""


def called(customer: str, form: str, templates: LetterTemplates) -> Called:
    """Return how a customer is called in a Russian letter.

    Args:
        customer: The name as it was typed, in any order, with or without a form of address.
        form: "Mrs", "г-жа", "先生", ..., or "".
        templates: `address.man` and `address.woman` list the forms of address of both, in any language,
            `address.given_men` and `address.given_women` given names.
    """
    words, form = _without_form(customer.split(), form, templates)
    formal = next((gender for gender in (WOMAN, MAN) if _plain(form) in _listed(gender, templates)), "")
    gender = formal or gender_of(" ".join(words), templates)
    patronymic = _place_of_patronymic(words)
    if not gender or not words:
        return Called(" ".join(words))
    if patronymic:
        return Called(f"{words[patronymic - 1]} {words[patronymic]}", gender)
    given = [word for word in words if _plain(word) in _listed(f"given_{gender}", templates)]
    if given and (not formal or len(words) == 1):
        return Called(given[0], gender)
    family = _family_of([word for word in words if word not in given] or words)
    return Called(" ".join((templates.words["address"].get(f"title_{gender}", ""), family)).strip(), gender)


def gender_of(name: str, templates: LetterTemplates) -> str:
    """Return "man", "woman", or "" where a name does not tell."""
    words = [_plain(word) for word in name.split()]
    given = [gender for gender in (WOMAN, MAN) if not _listed(f"given_{gender}", templates).isdisjoint(words)]
    if len(given) == 1:
        return given[0]
    place = _place_of_patronymic(words)
    if place:
        return WOMAN if _PATRONYMICS[WOMAN].fullmatch(words[place]) else MAN
    family = [gender for gender, pattern in _FAMILY_NAMES.items() if any(map(pattern.fullmatch, words))]
    return family[0] if len(family) == 1 else ""


def _place_of_patronymic(words: Sequence[str]) -> int:
    """Return the place of the patronymic; 0 where there is none, since no name begins with it."""
    places = range(1, len(words))
    return next(
        (at for at in places if any(one.fullmatch(_plain(words[at])) for one in _PATRONYMICS.values())), 0
    )


def _family_of(words: Sequence[str]) -> str:
    """Return the family name: the word that ends like one, else the last that is no initial."""
    patterns = (*_FAMILY_NAMES.values(), _ONE_FORM)
    sure = [word for word in words if any(pattern.fullmatch(_plain(word)) for pattern in patterns)]
    whole = [word for word in words if not _INITIALS.fullmatch(word)]
    return next(iter((*sure, *reversed(whole), *words)))


def _without_form(words: Sequence[str], form: str, templates: LetterTemplates) -> tuple[list[str], str]:
    """Return the name without a form of address in it, which goes before the one that is known otherwise."""
    known = _listed(WOMAN, templates) | _listed(MAN, templates)
    inside = [word for word in words if _plain(word) in known]
    name = [_as_written(word) for word in words if _plain(word) not in known]
    return name, inside[0] if inside else form


def _listed(key: str, templates: LetterTemplates) -> frozenset[str]:
    key = {"given_man": "given_men", "given_woman": "given_women"}.get(key, key)
    return _compared(templates.lists[f"address.{key}"])


@cache
def _compared(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_plain(word) for word in words)


def _plain(word: str) -> str:
    return word.strip().rstrip(".,").lower().replace("ё", "е")


def _as_written(word: str) -> str:
    """Return a name that was typed in capitals («ИВАНОВА») as a letter writes it."""
    shouted = _SHOUTED.fullmatch(word)
    return "-".join(part.capitalize() for part in word.split("-")) if shouted else word
