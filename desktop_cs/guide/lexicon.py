"""The words that the wording check looks for: one editable file per language, the reason with each entry."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_cs.errors import ShopError
from desktop_cs.guide.patterns import NOTHING, may_stand_in, pattern_of
from desktop_cs.i18n import _
from desktop_cs.phrases import did_you_mean, read_table, texts_in

# The eleven kinds (practice.md 2).
KINDS = (
    "jargon",
    "policy_talk",
    "blame",
    "but_after_apology",
    "negative_phrase",
    "beyond_authority",
    "selling",
    "belittling",
    "helplessness",
    "taking_sides",
    "missing_title",
)
_USES = ("use", "use_sentence")  # in place of the marked words, or of the sentence around them


class LexiconFileError(ShopError):
    """A lexicon cannot be used; `problems` names every mistake in it."""

    def __init__(self, path: Path, problems: list[str]) -> None:
        opening = _("{file} needs mending before it can be used: ").format(file=path.name)
        super().__init__(opening + "; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Entry:
    """Phrases that are marked for one reason. In a sentence where `unless` is found they stay free.

    Attributes:
        phrases: What is looked for.
        kind: One of `KINDS`.
        reason: Why it hurts.
        better: Advice: what to write instead.
        unless: What makes them harmless in the same sentence.
        use: Words that can stand in their place, "" to leave them out, None where there are none.
        for_sentence: Whether `use` takes the place of the whole sentence.
    """

    phrases: tuple[str, ...]
    kind: str
    reason: str
    better: str
    unless: tuple[str, ...] = ()
    use: str | None = None
    for_sentence: bool = False

    def found_in(self, text: str, lowered: str = "") -> Iterator[re.Match[str]]:
        """Yield where one of the phrases stands in the text, whatever else its sentence holds.

        Args:
            text: Where they are looked for.
            lowered: The text in small letters, where the caller has it.
        """
        if may_stand_in(self.phrases, lowered or text.lower()):
            yield from pattern_of(self.phrases).finditer(text)

    def is_free_in(self, sentence: str) -> bool:
        """Return whether the sentence holds words that make the phrase harmless."""
        return pattern_of(self.unless).search(sentence) is not None


@dataclass(frozen=True, slots=True)
class ButAfterApology:
    """The words of an apology or thanks, and the words that take it back."""

    apology: re.Pattern[str] = NOTHING
    but: re.Pattern[str] = NOTHING
    unless: re.Pattern[str] = NOTHING
    reason: str = ""
    better: str = ""
    use: str | None = None
    kind: str = "but_after_apology"


@dataclass(frozen=True, slots=True)
class Title:
    """Forms of address, and whether they stand before a name (Mrs Wang) or behind it (王女士)."""

    forms: tuple[str, ...] = ()
    before_name: bool = True
    reason: str = ""
    better: str = ""
    kind: str = "missing_title"

    def anywhere(self, name: str) -> re.Pattern[str]:
        """Return what finds the name, with or without a form of address."""
        sought = re.escape(name)
        return re.compile(rf"(?<!\w){sought}(?!\w)" if self.before_name else sought)

    def bare(self, name: str) -> re.Pattern[str]:
        """Return what finds the name where no form of address stands with it."""
        sought = re.escape(name)
        if self.before_name:
            looks = "".join(rf"(?<!{re.escape(form)}[ .])(?<!{re.escape(form)}\. )" for form in self.forms)
            return re.compile(rf"(?<!\w){looks}{sought}(?!\w)")
        return re.compile(sought + "".join(rf"(?!{re.escape(form)})" for form in self.forms))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the wording check knows of one language."""

    entries: tuple[Entry, ...]
    but_after: ButAfterApology = ButAfterApology()
    title: Title = Title()


def load_lexicon(path: Path) -> Lexicon:
    """Return the lexicon in `path`, or raise LexiconFileError naming every mistake."""
    problems: list[str] = []
    table = read_table(path, problems)
    known = ("entry", "but_after_apology", "missing_title")
    problems.extend(_unknown(table, known))
    raw = table.get("entry", [])
    if not isinstance(raw, list) or not all(isinstance(item, dict) for item in raw):
        problems.append(_("entry must be written as [[entry]]"))
        raw = []
    entries = tuple(_entry(item, problems) for item in raw)
    lexicon = Lexicon(
        entries,
        _but_after(_table(table, "but_after_apology", problems), problems),
        _title(_table(table, "missing_title", problems), problems),
    )
    if problems:
        raise LexiconFileError(path, problems)
    return lexicon


def _entry(raw: Mapping[str, Any], problems: list[str]) -> Entry:
    words = texts_in(raw, "words")
    unless = texts_in(raw, "unless")
    kind = raw.get("kind", "")
    wrong = _unknown(raw, ("words", "kind", "reason", "better", "unless", *_USES))
    if not words or not all(phrase.strip(" .*") for phrase in words):
        wrong.append(_("words must be a list of phrases, none of them empty"))
    if unless is None:
        wrong.append(_("{key} must be a list of texts").format(key="unless"))
    if kind not in KINDS:
        wrong.append(
            _("no kind is called {word}{hint}").format(word=kind, hint=did_you_mean(str(kind), KINDS))
        )
    wrong.extend(_no_text(raw, ("reason", "better")))
    wrong.extend(_("{key} must be a text").format(key=key) for key in _USES if not _is_text(raw, key))
    if all(key in raw for key in _USES):
        wrong.append(_("give either use or use_sentence, not both"))
    name = words[0] if words else _("an entry without words")
    problems.extend(f"{name}: {problem}" for problem in wrong)
    told = _text(raw, "reason"), _text(raw, "better")
    return Entry(words or (), str(kind), *told, unless or (), _use(raw), "use_sentence" in raw)


def _but_after(raw: Mapping[str, Any], problems: list[str]) -> ButAfterApology:
    if not raw:
        return ButAfterApology()
    known = ("apology", "but", "unless", "reason", "better", "use")
    wrong = _unknown(raw, known) + _no_text(raw, ("reason", "better"))
    if not _is_text(raw, "use"):
        wrong.append(_("{key} must be a text").format(key="use"))
    lists = {key: texts_in(raw, key) for key in ("apology", "but", "unless")}
    wrong.extend(
        _("{key} must be a list of texts").format(key=key) for key, found in lists.items() if found is None
    )
    problems.extend(f"but_after_apology: {problem}" for problem in wrong)
    apology, but, unless = (pattern_of(found or ()) for found in lists.values())
    return ButAfterApology(apology, but, unless, _text(raw, "reason"), _text(raw, "better"), _use(raw))


def _title(raw: Mapping[str, Any], problems: list[str]) -> Title:
    if not raw:
        return Title()
    wrong = _unknown(raw, ("forms", "before_name", "reason", "better")) + _no_text(raw, ("reason", "better"))
    forms = texts_in(raw, "forms")
    before = raw.get("before_name", True)
    if not forms or not all(form.strip() for form in forms):
        wrong.append(_("forms must be a list of forms of address, none of them empty"))
    if not isinstance(before, bool):
        wrong.append(_("before_name must be true or false"))
    problems.extend(f"missing_title: {problem}" for problem in wrong)
    return Title(forms or (), before is True, _text(raw, "reason"), _text(raw, "better"))


def _table(table: Mapping[str, Any], key: str, problems: list[str]) -> Mapping[str, Any]:
    found = table.get(key, {})
    if isinstance(found, dict):
        return found
    problems.append(_("{key} must be written as [{key}]").format(key=key))
    return {}


def _unknown(table: Mapping[str, Any], known: tuple[str, ...]) -> list[str]:
    return [
        _("nothing is called {word}{hint}").format(word=key, hint=did_you_mean(key, known))
        for key in table
        if key not in known
    ]


def _text(raw: Mapping[str, Any], key: str) -> str:
    found = raw.get(key, "")
    return found if isinstance(found, str) else ""


def _is_text(raw: Mapping[str, Any], key: str) -> bool:
    """Return whether what stands under the key, if anything does, is a text."""
    return isinstance(raw.get(key, ""), str)


def _use(raw: Mapping[str, Any]) -> str | None:
    """Return what can stand in place of the marked words or their sentence; None where nothing is given."""
    return next((_text(raw, key) for key in _USES if key in raw), None)


def _no_text(raw: Mapping[str, Any], keys: tuple[str, ...]) -> list[str]:
    return [_("{key} must be a text").format(key=key) for key in keys if not _text(raw, key).strip()]
