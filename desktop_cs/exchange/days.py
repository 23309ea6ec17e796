"""Days and moments as other programs write them."""

import re
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

PARTS = {"YYYY": "%Y", "MM": "%m", "DD": "%d", "hh": "%H", "mm": "%M", "ss": "%S"}
USUAL = ("YYYY-MM-DD", "YYYY-MM-DD hh:mm", "YYYY-MM-DD hh:mm:ss", "YYYY-MM-DDThh:mm", "YYYY-MM-DDThh:mm:ss")
MIDDAY = time(12)  # a day without a time: at midday no time zone moves it to another day of the month
_EARLIEST_YEAR = 1900


def is_pattern(pattern: str) -> bool:
    """Return whether a pattern such as "DD.MM.YYYY hh:mm" names year, month and day, and nothing unknown."""
    rest = re.sub("|".join(PARTS), "", pattern).replace("T", "")
    named_once = all(pattern.count(part) == 1 for part in ("YYYY", "MM", "DD"))
    return named_once and not re.search(r"[A-Za-z%]", rest)


def moment(text: str, patterns: tuple[str, ...], zone: ZoneInfo) -> datetime | None:
    """Return the moment in UTC that a text tells in the wall time of `zone`, or None when no pattern fits.

    A day without a time is taken at midday.
    """
    for pattern in patterns:
        try:
            wall = datetime.strptime(text.strip(), _directives(pattern))  # noqa: DTZ007 (the zone is put on below)
        except ValueError:
            continue
        if wall.year < _EARLIEST_YEAR:
            return None
        if "hh" not in pattern:
            wall = datetime.combine(wall, MIDDAY)
        return wall.replace(tzinfo=zone).astimezone(UTC)
    return None


def _directives(pattern: str) -> str:
    plain = pattern.replace("%", "%%")
    return re.sub("|".join(PARTS), lambda part: PARTS[part[0]], plain)
