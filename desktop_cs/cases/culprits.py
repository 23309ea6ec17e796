"""Reports name causes, not culprits. Source: practice.md 2 (S8), steps.md, `root_cause`."""

import re
from collections.abc import Iterable


def named_in(text: str, names: Iterable[str]) -> str:
    """Return the name of the person who is named in the text, or "".

    A whole name is found however it is written; a part of one only as a word of its own with its capital, so
    that "will" is not taken for Will. Names in scripts without spaces are found anywhere.
    """
    return next((name for name in names if name.strip() and _is_named(text, name)), "")


def _is_named(text: str, name: str) -> bool:
    if not name.isascii() and not any(mark.isspace() for mark in name) and not name[0].isupper():
        return name in text  # a script without capitals, such as Chinese
    if re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE if " " in name.strip() else 0):
        return True
    parts = [part for part in name.split() if len(part) > 2 and part[0].isupper()]
    return any(re.search(rf"\b{re.escape(part)}\b", text) for part in parts)
