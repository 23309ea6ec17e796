"""Answers that are picked: choice, choices, checklist, yes or no."""

from desktop_cs.errors import UserError
from desktop_cs.forms.checking import CheckContext, FieldType, as_stored, text_value
from desktop_cs.forms.definition import Field, words_in
from desktop_cs.forms.near_words import did_you_mean, shortened
from desktop_cs.i18n import _, ngettext


def _check_choice(field: Field, raw: str, _context: CheckContext) -> str:
    picked = raw.strip()
    if picked:
        _known(field, picked)
    return picked


def _check_choices(field: Field, raw: str, _context: CheckContext) -> str:
    picked = {part.strip() for part in raw.split(",")} - {""}
    for option_id in sorted(picked):
        _known(field, option_id)
    if field.at_most is not None and len(picked) > field.at_most:
        sentence = ngettext("Please choose {count} at most.", "Please choose {count} at most.", field.at_most)
        raise UserError(sentence.format(count=field.at_most))
    return ",".join(option.id for option in field.options if option.id in picked)


def _known(field: Field, option_id: str) -> None:
    known = [option.id for option in field.options]
    if option_id not in known:
        sentence = _("There is no answer “{answer}” to choose here{hint}.")
        raise UserError(sentence.format(answer=shortened(option_id), hint=did_you_mean(option_id, known)))


def _check_yes_no(_field: Field, raw: str, _context: CheckContext) -> str:
    picked = raw.strip()
    if picked not in {"", "yes", "no"}:
        raise UserError(_("Please answer yes or no."))
    return picked


def _shown_choices(field: Field, stored: str, context: CheckContext) -> str:
    """Return the labels; an option that a later version no longer has is shown by its id."""
    labels = {option.id: words_in(option.label, context.language) for option in field.options}
    mark = "、" if context.language.startswith("zh") else ", "
    return mark.join(labels.get(option_id, option_id) for option_id in stored.split(","))


def _shown_yes_no(_field: Field, stored: str, _context: CheckContext) -> str:
    return _("Yes") if stored == "yes" else _("No")


def _choices_value(_field: Field, value: object) -> str:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UserError(_('A list of answers is needed here, such as ["regret", "repair_offer"].'))
    return ",".join(value)


def _yes_no_value(_field: Field, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    raise UserError(_("Please answer true or false here."))


_MANY = FieldType(_check_choices, _shown_choices, _choices_value, as_stored)

CHOICE_TYPES = {
    "choice": FieldType(_check_choice, _shown_choices, text_value, as_stored),
    "choices": _MANY,
    "checklist": _MANY,
    "yes_no": FieldType(_check_yes_no, _shown_yes_no, _yes_no_value, as_stored),
}
