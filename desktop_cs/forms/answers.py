"""Check a whole form's answers, say what is missing, and list them for reading."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from desktop_cs.errors import UserError
from desktop_cs.forms.definition import Answers, Field, Form, words_in
from desktop_cs.forms.field_types import FIELD_TYPES, CheckContext, line_gaps
from desktop_cs.forms.near_words import did_you_mean, shortened
from desktop_cs.i18n import _


@dataclass(frozen=True, slots=True)
class Checked:
    """Checked answers: canonical text by field id, and a sentence for each that is not yet right.

    No field is in both. An empty answer is in neither.
    """

    stored: dict[str, str]
    problems: dict[str, str]


def check(form: Form, raw: Mapping[str, str], context: CheckContext, rules: Collection[str] = ()) -> Checked:
    """Return the answers that were typed, checked in reading order.

    Hidden and retired questions are neither checked nor stored. An answer with a problem counts as not
    given for the questions that depend on it.

    Args:
        form: The form that was filled in.
        raw: What staff typed, by field id.
        context: The shop's surroundings.
        rules: Names of the rules that hold for the case.
    """
    checked = Checked({}, _unknown_fields(form, raw))
    for field in form.fields():
        if not field.is_asked(checked.stored, rules):
            continue
        try:
            canonical = FIELD_TYPES[field.type].check(field, raw.get(field.id, ""), context)
        except UserError as error:
            checked.problems[field.id] = str(error)
            continue
        if canonical:
            checked.stored[field.id] = canonical
    return checked


def missing(form: Form, stored: Answers, rules: Collection[str] = ()) -> list[Field]:
    """Return the questions that are asked and still keep the step from being finished.

    These are required ones without an answer, and answers of several lines in which a line lacks a
    required column.
    """
    return [
        field
        for field in form.fields()
        if field.is_asked(stored, rules)
        and ((field.required and not stored.get(field.id)) or _has_line_gaps(field, stored))
    ]


def from_table(
    form: Form, table: Mapping[str, object], context: CheckContext, rules: Collection[str] = ()
) -> Checked:
    """Return the answers of one table of an answers file, checked like typed ones.

    Nothing is dropped in silence: an unknown key, and an answer to a question that is not asked in this
    case, are problems too.
    """
    raw: dict[str, str] = {}
    unreadable: dict[str, str] = {}
    for field in form.fields():
        if field.id in table:
            try:
                raw[field.id] = FIELD_TYPES[field.type].from_value(field, table[field.id])
            except UserError as error:
                unreadable[field.id] = str(error)
    checked = check(form, raw, context, rules)
    unasked = {
        field.id: _("This is not asked here, going by the other answers.")
        for field in form.fields()
        if raw.get(field.id) and not field.is_asked(checked.stored, rules)
    }
    return Checked(checked.stored, _unknown_fields(form, table) | unasked | checked.problems | unreadable)


def express_form(form: Form) -> Form:
    """Return the form with only the questions of the express page; sections without any are left out."""
    sections = (
        replace(section, fields=tuple(field for field in section.fields if field.express))
        for section in form.sections
    )
    return replace(form, sections=tuple(section for section in sections if section.fields))


def summary_rows(
    form: Form,
    stored: Answers,
    context: CheckContext,
    rules: Collection[str] = (),
    *,
    with_private: bool = False,
) -> list[tuple[str, str, str]]:
    """Return (field id, label, answer as a person reads it) for every answered question, in reading order.

    Retired questions that were answered are kept; private ones come only `with_private`.
    """
    return [
        (
            field.id,
            words_in(field.label, context.language),
            FIELD_TYPES[field.type].shown(field, stored[field.id], context),
        )
        for field in form.fields()
        if stored.get(field.id)
        and (field.retired or field.is_asked(stored, rules))
        and (with_private or not field.private)
    ]


def _has_line_gaps(field: Field, stored: Answers) -> bool:
    """Return whether a line of this answer lacks a required column."""
    return field.type == "lines" and bool(line_gaps(field, stored.get(field.id, "")))


def _unknown_fields(form: Form, given: Collection[str]) -> dict[str, str]:
    known = [field.id for field in form.fields()]
    return {
        key: _("There is no question “{key}”{hint}.").format(
            key=shortened(key), hint=did_you_mean(key, known)
        )
        for key in given
        if key not in known
    }
