"""Choose the form of every letter in a text: the usual one as often as this hand has it, else another."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from desktop_cs.letters.hand.hand_pack import HandPack, Use

_LIGATURE = 0.6  # how often a pair that can be joined is joined, in a hand without a usual form
_MOST_CHOICES = 4096  # kept at hand, for the same ones come back in every line


@dataclass(frozen=True, slots=True)
class Found:
    """A character and its first form.

    Args:
        character: The character.
        pack: Which pack of the hand has it.
        place: The place of its first form; -1 for a gap.
        hanzi: It is written in a square of its own.
    """

    character: str
    pack: int
    place: int
    hanzi: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """What is written next: one character or a ligature of several, in one of its forms."""

    text: str
    pack: int
    place: int
    hanzi: bool


_choice = lru_cache(_MOST_CHOICES)(Choice)


def chosen_forms(
    found: list[Found],
    packs: Sequence[HandPack],
    ligatures: set[str],
    rng: np.random.Generator | None,
) -> list[Choice]:
    """Return the forms to write, in order.

    Args:
        found: The characters of a text.
        packs: The packs that they were found in.
        ligatures: All ligatures of those packs.
        rng: Where chance comes from; without it letters have their first forms and nothing is joined.
    """
    if rng is None:
        return [_choice(one.character, one.pack, one.place, one.hanzi) for one in found]
    chances = rng.random((2, len(found) + 1)).tolist()
    characters = "".join(one.character for one in found)
    before: dict[tuple[int, str], int] = {}
    choices = []
    at = 0
    while at < len(found):
        one = found[at]
        text, place = one.character, one.place
        if ligatures and chances[0][at] < _LIGATURE * (1 - packs[one.pack].usual):
            text, place = _joined(found, at, characters, packs, ligatures)
        end = at + len(text)
        if place >= 0:
            uses = _uses(found, at, end)
            place = _another(packs[one.pack], place, uses, before.get((one.pack, text), -1), chances[1][at])
            before[one.pack, text] = place
        choices.append(_choice(text, one.pack, place, one.hanzi))
        at = end
    return choices


def _joined(
    found: list[Found], at: int, characters: str, packs: Sequence[HandPack], ligatures: set[str]
) -> tuple[str, int]:
    """Return the ligature that begins here and its place, or the character itself."""
    one = found[at]
    for length in (3, 2):
        text = characters[at : at + length]
        if text in ligatures and all(letter.pack == one.pack for letter in found[at : at + length]):
            place = packs[one.pack].place(text)
            if place >= 0:
                return text, place
    return one.character, one.place


def _uses(found: list[Found], at: int, end: int) -> frozenset[Use]:
    """Return which forms may stand between these neighbours; a drawn out end would strike a full stop out."""
    joins_before = at > 0 and found[at - 1].character.isalpha()
    is_last = end == len(found) or found[end].place < 0
    joins_after = not is_last and found[end].character.isalpha()
    return _USES[joins_before, joins_after, is_last]


_USES = {
    (before, after, last): frozenset(
        {Use.ANYWHERE}
        | ({Use.FIRST} if not before else set())
        | ({Use.INSIDE} if after else set())
        | ({Use.LAST} if last else set())
    )
    for before in (False, True)
    for after in (False, True)
    for last in (False, True)
}


def _another(pack: HandPack, place: int, uses: frozenset[Use], last: int, chance: float) -> int:
    """Return one of the forms that may stand here: the usual one as often as this hand has it.

    Of the others, or of all where none is usual, it is not the one this letter had last.
    """
    if chance < pack.usual:
        return place
    chance = (chance - pack.usual) / (1 - pack.usual)
    fitting = pack.fitting(place, uses)
    others = [form for form in fitting if form != last] or fitting
    return others[int(chance * len(others))]
