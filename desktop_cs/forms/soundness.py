"""What can be wrong with a form whose tables have the right shape."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from desktop_cs.errors import UserError
from desktop_cs.forms.definition import Column, Condition, Field, Form, Option
from desktop_cs.forms.field_types import COLUMN_TYPES, FIELD_TYPES, WITH_OPTIONS, CheckContext
from desktop_cs.forms.near_words import did_you_mean, shortened
from desktop_cs.i18n import _

STEPS = ("apology", "review", "resolution", "logging")  # what `folded_until` may wait for
RULES = (
    "second_failure",
    "apology_passed",
    "our_fault",
    "safety",
    "beyond_authority",
)  # what the desk reports

_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")  # stored with every answer, so plain in every file and table
_MAY_HAVE_DEFAULT = WITH_OPTIONS | {"yes_no", "number", "text"}
_LIMITED = {"at_most": {"number", "choices", "checklist"}, "at_least": {"number"}}
_DAYS = {"day", "day_and_time"}


def unsound(form: Form) -> list[str]:
    """Return everything that is wrong with the form, in the words of the person who edits it."""
    problems = _bad_ids([form.id], _("form"))
    problems += _bad_ids([section.id for section in form.sections], _("section"))
    problems += _bad_ids([field.id for field in form.fields()], _("field"))
    for section in form.sections:
        if section.folded_until and section.folded_until not in STEPS:
            problems.append(
                _("section “{id}”: there is no step “{step}”{hint}").format(
                    id=section.id,
                    step=shortened(section.folded_until),
                    hint=did_you_mean(section.folded_until, STEPS),
                )
            )
    earlier: dict[str, Field] = {}
    for field in form.fields():
        place = _("field “{id}”").format(id=field.id)
        problems += [f"{place}: {problem}" for problem in _field_problems(field, earlier)]
        earlier.setdefault(field.id, field)
    return problems


def _field_problems(field: Field, earlier: dict[str, Field]) -> Iterator[str]:
    yield from _type_problems(field.type, FIELD_TYPES)
    yield from _option_problems(field.type, field.options)
    yield from _column_problems(field)
    yield from _misplaced(field)
    if field.type in FIELD_TYPES:
        yield from _default_problems(field)
    if field.visible_when:
        yield from _condition_problems(field.visible_when, earlier)


def _type_problems(kind: str, known: Collection[str]) -> Iterator[str]:
    if kind and kind not in known:
        yield _("there is no type “{type}”{hint}").format(
            type=shortened(kind), hint=did_you_mean(kind, known)
        )


def _option_problems(kind: str, options: Sequence[Option]) -> Iterator[str]:
    if kind in WITH_OPTIONS and not options:
        yield _("its options are missing")
    if options and kind in FIELD_TYPES.keys() - WITH_OPTIONS:
        yield _("a field of type “{type}” has no options").format(type=kind)
    yield from _bad_ids([option.id for option in options], _("option"))


def _column_problems(field: Field) -> Iterator[str]:
    if field.type == "lines" and not field.columns:
        yield _("its columns are missing")
    if field.columns and field.type in FIELD_TYPES.keys() - {"lines"}:
        yield _("a field of type “{type}” has no columns").format(type=field.type)
    word = _("column")
    yield from _bad_ids([column.id for column in field.columns], word)
    for column in field.columns:
        yield from (f"{word} “{column.id}”: {problem}" for problem in _one_column(column))


def _one_column(column: Column) -> Iterator[str]:
    yield from _type_problems(column.type, COLUMN_TYPES)
    yield from _option_problems(column.type, column.options)


def _misplaced(field: Field) -> Iterator[str]:
    """Yield the limits that mean nothing for a field of this type, or contradict one another."""
    for name, kinds in _LIMITED.items():
        limit = getattr(field, name)
        if limit is not None and field.type not in kinds:
            yield _("“{key}” means nothing for type “{type}”").format(key=name, type=field.type)
    if field.not_in_future and field.type not in _DAYS:
        yield _("“{key}” means nothing for type “{type}”").format(key="not_in_future", type=field.type)
    if field.at_most is not None and field.at_most < (field.at_least or 1):
        yield _("“at_most” is too small")


def _default_problems(field: Field) -> Iterator[str]:
    if not field.default:
        return
    if field.type not in _MAY_HAVE_DEFAULT:
        yield _("a field of type “{type}” has no default").format(type=field.type)
        return
    nowhere = CheckContext("EUR", datetime.min, "en")  # noqa: DTZ901 (no type with a default looks at money or time)
    try:
        canonical = FIELD_TYPES[field.type].check(field, field.default, nowhere)
    except UserError as error:
        yield f"default: {error}"
        return
    if canonical != field.default:
        yield _("default: write it as “{text}”").format(text=canonical)


def _condition_problems(condition: Condition, earlier: dict[str, Field]) -> Iterator[str]:
    if condition.rule and condition.rule not in RULES:
        yield _("visible_when: there is no rule “{rule}”{hint}").format(
            rule=shortened(condition.rule), hint=did_you_mean(condition.rule, RULES)
        )
    if not condition.field:
        return
    asked = earlier.get(condition.field)
    if asked is None:
        yield _("visible_when: there is no earlier field “{id}”{hint}").format(
            id=shortened(condition.field), hint=did_you_mean(condition.field, earlier)
        )
        return
    answers = ["yes", "no"] if asked.type == "yes_no" else [option.id for option in asked.options]
    for answer in condition.one_of:
        if answer not in answers:
            yield _("visible_when: “{id}” has no answer “{answer}”{hint}").format(
                id=asked.id, answer=shortened(answer), hint=did_you_mean(answer, answers)
            )


def _bad_ids(ids: Sequence[str], kind: str) -> list[str]:
    """Return what is wrong with ids that stand side by side; empty ones were noted when they were read."""
    problems = [
        _("{kind} “{id}” is there twice").format(kind=kind, id=shortened(own_id))
        for own_id in sorted({own_id for own_id in ids if own_id and ids.count(own_id) > 1})
    ]
    problems += [
        _("{kind} “{id}”: an id is made of small letters a to z, digits and _, 40 at most").format(
            kind=kind, id=shortened(own_id)
        )
        for own_id in ids
        if own_id and not _ID.fullmatch(own_id)
    ]
    return problems
