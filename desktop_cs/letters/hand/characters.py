"""The hand that writes a language: where it finds the strokes of each character, and what it cannot write."""

import unicodedata
from dataclasses import dataclass
from functools import cache

from desktop_cs.letters.hand.hand_pack import HandPack, hand_pack
from desktop_cs.letters.letter import Letter
from desktop_cs.places import resources_dir

_SAME_IN_A_HAND = str.maketrans(
    {
        "‐": "-",
        "‑": "-",
        "ʼ": "’",
        "′": "’",
        "・": "·",
        "\u2003": " ",
        "\N{SOFT HYPHEN}": None,
        "\u200b": None,
        "\u2060": None,
    }
)
_FULL_WIDTH_LETTERS = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()}
_MARKS_OF_BOTH = "“”‘’—…·"  # Chinese ones are wider: which is meant shows in the neighbours


@dataclass(frozen=True, slots=True)
class Sign:
    """A character and where its strokes are.

    Args:
        character: What it stands for.
        hanzi: It is written by the Chinese pack, not the Latin one.
        place: Its place in that pack; -1 for a gap between words.
        width: How far the pen travels, in em.
        ink: Where the ink begins and ends, in em.
    """

    character: str
    hanzi: bool
    place: int
    width: float
    ink: tuple[float, float]

    @property
    def is_gap(self) -> bool:
        """Whether this is a gap between words."""
        return self.place < 0


class Hand:
    """A Latin and a Chinese pack, written with the same pen.

    Args:
        latin: Letters and figures.
        hanzi: Chinese characters and their punctuation.
        chinese_first: Marks that both packs have are Chinese ones, except inside a Latin word.
    """

    def __init__(self, latin: HandPack, hanzi: HandPack, *, chinese_first: bool) -> None:
        self.latin = latin
        self.hanzi = hanzi
        self._chinese_first = chinese_first
        self._signs: dict[tuple[str, bool], Sign | None] = {}

    def signs(self, text: str) -> list[Sign]:
        """Return the signs of a text; characters that no pack has are left out (see `missing`)."""
        tidy = tidied(text)
        return [sign for at in range(len(tidy)) if (sign := self._sign_at(tidy, at)) is not None]

    def missing(self, text: str) -> str:
        """Return the characters that no pack can write, each once, in their order."""
        tidy = tidied(text)
        return "".join(dict.fromkeys(tidy[at] for at in range(len(tidy)) if self._sign_at(tidy, at) is None))

    def _sign_at(self, text: str, at: int) -> Sign | None:
        character = text[at]
        wide = self._chinese_first
        if wide and character in _MARKS_OF_BOTH:
            wide = not (
                at and text[at - 1].isascii() and text[at + 1 : at + 2].isascii() and text[at - 1].isalnum()
            )
        key = (character, wide)
        if key not in self._signs:
            self._signs[key] = self._found(character, wide=wide)
        return self._signs[key]

    def _found(self, character: str, *, wide: bool) -> Sign | None:
        if character == " ":
            return Sign(character, self._chinese_first, -1, 0.4, (0.0, 0.0))
        for hanzi in (wide, not wide):
            pack = self.hanzi if hanzi else self.latin
            place = pack.place(character)
            if place >= 0:
                return Sign(character, hanzi, place, pack.width(place), pack.ink_edges(place))
        return None


def tidied(text: str) -> str:
    """Return a text as a hand writes it: composed accents, single gaps, half-width letters and figures."""
    composed = unicodedata.normalize("NFC", text).translate(_SAME_IN_A_HAND).translate(_FULL_WIDTH_LETTERS)
    return " ".join(composed.split())


@cache
def hand_for(language: str) -> Hand:
    """Return the hand that writes a language ("en" or "zh_CN")."""
    packs = resources_dir() / "hands"
    latin, hanzi = hand_pack(packs / "counter_latin.hand"), hand_pack(packs / "counter_hanzi.hand")
    return Hand(latin, hanzi, chinese_first=language.startswith("zh"))


def missing_characters(letter: Letter) -> str:
    """Return the characters of a letter that its hand cannot write, each once; "" when it can write all."""
    return hand_for(letter.language).missing(" ".join(block.text for block in letter.blocks))
