"""Sentences with gaps, as people edit them.

One of them: "I am sorry[, {customer}]. That was our mistake." A gap in braces is filled with a value. A part
in square brackets is left out as a whole when one of its gaps has no value, so that one sentence serves with
and without a name. Nothing is ever evaluated.
"""

import re
import tomllib
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from desktop_cs.i18n import _

_PART = re.compile(r"\[(?P<may>[^\[\]]*)\]|(?P<must>[^\[\]]+)")
_GAP = re.compile(r"\{([^{}]*)\}")
_SENTENCE_ENDS = (".", "!", "?", "。", "！", "？")


def filled(phrase: str, values: Mapping[str, str]) -> str:
    """Return the phrase with its gaps filled; a bracketed part with an empty gap is left out.

    Where leaving out a part uncovers a small letter at the start of a sentence, it becomes a capital; a name
    such as "iPhone" stays as it is.
    """
    told = ""
    capital_due = False
    for part in _PART.finditer(phrase):
        text = part["may"] if part["may"] is not None else part["must"]
        if part["may"] is not None and not all(values.get(gap, "") for gap in _GAP.findall(text)):
            capital_due = capital_due or _at_sentence_start(told)
            continue
        text = _GAP.sub(lambda gap: values.get(gap[1], ""), text)
        told += with_capital(text) if capital_due else text
        capital_due = capital_due and not text
    return told


def with_capital(text: str) -> str:
    """Return the text as a sentence begins; a name with a capital of its own ("iPhone") stays as it is."""
    first = (text.split() or [""])[0]
    return text if first != first.lower() else text[:1].upper() + text[1:]


def gaps(phrase: str) -> tuple[str, ...]:
    """Return the names of the gaps of a phrase in reading order."""
    return tuple(_GAP.findall(phrase))


def firm_gaps(phrase: str) -> tuple[str, ...]:
    """Return the gaps outside square brackets: without a value for each of them the phrase cannot be said."""
    return tuple(gap for part in _PART.finditer(phrase) if part["must"] for gap in _GAP.findall(part["must"]))


def find_problems(phrase: str, known: Collection[str]) -> list[str]:
    """Return what is wrong with a phrase, in the words of the person editing it."""
    problems = []
    if not phrase.strip():
        problems.append(_("the text is empty"))
    if _PART.sub("", phrase) or phrase.count("[") != phrase.count("]"):
        problems.append(_("a square bracket is not closed, or stands inside another one"))
    if re.search(r"[{}]", _GAP.sub("", phrase)):
        problems.append(_("a brace is not closed"))
    problems.extend(
        _("nothing is called {gap}{hint}").format(gap="{" + gap + "}", hint=did_you_mean(gap, known))
        for gap in gaps(phrase)
        if gap not in known
    )
    return problems


def did_you_mean(word: str, known: Collection[str]) -> str:
    """Return " (did you mean ...?)" when something known is spelled nearly so, else ""."""
    close = get_close_matches(word, sorted(known), n=1)
    return _(" (did you mean {word}?)").format(word=close[0]) if close else ""


def read_table(path: Path, problems: list[str]) -> dict[str, Any]:
    """Return the TOML table in `path`; what stops it from being read is added to `problems` instead."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        problems.append(_("{file}: the file is missing").format(file=path.name))
    except OSError as error:
        problems.append(_("{file}: cannot be read ({why})").format(file=path.name, why=error.strerror))
    except UnicodeDecodeError:
        problems.append(_("{file}: save the file as UTF-8 text").format(file=path.name))
    except tomllib.TOMLDecodeError as error:
        problems.append(_("{file}: not written as TOML ({why})").format(file=path.name, why=error))
    return {}


def texts_in(table: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    """Return the list of texts under `key`, () where it is absent, None where it is anything else."""
    found = table.get(key, [])
    if isinstance(found, list) and all(isinstance(text, str) for text in found):
        return tuple(found)
    return None


def _at_sentence_start(told: str) -> bool:
    return not told.strip() or told.rstrip().endswith(_SENTENCE_ENDS)
