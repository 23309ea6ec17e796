"""The words that letters are made of, for a shop to edit: `resources/letters/<language>/`.

What every letter of a language shares stands in `common.toml`, the sentences of each kind in its own file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.slots import (
    ALWAYS_KNOWN,
    COMMON_SLOTS,
    ENTITLEMENTS,
    GAPS,
    KNOWN_IN,
    MAY_BE_MISSING,
    OWN_SLOTS,
    slots_of,
)
from desktop_cs.letters.word_tables import word_tables
from desktop_cs.phrases import did_you_mean, find_problems, firm_gaps, read_table

__all__ = ["ENTITLEMENTS", "LetterFileError", "LetterTemplates", "load_templates"]

COMMON_FILE = "common.toml"


class LetterFileError(ShopError):
    """The words for letters cannot be used; `problems` names every mistake in them."""

    def __init__(self, folder: Path, problems: list[str]) -> None:
        opening = _("The words of letters in {folder} need mending before they can be used: ")
        super().__init__(opening.format(folder=folder.name) + "; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class LetterTemplates:
    """The sentences of each slot of one kind of letter, and the tables of words of its language.

    `least` and `most` bound the length of a letter, in words, or in characters where `counts_characters`.
    """

    language: str
    kind: LetterKind
    sentences: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Mapping[str, str]]
    lists: Mapping[str, tuple[str, ...]]
    least: int
    most: int
    counts_characters: bool


def load_templates(folder: Path, language: str, kind: LetterKind = LetterKind.THANK_YOU) -> LetterTemplates:
    """Return the words of a kind of letter in `folder`/`language`.

    Raises:
        LetterFileError: A file is missing or holds mistakes; every one of them is named.
    """
    problems: list[str] = []
    common, own = (read_table(folder / language / name, problems) for name in (COMMON_FILE, f"{kind}.toml"))
    if not problems:
        sentences = _sentences(common, own, kind, problems)
        words, lists = word_tables(common, problems)
        bounds = [_whole(own.get("length"), key, f"{kind}.toml", problems) for key in ("least", "most")]
    if problems:
        raise LetterFileError(folder / language, problems)
    in_characters = words["length"]["counts"] == "characters"
    return LetterTemplates(language, kind, sentences, words, lists, bounds[0], bounds[1], in_characters)


def _sentences(
    common: Mapping[str, Any], own: Mapping[str, Any], kind: LetterKind, problems: list[str]
) -> dict[str, tuple[str, ...]]:
    """Return the texts of each slot; those that a kind holds itself go before the common ones."""
    shared, special = _flat(common.get("sentences")), _flat(own.get("sentences"))
    slots = slots_of(kind)
    for file, texts, known in ((COMMON_FILE, shared, COMMON_SLOTS), (f"{kind}.toml", special, slots)):
        problems.extend(
            _("{file}, sentences: nothing is called {word}{hint}").format(
                file=file, word=slot, hint=did_you_mean(slot, known)
            )
            for slot in texts
            if slot not in known
        )
    found: dict[str, tuple[str, ...]] = {}
    for slot in slots:
        file = f"{kind}.toml" if slot in special or slot in OWN_SLOTS[kind] else COMMON_FILE
        said = special.get(slot, shared.get(slot))
        if said is None and slot in MAY_BE_MISSING:
            continue
        if not isinstance(said, list) or not said or not all(isinstance(text, str) for text in said):
            problems.append(_("{file}, sentences: {slot} needs a list of texts").format(file=file, slot=slot))
            continue
        found[slot] = tuple(said)
        problems.extend(f"{file}, {slot}: {problem}" for problem in _slot_problems(slot, said))
    return found


def _flat(table: object) -> dict[str, Any]:
    """Return the texts of a table by slot, "happened.faulty" for `faulty` in [sentences.happened]."""
    flat: dict[str, Any] = {}
    for key, value in (table if isinstance(table, dict) else {}).items():
        if isinstance(value, dict):
            flat.update({f"{key}.{name}": texts for name, texts in value.items()})
        else:
            flat[key] = value
    return flat


def _slot_problems(slot: str, texts: list[str]) -> list[str]:
    """Return what is wrong with the texts of a slot; one of them must do without what may be unknown."""
    found = [problem for text in texts for problem in find_problems(text, GAPS)]
    known = (*ALWAYS_KNOWN, *KNOWN_IN.get(slot, ()))
    wanting = [[gap for gap in firm_gaps(text) if gap in GAPS and gap not in known] for text in texts]
    if all(wanting):
        sentence = _(
            "put {gap} and the words around it in [square brackets], or add a text without it, "
            "for a letter in which it is not known"
        )
        found.append(sentence.format(gap="{" + wanting[0][0] + "}"))
    return found


def _whole(table: object, key: str, file: str, problems: list[str]) -> int:
    number = table.get(key) if isinstance(table, dict) else None
    if isinstance(number, int) and number > 0:
        return number
    problems.append(_("{file}, length: {key} must be a whole number").format(file=file, key=key))
    return 0
