"""What stays on one line by the custom of a language: marks with their word, initials with the name."""

import re

from desktop_cs.letters.hand.characters import Sign

# Source: the line-breaking classes CL, CP, EX, IS, NS, CJ and OP of Unicode Standard Annex 14, as far as a
# hand meets them, and GB/T 15834-2011, 5.1 (marks in Chinese).
NEVER_FIRST = frozenset("，。、；：？！”’）》〉」』】〕〗｝］…—～·‧℃％‰々ー〞,.;:?!)]}»%")
# Readers of PDFs take a hyphen that ends a line for one that only parts a word, and leave it out.
NEVER_LAST = frozenset("“‘（《〈「『【〔〖｛［〝([{«￥$£€№#-")
# These may stand a little beyond the end of a Chinese line rather than take the character with them.
MAY_HANG = frozenset("，。、；：？！”’」』）》〉】〕")

_DASHES = frozenset("-–—")
_COUNTED = frozenset("年月日号號元块塊点點时時分秒个個位天次台岁歲楼樓室℃％%")  # not torn from its figure

# What a line does not end with in Russian, as printers' rules of Russian composition have it.
_RUSSIAN_STAYS_WITH_NEXT = re.compile(
    r"[«(„]?(?:[А-ЯЁа-яё]|[А-ЯЁ]\.(?:-?[А-ЯЁ]\.)*|[№§]|\d+(?:[.,]\d+)?|(?:г|ул|д|кв|пр|им|тел|стр|т|гг)\.)"
)
_RUSSIAN_STAYS_WITH_LAST = re.compile(r"(?:же|ли|бы|ж|б)[.,;:!?…»)]*")
# What is not parted in English: initials, titles and days.
_ENGLISH_STAYS_WITH_NEXT = re.compile(r"(?:[A-Z]\.(?:-?[A-Z]\.)*|(?:Mr|Mrs|Ms|Mx|Dr|St|No|Prof)\.?)")
_ENGLISH_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\W*"
)
_ENGLISH_STAYS_WITH_LAST = re.compile(r"(?:a\.m\.|p\.m\.|am|pm)\W*")


def clings(before: Sign, sign: Sign) -> bool:
    """Return whether no line may end between two signs that stand side by side."""
    if before.is_gap or sign.is_gap:
        return False
    first, last = sign.character[0], before.character[-1]
    if first in NEVER_FIRST or last in NEVER_LAST:
        return True
    if first in _COUNTED and last.isdigit():
        return True
    return not before.hanzi and not sign.hanzi and last != "—"


def is_dash(sign: Sign) -> bool:
    """Return whether a sign is a dash, which no line begins with."""
    return sign.character in _DASHES


def stays_with_next(word: str, after: str, language: str) -> bool:
    """Return whether no line may end in the gap between two words.

    Args:
        word: The word before the gap, with its marks.
        after: The word after it.
        language: "en", "ru", "zh_CN" or "zh_TW".
    """
    if word == "-" or (word[-1:].isdigit() and after[:1].isdigit()):  # or the groups of a telephone number
        return True
    if language == "ru":
        return bool(_RUSSIAN_STAYS_WITH_NEXT.fullmatch(word) or _RUSSIAN_STAYS_WITH_LAST.fullmatch(after))
    if word.isdigit():
        return bool(_ENGLISH_MONTH.fullmatch(after) or _ENGLISH_STAYS_WITH_LAST.fullmatch(after))
    return bool(_ENGLISH_STAYS_WITH_NEXT.fullmatch(word))
