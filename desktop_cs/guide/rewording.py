"""Put the better wording in the place of marked words, so that the sentence around it still reads well."""

from dataclasses import dataclass

from desktop_cs.guide.wording_check import Mark, sentences

GAP = "…"  # in a better wording: what only the writer knows

_STOPS = ".!?。！？"
_COMMAS = ",，、:：;；"
_BLANKS = " \t\u3000"


@dataclass(frozen=True, slots=True)
class Rewording:
    """What stands in [start, end) of a text gives way to `words`."""

    start: int
    end: int
    words: str

    def done_to(self, text: str) -> str:
        """Return the text with the better words in it."""
        return text[: self.start] + self.words + text[self.end :]


def rewording(text: str, mark: Mark) -> Rewording | None:
    """Return what the better wording of a mark does to its text; None where the mark offers none."""
    if mark.use is None:
        return None
    if mark.for_sentence:
        return _of_sentence(text, mark)
    if not mark.use.strip(_STOPS):
        return _left_out(text, mark)
    large = _opens(text, mark) and text[mark.start].isupper()
    return Rewording(mark.start, mark.end, mark.use[:1].upper() + mark.use[1:] if large else mark.use)


def _of_sentence(text: str, mark: Mark) -> Rewording:
    start, end = _sentence_around(text, mark)
    whole = text[start:end]
    return Rewording(start + len(whole) - len(whole.lstrip()), start + len(whole.rstrip()), mark.use or "")


def _left_out(text: str, mark: Mark) -> Rewording:
    """Take the words out with the commas that served them; a stop in their place ends the sentence."""
    before = text[: mark.start].rstrip(_COMMAS + _BLANKS)
    after = text[mark.end :].lstrip(_COMMAS + _BLANKS)
    end = len(text) - len(after)
    if not after or after[0] in _STOPS + "\n":
        return Rewording(len(before), end, "")
    if _opens(text, mark):
        return Rewording(mark.start, end + 1, after[0].upper())
    if mark.use:
        return Rewording(
            len(before), end + 1, mark.use + (" " if mark.use.isascii() else "") + after[0].upper()
        )
    comma_before = text[len(before) : mark.start].strip(_BLANKS)
    if not comma_before or not text[mark.end : end].strip(_BLANKS):
        return Rewording(mark.start, end, "")
    return Rewording(len(before), end, " " if comma_before.isascii() else "")


def _opens(text: str, mark: Mark) -> bool:
    """Return whether the marked words begin their sentence."""
    return not text[_sentence_around(text, mark)[0] : mark.start].strip()


def _sentence_around(text: str, mark: Mark) -> tuple[int, int]:
    spans = sentences(text)
    return next(((start, end) for start, end in spans if start <= mark.start < end), (mark.start, mark.end))
