"""Reading the small TOML file that says which column of a table becomes what in a case.

    source = "cfpb"                       # whose references these are: the same one never comes in twice
    encoding = "utf-8"                    # only when it cannot be found out
    delimiter = ","                       # the same
    day_formats = ["DD.MM.YYYY"]
    join = " – "                          # between columns that together make one text
    nothing = ["N/A", "Unknown"]          # words that mean that nothing is written

    [columns]                             # our name = heading, or several headings
    one_line = ["Issue", "Sub-issue"]
    [answers.review]                      # step and id of the question = heading
    in_their_words = { columns = "Story", in_line = "text" }   # as one line of a question with lines
    [constants]                           # where the columns give nothing; headings in braces
    who = "Customer {Complaint ID}"
    [values.failure_kind]                 # their word = our word
    "Late fee" = "price_or_bill"
    default = "something_else"

Every mistake in it is found and told at once.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from desktop_cs.errors import ShopError, UserError
from desktop_cs.exchange.days import USUAL, is_pattern
from desktop_cs.exchange.encodings import is_known
from desktop_cs.exchange.import_map import (
    ANSWERS,
    CHOICES,
    NAMES,
    NEEDED,
    ImportMap,
    Origin,
    Questions,
)
from desktop_cs.i18n import _

_KEYS = (
    "source",
    "encoding",
    "delimiter",
    "join",
    "nothing",
    "day_formats",
    "columns",
    "answers",
    "constants",
    "values",
)
_ORIGIN_KEYS = ("columns", "in_line")
_GAP = re.compile(r"\{([^{}]*)\}")


class MapFileError(UserError):
    """A map file with mistakes; `problems` holds every one of them as a sentence."""

    def __init__(self, name: str, problems: list[str]) -> None:
        listed = "\n".join(f"  - {problem}" for problem in problems)
        super().__init__(_("The map {name} has to be mended first:").format(name=name) + "\n" + listed)
        self.problems = tuple(problems)


def load_map(path: Path, questions: Questions | None = None) -> ImportMap:
    """Return the map in a TOML file.

    Args:
        path: The file; its name without ending is the source where it states none.
        questions: The steps, their questions and the ids of their options: what answers and values may be.

    Raises:
        ShopError: The file cannot be read.
        MapFileError: It has mistakes.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        sentence = _("The map {name} cannot be read ({why}). Nothing was taken over.")
        raise ShopError(sentence.format(name=path.name, why=error.strerror), str(error)) from error
    except ValueError as error:  # not TOML, or not UTF-8
        raise MapFileError(
            path.name, [_("it is not written as TOML in UTF-8 ({why})").format(why=error)]
        ) from error
    reader = _MapReader(table, questions)
    found = reader.read(path.stem)
    if reader.problems:
        raise MapFileError(path.name, reader.problems)
    return found


def check_headings(import_map: ImportMap, headers: Collection[str]) -> None:
    """Compare the headings that a map names with those of a table.

    Raises:
        UserError: Some are not in the table, or nothing gives what every case needs; all are named at once.
    """
    named = {column for origin in import_map.origins.values() for column in _headings(origin)}
    problems = [
        _("the table has no column “{name}”{hint}").format(name=name, hint=_hint(name, headers))
        for name in sorted(named - set(headers))
    ]
    problems += [
        _("nothing gives {name}; every case needs it").format(name=name)
        for name in NEEDED
        if name not in import_map.origins
    ]
    if problems:
        listed = "\n".join(f"  - {problem}" for problem in problems)
        raise UserError(_("The map and the table do not go together:") + "\n" + listed)


def _headings(origin: Origin) -> list[str]:
    return [*origin.columns, *_GAP.findall(origin.constant)]


class _MapReader:
    """Reads one map and collects what is wrong with it."""

    def __init__(self, table: Mapping[str, Any], questions: Questions | None) -> None:
        self.problems: list[str] = []
        self._table = table
        self._questions = questions

    def read(self, stem: str) -> ImportMap:
        self._refuse_unknown(self._table, _KEYS, "")
        origins = self._columns() | self._answers()
        for name, text in self._part("constants").items():
            if self._is_name(name, "constants") and self._is_text(text, f"constants.{name}"):
                before = origins.get(name, Origin())
                origins[name] = Origin(before.columns, text, before.in_line)
        self.problems += [
            _("{name} is missing: say which column gives it").format(name=name)
            for name in NEEDED
            if name not in origins
        ]
        values, defaults = self._values()
        self._check_constants(origins, values)
        return ImportMap(
            source=self._text("source", stem),
            origins=origins,
            values=values,
            defaults=defaults,
            encoding=self._encoding(),
            delimiter=self._delimiter(),
            join=self._text("join", " – "),
            nothing=frozenset(self._texts("nothing")),
            day_formats=self._day_formats(),
        )

    def _columns(self) -> dict[str, Origin]:
        part = self._part("columns")
        self._refuse_unknown(part, NAMES, "columns")
        return {name: self._origin(value, f"columns.{name}") for name, value in part.items()}

    def _answers(self) -> dict[str, Origin]:
        origins = {}
        for step, part in self._part("answers").items():
            if not isinstance(part, dict):
                self.problems.append(_("answers.{step} has to be a table").format(step=step))
                continue
            for question, value in part.items():
                name = f"{step}.{question}"
                if self._is_answer(name, "answers"):
                    origins[name] = self._origin(value, f"answers.{name}")
        return origins

    def _origin(self, value: object, place: str) -> Origin:
        in_line = ""
        if isinstance(value, dict):
            self._refuse_unknown(value, _ORIGIN_KEYS, place)
            in_line = str(value.get("in_line", ""))
            value = value.get("columns")
        if isinstance(value, str):
            return Origin((value,), in_line=in_line)
        if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            return Origin(tuple(value), in_line=in_line)
        self.problems.append(_("{place} has to be a heading or a list of headings").format(place=place))
        return Origin()

    def _values(self) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
        values, defaults = {}, {}
        for name, part in self._flat_values():
            if not self._is_name(name, "values"):
                continue
            wrong = [key for key, text in part.items() if not isinstance(text, str)]
            self.problems += [
                _("values.{name}, “{key}”: a text is needed").format(name=name, key=key) for key in wrong
            ]
            translations = {key: text for key, text in part.items() if key not in wrong}
            self._check_options(name, translations.values())
            if "default" in translations:
                defaults[name] = translations.pop("default")
            values[name] = translations
        return values, defaults

    def _flat_values(self) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """Yield the tables of [values.failure_kind] and of [values.resolution.problem_solved] alike."""
        for name, part in self._part("values").items():
            if not isinstance(part, dict):
                self.problems.append(_("values.{name} has to be a table").format(name=name))
            elif part and all(isinstance(one, dict) for one in part.values()):
                yield from ((f"{name}.{question}", one) for question, one in part.items())
            else:
                yield name, part

    def _check_constants(self, origins: Mapping[str, Origin], values: Mapping[str, object]) -> None:
        for name, origin in origins.items():
            if origin.constant and not _GAP.search(origin.constant) and name not in values:
                self._check_options(name, [origin.constant])

    def _check_options(self, name: str, words: Iterable[str]) -> None:
        options = options_of(name, self._questions)
        self.problems += [
            _("{name}: “{word}” is none of its answers{hint}").format(
                name=name, word=word, hint=_hint(word, options)
            )
            for word in dict.fromkeys(words)
            if word and options and word not in options
        ]

    def _is_name(self, name: str, place: str) -> bool:
        if "." in name:
            return self._is_answer(name, place)
        if name in NAMES:
            return True
        self.problems.append(_unknown(f"{place}.{name}", name, NAMES))
        return False

    def _is_answer(self, name: str, place: str) -> bool:
        if self._questions is None:
            return True
        known = [f"{step}.{question}" for step, part in self._questions.items() for question in part]
        if name in known:
            return True
        self.problems.append(_unknown(f"{place}.{name}", name, known))
        return False

    def _encoding(self) -> str:
        encoding = self._text("encoding", "")
        if encoding and not is_known(encoding):
            self.problems.append(_("no encoding is called “{name}”").format(name=encoding))
        return encoding

    def _delimiter(self) -> str:
        delimiter = self._text("delimiter", "")
        if len(delimiter) > 1:
            self.problems.append(_("delimiter has to be one character"))
        return delimiter

    def _day_formats(self) -> tuple[str, ...]:
        formats = self._texts("day_formats") or USUAL
        self.problems += [
            _("day_formats: “{pattern}” is not made of YYYY, MM, DD, hh, mm and ss").format(pattern=pattern)
            for pattern in formats
            if not is_pattern(pattern)
        ]
        return formats

    def _texts(self, key: str) -> tuple[str, ...]:
        texts = self._table.get(key, [])
        if isinstance(texts, list) and all(isinstance(text, str) for text in texts):
            return tuple(texts)
        self.problems.append(_("{place} has to be a list of texts").format(place=key))
        return ()

    def _text(self, key: str, default: str) -> str:
        text = self._table.get(key, default)
        return text if self._is_text(text, key) else default

    def _is_text(self, text: object, place: str) -> bool:
        if not isinstance(text, str):
            self.problems.append(_("{place} has to be a text").format(place=place))
        return isinstance(text, str)

    def _part(self, key: str) -> dict[str, Any]:
        part = self._table.get(key, {})
        if isinstance(part, dict):
            return part
        self.problems.append(_("{place} has to be a table").format(place=key))
        return {}

    def _refuse_unknown(self, part: Mapping[str, object], known: Collection[str], place: str) -> None:
        self.problems += [
            _unknown(f"{place}.{key}" if place else key, key, known) for key in part if key not in known
        ]


def options_of(name: str, questions: Questions | None) -> Collection[str]:
    """Return the words that may stand for "finding" or "resolution.problem_solved"; () when any may."""
    step, _mark, question = name.partition(".")
    asked = (step, question) if question else ANSWERS.get(name)
    from_forms = (questions or {}).get(asked[0], {}).get(asked[1], ()) if asked else ()
    return from_forms or CHOICES.get(name, ())


def _unknown(place: str, word: str, known: Collection[str]) -> str:
    return _("nothing is called “{name}”{hint}").format(name=place, hint=_hint(word, known))


def _hint(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return " " + _("(did you mean “{word}”?)").format(word=close[0]) if close else ""
