"""The words that letters are made of: `resources/letters/<language>/thank_you.toml`, for a shop to edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.phrases import did_you_mean, find_problems, firm_gaps, read_table, texts_in

FILE_NAME = "thank_you.toml"

FAILURE_KINDS = (
    "faulty",
    "faulty_again",
    "late",
    "wrong_item",
    "damaged",
    "how_we_behaved",
    "price_or_bill",
    "missing_part",
    "delivery",
    "cancellation_or_return",
    "not_as_promised",
    "data_or_privacy",
    "something_else",
)
ENTITLEMENTS = ("repair", "exchange", "money_back", "price_cut", "none")

# Each slot is one place in the letter; its texts are the ways to fill it.
SLOTS = (
    "thanks",
    "thanks_about",
    *(f"happened.{kind}" for kind in FAILURE_KINDS),
    *(f"not_upheld.{kind}" for kind in FAILURE_KINDS),
    "cost",
    "feeling",
    "sorry.ours",
    "sorry.plain",
    "sorry.not_upheld",
    "second_time",
    "came_back",
    *(f"done.{kind}" for kind in ENTITLEMENTS),
    "gifts",
    "gifts_unnamed",
    "kept",
    "next.open",
    "next.open_day",
    "next.at_peace",
    "next.not_at_peace",
    "suggestion",
    "close.at_peace",
    "close.not_at_peace",
    "warmth",
    "salutation",
    "salutation_nameless",
    "closing",
)
GAPS = (
    *("about", "thing", "Thing", "who", "Who", "costs", "feeling", "gifts", "gift"),
    *("what", "day", "when", "kept_day", "name"),
)
_ALWAYS_KNOWN = ("thing", "Thing", "who", "Who")
# A slot is used only when these are known, so that they need no brackets.
_KNOWN_IN = {
    "thanks_about": ("about",),
    "cost": ("costs",),
    "feeling": ("feeling",),
    "gifts": ("gifts", "gift"),
    "kept": ("kept_day",),
    "next.open": ("what", "day"),
    "next.open_day": ("day",),
    "salutation": ("name",),
}
WORD_TABLES = (
    "thing",
    "who",
    "costs",
    "feelings",
    "join",
    "dates",
    "free_text",
    "address",
    "later",
    "length",
)

# What the tables must hold; a list with its number of texts, 0 for any number.
_NEEDED_WORDS = {
    "thing": ("known", "again", "unknown", "one_line"),
    "who": ("named", "me", "us"),
    "join": ("comma", "last"),
    "dates": ("full", "near"),
    "length": ("counts",),
}
_NEEDED_LISTS = {
    "dates.months": 12,
    **{f"address.{key}": 0 for key in ("forms", "double_family_names", "pinyin_family_names")},
    **{f"free_text.{key}": 0 for key in ("never", "articles", "determiners", "uncountable", "goods")},
    **{f"free_text.{key}": 0 for key in ("tells", "links", "ways", "acts", "singular")},
}


class LetterFileError(ShopError):
    """The words for letters cannot be used; `problems` names every mistake in them."""

    def __init__(self, path: Path, problems: list[str]) -> None:
        opening = _("{file} needs mending before it can be used: ").format(file=path.name)
        super().__init__(opening + "; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class LetterTemplates:
    """The sentences of each slot and the tables of words of one language.

    `least` and `most` bound the length of a letter, in words, or in characters where `counts_characters`.
    """

    language: str
    sentences: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Mapping[str, str]]
    lists: Mapping[str, tuple[str, ...]]
    least: int
    most: int
    counts_characters: bool


def load_templates(folder: Path, language: str) -> LetterTemplates:
    """Return the words in `folder`/`language`, or raise LetterFileError naming every mistake."""
    path = folder / language / FILE_NAME
    problems: list[str] = []
    table = read_table(path, problems)
    if not problems:
        sentences = _sentences(table.get("sentences"), problems)
        words, lists = _word_tables(table, problems)
        bounds = [_whole(table.get("length"), key, problems) for key in ("least", "most")]
    if problems:
        raise LetterFileError(path, problems)
    in_characters = words["length"].get("counts") == "characters"
    return LetterTemplates(language, sentences, words, lists, bounds[0], bounds[1], in_characters)


def _sentences(table: object, problems: list[str]) -> dict[str, tuple[str, ...]]:
    """Return the texts of each slot, "happened.faulty" for `faulty` in [sentences.happened]."""
    flat: dict[str, Any] = {}
    for key, value in (table if isinstance(table, dict) else {}).items():
        if isinstance(value, dict):
            flat.update({f"{key}.{name}": texts for name, texts in value.items()})
        else:
            flat[key] = value
    problems.extend(
        _("sentences: nothing is called {word}{hint}").format(word=key, hint=did_you_mean(key, SLOTS))
        for key in flat
        if key not in SLOTS
    )
    found: dict[str, tuple[str, ...]] = {}
    for slot in SLOTS:
        texts = flat.get(slot)
        if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
            problems.append(_("sentences: {slot} needs a list of texts").format(slot=slot))
            continue
        found[slot] = tuple(texts)
        problems.extend(f"{slot}: {problem}" for text in texts for problem in _text_problems(slot, text))
    return found


def _text_problems(slot: str, text: str) -> list[str]:
    known = (*_ALWAYS_KNOWN, *_KNOWN_IN.get(slot, ()))
    return find_problems(text, GAPS) + [
        _("put {gap} and the words around it in [square brackets], so that they can be left out").format(
            gap="{" + gap + "}"
        )
        for gap in firm_gaps(text)
        if gap in GAPS and gap not in known
    ]


def _word_tables(
    table: Mapping[str, Any], problems: list[str]
) -> tuple[dict[str, dict[str, str]], dict[str, tuple[str, ...]]]:
    """Return the tables of words, and their lists as "table.key"."""
    words: dict[str, dict[str, str]] = {name: {} for name in WORD_TABLES}
    lists: dict[str, tuple[str, ...]] = {}
    for name in WORD_TABLES:
        raw = table.get(name)
        if not isinstance(raw, dict):
            problems.append(_("the table [{name}] is missing").format(name=name))
            continue
        words[name] = {key: value for key, value in raw.items() if isinstance(value, str)}
        for key in raw:
            texts = texts_in(raw, key)
            if texts is not None:
                lists[f"{name}.{key}"] = texts
        problems.extend(_missing_words(name, words[name]))
    problems.extend(_missing_lists(lists))
    return words, lists


def _missing_words(name: str, words: Mapping[str, str]) -> list[str]:
    needed = _NEEDED_WORDS.get(name, ())
    return [
        _("[{table}]: {key} is missing").format(table=name, key=key) for key in needed if key not in words
    ]


def _missing_lists(lists: Mapping[str, tuple[str, ...]]) -> list[str]:
    missing = []
    for name, count in _NEEDED_LISTS.items():
        table, _dot, key = name.partition(".")
        if name not in lists:
            missing.append(_("[{table}]: {key} must be a list of texts").format(table=table, key=key))
        elif count and len(lists[name]) != count:
            wanted = _("[{table}]: {key} must be a list of {count} texts")
            missing.append(wanted.format(table=table, key=key, count=count))
    return missing


def _whole(table: object, key: str, problems: list[str]) -> int:
    number = table.get(key) if isinstance(table, dict) else None
    if isinstance(number, int) and number > 0:
        return number
    problems.append(_("length: {key} must be a whole number").format(key=key))
    return 0
