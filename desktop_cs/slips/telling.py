"""A slip in words: what stands under which heading, in the customer's language."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from desktop_cs import shown
from desktop_cs.slips.slip import PromiseOnSlip, Slip
from desktop_cs.slips.words import REMEDIES, SlipWords

_INNER = str.maketrans("“”", "‘’")


class Kind(Enum):
    """What a paragraph is."""

    PLAIN = auto()
    DONE = auto()
    TO_DO = auto()
    DETAIL = auto()  # belongs to the one above it


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences; line breaks in them are kept."""

    text: str
    kind: Kind = Kind.PLAIN


@dataclass(frozen=True, slots=True)
class Part:
    """One heading and what stands below it."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


def parts(slip: Slip, words: SlipWords) -> tuple[Part, ...]:
    """Return what the slip tells, in the order of practice.md 4, without parts that have nothing to tell."""
    told = _Telling(slip, words)
    found = (
        Part(words.say("what_is_wrong"), told.problem()),
        Part(words.say("what_caused_it"), told.cause()),
        Part(words.say("what_we_do"), told.deeds()),
        Part(words.say("kept_from_happening"), told.prevention()),
        Part(words.say("whom_to_ask"), told.whom_to_ask()),
    )
    return tuple(part for part in found if part.paragraphs)


def taken_at(slip: Slip, words: SlipWords) -> str:
    """Return the moment at which the slip was made, in words; a slip may be kept for years."""
    return words.say("moment", day=shown.day(slip.at.date(), slip.language), time=shown.clock_time(slip.at))


@dataclass(frozen=True, slots=True)
class _Telling:
    slip: Slip
    words: SlipWords

    def problem(self) -> tuple[Paragraph, ...]:
        quotes = [_quoted(text) for text in self.slip.in_their_words]
        said = [self.words.say("your_words", words=quotes[0]), *quotes[1:]] if quotes else []
        return tuple(Paragraph(text) for text in (self.slip.problem, *said) if text)

    def cause(self) -> tuple[Paragraph, ...]:
        slip, answer = self.slip, self.slip.answer
        if answer is None:
            return (Paragraph(slip.cause or self.words.say("not_known")),)
        late = slip.is_late(answer)
        phrase = "answer_late" if late else "still_checking" if slip.cause else "not_known_until"
        told = Paragraph(self.words.say(phrase, when=self._when(answer.due)))
        return (Paragraph(slip.cause), told) if slip.cause else (told,)

    def deeds(self) -> tuple[Paragraph, ...]:
        told = [Paragraph(self.words.say(phrase)) for phrase in self._how_far()]
        told += [self._done(promise) for promise in self.slip.kept]
        for promise in self.slip.promises:
            told += self._promised(promise)
        return tuple(told)

    def prevention(self) -> tuple[Paragraph, ...]:
        if self.slip.prevention:
            return (Paragraph(self.slip.prevention),)
        return () if self.slip.cause else (Paragraph(self.words.say("prevention_not_known")),)

    def whom_to_ask(self) -> tuple[Paragraph, ...]:
        names = self.words.phrases["or"].join(self.slip.ask_for) or self.slip.shop
        return (Paragraph(self.words.say("ask_for", names=names, phone=self.slip.phone)),) if names else ()

    def _how_far(self) -> list[str]:
        """Return the phrases for what the shop does, and that no time was agreed where none was."""
        slip = self.slip
        ends = {"yes": "is_solved", "cannot_be": "cannot_be_solved"}
        if slip.solved in ends:
            return [ends[slip.solved]]
        does = [f"remedy_{slip.remedy}"] if slip.remedy in REMEDIES else []
        return does if slip.promises else [*does, "nothing_agreed"]

    def _promised(self, promise: PromiseOnSlip) -> list[Paragraph]:
        """Return what is promised and by when; the words used then, later with their day: "today" ages."""
        when, who = self._when(promise.due), promise.by_whom
        words = _quoted(promise.told_as) if promise.told_as else ""
        fresh = promise.made.date() == self.slip.at.date()
        told = [Paragraph(self._what(promise), Kind.TO_DO)]
        if self.slip.is_late(promise):
            return [*told, Paragraph(self.words.say("late", when=when, who=who), Kind.DETAIL)]
        by_when = self.words.say("by_when", when=when, who=who, words=words if fresh else "")
        told.append(Paragraph(by_when, Kind.DETAIL))
        if words and not fresh:
            said = self.words.say("told_as", words=words, day=self._day(promise.made))
            told.append(Paragraph(said, Kind.DETAIL))
        return told

    def _done(self, promise: PromiseOnSlip) -> Paragraph:
        day = self._day(promise.done or promise.due)
        return Paragraph(self.words.say("done_on", what=self._what(promise), day=day), Kind.DONE)

    def _what(self, promise: PromiseOnSlip) -> str:
        return self.words.say(f"promise_{promise.about}") if promise.about else promise.what

    def _when(self, moment: datetime) -> str:
        return self.words.say("moment", day=self._day(moment), time=shown.clock_time(moment))

    def _day(self, moment: datetime) -> str:
        """Return a day with its weekday; in another year than the slip's with that year."""
        told = shown.long_day if moment.year == self.slip.at.year else shown.day
        return told(moment.date(), self.slip.language)


def _quoted(text: str) -> str:
    """Return words in quotation marks; marks within them become the inner ones."""
    return f"“{text.translate(_INNER)}”"
