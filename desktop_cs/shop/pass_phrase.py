"""How good a pass phrase is: told by its length and by what everybody guesses, never by rules of capitals.

Source: NIST SP 800-63B-4, section 3.1.1.2: length counts, a list of what is guessed first is refused, nothing
else is asked for; normalised (NFKC). A Chinese character is counted twice, as it is one of thousands.
"""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

from desktop_cs.errors import UserError
from desktop_cs.i18n import _

SHORTEST, GOOD, STRONG = 8, 12, 16
_SHORTEST_KNOWN = 3  # less is found in every phrase by chance
_HANZI = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
)
_LIKE_LETTERS = str.maketrans("0134578@$!", "oieastbasi")
_LOOKED_AT = 200  # signs; what follows makes nothing worse
_LONGEST = 1000  # signs; more is a text that was pasted by mistake


class Strength(StrEnum):
    """How long a pass phrase would stand against somebody who has the file and a fast computer."""

    TOO_SHORT = "too_short"
    KNOWN = "known"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


def strength(phrase: str, own_words: Sequence[str] = (), known: Path | None = None) -> Strength:
    """Return how good a pass phrase is.

    Args:
        phrase: As it was typed.
        own_words: What a thief would try first in this very shop: its name, its phone, who works there.
        known: A file with what people choose most often, one a line; None for none.
    """
    plain = _plain(phrase)[:_LOOKED_AT]
    if _weight(plain) < SHORTEST:
        return Strength.TOO_SHORT
    rest = _without_known(plain, (*_words(known), *map(_plain, own_words)))
    if _weight(rest) < SHORTEST // 2:
        return Strength.KNOWN
    weight = min(_weight(plain), _weight(rest) + SHORTEST // 2)
    if weight >= STRONG:
        return Strength.STRONG
    return Strength.GOOD if weight >= GOOD else Strength.FAIR


def check_phrase(phrase: str, again: str, own_words: Sequence[str] = (), known: Path | None = None) -> None:
    """Make sure that a new pass phrase can be set.

    Raises:
        UserError: It is too short, too well known, too long, or was typed otherwise the second time.
    """
    if len(phrase) > _LONGEST:
        raise UserError(_("This is longer than anybody types twice. Take a sentence, not a page."), "phrase")
    found = strength(phrase, own_words, known)
    if found is Strength.TOO_SHORT:
        raise UserError(
            _("A little longer, please: at least eight signs. Four words are easy to keep."), "phrase"
        )
    if found is Strength.KNOWN:
        raise UserError(
            _("This one is among the first that a thief would try. Add a word or two of your own."), "phrase"
        )
    if _plain(phrase) != _plain(again):
        told = _("The two are not alike. Let the characters be shown and type it once more.")
        raise UserError(told, "again")


def _plain(phrase: str) -> str:
    """Return what was typed as the key is made of it."""
    return unicodedata.normalize("NFKC", phrase).strip()


def _weight(text: str) -> int:
    """Return how many signs count: not the third of the same in a row, and a Chinese character twice."""
    counted = re.sub(r"(.)\1{2,}", r"\1\1", text)
    return len(counted) + len(_HANZI.findall(counted))


def _without_known(phrase: str, known: Sequence[str]) -> str:
    """Return what is left of a phrase without known words, rows of keys, years and what is said twice."""
    rest = re.sub(r"(19|20)\d\d", "", phrase.casefold())
    for word in sorted({form for one in known for form in _forms(one)}, key=len, reverse=True):
        for text in (rest, rest.translate(_LIKE_LETTERS)):
            if word in text:
                rest = text.replace(word, "")
                break
    return _without_rows(re.sub(r"(.+?)\1+", r"\1", rest))


def _forms(word: str) -> tuple[str, ...]:
    """Return a known word as it may be typed, with its blanks and without; none of one that is too short."""
    folded = word.casefold()
    return (folded, "".join(folded.split())) if _weight(folded) >= _SHORTEST_KNOWN else ()


def _without_rows(text: str) -> str:
    """Return a text without runs of four or more neighbours on the keyboard or in the alphabet."""
    kept, place = "", 0
    while place < len(text):
        run = max((_run(text[place:], row) for row in (*_ROWS, *(row[::-1] for row in _ROWS))), default=0)
        kept += "" if run >= 4 else text[place]
        place += run if run >= 4 else 1
    return kept


def _run(text: str, row: str) -> int:
    """Return how many signs at the beginning of a text stand side by side in a row."""
    length = 0
    while length < len(text) and text[: length + 1] in row:
        length += 1
    return length


@cache
def _words(known: Path | None) -> tuple[str, ...]:
    if known is None:
        return ()
    lines = known.read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if (word := line.strip()) and not word.startswith("#"))
