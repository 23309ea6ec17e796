"""What a progress slip tells: facts alone, none of them private."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

_HAN, _LATIN_WORD = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[^\W\d_]{2,}")
_WORDS_OF_A_NAME = 3
PROMISED = ("callback", "approval", "suggestion")


@dataclass(frozen=True, slots=True)
class PromiseOnSlip:
    """A promise as the customer knows it; times are the shop's wall time.

    `due` is the time that the customer was told, never the earlier one that staff aim at. `told_as` are the
    words in which it was told at `made`, "" when nobody noted them. `about` is an id of `PROMISED` where the
    program made the promise, so that it is told in the customer's language; `what` is "" then.
    """

    what: str
    made: datetime
    due: datetime
    told_as: str = ""
    by_whom: str = ""
    done: datetime | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """The facts of one case on one slip, in the customer's `language`; `at` is the shop's wall time.

    `code` is what the bars say, "" where the number is too long for them. `answer` is the promise to tell
    what caused it, while that is open. `remedy` is the id of what the shop owes and does, `solved` that of
    how far it is. `trail` is the anchor of the shop's trail, for whoever compares it one day.
    """

    language: str
    number: int
    at: datetime
    shop: str
    code: str = ""
    address: str = ""
    phone: str = ""
    customer: str = ""
    problem: str = ""
    in_their_words: tuple[str, ...] = ()
    cause: str = ""
    answer: PromiseOnSlip | None = None
    remedy: str = ""
    solved: str = ""
    promises: tuple[PromiseOnSlip, ...] = ()
    kept: tuple[PromiseOnSlip, ...] = ()
    prevention: str = ""
    ask_for: tuple[str, ...] = ()
    trail: str = ""

    def written(self) -> Iterator[str]:
        """Yield what staff wrote and the slip prints, in reading order; never the customer's own words."""
        yield from filter(None, (self.problem, self.cause, *(promise.what for promise in self.kept)))
        for promise in self.promises:
            yield from filter(None, (promise.what, "" if self.is_late(promise) else promise.told_as))
        if self.prevention:
            yield self.prevention

    def is_late(self, promise: PromiseOnSlip) -> bool:
        """Return whether the time of a promise has gone by."""
        return promise.due < self.at


def is_in_other_script(text: str, language: str) -> bool:
    """Return whether a text can hardly be in this language: without any Chinese, or most of it Chinese.

    A name alone makes no other language: people and products go by theirs in every one.
    """
    han = len(_HAN.findall(text))
    if language.startswith("zh"):
        return not han and len(_LATIN_WORD.findall(text)) > _WORDS_OF_A_NAME
    return 2 * han > sum(sign.isalpha() for sign in text)
