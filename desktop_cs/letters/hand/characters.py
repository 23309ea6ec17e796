"""The hand that writes a letter: where it finds the strokes of each character, and what it cannot write."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from desktop_cs.letters.hand.hand_pack import HandPack
from desktop_cs.letters.hand.hands import hand_named, hanzi_packs, letter_packs
from desktop_cs.letters.hand.word_forms import Choice, Found, chosen_forms

# Other code points of the same signs, as they come along from a PDF, a scan or an input method.
# Source: Unicode's blocks of Kangxi radicals, Roman numerals, ligatures and full- or half-width forms.
_OF_OLDER_TABLES = [
    *range(0x2F00, 0x2FD6),
    *range(0x2160, 0x2180),
    *range(0xFB00, 0xFB07),
    *map(ord, "Ĳĳ"),
    *range(0xFF61, 0xFFA0),
    *(code for code in range(0xFF10, 0xFF5B) if chr(code).isalnum()),
    *map(ord, "＂＇．＼＾＿｀"),  # the other full-width marks are Chinese ones
]
_SAME_IN_A_HAND = str.maketrans(
    {code: unicodedata.normalize("NFKC", chr(code)) for code in _OF_OLDER_TABLES}
    | {"‐": "-", "‑": "-", "ʼ": "’", "ʻ": "‘", "′": "’", "・": "·", "\u2003": " "}
)
_MARKS_OF_BOTH = "“”‘’—…·"  # Chinese ones are wider: which is meant shows in the neighbours
_FIRST_WIDE = 0x2E80  # Source: Unicode's blocks; from CJK radicals on characters fill a square
_GAP = 0.4  # em
# Source: Unicode's vertical forms (FE10 to FE19, FE30 to FE48), which a pack may hold beside the usual marks.
_DOWN = dict(
    zip(
        "，、。：；！？…—（）｛｝〔〕【】《》〈〉「」『』“”‘’",
        "︐︑︒︓︔︕︖︙︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹃﹄﹁﹂",
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A character, or two that are written in one go, and where the strokes are.

    Args:
        character: What it stands for: one character, more for a ligature.
        hanzi: It is written like a Chinese character, in a square of its own.
        place: The place of its form in its pack; -1 for a gap between words.
        width: How far the pen travels, in em of the hand.
        ink: Where the ink begins and ends, in em of the hand.
        pack: Which of the hand's packs has it.
    """

    character: str
    hanzi: bool
    place: int
    width: float
    ink: tuple[float, float]
    pack: int = 0

    @property
    def is_gap(self) -> bool:
        """Whether this is a gap between words."""
        return self.place < 0


class Hand:
    """Packs for letters and packs for Chinese characters, written with the same pen.

    Args:
        letters: Packs for letters and figures; the first that has a character writes it.
        hanzi: Packs for Chinese characters and their punctuation, likewise.
        chinese_first: Marks that both have are Chinese ones, except inside a Latin word.
        own: A person's own pack, which comes before both.
    """

    def __init__(
        self,
        letters: Sequence[HandPack],
        hanzi: Sequence[HandPack],
        *,
        chinese_first: bool,
        own: HandPack | None = None,
    ) -> None:
        first = [own] if own is not None else []
        self.packs = (*first, *letters, *hanzi)
        self.latin = self.packs[0] if own is not None and own.place("n") >= 0 else letters[0]
        self.hanzi = hanzi[0]
        self._letters_end = len(first) + len(letters)
        self._own = len(first)
        self._chinese_first = chinese_first
        self._found: dict[tuple[str, bool], Found | None] = {}
        self._signs: dict[tuple[str, int, int, bool, float], Sign] = {}
        self._ligatures = {text for pack in self.packs[: self._letters_end] for text in pack.ligatures}

    def scale(self, pack: int) -> float:
        """Return how much larger a pack is written, so that its small letters are as tall as the hand's."""
        if pack >= self._letters_end or not self.packs[pack].x_height:
            return 1.0
        return self.latin.x_height / self.packs[pack].x_height

    def signs(self, text: str, rng: np.random.Generator | None = None, *, down: bool = False) -> list[Sign]:
        """Return the signs of a text; characters that no pack has are left out (see `missing`).

        Args:
            text: What to write.
            rng: Chooses among the forms of a letter and joins frequent pairs; without it every letter has
                its first form.
            down: The lines run downwards: Chinese marks take their vertical forms.
        """
        tidy = tidied(text)
        found = [self._at(tidy, at, down=down) for at in range(len(tidy))]
        choices = chosen_forms([one for one in found if one is not None], self.packs, self._ligatures, rng)
        return [
            self._sign(choice, after) for choice, after in zip(choices, [*choices, None][1:], strict=True)
        ]

    def missing(self, text: str) -> str:
        """Return the characters that no pack can write, each once, in their order."""
        tidy = tidied(text)
        return "".join(dict.fromkeys(tidy[at] for at in range(len(tidy)) if self._at(tidy, at) is None))

    def _at(self, text: str, at: int, *, down: bool = False) -> Found | None:
        character = text[at]
        wide = self._chinese_first
        if wide and character in _MARKS_OF_BOTH:
            wide = not (
                at and text[at - 1].isascii() and text[at + 1 : at + 2].isascii() and text[at - 1].isalnum()
            )
        if down and wide and (upright := self._look_up(_DOWN.get(character, ""), wide=True)):
            return Found(character, upright.pack, upright.place, upright.hanzi)
        return self._look_up(character, wide=wide)

    def _look_up(self, character: str, *, wide: bool) -> Found | None:
        if not character:
            return None
        key = (character, wide)
        if key not in self._found:
            self._found[key] = self._search(character, wide=wide)
        return self._found[key]

    def _search(self, character: str, *, wide: bool) -> Found | None:
        if character == " ":
            return Found(character, 0, -1, self._chinese_first)
        letters, hanzi = range(self._own, self._letters_end), range(self._letters_end, len(self.packs))
        order = [*range(self._own), *((*hanzi, *letters) if wide else (*letters, *hanzi))]
        for pack in order:
            place = self.packs[pack].place(character)
            if place >= 0 and (self.packs[pack].has_ink(place) or unicodedata.category(character) == "Zs"):
                square = pack >= self._letters_end or (pack < self._own and ord(character) >= _FIRST_WIDE)
                return Found(character, pack, place, square)
        return None

    def _sign(self, choice: Choice, after: Choice | None) -> Sign:
        kern = 0.0
        if after is not None and after.pack == choice.pack:
            kern = self.packs[choice.pack].kern(choice.text[-1], after.text[0])
        key = (choice.text, choice.pack, choice.place, choice.hanzi, kern)
        if key not in self._signs:
            self._signs[key] = self._measured(choice, kern)
        return self._signs[key]

    def _measured(self, choice: Choice, kern: float) -> Sign:
        if choice.place < 0:
            return Sign(choice.text, choice.hanzi, -1, _GAP, (0.0, 0.0))
        pack, scale = self.packs[choice.pack], self.scale(choice.pack)
        left, right = pack.ink_edges(choice.place)
        width = pack.width(choice.place) * scale + kern * scale
        return Sign(
            choice.text, choice.hanzi, choice.place, width, (left * scale, right * scale), choice.pack
        )


def tidied(text: str) -> str:
    """Return a text as a hand writes it: composed accents, single gaps, half-width letters and figures.

    What has no ink of its own (soft hyphens, joiners, marks of direction, variants of the same character) is
    left out.
    """
    composed = unicodedata.normalize("NFC", text.translate(_SAME_IN_A_HAND))
    inkless = dict.fromkeys(ord(character) for character in set(composed) if _is_inkless(character))
    return " ".join(composed.translate(inkless).split())


def shown(characters: str) -> str:
    """Return characters so that a person can see which are meant: "U+0007" for one without a picture."""
    return " ".join(_seen(character) for character in characters)


def hand_for(language: str, hand_id: str = "", own: HandPack | None = None) -> Hand:
    """Return the hand that writes a language.

    Args:
        language: "en", "ru", "zh_CN" or "zh_TW".
        hand_id: One of `hands_for(language)`; "" is the usual one.
        own: A person's own hand, which writes what it has; the rest is written with the other.

    Raises:
        UserError: There is no such hand, or none for the language.
        ShopError: A pack is missing or damaged.
    """
    if own is None:
        return _shipped(language, hand_named(hand_id, language).id)
    return _made(language, hand_named(hand_id, language).id, own)


@cache
def _shipped(language: str, hand_id: str) -> Hand:
    return _made(language, hand_id, None)


def _made(language: str, hand_id: str, own: HandPack | None) -> Hand:
    letters = letter_packs(hand_named(hand_id, language))
    return Hand(letters, hanzi_packs(language), chinese_first=language.startswith("zh"), own=own)


def _is_inkless(character: str) -> bool:
    is_variant = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return is_variant or unicodedata.category(character) == "Cf"


def _seen(character: str) -> str:
    if unicodedata.category(character).startswith("M"):
        return f"\N{DOTTED CIRCLE}{character}"
    return character if character.isprintable() else f"U+{ord(character):04X}"
