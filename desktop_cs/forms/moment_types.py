"""Answers that are a day, or a day with a time of the shop's wall clock."""

import re
import unicodedata
from datetime import date, datetime

from desktop_cs import shown
from desktop_cs.errors import UserError
from desktop_cs.forms.checking import CheckContext, FieldType, as_stored
from desktop_cs.forms.definition import Field
from desktop_cs.i18n import _

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:00(\.0+)?)?", re.ASCII)


def _check_day(field: Field, raw: str, context: CheckContext) -> str:
    typed = _plain(raw)
    if not typed:
        return ""
    if not _DAY.fullmatch(typed):
        raise UserError(_("“{text}” is not a day. Write it like 2026-11-22.").format(text=raw.strip()))
    day = _real_day(typed, raw)
    if field.not_in_future and day > context.now.date():
        raise UserError(_("This day is still to come. Please choose today or an earlier day."))
    return typed


def _check_day_and_time(field: Field, raw: str, context: CheckContext) -> str:
    typed = _plain(raw)
    found = _MOMENT.fullmatch(typed)
    if not typed or _DAY.fullmatch(typed):
        return _check_day(field, raw, context)
    if found is None:
        sentence = _("“{text}” is not a day and time. Write it like 2026-11-22 14:05.")
        raise UserError(sentence.format(text=raw.strip()))
    _real_day(found[1], raw)
    moment = _real_moment(f"{found[1]}T{found[2]}", raw)
    if field.not_in_future and moment > context.now:
        raise UserError(_("This time is still to come. Please choose one that has passed."))
    return f"{found[1]}T{found[2]}"


def _plain(raw: str) -> str:
    return unicodedata.normalize("NFKC", raw).strip()


def _real_day(typed: str, raw: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise UserError(_("“{text}” is not in the calendar.").format(text=raw.strip())) from error


def _real_moment(typed: str, raw: str) -> datetime:
    try:
        return datetime.fromisoformat(typed)
    except ValueError as error:
        raise UserError(_("There is no such time: “{text}”.").format(text=raw.strip())) from error


def _shown_moment(_field: Field, stored: str, context: CheckContext) -> str:
    if "T" in stored:
        return shown.day_and_time(datetime.fromisoformat(stored), context.language)
    return shown.day(date.fromisoformat(stored), context.language)


def _day_value(_field: Field, value: object) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str):
        return value
    raise UserError(_("A day is needed here, such as 2026-11-22."))


def _moment_value(_field: Field, value: object) -> str:
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.isoformat()
    if isinstance(value, str) or (isinstance(value, date) and not isinstance(value, datetime)):
        return str(value)
    raise UserError(_("A day and time of the shop is needed here, such as 2026-11-22T14:05:00."))


MOMENT_TYPES = {
    "day": FieldType(_check_day, _shown_moment, _day_value, as_stored),
    "day_and_time": FieldType(_check_day_and_time, _shown_moment, _moment_value, as_stored),
}
