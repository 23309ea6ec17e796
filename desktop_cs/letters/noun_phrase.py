"""Whether a few typed words name a thing ("a box of tea") or tell something ("the technician rings").

Rules for languages whose words stand apart, as English; the words they go by stand in the letter file.
What is in doubt is no name: a gift left out does no harm, a sentence in its place does.
"""

import re
from collections.abc import Mapping, Sequence

from desktop_cs.letters.templates import LetterTemplates

_SHORTENED = re.compile(r"(?:n['’]t|['’](?:ll|re|ve|d|m))$")
_DONE = re.compile(r"\w{2,}(?<!e)ed$")  # "repaired", not "speed" or "bed"
_LOOKS_PLURAL = re.compile(r"[^siu'’]s$")
_SPOKEN_WITH_VOWEL = re.compile(r"[aeiou]|hour|honest|honou?r|heir|[AEFHILMNORSX](?:[A-Z0-9-]|$)")
_SPOKEN_WITH_CONSONANT = re.compile(r"uni(?!n)|us[aeiu]|eu|one\b|once\b|U[A-Z]")


def names_a_thing(words: Sequence[str], templates: LetterTemplates) -> bool:
    """Return whether the words read as a thing; `free_text` of the letter file holds what tells otherwise."""
    lists, small = templates.lists, [word.lower() for word in words]
    determiners, tells = lists["free_text.determiners"], lists["free_text.tells"]
    if any(word in tells or _SHORTENED.search(word) for word in small):
        return False
    if small[0] in lists["free_text.links"] or (len(small) == 1 and small[0] in determiners):
        return False
    return not any(_is_act(place, small, templates) for place in range(len(small)))


def head_of(words: Sequence[str], templates: LetterTemplates) -> str:
    """Return the word that says what the thing is: "box" of "box of chocolates", "lamp" of "desk lamp"."""
    ends = (*templates.lists["free_text.links"], *templates.lists["free_text.determiners"])
    inner = next((at for at, word in enumerate(words) if at and word.lower() in ends), len(words))
    return words[inner - 1].lower()


def is_plural(head: str, templates: LetterTemplates) -> bool:
    """Return whether the word that says what the thing is means several of it."""
    return bool(_LOOKS_PLURAL.search(head)) and head not in templates.lists["free_text.singular"]


def with_article(words: Sequence[str]) -> str:
    """Return the words with "a" or "an" before them, by how the first one is spoken."""
    first = words[0]
    vowel = _SPOKEN_WITH_VOWEL.match(first) or _SPOKEN_WITH_VOWEL.match(first.lower())
    spoken = vowel and not (
        _SPOKEN_WITH_CONSONANT.match(first) or _SPOKEN_WITH_CONSONANT.match(first.lower())
    )
    return " ".join(("an" if spoken else "a", *words))


def _is_act(place: int, small: Sequence[str], templates: LetterTemplates) -> bool:
    """Return whether the word at this place says that somebody does or did something."""
    lists, word = templates.lists, small[place]
    before = small[place - 1] if place else ""
    after = small[place + 1] if place + 1 < len(small) else ""
    begins_more = after in lists["free_text.determiners"] or after in lists["free_text.ways"]
    known = word in lists["free_text.goods"] or word in lists["free_text.uncountable"]
    acts = lists["free_text.acts"]
    if _DONE.search(word):
        return (
            begins_more or after in lists["free_text.links"] or (place > 0 and not _may_lead(before, lists))
        )
    if word.endswith("ing") and not known:
        return not {word[:-3], word[:-3] + "e", word[:-4]}.isdisjoint(acts)
    if word in acts:
        return begins_more or (place > 0 and bool(_LOOKS_PLURAL.search(before)))
    third_person = {word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"}
    if word.endswith("s") and not third_person.isdisjoint(acts):
        return not _may_lead(before, lists)
    return False


def _may_lead(before: str, lists: Mapping[str, tuple[str, ...]]) -> bool:
    """Return whether a thing, rather than an act, is to be expected after this word."""
    return before in lists["free_text.determiners"] or before in lists["free_text.goods"]
