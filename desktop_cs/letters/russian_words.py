"""Russian words that staff typed, made fit for a sentence of a letter, or left out.

A thing that the letter file knows is put into the instrumental case ("с Вашей сушильной машиной"), its
adjectives by the rules of their endings; all else stays in the nominative, where the sentences of the letter
file need no other case. What is in doubt is left out.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

Lists = Mapping[str, Sequence[str]]

_MOST_WORDS = 7
_PLAIN = re.compile(r"[А-Яа-яЁёA-Za-z][\w/-]*(?: [\w/-]+)*")
_NOT_OURS = re.compile(r"[^А-Яа-яЁёA-Za-z0-9 /_-]|_")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_A_NAME = re.compile(r".*[A-Z0-9].*")  # a brand or a model, where the word is Latin
_POLITE = re.compile(r"\bв(?=(?:ы|ас|ам|ами|аш\w*)\b)")
_INFINITIVE = re.compile(r"(?:[а-яё]{2,}(?:[аеиоуыя]ть|сти|чь)(?:ся)?)")
_PAST = re.compile(
    r"[а-яё]{2,}[аеиуыя]л(?:[аои]?|[аои]?сь|ся)|[а-яё]{3,}т(?:ся|есь)|[а-яё]{3,}(?:ем|ём|им)ся"
)
_HISSING = tuple("жшщч")
_NO_HARD_VOWEL = (*_HISSING, *"гкх")  # и, never ы, after these
_STRESSED = ("больш", "чуж", "меньш")  # -ой after a hissing sound


def reads_well(text: str, lists: Lists) -> bool:
    """Return whether a typed text may stand in a letter: short, plain, nothing a letter never mentions.

    Args:
        text: One line.
        lists: Of the letter file; a word of `free_text.never` that ends with * stands for all its endings.
    """
    fit = _PLAIN.fullmatch(text) and not _NOT_OURS.search(text) and len(text.split()) <= _MOST_WORDS
    words = _folded(text).split()
    return bool(fit) and not any(_is_one_of(word, lists["free_text.never"]) for word in words)


def named_thing(text: str, lists: Lists) -> str:
    """Return a product in the nominative, as it stands in a sentence, or "" where it does not read well."""
    words = text.split()
    if not reads_well(text, lists) or _tells(words, lists) or not all(map(_is_russian_or_name, words)):
        return ""
    return " ".join(_small_in_front(words) if _place_of_thing(words, lists) is not None else words)


def with_your(product: str, lists: Lists) -> str:
    """Return a thing as it stands after "случилось": "с Вашей стиральной машиной LG", or "" where unknown.

    Args:
        product: As `named_thing` returns it.
        lists: Of the letter file; `free_text.things` pairs each thing with its instrumental case.
    """
    words = product.split()
    place = _place_of_thing(words, lists)
    if place is None:
        return ""
    thing = _things(lists)[_folded(words[place])]
    kind = _kind_of(words[place], thing)
    before = [_adjective(word, kind) for word in words[:place]]
    after = [_adjective(word, kind) for word in words[place + 1 :]]
    following = [word or words[place + 1 + at] for at, word in enumerate(after)]
    your = {"f": "Вашей", "p": "Вашими"}.get(kind, "Вашим")
    return " ".join(("с", your, *before, thing, *following)) if all(before) else ""


def means_several(product: str, lists: Lists) -> bool:
    """Return whether a product is known to mean several things ("наушники")."""
    words = product.split()
    place = _place_of_thing(words, lists)
    return place is not None and _kind_of(words[place], _things(lists)[_folded(words[place])]) == "p"


def named_gift(text: str, lists: Lists) -> str:
    """Return a gesture in the nominative ("звонок мастера"), or "" where it is none or reads badly."""
    words = text.split()
    known = _things(lists)
    if not reads_well(text, lists) or not _CYRILLIC.search(text) or _tells(words, lists):
        return ""
    if any(_is_act(word) for word in words if _folded(word) not in known):
        return ""
    names = {_folded(name) for key in ("address.given_women", "address.given_men") for name in lists[key]}
    return _polite(" ".join(words if _folded(words[0]) in names else _small_in_front(words)))


def named_act(text: str, lists: Lists) -> str:
    """Return what is to be done, as it stands after a colon: "позвонить Вам", or a thing, or "" in doubt."""
    words = text.split()
    if words and _INFINITIVE.fullmatch(_folded(words[0])) and reads_well(text, lists):
        rest = [word for word in words[1:] if _folded(word) not in _things(lists)]
        if not _tells(rest, lists) and not any(_PAST.fullmatch(_folded(word)) for word in rest):
            return _polite(" ".join(_small_in_front(words)))
    return named_gift(text, lists)


def _things(lists: Lists) -> Mapping[str, str]:
    return _instrumentals(tuple(lists["free_text.things"]))


@cache
def _instrumentals(pairs: tuple[str, ...]) -> Mapping[str, str]:
    """Return the instrumental case of every known thing, by its nominative with е for ё."""
    words = (pair.split() for pair in pairs)
    return {_folded(pair[0]): pair[-1] for pair in words if pair}


def _place_of_thing(words: Sequence[str], lists: Lists) -> int | None:
    known = _things(lists)
    return next((place for place, word in enumerate(words) if _folded(word) in known), None)


def _kind_of(nominative: str, instrumental: str) -> str:
    """Return the gender of a thing, or "p" for several: it shows in the two cases."""
    if instrumental.endswith(("ами", "ями")):
        return "p"
    if instrumental.endswith(("ой", "ей", "ью")):
        return "f"
    return "n" if nominative.lower().endswith(("о", "е", "ё", "мя")) else "m"


def _adjective(word: str, kind: str) -> str:
    """Return an adjective in the instrumental case, or "" where the word is none of this gender."""
    stem, ending = word[:-2], word[-2:]
    if len(stem) < 2 or not _CYRILLIC.fullmatch(word[-1]):
        return ""
    soft = stem.endswith(_NO_HARD_VOWEL) or ending in ("ий", "ее", "ие")
    if kind == "m" and ending in ("ый", "ий", "ой"):
        return stem + ("им" if soft else "ым")
    if kind == "n" and ending in ("ое", "ее"):
        return stem + ("им" if soft else "ым")
    if kind == "p" and ending in ("ые", "ие"):
        return stem + ("ими" if soft else "ыми")
    if kind == "f" and ending in ("ая", "яя"):
        hissing = stem.endswith(_HISSING) and not stem.lower().endswith(_STRESSED)
        return stem + ("ей" if ending == "яя" or hissing else "ой")
    return ""


def _tells(words: Sequence[str], lists: Lists) -> bool:
    return any(_is_one_of(_folded(word), lists["free_text.tells"]) for word in words)


def _is_act(word: str) -> bool:
    folded = _folded(word)
    return bool(_INFINITIVE.fullmatch(folded) or _PAST.fullmatch(folded))


def _is_russian_or_name(word: str) -> bool:
    return bool(_CYRILLIC.search(word) or _A_NAME.fullmatch(word))


def _is_one_of(word: str, known: Sequence[str]) -> bool:
    whole, beginnings = _whole_and_beginnings(tuple(known))
    return word in whole or word.startswith(beginnings)


@cache
def _whole_and_beginnings(known: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    folded = [_folded(one) for one in known]
    beginnings = tuple(one[:-1] for one in folded if one.endswith("*"))
    return frozenset(one for one in folded if not one.endswith("*")), beginnings


def _small_in_front(words: Sequence[str]) -> list[str]:
    first = words[0].lower() if words[0].istitle() and _CYRILLIC.match(words[0]) else words[0]
    return [first, *words[1:]]


def _polite(text: str) -> str:
    """Return a text in which "вам" and its kin are written with a capital, as a letter has it."""
    return _POLITE.sub("В", text)


def _folded(text: str) -> str:
    return text.lower().replace("ё", "е")
