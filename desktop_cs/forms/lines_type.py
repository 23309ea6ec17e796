"""Answers of several lines, each with the same columns: promises, gestures, what was said."""

import json
from collections.abc import Mapping

from desktop_cs.errors import UserError
from desktop_cs.forms.checking import CheckContext, FieldType
from desktop_cs.forms.choice_types import CHOICE_TYPES
from desktop_cs.forms.definition import Column, Field, words_in
from desktop_cs.forms.moment_types import MOMENT_TYPES
from desktop_cs.forms.near_words import did_you_mean, shortened
from desktop_cs.forms.plain_types import PLAIN_TYPES
from desktop_cs.i18n import _

COLUMN_TYPES: Mapping[str, FieldType] = PLAIN_TYPES | MOMENT_TYPES | CHOICE_TYPES


def lines_of(stored: str) -> list[dict[str, str]]:
    """Return the lines of a stored `lines` answer, each with every column it was stored with; [] for ""."""
    lines: list[dict[str, str]] = json.loads(stored) if stored else []
    return lines


def line_gaps(field: Field, stored: str) -> list[tuple[int, Column]]:
    """Return what the lines still need before the step is finished: line number from 1, and column."""
    return [
        (number, column)
        for number, line in enumerate(lines_of(stored), start=1)
        for column in field.columns
        if column.required and not line.get(column.id)
    ]


def _check_lines(field: Field, raw: str, context: CheckContext) -> str:
    """Return the lines as compact JSON; lines in which nothing was written are left out.

    A line may lack a required column while it is a draft: `line_gaps` names it when the step is finished.
    """
    lines = [
        _checked_line(field, line, number, context) for number, line in enumerate(_raw_lines(raw), start=1)
    ]
    filled = [line for line in lines if any(line.values())]
    return _json(filled) if filled else ""


def _raw_lines(raw: str) -> list[dict[str, str]]:
    try:
        lines = json.loads(raw) if raw.strip() else []
    except (ValueError, RecursionError) as error:
        raise UserError(_("These lines could not be read. Please write them again.")) from error
    if not isinstance(lines, list) or not all(_is_raw_line(line) for line in lines):
        raise UserError(_("These lines could not be read. Please write them again."))
    return lines


def _is_raw_line(line: object) -> bool:
    return isinstance(line, dict) and all(isinstance(text, str) for text in line.values())


def _checked_line(
    field: Field, line: Mapping[str, str], number: int, context: CheckContext
) -> dict[str, str]:
    _refuse_unknown(field, line, number)
    checked = {}
    for column in field.columns:
        try:
            checked[column.id] = COLUMN_TYPES[column.type].check(
                _as_field(column), line.get(column.id, ""), context
            )
        except UserError as error:
            raise _at(number, words_in(column.label, context.language), error) from error
    return checked


def _shown_lines(field: Field, stored: str, context: CheckContext) -> str:
    return "\n".join(
        " · ".join(
            COLUMN_TYPES[column.type].shown(_as_field(column), line[column.id], context)
            for column in field.columns
            if line.get(column.id)
        )
        for line in lines_of(stored)
    )


def _lines_value(field: Field, value: object) -> str:
    if not isinstance(value, list) or not all(isinstance(line, dict) for line in value):
        raise UserError(
            _("A list of lines is needed here, such as [ {{ {column} = … }} ].").format(
                column=field.columns[0].id
            )
        )
    return _json([_raw_line(field, line, number) for number, line in enumerate(value, start=1)])


def _raw_line(field: Field, line: Mapping[str, object], number: int) -> dict[str, str]:
    _refuse_unknown(field, line, number)
    raw = {}
    for column in field.columns:
        if column.id in line:
            try:
                raw[column.id] = COLUMN_TYPES[column.type].from_value(_as_field(column), line[column.id])
            except UserError as error:
                raise _at(number, column.id, error) from error
    return raw


def _typed_lines(field: Field, stored: str, context: CheckContext) -> str:
    typed = [
        {
            column.id: COLUMN_TYPES[column.type].as_typed(_as_field(column), line.get(column.id, ""), context)
            for column in field.columns
        }
        for line in lines_of(stored)
    ]
    return _json(typed) if typed else ""


def _refuse_unknown(field: Field, line: Mapping[str, object], number: int) -> None:
    known = [column.id for column in field.columns]
    for key in line:
        if key not in known:
            sentence = _("Line {number}: there is no “{key}” here{hint}.")
            raise UserError(sentence.format(number=number, key=shortened(key), hint=did_you_mean(key, known)))


def _as_field(column: Column) -> Field:
    return Field(column.id, column.type, column.label, {}, options=column.options)


def _at(number: int, label: str, error: UserError) -> UserError:
    return UserError(_("Line {number}, {label}: {problem}").format(number=number, label=label, problem=error))


def _json(lines: list[dict[str, str]]) -> str:
    return json.dumps(lines, ensure_ascii=False, separators=(",", ":"))


LINES_TYPE = FieldType(_check_lines, _shown_lines, _lines_value, _typed_lines)
