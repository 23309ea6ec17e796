"""The program's own words, in the language of the person at the screen.

Source texts are English; `resources/locale/<lang>/LC_MESSAGES/desktop_cs.mo` holds the others.
Usable without Qt, so that errors, paper and the command line speak the same language.
"""

import gettext as _gettext
from collections.abc import Callable
from pathlib import Path

LANGUAGES = ("en", "zh_CN")  # offered only when program, forms, guide and letters are complete in it

_ALIASES = {"zh-hans": "zh_CN", "zh": "zh_CN", "zh-cn": "zh_CN", "zh-hant": "zh_TW", "zh-tw": "zh_TW"}


class _Words:
    """The catalogue in use."""

    language = "en"
    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
    change: Callable[[str], str] | None = None


def normal_language(code: str) -> str:
    """Return our spelling of a language code ("zh-Hans" is "zh_CN"); unknown ones as given."""
    folded = code.replace("_", "-").lower()
    if folded in _ALIASES:
        return _ALIASES[folded]
    if folded.startswith("zh-"):
        return "zh_TW" if any(part in folded for part in ("hant", "tw", "hk", "mo")) else "zh_CN"
    return folded.split("-", maxsplit=1)[0]


def use_language(language: str, locale_dir: Path) -> None:
    """Speak this language from now on; English where `locale_dir` holds no catalogue for it."""
    _Words.language = language
    _Words.catalogue = _gettext.translation("desktop_cs", locale_dir, [language], fallback=True)


def use_change(change: Callable[[str], str] | None) -> None:
    """Pass every text through `change` (a pseudo-language in tests), or None to stop."""
    _Words.change = change


def language_in_use() -> str:
    """Return the code of the language that `_` speaks."""
    return _Words.language


def _(text: str) -> str:
    """Return the text in the language in use."""
    found = _Words.catalogue.gettext(text)
    return _Words.change(found) if _Words.change else found


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the text that goes with `count`, in the language in use."""
    found = _Words.catalogue.ngettext(one, many, count)
    return _Words.change(found) if _Words.change else found


def N_(text: str) -> str:  # noqa: N802 (the name that gettext's tools look for)
    """Mark a text for translation where it is only looked up later."""
    return text
