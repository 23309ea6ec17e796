"""Finding somebody's name in stored words, and taking it out; in plain text and inside of answers alike."""

import json
import re
from collections.abc import Callable, Collection
from typing import Any

from desktop_cs.storage.tables.fields import stored_json

_NESTED = ("{", "[")


# Chinese, Japanese and Korean set no blanks between words; all other letters and digits do.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_SPACED = re.compile(rf"[^\W_{_CJK}]")


class NameTaker:
    """Finds a name as a word of its own and takes it out, however its capitals and blanks were typed.

    Args:
        names: What is looked for: a name, a phone number; blank ones are passed over.
        word: What stands there when it was taken out.
    """

    def __init__(self, names: Collection[str], word: str) -> None:
        parts = [_as_words(name.split()) for name in names if name.strip()]
        longest_first = sorted(parts, key=len, reverse=True)
        self._pattern = re.compile("|".join(longest_first) or r"(?!)", re.IGNORECASE)
        self._word = word

    def without(self, stored: str) -> str:
        """Return a stored text, or stored answers, with the word where a name stood."""
        return _mapped(stored, lambda text: self._pattern.sub(lambda _found: self._word, text))

    def around(self, stored: str, letters: int) -> str:
        """Return the name with so many letters on both sides, "" where it is not in the text or answers."""
        text = _flat(stored)
        found = self._pattern.search(text)
        if found is None:
            return ""
        start, end = max(found.start() - letters, 0), min(found.end() + letters, len(text))
        cut = " ".join(text[start:end].split())
        return f"{'…' if start else ''}{cut}{'…' if end < len(text) else ''}"


def _as_words(parts: list[str]) -> str:
    """Return the pattern of a name that stands alone: "Tom" is no part of "customer"."""
    before = rf"(?<![^\W_{_CJK}])" if _SPACED.match(parts[0][0]) else ""
    after = rf"(?![^\W_{_CJK}])" if _SPACED.match(parts[-1][-1]) else ""
    return before + r"\s+".join(map(re.escape, parts)) + after


def _parsed(stored: str) -> Any:  # noqa: ANN401 (whatever the JSON holds)
    """Return what JSON holds, or None where the text only begins like it."""
    if not stored.startswith(_NESTED):
        return None
    try:
        return json.loads(stored)
    except ValueError:
        return None


def _mapped(stored: str, change: Callable[[str], str]) -> str:
    """Return a text changed, or JSON with every text in it changed; as it was where nothing changes."""
    value = _parsed(stored)
    if value is None:
        return change(stored)
    changed = _walked(value, change)
    return stored if changed == value else stored_json(changed)


def _walked(value: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 (as above)
    if isinstance(value, str):
        return _mapped(value, change)
    if isinstance(value, list):
        return [_walked(one, change) for one in value]
    return {key: _walked(one, change) for key, one in value.items()} if isinstance(value, dict) else value


def _flat(stored: str) -> str:
    """Return the texts of a stored value, one after the other."""
    texts: list[str] = []

    def note(text: str) -> str:
        texts.append(text)
        return text

    _mapped(stored, note)
    return " · ".join(text for text in texts if text)
