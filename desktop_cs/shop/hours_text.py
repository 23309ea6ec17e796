"""Opening hours as a line of text, such as "Mon-Fri 09:00-18:00, Sat 10:00-14:00"."""

import re
from datetime import time

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.shop.opening_hours import Shift

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PART = re.compile(r"([a-z]{3})(?:-([a-z]{3}))? (\d{1,2}:\d{2})-(\d{1,2}:\d{2})")


def week_of(text: str) -> tuple[Shift | None, ...]:
    """Return the week that the text describes; days that it does not name are closed.

    Raises:
        UserError: A part of it cannot be read, or a day is named twice.
    """
    week: list[Shift | None] = [None] * 7
    for part in text.lower().split(","):
        first, last, shift = _part(part.strip(), text)
        if any(week[first : last + 1]):
            sentence = _("“{text}” names a day twice. Give each day its first opening and its last closing.")
            raise UserError(sentence.format(text=text), "hours")
        week[first : last + 1] = [shift] * (last - first + 1)
    return tuple(week)


def _part(part: str, text: str) -> tuple[int, int, Shift]:
    found = _PART.fullmatch(part)
    if found is None or found[1] not in _DAYS or (found[2] or "mon") not in _DAYS:
        raise _refusal(text)
    first = _DAYS.index(found[1])
    last = _DAYS.index(found[2]) if found[2] else first
    shift = Shift(_time(found[3], text), _time(found[4], text))
    if last < first or shift.closes <= shift.opens:
        raise _refusal(text)
    return first, last, shift


def _time(text: str, whole: str) -> time:
    try:
        return time.fromisoformat(text.zfill(5))
    except ValueError as error:
        raise _refusal(whole) from error


def _refusal(text: str) -> UserError:
    sentence = _("“{text}” are no opening hours. Write them like “Mon-Fri 09:00-18:00, Sat 10:00-14:00”.")
    return UserError(sentence.format(text=text), "hours")
