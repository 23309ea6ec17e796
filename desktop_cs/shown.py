"""How dates, times, money and phone numbers are shown: one door for screen, paper and command line.

Formats come from CLDR by Babel, which is imported when the first of them is needed.
"""

from collections.abc import Iterable
from datetime import date, datetime, time

from desktop_cs.money import minor_digits


def day(value: date, language: str) -> str:
    """Return a day with its year, such as "22 Nov 2026" or "2026年11月22日"."""
    from babel.dates import format_date  # noqa: PLC0415 (20 ms that the first window need not wait for)

    return str(format_date(value, _PATTERNS.get(language, _PATTERNS["en"])["day"], locale=_locale(language)))


def long_day(value: date, language: str) -> str:
    """Return a day with its weekday, such as "Sunday, 22 November"."""
    from babel.dates import format_date  # noqa: PLC0415 (as in `day`)

    return str(
        format_date(value, _PATTERNS.get(language, _PATTERNS["en"])["long_day"], locale=_locale(language))
    )


def short_day(value: date, language: str) -> str:
    """Return a near day, such as "Tue 24 Nov"."""
    from babel.dates import format_date  # noqa: PLC0415 (as in `day`)

    return str(
        format_date(value, _PATTERNS.get(language, _PATTERNS["en"])["short_day"], locale=_locale(language))
    )


def month(value: date, language: str) -> str:
    """Return a month with its year, such as "November 2026"."""
    from babel.dates import format_date  # noqa: PLC0415 (as in `day`)

    return str(
        format_date(value, _PATTERNS.get(language, _PATTERNS["en"])["month"], locale=_locale(language))
    )


def clock_time(value: datetime | time) -> str:
    """Return a time of day as "14:05"; the shop's four languages all read it so."""
    return value.strftime("%H:%M")


def day_and_time(value: datetime, language: str) -> str:
    """Return a moment of the shop's wall time, such as "22 Nov 2026, 14:05"."""
    mark = " " if language.startswith("zh") else ", "
    return f"{day(value.date(), language)}{mark}{clock_time(value)}"


def near_moment(value: datetime, now: datetime, language: str) -> str:
    """Return a moment as people say it: the time alone today, else the near day with the time."""
    if value.date() == now.date():
        return clock_time(value)
    near = short_day if abs((value.date() - now.date()).days) < 300 else day
    return f"{near(value.date(), language)} {clock_time(value)}"


def money(units: int, currency: str, language: str) -> str:
    """Return whole minor units as an amount with its currency, such as "$12.50"."""
    from decimal import Decimal  # noqa: PLC0415 (as Babel)

    from babel.numbers import format_currency  # noqa: PLC0415 (as in `day`)

    amount = Decimal(units).scaleb(-minor_digits(currency))
    return str(format_currency(amount, currency, locale=_locale(language)))


def number(value: int | float, language: str) -> str:
    """Return a number with the grouping of the language."""
    from babel.numbers import format_decimal  # noqa: PLC0415 (as in `day`)

    return str(format_decimal(value, locale=_locale(language)))


def percent(share: float, language: str) -> str:
    """Return a share of one as whole percent, such as "75%"."""
    from babel.numbers import format_percent  # noqa: PLC0415 (as in `day`)

    return str(format_percent(round(share, 2), locale=_locale(language)))


_PATTERNS = {
    "en": {"day": "d MMM y", "long_day": "EEEE, d MMMM", "short_day": "EEE d MMM", "month": "MMMM y"},
    "zh_CN": {"day": "y年M月d日", "long_day": "M月d日EEEE", "short_day": "M月d日EEE", "month": "y年M月"},
}


def listed(words: Iterable[str], language: str) -> str:
    """Return words one after the other, such as "tea, milk" or "茶、奶".

    Source: GB/T 15834-2011 4.5, the enumeration comma of Chinese.
    """
    return ("、" if language.startswith("zh") else ", ").join(words)


def _locale(language: str) -> str:
    return {"zh_CN": "zh_Hans_CN", "zh_TW": "zh_Hant_TW"}.get(language, language)
