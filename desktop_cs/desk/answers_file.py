"""An answers file: a whole case in one TOML file, checked before anything of it is stored."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_cs.cases.case import HOW_REACHED, MOODS, REPORTERS, THREATS
from desktop_cs.cases.steps import Step
from desktop_cs.desk.answers_keys import AFTER_KEYS, BEFORE_KEYS, CASE_KEYS, SHOP_KEYS, TABLES, unknown_keys
from desktop_cs.desk.answers_shape import customer_problems, shape_problems
from desktop_cs.errors import UserError
from desktop_cs.forms.near_words import did_you_mean
from desktop_cs.i18n import _, normal_language
from desktop_cs.letters.languages import WRITTEN_LANGUAGES

_CHOICES = {
    "reported_by": REPORTERS,
    "how_reached": HOW_REACHED,
    "mood": MOODS,
    "threatens": THREATS,
    "language_of_letters": WRITTEN_LANGUAGES,
}


class AnswersFileError(UserError):
    """An answers file cannot be used; `problems` names every mistake, one sentence each."""

    def __init__(self, path: Path, problems: Iterable[str]) -> None:
        self.problems = list(problems)
        told = "\n".join(f"  - {problem}" for problem in self.problems)
        intro = _("{file} was not stored; nothing was changed. Please mend:").format(file=path.name)
        super().__init__(f"{intro}\n{told}")


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """The tables of an answers file, with known keys only."""

    path: Path
    case: Mapping[str, Any]
    steps: Mapping[Step, Mapping[str, Any]]
    shop: Mapping[str, Any]
    before: tuple[Mapping[str, Any], ...]
    after: tuple[Mapping[str, Any], ...]
    approval: Mapping[str, Any] = field(default_factory=dict)

    @property
    def customer(self) -> Mapping[str, Any]:
        """Return the customer as a table; {} where there is none."""
        named = self.case.get("customer", {})
        return {"name": named} if isinstance(named, str) else named


def read_answers_file(path: Path) -> AnswersFile:
    """Return the tables of the file.

    Raises:
        AnswersFileError: Something in it is unknown, missing or of the wrong kind; all of it is listed.
        UserError: It cannot be read or is no TOML.
    """
    data = _toml(path)
    problems = unknown_keys(data, TABLES, "")
    problems += [p for name, keys in _TABLE_KEYS for p in _table_problems(data, name, keys)]
    problems += [p for name, keys in _LIST_KEYS for p in _list_problems(data, name, keys)]
    if isinstance(data.get("case"), dict):
        data["case"] = _with_our_codes(data["case"])
        problems += _case_problems(data["case"])
    elif "case" not in data:
        problems.append(_("There is no table [case]."))
    if not problems:
        problems = shape_problems(data)
    if problems:
        raise AnswersFileError(path, problems)
    resolution = dict(data.get("resolution", {}))
    approval = resolution.pop("approval", {})
    steps = {step: data.get(step, {}) for step in Step} | {Step.RESOLUTION: resolution}
    return AnswersFile(
        path,
        data["case"],
        steps,
        data.get("shop", {}),
        tuple(data.get("before", ())),
        tuple(data.get("after", ())),
        approval,
    )


_TABLE_KEYS = (("case", CASE_KEYS), ("shop", SHOP_KEYS), *((str(step), None) for step in Step))
_LIST_KEYS = (("before", BEFORE_KEYS), ("after", AFTER_KEYS))


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UserError(_("{file} cannot be read. Is the name right?").format(file=path)) from error
    except UnicodeDecodeError as error:
        raise UserError(_("{file} is not a UTF-8 text. Save it as UTF-8.").format(file=path.name)) from error
    except (ValueError, RecursionError) as error:  # also numbers and nesting beyond all measure
        sentence = _("{file} is not a sound TOML file: {where}").format(file=path.name, where=error)
        raise UserError(sentence) from error


def _table_problems(data: Mapping[str, Any], name: str, keys: tuple[str, ...] | None) -> list[str]:
    if name not in data:
        return []
    table = data[name]
    if not isinstance(table, dict):
        return [_("[{table}] has to be a table.").format(table=name)]
    return [] if keys is None else unknown_keys(table, keys, name)


def _list_problems(data: Mapping[str, Any], name: str, keys: tuple[str, ...]) -> list[str]:
    rows = data.get(name, [])
    if not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
        return [_("[[{table}]] has to be a list of tables.").format(table=name)]
    return [problem for row in rows for problem in unknown_keys(row, keys, name)]


def _with_our_codes(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return the case with its languages spelled as we do: "zh-Hans" is "zh_CN"."""
    ours = dict(case)
    for table, key in ((ours, "language_of_letters"), (ours.get("customer"), "language")):
        if isinstance(table, dict) and isinstance(table.get(key), str):
            table[key] = normal_language(table[key])
    return ours


def _case_problems(case: Mapping[str, Any]) -> list[str]:
    problems = []
    customer = case.get("customer")
    problems += customer_problems(customer, "case.customer")
    if not customer and case.get("reported_by", "customer") == "customer":
        problems.append(_("case: say who the customer is, or who reported it (reported_by)."))
    if not str(case.get("one_line", "")).strip():
        problems.append(_("case: one_line is needed."))
    for key, known in _CHOICES.items():
        if key in case and case[key] not in known:
            shown = _("case.{key}: there is no “{value}”{hint}.")
            problems.append(shown.format(key=key, value=case[key], hint=did_you_mean(str(case[key]), known)))
    return problems


def moment_text(value: object) -> str:
    """Return a date or time of a TOML file as ISO text; a text stays as it is."""
    return value.isoformat() if isinstance(value, datetime) else str(value)
