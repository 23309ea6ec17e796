"""The tables of words of a language's letters, in `common.toml`: what each must hold."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop_cs.i18n import _
from desktop_cs.letters.slots import DEVICES
from desktop_cs.phrases import did_you_mean, texts_in

# What may stand above and below the sentences of a letter.
PARTS = ("date", "salutation", "greeting", "closing", "signer", "shop")
# How names are put into a salutation, and how typed words are made fit for a sentence.
WAYS = {
    "address.way": ("english", "chinese", "russian"),
    "free_text.reads": ("english", "russian", "chinese"),
}
_NEEDED_WORDS = {
    "thing": ("known", "again", "unknown", "one_line"),
    "who": ("named", "me", "us"),
    "costs": (),
    "feelings": (),
    "join": ("comma", "last"),
    "dates": ("full", "near"),
    "address": ("way",),
    "free_text": ("reads",),
    "later": (),
    "length": ("counts",),
    "frame": (),
    "devices": (),
}
_MAY_BE_MISSING = ("honours", "wishes")  # 提稱語 and the last words, by form of address
_NEEDED_LISTS = (
    "frame.head",
    "frame.foot",
    "address.forms",
    "free_text.never",
    *(f"devices.{device}" for device in DEVICES if device != "other"),
)
_NEEDED_BY_WAY = {
    ("address.way", "english"): ("address.double_family_names", "address.pinyin_family_names"),
    ("address.way", "chinese"): ("address.double_family_names", "address.pinyin_family_names"),
    ("address.way", "russian"): tuple(
        f"address.{key}" for key in ("man", "woman", "given_men", "given_women")
    ),
    ("free_text.reads", "english"): tuple(
        f"free_text.{key}"
        for key in (
            *("articles", "determiners", "uncountable", "goods", "tells", "links", "ways", "acts"),
            "singular",
        )
    ),
    ("free_text.reads", "russian"): ("free_text.tells", "free_text.things"),
}
_MONTHS = 12

Words = dict[str, dict[str, str]]
Lists = dict[str, tuple[str, ...]]


def word_tables(table: Mapping[str, Any], problems: list[str]) -> tuple[Words, Lists]:
    """Return the tables of words, and their lists as "table.key"; what is wrong is added to `problems`."""
    words: Words = {name: {} for name in (*_NEEDED_WORDS, *_MAY_BE_MISSING)}
    lists: Lists = {}
    for name, needed in words.items():
        raw = table.get(name)
        if isinstance(raw, dict):
            needed.update({key: value for key, value in raw.items() if isinstance(value, str)})
            lists.update(_lists_in(name, raw))
        elif name not in _MAY_BE_MISSING:
            problems.append(_("the table [{name}] is missing").format(name=name))
    problems.extend(_problems(words, lists))
    return words, lists


def _lists_in(name: str, raw: Mapping[str, Any]) -> Lists:
    found = {f"{name}.{key}": texts_in(raw, key) for key in raw}
    return {key: texts for key, texts in found.items() if texts is not None}


def _problems(words: Words, lists: Lists) -> Iterator[str]:
    for name, keys in _NEEDED_WORDS.items():
        for key in keys:
            if words[name] and key not in words[name]:
                yield _("[{table}]: {key} is missing").format(table=name, key=key)
    yield from _way_problems(words, lists)
    for name in _NEEDED_LISTS:
        yield from _list_problems(name, lists)
    if len(lists.get("dates.months", ())) != _MONTHS:
        wanted = _("[{table}]: {key} must be a list of {count} texts")
        yield wanted.format(table="dates", key="months", count=_MONTHS)
    for end in ("head", "foot"):
        for part in lists.get(f"frame.{end}", ()):
            if part not in PARTS:
                told = _("[frame], {end}: nothing is called {word}{hint}")
                yield told.format(end=end, word=part, hint=did_you_mean(part, PARTS))


def _way_problems(words: Words, lists: Lists) -> Iterator[str]:
    for name, ways in WAYS.items():
        table, _dot, key = name.partition(".")
        chosen = words[table].get(key, "")
        if chosen and chosen not in ways:
            told = _("[{table}]: {key} must be one of {choices}")
            yield told.format(table=table, key=key, choices=", ".join(ways))
        for needed in _NEEDED_BY_WAY.get((name, chosen), ()):
            yield from _list_problems(needed, lists)


def _list_problems(name: str, lists: Lists) -> Iterator[str]:
    if name not in lists:
        table, _dot, key = name.partition(".")
        yield _("[{table}]: {key} must be a list of texts").format(table=table, key=key)
