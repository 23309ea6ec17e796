"""Phrases with simple wildcards, turned into regular expressions that always end quickly.

`*` stands for the rest of a word, `...` for up to four words between two others (eight characters in
Chinese). Words written in letters match whole words, Chinese ones anywhere; a word of capitals only
("RMA") must be written in capitals. Everything else is taken literally.
"""

import re
from functools import cache

NOTHING = re.compile(r"(?!)")

_MOST_LETTERS, _MOST_WORDS, _MOST_SIGNS = 20, 4, 8
_LETTERS = "0-9A-Za-z\u00c0-\u024f\u0400-\u04ff"  # Latin and Cyrillic; Chinese signs touch them freely
_HAN = re.compile(r"[\u3400-\u9fff]")
_SAME_LENGTH_MARKS = str.maketrans(
    {"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{MODIFIER LETTER APOSTROPHE}": "'"}
)
_GAP_IN_WORDS = rf"(?:[^\w.!?\n]+[\w'-]+){{0,{_MOST_WORDS}}}?[^\w.!?\n]+"
_GAP_IN_SIGNS = rf"[^。！？!?\n]{{0,{_MOST_SIGNS}}}?"


def plain_marks(text: str) -> str:
    """Return the text with one kind of apostrophe; every place in it stays where it was."""
    return text.translate(_SAME_LENGTH_MARKS)


@cache
def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return one expression that finds any of the phrases, the longest first; nothing for none.

    Building one takes about a millisecond, so that it is put off until `may_stand_in` says it is worth it.
    """
    ordered = sorted(
        (plain_marks(phrase.strip()) for phrase in phrases if phrase.strip()), key=len, reverse=True
    )
    chinese = [phrase for phrase in ordered if _HAN.search(phrase)]
    capitals = [phrase for phrase in ordered if phrase.isupper() and phrase not in chinese]
    others = [phrase for phrase in ordered if phrase not in (*chinese, *capitals)]
    found = [
        _GAP_IN_SIGNS.join(re.escape(piece.strip()) for piece in phrase.split("...")) for phrase in chinese
    ]
    words = [*map(_words, capitals), *([f"(?i:{'|'.join(map(_words, others))})"] if others else [])]
    if words:
        found.append(f"(?<![{_LETTERS}])(?:{'|'.join(words)})(?!'?[{_LETTERS}])")
    return re.compile("|".join(found)) if found else NOTHING


def may_stand_in(phrases: tuple[str, ...], lowered: str) -> bool:
    """Return False where none of the phrases can stand in a text in small letters; a quick first look."""
    return any(key in lowered for key in _keys(phrases))


@cache
def _keys(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return of each phrase its longest run of letters without a blank or wildcard."""
    pieces = (re.split(r"[\s*]+|\.\.\.", plain_marks(phrase).lower()) for phrase in phrases)
    return tuple(max(parts, key=len) for parts in pieces)


def _words(phrase: str) -> str:
    spoken = [[_word(word) for word in piece.split()] for piece in phrase.split("...")]
    return _GAP_IN_WORDS.join(r"[^\S\n]+".join(words) for words in spoken)


def _word(word: str) -> str:
    # Case is minded inside the class: ignoring it there makes the expression slow to build.
    return rf"(?-i:[{_LETTERS}]{{0,{_MOST_LETTERS}}})".join(re.escape(part) for part in word.split("*"))
