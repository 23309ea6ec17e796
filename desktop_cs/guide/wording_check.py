"""Mark words that hurt in anything written for a customer's eyes, and offer better ones. It never blocks.

What is marked is data: `resources/wording/<language>.toml`, with the reason for each entry. Three rules need
more than a list of words: "but" straight after an apology or thanks, a customer's name without a form of
address, and the sentences that stay free ("I don't know, but I'll find out for you").
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_cs.guide.lexicon import Lexicon, load_lexicon
from desktop_cs.guide.patterns import plain_marks

__all__ = ["Lexicon", "Mark", "WordingCheck", "check", "load_lexicon", "sentences"]

# A sentence ends with its mark and the quotation mark behind it, or with the line.
_SENTENCE = re.compile(r"[^.!?。！？\n]*(?:[.!?。！？]+[\"”’」』)）]*|\n|$)")
_MOST_KEPT = 500  # sentences remembered; a letter has about 20


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text, [start, end), with what is the matter and what to write instead.

    Attributes:
        start: Index of the first marked character.
        end: Index behind the last one.
        kind: One of the eleven kinds.
        reason: Why it hurts.
        better: Advice: what to write instead.
        use: Words that can stand in its place, "" to leave it out, None where there are none.
        for_sentence: Whether `use` takes the place of the whole sentence.
    """

    start: int
    end: int
    kind: str
    reason: str
    better: str
    use: str | None = None
    for_sentence: bool = False


class WordingCheck:
    """Finds the marks of a text as it grows: a sentence that was looked at before costs nothing again.

    Args:
        lexicons: The words of the languages that the text may be in.
        names: Names of customers whose form of address is known, each with how it should stand ("Wang": "Mrs
            Wang"); "" where that is not known.
    """

    def __init__(self, lexicons: Sequence[Lexicon], names: Mapping[str, str] | None = None) -> None:
        self._lexicons = tuple(lexicons)
        self._names = names or {}
        self._seen: dict[tuple[str, int, bool], tuple[list[Mark], bool]] = {}

    def marks(self, text: str) -> list[Mark]:
        """Return the marks of a text in reading order; where two overlap, the longer one."""
        return without_overlaps(mark for piece in self.pieces(text) for mark in piece)

    def pieces(self, text: str) -> Iterator[list[Mark]]:
        """Yield the marks of one sentence after the other, so that a long text can be looked at in pieces.

        The marks of one piece may overlap; `without_overlaps` settles that.
        """
        plain = plain_marks(text)
        yield self._bare_names(plain)
        for number in range(len(self._lexicons)):
            after_apology = False
            for start, end in sentences(plain):
                found, after_apology = self._looked_at(plain[start:end], number, after_apology)
                yield [replace(mark, start=mark.start + start, end=mark.end + start) for mark in found]

    def _bare_names(self, text: str) -> list[Mark]:
        """Return the names without a form of address in any language the text may be in: "Mrs" is one too."""
        rules = [lexicon for lexicon in self._lexicons if lexicon.title.forms]
        bare = [list(_names_without_title(text, lexicon, self._names)) for lexicon in rules]
        in_all = (
            set.intersection(*({(mark.start, mark.end) for mark in marks} for marks in bare)) if bare else ()
        )
        return [mark for mark in (bare[0] if bare else ()) if (mark.start, mark.end) in in_all]

    def _looked_at(self, sentence: str, number: int, after_apology: bool) -> tuple[list[Mark], bool]:
        """Return the marks of a sentence, and whether it holds an apology or thanks."""
        key = (sentence, number, after_apology)
        if key not in self._seen:
            if len(self._seen) >= _MOST_KEPT:
                self._seen.clear()
            lexicon = self._lexicons[number]
            but = _but(sentence, lexicon, after_apology=after_apology)
            is_sorry = lexicon.but_after.apology.search(sentence) is not None
            self._seen[key] = ([*_listed(sentence, lexicon), *but], is_sorry)
        return self._seen[key]


def check(text: str, lexicon: Lexicon, names: Mapping[str, str] | None = None) -> list[Mark]:
    """Return the marks of a text in reading order; where two overlap, the longer one.

    Args:
        text: What the customer will read.
        lexicon: The words of the text's language.
        names: As `WordingCheck` takes them.
    """
    return WordingCheck([lexicon], names).marks(text)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of the text starts and ends."""
    for match in _SENTENCE.finditer(text):
        if match.group().strip():
            yield match.span()


def without_overlaps(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks in reading order, of two that overlap the longer one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def _listed(sentence: str, lexicon: Lexicon) -> Iterator[Mark]:
    lowered = sentence.lower()
    for entry in lexicon.entries:
        for match in entry.found_in(sentence, lowered):
            if entry.is_free_in(sentence):
                break
            yield Mark(*match.span(), entry.kind, entry.reason, entry.better, entry.use, entry.for_sentence)


def _but(sentence: str, lexicon: Lexicon, *, after_apology: bool) -> Iterator[Mark]:
    """Find "but" in the sentence of an apology or thanks, or opening the sentence after it."""
    rule = lexicon.but_after
    opening = rule.but.match(sentence, len(sentence) - len(sentence.lstrip())) if after_apology else None
    sorry = rule.apology.search(sentence)
    within = rule.but.search(sentence, sorry.end()) if sorry else None
    if within and sorry and rule.unless.search(sentence, sorry.end()):
        within = None
    found = opening or within
    if found:
        yield Mark(*found.span(), rule.kind, rule.reason, rule.better, rule.use)


def _names_without_title(text: str, lexicon: Lexicon, names: Mapping[str, str]) -> Iterator[Mark]:
    rule = lexicon.title
    taken = [(0, 0)]  # where a longer name stands, with or without its form of address
    for name in sorted(filter(str.strip, names if rule.forms else ()), key=len, reverse=True):
        bare = {match.start() for match in rule.bare(name).finditer(text)}
        for match in rule.anywhere(name).finditer(text):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            if start in bare and not _may_be_a_plain_word(text, start, end):
                yield Mark(start, end, rule.kind, rule.reason, rule.better, names[name] or None)


def _may_be_a_plain_word(text: str, start: int, end: int) -> bool:
    """Return whether a name opens a sentence as "Will" and "Grace" do that are none; "Grace, ..." is one."""
    before = text[:start].rstrip(" ")
    opens = not before or before[-1] in ".!?\n"
    return opens and text[start:end].isascii() and text[end : end + 1] == " " and " " not in text[start:end]
