"""Mark words that hurt in anything written for a customer's eyes, and offer better ones. It never blocks.

What is marked is data: `resources/wording/<language>.toml`, with the reason for each entry. Three rules need
more than a list of words: "but" straight after an apology or thanks, a customer's name without a form of
address, and the sentences that stay free ("I don't know, but I'll find out for you").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_cs.guide.lexicon import Entry, Lexicon, load_lexicon
from desktop_cs.guide.patterns import plain_marks

__all__ = ["Lexicon", "Mark", "check", "load_lexicon", "sentences"]

# A sentence ends with its mark and the quotation mark behind it, or with the line.
_SENTENCE = re.compile(r"[^.!?。！？\n]*(?:[.!?。！？]+[\"”’」』)）]*|\n|$)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text, [start, end), with what is the matter and what to write instead."""

    start: int
    end: int
    kind: str
    reason: str
    better: str


def check(text: str, lexicon: Lexicon, names: Sequence[str] = ()) -> list[Mark]:
    """Return the marks of a text in reading order; where two overlap, the longer one.

    Args:
        text: What the customer will read.
        lexicon: The words of the text's language.
        names: Names of customers whose form of address is known; each must stand with one.
    """
    plain = plain_marks(text)
    found = [
        *_listed(plain, lexicon.entries),
        *_but_after_apology(plain, lexicon),
        *_names_without_title(plain, lexicon, names),
    ]
    return _without_overlaps(found)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of the text starts and ends."""
    for match in _SENTENCE.finditer(text):
        if match.group().strip():
            yield match.span()


def _listed(text: str, entries: Iterable[Entry]) -> Iterator[Mark]:
    for entry in entries:
        for match in entry.found_in(text):
            if not entry.is_free_in(_sentence_around(text, match.start())):
                yield Mark(*match.span(), entry.kind, entry.reason, entry.better)


def _sentence_around(text: str, place: int) -> str:
    return next((text[start:end] for start, end in sentences(text) if start <= place < end), text)


def _but_after_apology(text: str, lexicon: Lexicon) -> Iterator[Mark]:
    """Find "but" in the sentence of an apology or thanks, or opening the sentence after it."""
    rule = lexicon.but_after
    said_sorry = False
    for start, end in sentences(text):
        sentence = text[start:end]
        opening = rule.but.match(sentence, len(sentence) - len(sentence.lstrip()))
        sorry = rule.apology.search(sentence)
        but = rule.but.search(sentence, sorry.end()) if sorry else None
        if said_sorry and opening:
            yield Mark(start + opening.start(), start + opening.end(), rule.kind, rule.reason, rule.better)
        elif sorry and but and not rule.unless.search(sentence, sorry.end()):
            yield Mark(start + but.start(), start + but.end(), rule.kind, rule.reason, rule.better)
        said_sorry = bool(sorry)


def _names_without_title(text: str, lexicon: Lexicon, names: Iterable[str]) -> Iterator[Mark]:
    rule = lexicon.title
    for name in names if rule.forms else ():
        for match in rule.bare(name).finditer(text) if name.strip() else ():
            yield Mark(*match.span(), rule.kind, rule.reason, rule.better)


def _without_overlaps(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)
