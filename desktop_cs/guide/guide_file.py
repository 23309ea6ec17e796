"""The files of the guide: read as far as they can be, with every mistake named by its line."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_cs.guide.advice import PARTS, Advice, Fault, Hint, advice_from
from desktop_cs.i18n import _
from desktop_cs.phrases import did_you_mean

STEPS = ("apology", "review", "resolution", "logging")
# What a second failure came from. The first two call for different words.
# Source: Basso and Pizzutti 2016, Trust Recovery Following a Double Deviation (see practice.md 1).
FAILURE_NATURES = ("could_not", "did_not_keep_word", "both", "neither")
ANY, SECOND, FEELINGS = "any", "second_failure", "feelings"


@dataclass(frozen=True, slots=True)
class Feelings:
    """How feelings are named in a sentence, and how two of them are joined."""

    words: Mapping[str, str] = field(default_factory=dict)
    comma: str = ""
    last_and: str = ""

    def named(self, feelings: tuple[str, ...]) -> str:
        """Return the feelings as one phrase ("angry and let down"); unknown ones are left out."""
        words = [self.words[feeling] for feeling in feelings if feeling in self.words]
        return self.last_and.join([self.comma.join(words[:-1]), words[-1]] if len(words) > 1 else words)


@dataclass(frozen=True, slots=True)
class GuideFile:
    """One file: advice by (file, step), a nature as "second_failure.could_not"; what cannot be used of it."""

    advice: Mapping[tuple[str, str], Advice]
    problems: tuple[str, ...] = ()


def read_guide_file(path: Path) -> GuideFile:
    """Return what can be used of a file, and a sentence with the line for all that cannot. Never raises."""
    text, table, problems = _read(path)
    advice: dict[tuple[str, str], Advice] = {}
    for step, told in table.items():
        if step not in STEPS or not isinstance(told, dict):
            problems.append(_no_step(path.name, text, step))
            continue
        for name, part, header in _tables_of(path.stem, step, told):
            advice[name, step], faults = advice_from(part)
            problems.extend(_told(path.name, _line_of(text, header, fault), fault) for fault in faults)
    if path.stem == ANY and not problems:
        problems.extend(
            _("any.toml: the step {step} has nothing under you_could_say").format(step=step)
            for step in STEPS
            if (ANY, step) not in advice or not advice[ANY, step].you_could_say
        )
    return GuideFile(advice, tuple(problems))


def read_feelings(path: Path) -> tuple[Feelings, tuple[str, ...]]:
    """Return how feelings are named, or no words for any of them and what is wrong with the file."""
    _text, table, problems = _read(path)
    words = table.get("words", {})
    joined = [table.get("comma", ""), table.get("last_and", "")]
    texts = [*words.values(), *joined] if isinstance(words, dict) else [None]
    if table and not all(isinstance(text, str) and text for text in texts):
        problems.append(_("feelings.toml: needs comma, last_and, and under [words] a text for each feeling"))
    return (Feelings(), tuple(problems)) if problems else (Feelings(words, *joined), ())


def read_step(text: str) -> tuple[Advice, list[Fault]]:
    """Return the advice in the TOML text of one step, as a manager's version is kept, and what is wrong."""
    try:
        return advice_from(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError):
        return Advice(), [Fault(_("it is not written as TOML"))]


def text_of(advice: Advice) -> str:
    """Return the TOML text of an advice; `read_step` gives the same advice back."""
    lines = []
    for part in PARTS:
        if advice.hints(part):
            lines += [f"{part} = [", *(f"  {_written(hint)}," for hint in advice.hints(part)), "]"]
    if advice.because:
        lines.append(f"because = {_quoted(advice.because)}")
    return "\n".join(lines)


def _written(hint: Hint) -> str:
    if not hint.because:
        return _quoted(hint.text)
    return f"{{ text = {_quoted(hint.text)}, because = {_quoted(hint.because)} }}"


def _quoted(text: str) -> str:
    """Return a text as TOML writes it: JSON's quoting, and the one sign more that TOML forbids."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _read(path: Path) -> tuple[str, dict[str, Any], list[str]]:
    """Return the text of a file, the table in it, and what keeps it from being read."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return "", {}, [_("{file}: the file is missing").format(file=path.name)]
    except OSError as error:
        return "", {}, [_("{file}: cannot be read ({why})").format(file=path.name, why=error.strerror)]
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        fault = Fault(_("save the file as UTF-8 text"))
        return "", {}, [_told(path.name, raw.count(b"\n", 0, error.start) + 1, fault)]
    try:
        return text, tomllib.loads(text), []
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        sentence = _("this is not TOML; look for a missing quotation mark, comma or bracket")
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        return text, {}, [_told(path.name, line, Fault(sentence))]


def _tables_of(file: str, step: str, told: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """Yield the tables of a step: the plain one, and in the second failure's file one for each nature."""
    allowed = FAILURE_NATURES if file == SECOND else ()
    natures = {key: told[key] for key in allowed if isinstance(told.get(key), dict)}
    yield file, {key: value for key, value in told.items() if key not in natures}, f"[{step}]"
    for nature, part in natures.items():
        yield f"{file}.{nature}", part, f"[{step}.{nature}]"


def _no_step(file: str, text: str, word: str) -> str:
    sentence = _("no step is called {word}{hint}").format(word=word, hint=did_you_mean(word, STEPS))
    found = re.search(rf"^\s*\[?\s*{re.escape(word)}\b", text, re.MULTILINE)
    return _told(file, text.count("\n", 0, found.end() if found else 0) + 1, Fault(sentence))


def _line_of(text: str, header: str, fault: Fault) -> int:
    """Return the line of a fault: that of its hint, else of its part, else of its table; from 1."""
    start = max(text.find(header), 0)
    part = text.find(fault.part, start) if fault.part else -1
    sought = [json.dumps(fault.text, ensure_ascii=False)[1:-1], fault.text] if fault.text else []
    found = [place for place in (text.find(one, max(part, start)) for one in sought) if place >= 0]
    place = found[0] if found else part if part >= 0 else start
    return text.count("\n", 0, place) + 1


def _told(file: str, line: int, fault: Fault) -> str:
    place = _("{file}, line {line}: {problem}")
    return place.format(file=file, line=line, problem=fault.sentence)
