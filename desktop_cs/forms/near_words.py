"""Help for slips of the pen: the known word that an unknown one is close to."""

from collections.abc import Iterable
from difflib import get_close_matches

from desktop_cs.i18n import _

_LONGEST = 60  # characters of a stray word that are repeated and compared; ids are far shorter


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " (did you mean “required”?)" for a word close to a known one, "" for any other."""
    close = get_close_matches(word[:_LONGEST], list(known), n=1)
    return " " + _("(did you mean “{word}”?)").format(word=close[0]) if close else ""


def shortened(word: str) -> str:
    """Return the word, cut to a length that fits a sentence."""
    return word if len(word) <= _LONGEST else word[:_LONGEST] + "…"
