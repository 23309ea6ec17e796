"""Where marks stand after a change of their text, and places as Qt counts them."""

from collections.abc import Iterable
from dataclasses import replace

from desktop_cs.guide.wording_check import Mark

_LAST_OF_ONE = "\uffff"  # what lies beyond (emoji, rare signs) counts two for Qt


def moved(marks: Iterable[Mark], before: str, after: str) -> list[Mark]:
    """Return the marks that a change of their text left whole, where they stand now."""
    start = _shared(before, after)
    tail = _shared(before[start:][::-1], after[start:][::-1])
    end, shift = len(before) - tail, len(after) - len(before)
    kept = []
    for mark in marks:
        if mark.end <= start:
            kept.append(mark)
        elif mark.start >= end:
            kept.append(replace(mark, start=mark.start + shift, end=mark.end + shift))
    return kept


def qt_place(text: str, place: int) -> int:
    """Return the place of a character as Qt counts, in UTF-16 units."""
    if _counts_alike(text):
        return place
    return place + sum(letter > _LAST_OF_ONE for letter in text[:place])


def python_place(text: str, place: int) -> int:
    """Return the index of the character at a place of Qt."""
    if _counts_alike(text):
        return place
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "ignore"))


def _counts_alike(text: str) -> bool:
    """Return whether Qt and Python count alike; asked at every key, so it must be quick."""
    return text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
