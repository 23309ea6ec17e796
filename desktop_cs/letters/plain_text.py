"""Recognise the parts of a letter in a plain text."""

from collections.abc import Callable, Sequence
from functools import partial

from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.plain_chinese import chinese_blocks
from desktop_cs.letters.plain_paragraphs import ENGLISH, RUSSIAN, paragraph_blocks

_FOOT = (Role.CLOSING, Role.SIGNATURE)
_BY_PARAGRAPHS = ("en", "ru")
_RECOGNISERS: dict[str, Callable[[str], list[Block]]] = {
    "en": partial(paragraph_blocks, marks=ENGLISH),
    "ru": partial(paragraph_blocks, marks=RUSSIAN),
    "zh_CN": chinese_blocks,
    "zh_TW": chinese_blocks,
}


def blocks_of(text: str, language: str) -> tuple[Block, ...]:
    """Return the parts of a letter, in their order; none for a blank text.

    Args:
        text: A plain text, with any line ends.
        language: "en", "ru", "zh_CN" or "zh_TW".
    """
    lines = text.replace("\N{ZERO WIDTH NO-BREAK SPACE}", "").splitlines()
    return tuple(_RECOGNISERS[language]("\n".join(lines)))


def text_of(blocks: Sequence[Block], language: str) -> str:
    """Return the parts as a plain text that `blocks_of` reads as the same parts again."""
    if language not in _BY_PARAGRAPHS:
        return "\n".join(block.text for block in blocks)
    text = ""
    before: Role | None = None
    for block in blocks:
        stays_together = before in _FOOT and block.role in _FOOT
        text += ("\n" if stays_together else "\n\n") * (before is not None) + block.text
        before = block.role
    return text
