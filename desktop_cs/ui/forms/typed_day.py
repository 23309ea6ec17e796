"""Reads days and times the way people type them. Knows no Qt."""

import re
import unicodedata
from datetime import date, time, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NEAR = {
    "today": 0, "yesterday": -1, "tomorrow": 1,
    "今天": 0, "昨天": -1, "前天": -2, "明天": 1, "后天": 2,
}  # fmt: skip
_DAY_PATTERNS = (
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2})(?:[-/. ](?P<year>\d{4}|\d\d)?)?",
    r"(?P<day>\d{1,2})\.? ?(?P<name>[a-z]{3,9})\.?,?(?: (?P<year>\d{4}))?",
    r"(?P<name>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:,? (?P<year>\d{4}))?",
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?",
)
_TIME = re.compile(
    r"(?P<half>上午|早上|下午|晚上)?(?P<hour>\d{1,2})"
    r"(?:[:.h](?P<minute>\d\d)|(?P<four>\d\d)|点(?:(?P<zh>\d{1,2})分?|(?P<zh_half>半))?|h)? ?(?P<pm>am|pm)?"
)


def read_day(text: str, today: date, *, past: bool) -> date | None:
    """Return the day that was typed, or None where it names none.

    Args:
        text: Such as "22.11.2026", "22/11", "2026-11-22", "22 Nov", "11月22日", "yesterday". Day before
            month, unless only the other order is in the calendar.
        today: The day of the shop.
        past: Whether a day without a year is the last such day; otherwise it is the nearest one.
    """
    typed = _plain(text)
    if typed in _NEAR:
        return today + timedelta(days=_NEAR[typed])
    for pattern in _DAY_PATTERNS:
        found = re.fullmatch(pattern, typed)
        if found:
            return _day_of(found.groupdict(), today, past=past)
    return None


def read_time(text: str) -> time | None:
    """Return the time that was typed, such as "10:30", "1030", "5 pm" or "下午5点半"; else None."""
    found = _TIME.fullmatch(_plain(text))
    if not found:
        return None
    hour = int(found["hour"])
    minute = 30 if found["zh_half"] else int(found["minute"] or found["four"] or found["zh"] or 0)
    if found["pm"] == "am" and hour == 12:
        hour = 0
    elif (found["pm"] == "pm" or found["half"] in {"下午", "晚上"}) and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def _day_of(found: dict[str, str | None], today: date, *, past: bool) -> date | None:
    day = int(found["day"] or 0)
    month = _month(found.get("name")) if found.get("name") else int(found.get("month") or 0)
    year = found.get("year")
    if year:
        return _in_calendar(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = [made for offset in (-1, 0, 1) if (made := _in_calendar(today.year + offset, month, day))]
    if past:
        near = [made for made in near if made <= today]
    return min(near, key=lambda made: abs(made - today), default=None)


def _month(name: str | None) -> int:
    short = (name or "")[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _in_calendar(year: int, month: int, day: int) -> date | None:
    if month > 12 >= day:
        month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None
