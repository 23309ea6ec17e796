"""How a Russian letter calls a person: by name and patronymic, which also tell a man from a woman.

«Петрова Ольга Сергеевна», «Ольга Сергеевна Петрова» and «Ольга Сергеевна» are all called «Ольга Сергеевна».
Without a patronymic the form of address decides («госпожа Петрова»); without that the name stands whole.
"""

import re
from dataclasses import dataclass

from desktop_cs.letters.templates import LetterTemplates

MAN, WOMAN = "man", "woman"

_OF_A_WOMAN = re.compile(r"[А-ЯЁ][а-яё]+(?:овна|евна|ична)")
_OF_A_MAN = re.compile(r"[А-ЯЁ][а-яё]+(?:ович|евич)|Ильич|Лукич|Фомич|Кузьмич|Никитич|Саввич|Фокич")
_MEN_IN_A = ("Илья", "Никита", "Данила", "Кузьма", "Лука", "Фома", "Савва", "Гаврила", "Фока", "Добрыня")
# Endings of family names; the given name is the other word.
_FAMILY = re.compile(r"[А-ЯЁ][а-яё-]+(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|ой)|[еэ]нко|ук|юк|ых|их)")


@dataclass(frozen=True, slots=True)
class Called:
    """How a person is called, and "man", "woman" or "" where the name does not tell."""

    name: str
    gender: str = ""


def called(customer: str, form: str, templates: LetterTemplates) -> Called:
    """Return how a customer is called in a Russian letter.

    Args:
        customer: The name as it was typed, with or without a form of address before it.
        form: "Mrs", "г-жа", "先生", ..., or "".
        templates: `address.man` and `address.woman` list the forms of address of both, in any language.
    """
    words = customer.split()
    if len(words) > 1 and _gender_of_form(words[0], templates):
        form, words = words[0], words[1:]
    for place in range(1, len(words)):
        gender = _gender_of_patronymic(words[place], words[place - 1])
        if gender:
            return Called(f"{words[place - 1]} {words[place]}", gender)
    gender = _gender_of_form(form, templates)
    if gender and words:
        title = templates.words["address"].get(f"title_{gender}", "")
        return Called(f"{title} {_family_of(words)}".strip(), gender)
    return Called(" ".join(words))


def _gender_of_patronymic(word: str, given: str) -> str:
    """Return whose patronymic a word is; «Анна Рабинович» bears a family name that only sounds like one."""
    if _OF_A_WOMAN.fullmatch(word):
        return WOMAN
    is_of_a_woman = given.endswith(("а", "я")) and given not in _MEN_IN_A
    return MAN if _OF_A_MAN.fullmatch(word) and not is_of_a_woman else ""


def _gender_of_form(form: str, templates: LetterTemplates) -> str:
    folded = form.strip().rstrip(".").lower()
    for gender in (MAN, WOMAN):
        if folded in (known.lower() for known in templates.lists[f"address.{gender}"]):
            return gender
    return ""


def _family_of(words: list[str]) -> str:
    """Return the family name: the word that ends like one, else the last."""
    return next((word for word in words if _FAMILY.fullmatch(word)), words[-1])
