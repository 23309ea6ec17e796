"""The words of a text file, fit to be shown."""

import unicodedata

MOST_SIGNS = 20_000  # some eight pages; the rest is in the file
_MOST_BYTES = 4 * MOST_SIGNS
_LAYOUT = "\t\n"
_JOINERS = "\u200c\u200d"


def shown_text(content: bytes) -> tuple[str, bool]:
    """Return the beginning of a text without signs that turn or hide words, and whether that is all of it."""
    start = content[:_MOST_BYTES].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    is_all = len(content) <= _MOST_BYTES and len(start) <= MOST_SIGNS
    return "".join(sign for sign in start[:MOST_SIGNS] if _is_shown(sign)), is_all


def _is_shown(sign: str) -> bool:
    return sign in _LAYOUT or sign in _JOINERS or unicodedata.category(sign) not in {"Cc", "Cf", "Cs"}
