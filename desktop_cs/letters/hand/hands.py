"""The hands that letters can be written in: what they are called, and which packs each is made of."""

from dataclasses import dataclass

from desktop_cs.errors import UserError
from desktop_cs.i18n import N_, _
from desktop_cs.letters.hand.hand_pack import HandPack, hand_pack
from desktop_cs.places import resources_dir

LETTERS = "harbour"  # writes Latin letters in Chinese, and accents that another hand lacks
CYRILLIC = "birch"  # writes a Russian name in any other language
HANZI = "counter_hanzi"
_TRADITIONAL = "counter_hanzi_traditional"
_RARE = "counter_hanzi_rare"
_MAY_BE_ABSENT = frozenset({_TRADITIONAL, _RARE})  # a shop can do without both; `missing` says what it costs


@dataclass(frozen=True, slots=True)
class HandDescription:
    """A hand to choose.

    Args:
        id: What it is called in a letter's record.
        name: What people call it, in English; shown through `_`.
        languages: The languages it writes.
        joined: Its letters run into one another.
    """

    id: str
    name: str
    languages: tuple[str, ...]
    joined: bool


# Names of our own: the sources reserve theirs.
HANDS = (
    HandDescription("harbour", N_("Harbour"), ("en",), joined=True),
    HandDescription("orchard", N_("Orchard"), ("en",), joined=False),
    HandDescription("meadow", N_("Meadow"), ("en",), joined=True),
    HandDescription("birch", N_("Birch"), ("ru",), joined=True),
    HandDescription("linden", N_("Linden"), ("ru",), joined=False),
    HandDescription("rowan", N_("Rowan"), ("ru",), joined=True),
    HandDescription("inkstone", N_("Inkstone"), ("zh_CN", "zh_TW"), joined=False),
)


def hands_for(language: str) -> tuple[HandDescription, ...]:
    """Return the hands that write a language ("en", "ru", "zh_CN", "zh_TW"), the usual one first.

    Raises:
        UserError: No hand writes it.
    """
    found = tuple(hand for hand in HANDS if language in hand.languages)
    if not found:
        sentence = _("There is no handwriting for the language “{code}”.")
        raise UserError(sentence.format(code=language), field="language")
    return found


def hand_named(id: str, language: str) -> HandDescription:
    """Return a hand of a language by its id; the usual one for "".

    Raises:
        UserError: That language has no such hand; the sentence lists those that it has.
    """
    choices = hands_for(language)
    for hand in choices:
        if id in {hand.id, ""}:
            return hand
    sentence = _("There is no hand called “{name}” for this language. Choose one of these: {choices}.")
    listed = ", ".join(hand.id for hand in choices)
    raise UserError(sentence.format(name=id, choices=listed), field="hand")


def letter_packs(hand: HandDescription) -> list[HandPack]:
    """Return the packs that write letters with a hand, the first that has a character being used.

    Raises:
        ShopError: One is missing or damaged.
    """
    own = [] if "zh_CN" in hand.languages else [hand.id]
    return _opened(list(dict.fromkeys([*own, LETTERS, CYRILLIC])))


def hanzi_packs(language: str) -> list[HandPack]:
    """Return the packs that write Chinese characters: Taiwan's forms first for zh_TW, rare ones last.

    Raises:
        ShopError: One is missing or damaged.
    """
    names = [_TRADITIONAL, HANZI, _RARE] if language == "zh_TW" else [HANZI, _TRADITIONAL, _RARE]
    return _opened(names)


def _opened(names: list[str]) -> list[HandPack]:
    paths = [resources_dir() / "hands" / f"{name}.hand" for name in names]
    return [hand_pack(path) for path in paths if path.exists() or path.stem not in _MAY_BE_ABSENT]
