"""Phrases with simple wildcards, turned into regular expressions that always end quickly.

`*` stands for the rest of a word, `...` for up to four words between two others (eight characters in
Chinese). Words written in Latin letters match whole words, Chinese ones anywhere; a word of capitals only
("RMA") must be written in capitals. Everything else is taken literally.
"""

import re
from collections.abc import Iterable

NOTHING = re.compile(r"(?!)")

_MOST_LETTERS, _MOST_WORDS, _MOST_SIGNS = 20, 4, 8
_LATIN = "A-Za-z0-9\u00c0-\u024f"
_HAN = re.compile(r"[\u3400-\u9fff]")
_SAME_LENGTH_MARKS = str.maketrans(
    {"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{MODIFIER LETTER APOSTROPHE}": "'"}
)
_GAP_IN_WORDS = rf"(?:[^\w.!?\n]+[\w'-]+){{0,{_MOST_WORDS}}}?[^\w.!?\n]+"
_GAP_IN_SIGNS = rf"[^。！？!?\n]{{0,{_MOST_SIGNS}}}?"


def plain_marks(text: str) -> str:
    """Return the text with one kind of apostrophe; every place in it stays where it was."""
    return text.translate(_SAME_LENGTH_MARKS)


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return one expression that finds any of the phrases, the longest first; nothing for none."""
    ordered = sorted((phrase for phrase in phrases if phrase.strip()), key=len, reverse=True)
    if not ordered:
        return NOTHING
    return re.compile("|".join(_expression(plain_marks(phrase.strip())) for phrase in ordered))


def _expression(phrase: str) -> str:
    if _HAN.search(phrase):
        pieces = [_literal(piece.strip(), "") for piece in phrase.split("...")]
        return _GAP_IN_SIGNS.join(pieces)
    spoken = [[_literal(word, _LATIN) for word in piece.split()] for piece in phrase.split("...")]
    found = _GAP_IN_WORDS.join(r"[^\S\n]+".join(words) for words in spoken)
    found = rf"(?<![{_LATIN}]){found}(?![{_LATIN}])"
    return found if phrase.isupper() else f"(?i:{found})"


def _literal(word: str, letters: str) -> str:
    rest = rf"[{letters}]{{0,{_MOST_LETTERS}}}" if letters else ""
    return rest.join(re.escape(part) for part in word.split("*"))
