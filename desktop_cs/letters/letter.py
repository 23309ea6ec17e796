"""A letter: its language, its parts in the order they are written, and the seed of its handwriting."""

from dataclasses import dataclass

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.languages import normal_language
from desktop_cs.letters.plain_text import blocks_of

__all__ = ["Block", "Letter", "Role", "letter_from_text", "normal_language"]


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter; the same letter with the same seed is written the same way every time.

    Args:
        language: "en", "ru", "zh_CN" or "zh_TW".
        blocks: The parts, from the top of the page to the bottom.
        seed: Any whole number from 0; another number moves the pen otherwise.
    """

    language: str
    blocks: tuple[Block, ...]
    seed: int


def letter_from_text(text: str, language: str, seed: int) -> Letter:
    """Return the letter that a plain text holds.

    Args:
        text: Paragraphs apart by blank lines (in Chinese every line is one); the date, the salutation, the
            closing and the signature are recognised by the conventions of the language.
        language: Such as "en", "en-GB", "zh_CN" or "zh-Hans".
        seed: See `Letter`.

    Raises:
        UserError: The text is empty, or there is no hand for the language.
    """
    language = normal_language(language)
    blocks = blocks_of(text, language)
    if not blocks:
        raise UserError(_("The letter is empty. Write a line or two first."), field="text")
    return Letter(language, blocks, seed)
