"""What the guide says for one step: hints with their reasons, and the checks that they can be shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from desktop_cs.i18n import _
from desktop_cs.phrases import did_you_mean, find_problems, firm_gaps, gaps

SAY = "you_could_say"
PARTS = (SAY, "listen_for", "better_not", "may_offer")
GAPS = ("customer", "feeling")
_LEAST_WORDINGS = 2  # "another wording" needs another one


@dataclass(frozen=True, slots=True)
class Hint:
    """One thought of the guide, with the reason behind it or ""; the text may hold gaps."""

    text: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """What one file says for one step; an empty part is left to the next file."""

    you_could_say: tuple[Hint, ...] = ()  # phrases with the gaps {customer} and {feeling}
    listen_for: tuple[Hint, ...] = ()
    better_not: tuple[Hint, ...] = ()
    may_offer: tuple[Hint, ...] = ()
    because: str = ""

    def hints(self, part: str) -> tuple[Hint, ...]:
        """Return the hints of one of PARTS."""
        found: tuple[Hint, ...] = getattr(self, part)
        return found


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an advice, in the words of the person editing it.

    `part` is where (one of PARTS, a key that nobody knows, or ""), `hint` which one of it from 0, or None
    for the part as a whole; `text` is the hint's.
    """

    sentence: str
    part: str = ""
    hint: int | None = None
    text: str = ""


def advice_from(told: Mapping[str, Any]) -> tuple[Advice, list[Fault]]:
    """Return what a table says for a step, without the hints that cannot be shown, and all that is wrong."""
    known = [one.name for one in fields(Advice)]
    faults = [
        Fault(_("nothing is called {word}{hint}").format(word=key, hint=did_you_mean(key, known)), key)
        for key in told
        if key not in known
    ]
    parts: dict[str, tuple[Hint, ...]] = {}
    for part in PARTS:
        parts[part], wrong = _hints_from(told.get(part, []), part)
        faults.extend(wrong)
    because = told.get("because", "")
    if not isinstance(because, str):
        faults.append(Fault(_("{key} must be a text").format(key="because"), "because"))
        because = ""
    return Advice(because=because, **parts), faults


def faults_in(advice: Advice, *, needs_wordings: bool = False) -> list[Fault]:
    """Return everything that keeps an advice from being shown as it is.

    Args:
        advice: What one file is to say for a step.
        needs_wordings: Whether nothing else holds wordings, as for the advice for every case.
    """
    found = [
        Fault(sentence, part, number, hint.text)
        for part in PARTS
        for number, hint in enumerate(advice.hints(part))
        for sentence in _faults_of(hint.text)
    ]
    lacking = needs_wordings and not advice.you_could_say
    return [
        *found,
        *([Fault(_too_few(), SAY)] if lacking else _faults_of_wordings(advice.you_could_say)),
    ]


def tidy(text: str) -> str:
    """Return what was typed or pasted as one line that can be kept: single blanks, nothing invisible."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _hints_from(told: object, part: str) -> tuple[tuple[Hint, ...], list[Fault]]:
    """Return the hints that can be shown, each a text or a table of text and because, and what is wrong."""
    if not isinstance(told, list):
        return (), [Fault(_("{key} must be a list of texts").format(key=part), part)]
    hints: list[Hint] = []
    faults: list[Fault] = []
    for number, entry in enumerate(told):
        hint = _hint_from(entry)
        if hint is None:
            sentence = _('a hint is a text, or { text = "...", because = "..." }')
            faults.append(Fault(sentence, part, number))
            continue
        wrong = [Fault(sentence, part, number, hint.text) for sentence in _faults_of(hint.text)]
        faults.extend(wrong)
        if not wrong:
            hints.append(hint)
    faults.extend(_faults_of_wordings(hints) if part == SAY else ())
    return tuple(hints), faults


def _hint_from(entry: object) -> Hint | None:
    if isinstance(entry, str):
        return Hint(entry)
    if not isinstance(entry, dict) or not {"text"} <= set(entry) <= {"text", "because"}:
        return None
    if not all(isinstance(value, str) for value in entry.values()):
        return None
    return Hint(entry["text"], entry.get("because", ""))


def _faults_of(text: str) -> list[str]:
    """Return what is wrong with one text, empty or with gaps that cannot be filled."""
    firm = [gap for gap in dict.fromkeys(firm_gaps(text)) if gap in GAPS]
    told = _("put {gap} and the words around it in [square brackets], so that they can be left out")
    return [*find_problems(text, GAPS), *(told.format(gap="{" + gap + "}") for gap in firm)]


def _faults_of_wordings(hints: tuple[Hint, ...] | list[Hint]) -> Iterator[Fault]:
    """Yield what is wrong with the wordings together; none at all are left to the next file."""
    if hints and len(hints) < _LEAST_WORDINGS:
        yield Fault(_too_few(), SAY)
    if hints and not any("customer" in gaps(hint.text) for hint in hints):
        yield Fault(_("no wording carries the customer's name, {customer}"), SAY)


def _too_few() -> str:
    return _("at least two ways of saying it are needed, so that nobody sounds like a script")
