"""What a person wrote so far, letter by letter, and what is still to be written."""

from collections.abc import Iterable

from desktop_cs.i18n import _, ngettext
from desktop_cs.letters.hand.own.sample import Sample
from desktop_cs.letters.hand.own.sheet import wanted

_LISTED = 24  # characters; more are told as a number


class Gathered:
    """The samples of one person; later ones of a character add to it until it is written anew."""

    def __init__(self, samples: Iterable[Sample] = ()) -> None:
        self._samples: dict[str, list[Sample]] = {}
        for sample in samples:
            self.add(sample)

    def add(self, sample: Sample) -> None:
        """Take in one more sample."""
        self._samples.setdefault(sample.text, []).append(sample)

    def add_page(self, samples: Iterable[Sample]) -> None:
        """Take in a page of the sheet: what stands on it takes the place of what was there."""
        page = list(samples)
        for text in {sample.text for sample in page}:
            self._samples.pop(text, None)
        for sample in page:
            self.add(sample)

    def take_back(self, text: str) -> None:
        """Forget the last sample of a character."""
        if self._samples.get(text):
            self._samples[text].pop()

    def forget(self, text: str) -> None:
        """Forget a character, to be written anew."""
        self._samples.pop(text, None)

    def samples(self) -> list[Sample]:
        """Return all samples."""
        return [sample for samples in self._samples.values() for sample in samples]

    def count(self) -> int:
        """Return of how many characters there are samples."""
        return sum(len(text) == 1 and bool(samples) for text, samples in self._samples.items())

    def missing(self, language: str) -> list[str]:
        """Return the characters of a sheet that there is no sample of."""
        return [text for text, _times in wanted(language) if not self._samples.get(text)]

    def to_write(self, language: str) -> list[str]:
        """Return what is to be written yet: every character once, then again, so that one may stop early."""
        rounds: list[list[str]] = [[], [], [], []]
        for text, times in wanted(language):
            for number in range(len(self._samples.get(text, ())), times):
                rounds[number].append(text)
        return [text for one in rounds for text in one]


def told_missing(characters: list[str]) -> str:
    """Return a sentence about characters that are missing, "" when there is none."""
    count = len(characters)
    if not count:
        return ""
    if count > _LISTED:
        return _("{count} letters and signs are not written yet; another hand writes them meanwhile.").format(
            count=count
        )
    sentence = ngettext(
        "{letters} is missing: write it once more. Another hand writes it meanwhile.",
        "These are missing: {letters}. Write them once more; another hand writes them meanwhile.",
        count,
    )
    return sentence.format(letters="  ".join(characters))
