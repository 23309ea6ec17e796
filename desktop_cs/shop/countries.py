"""The countries a shop can be in, with the currency and the paper that are usual there.

Names and currencies come from CLDR by Babel, which is imported when the first of them is needed.
"""

from dataclasses import dataclass
from functools import cache

# Source: CLDR 48, supplemental measurementData, paperSize US-Letter; all other countries use ISO 216.
_ON_LETTER = frozenset(("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"))
# Where CLDR names several currencies: the one of them that prices are written in.
_MOST_USED = {"HT": "HTG", "PS": "ILS", "ZW": "USD"}
_SINCE_CLDR = {"BG": "EUR"}  # Source: Council Decision (EU) 2025/1407, from 1 January 2026
_NO_COUNTRIES = {"EU"}
_LOCALES = {"zh_CN": "zh_Hans_CN", "zh_TW": "zh_Hant_TW"}


@dataclass(frozen=True, slots=True)
class Country:
    """A country.

    Attributes:
        code: ISO 3166-1, two letters.
        name: In the language that was asked for.
        currency: ISO 4217 code of what prices are usually written in.
        paper: "Letter" or "A4", as usual there.
    """

    code: str
    name: str
    currency: str
    paper: str


@cache
def countries(language: str) -> tuple[Country, ...]:
    """Return every country that has a currency, by name as the language sorts without accents."""
    from babel.core import Locale  # noqa: PLC0415 (20 ms that only the first run and Settings need)

    names = Locale.parse(_LOCALES.get(language, language)).territories
    found = [
        Country(code, names[code], currency, "Letter" if code in _ON_LETTER else "A4")
        for code, currency in _currencies().items()
        if code in names
    ]
    return tuple(sorted(found, key=lambda one: _sorted_as(one.name)))


def country(code: str, language: str) -> Country | None:
    """Return the country with this code, or None where there is none."""
    return next((one for one in countries(language) if one.code == code), None)


@cache
def currencies(language: str) -> tuple[tuple[str, str], ...]:
    """Return (code, name) of every currency in use, by name."""
    from babel.core import Locale  # noqa: PLC0415 (as in `countries`)

    names = Locale.parse(_LOCALES.get(language, language)).currencies
    used = {(code, names.get(code, code)) for code in _currencies().values()}
    return tuple(sorted(used, key=lambda one: _sorted_as(one[1])))


@cache
def _currencies() -> dict[str, str]:
    """Return the usual currency of each country that has one today."""
    from babel.core import get_global  # noqa: PLC0415 (as in `countries`)

    found = {}
    for code, history in get_global("territory_currencies").items():
        in_use = [currency for currency, _since, until, tender in history if until is None and tender]
        if in_use and code not in _NO_COUNTRIES:
            found[code] = in_use[-1]
    return found | _MOST_USED | _SINCE_CLDR


def _sorted_as(name: str) -> str:
    """Return the name without accents and in small letters, so that Åland stands at A."""
    from unicodedata import combining, normalize  # noqa: PLC0415 (as in `countries`)

    return "".join(sign for sign in normalize("NFKD", name) if not combining(sign)).casefold()
