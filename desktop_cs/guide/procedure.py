"""The guide beside each step: a procedure for the kind of failure, kept in files that a manager may edit.

`any.toml` serves every case, `<failure kind>.toml` one kind, `second_failure.toml` the customer, device or
fault that came back. Each holds a table per step. What the nearer file leaves out comes from the next one:
second failure before kind before any.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from desktop_cs.errors import ShopError
from desktop_cs.i18n import _
from desktop_cs.phrases import did_you_mean, filled, find_problems, firm_gaps, gaps, read_table, texts_in

STEPS = ("apology", "review", "resolution", "logging")
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
# What a second failure came from. The first two call for different words.
# Source: Basso and Pizzutti 2016, Trust Recovery Following a Double Deviation (see practice.md 1).
FAILURE_NATURES = ("could_not", "did_not_keep_word", "both", "neither")

_ANY, _SECOND, _FEELINGS = "any", "second_failure", "feelings"
_GAPS = ("customer", "feeling")


class GuideFileError(ShopError):
    """The guide's files cannot be used; `problems` names every mistake with its file."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(_("The guide's files need mending before they can be used: ") + "; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Advice:
    """What one file says for one step; an empty part is left to the next file."""

    you_could_say: tuple[str, ...] = ()  # phrases with the gaps {customer} and {feeling}
    listen_for: tuple[str, ...] = ()
    better_not: tuple[str, ...] = ()
    may_offer: tuple[str, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class GuidePage:
    """The guide as it stands beside a step; `wordings` counts the ways of saying it."""

    say: str
    wordings: int
    listen_for: tuple[str, ...]
    better_not: tuple[str, ...]
    may_offer: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Feelings:
    """How feelings are named in a sentence, and how two of them are joined."""

    words: Mapping[str, str]
    comma: str
    last_and: str

    def named(self, feelings: tuple[str, ...]) -> str:
        """Return the feelings as one phrase ("angry and let down"); unknown ones are left out."""
        words = [self.words[feeling] for feeling in feelings if feeling in self.words]
        return self.last_and.join([self.comma.join(words[:-1]), words[-1]] if len(words) > 1 else words)


@dataclass(frozen=True, slots=True)
class Guides:
    """All procedures of one language; `advice` by (file, step), a nature as "second_failure.could_not"."""

    language: str
    advice: Mapping[tuple[str, str], Advice]
    feelings: Feelings

    def page(  # noqa: PLR0913 (what a case knows about itself; all but the step may be left out)
        self,
        step: str,
        failure_kind: str = "",
        second_failure: bool = False,
        customer: str = "",
        feelings: tuple[str, ...] = (),
        wording: int = 0,
        *,
        failure_nature: str = "",
    ) -> GuidePage:
        """Return the guide for a step of this case.

        Args:
            step: One of STEPS.
            failure_kind: One of FAILURE_KINDS, or "" while it is not known.
            second_failure: Whether this customer, device or fault came back.
            customer: The customer as one addresses them ("Mrs Wang"), or "".
            feelings: Ids of the feelings that the customer showed.
            wording: Which way of saying it; counts round, so that "another wording" never ends.
            failure_nature: One of FAILURE_NATURES, or ""; only read after a second failure.
        """
        files = [failure_kind, _ANY]
        if second_failure:
            files = [f"{_SECOND}.{failure_nature}", _SECOND, *files]
        layers = [self.advice.get((file, step), Advice()) for file in files]
        chosen = {part.name: _first_filled(layers, part.name) for part in fields(Advice)}
        phrases = chosen.pop("you_could_say")
        values = {"customer": customer, "feeling": self.feelings.named(feelings)}
        say = filled(phrases[wording % len(phrases)], values) if phrases else ""
        return GuidePage(say=say, wordings=len(phrases), **chosen)


def load_guides(folder: Path, language: str) -> Guides:
    """Return the procedures in `folder`/`language`, or raise GuideFileError naming every mistake."""
    problems: list[str] = []
    advice: dict[tuple[str, str], Advice] = {}
    home = folder / language
    known = {_ANY, _SECOND, _FEELINGS, *FAILURE_KINDS}
    problems.extend(
        _("{file}: no kind of failure is called so{hint}").format(
            file=path.name, hint=did_you_mean(path.stem, known)
        )
        for path in sorted(home.glob("*.toml"))
        if path.stem not in known
    )
    for name in (_ANY, *FAILURE_KINDS, _SECOND):
        table = read_table(home / f"{name}.toml", problems)
        advice.update(_advice_in(name, table, problems))
    feelings = _feelings_in(read_table(home / f"{_FEELINGS}.toml", problems), problems)
    problems.extend(
        _("any.toml: the step {step} has nothing under you_could_say").format(step=step)
        for step in STEPS
        if (_ANY, step) in advice and not advice[_ANY, step].you_could_say
    )
    if problems:
        raise GuideFileError(problems)
    return Guides(language, advice, feelings)


def _first_filled(layers: list[Advice], part: str) -> Any:  # noqa: ANN401 (a tuple of texts or a text, as the part has it)
    return next((getattr(layer, part) for layer in layers if getattr(layer, part)), getattr(Advice(), part))


def _advice_in(name: str, table: Mapping[str, Any], problems: list[str]) -> dict[tuple[str, str], Advice]:
    """Return the advice of one file by step; of each nature too where the file is the second failure's."""
    found: dict[tuple[str, str], Advice] = {}
    for step, told in table.items():
        if step not in STEPS or not isinstance(told, dict):
            hint = did_you_mean(step, STEPS)
            no_step = _("{file}: no step is called {word}{hint}")
            problems.append(no_step.format(file=f"{name}.toml", word=step, hint=hint))
            continue
        allowed = FAILURE_NATURES if name == _SECOND else ()
        natures = {key: told[key] for key in allowed if isinstance(told.get(key), dict)}
        plain = {key: value for key, value in told.items() if key not in natures}
        found[name, step] = _advice(plain, f"{name}.toml, {step}", problems)
        for nature, part in natures.items():
            found[f"{name}.{nature}", step] = _advice(part, f"{name}.toml, {step}.{nature}", problems)
    if name == _ANY and table:
        problems.extend(
            _("{file}: the step {step} is missing").format(file="any.toml", step=step)
            for step in STEPS
            if step not in table
        )
    return found


def _advice(told: Mapping[str, Any], place: str, problems: list[str]) -> Advice:
    known = {part.name for part in fields(Advice)}
    wrong = [
        _("nothing is called {word}{hint}").format(word=key, hint=did_you_mean(key, known))
        for key in told
        if key not in known
    ]
    parts: dict[str, tuple[str, ...]] = {}
    for key in sorted(known - {"because"}):
        texts = texts_in(told, key)
        if texts is None:
            wrong.append(_("{key} must be a list of texts").format(key=key))
        parts[key] = texts or ()
    because = told.get("because", "")
    if not isinstance(because, str):
        wrong.append(_("{key} must be a text").format(key="because"))
        because = ""
    wrong.extend(_sentence_problems(parts["you_could_say"]))
    problems.extend(f"{place}: {problem}" for problem in wrong)
    return Advice(because=because, **parts)


def _sentence_problems(phrases: tuple[str, ...]) -> list[str]:
    wrong = [problem for phrase in phrases for problem in find_problems(phrase, _GAPS)]
    if len(phrases) == 1:
        wrong.append(_("you_could_say needs at least two wordings"))
    wrong.extend(
        _("put {gap} and the words around it in [square brackets], so that they can be left out").format(
            gap="{" + gap + "}"
        )
        for phrase in phrases
        for gap in firm_gaps(phrase)
        if gap in _GAPS
    )
    if phrases and not any("customer" in gaps(phrase) for phrase in phrases):
        wrong.append(_("no wording carries the customer's name, {customer}"))
    return wrong


def _feelings_in(table: Mapping[str, Any], problems: list[str]) -> Feelings:
    words = table.get("words", {})
    joined = [table.get("comma", ""), table.get("last_and", "")]
    texts = [*words.values(), *joined] if isinstance(words, dict) else [None]
    if table and not all(isinstance(text, str) and text for text in texts):
        problems.append(_("feelings.toml: needs comma, last_and, and under [words] a text for each feeling"))
        return Feelings({}, "", "")
    return Feelings(words, *joined)
