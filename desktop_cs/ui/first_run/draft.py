"""What was typed in the first run so far. Nothing of it is stored before "Begin"."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QLocale, QTimeZone

from desktop_cs.i18n import language_in_use
from desktop_cs.shop.countries import country
from desktop_cs.shop.staff import Role

_NOWHERE = "US"  # where neither language nor time zone of the PC names a country


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """Somebody who works here, as typed."""

    name: str = ""
    role: Role = Role.COUNTER
    digits: str = field(default="", repr=False)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was typed."""
        return not (self.name.strip() or self.digits)


@dataclass(frozen=True, slots=True)
class Draft:
    """All three pages as typed, and which of them is at the front (0 to 2)."""

    page: int = 0
    country: str = ""
    currency: str = ""
    time_zone: str = "UTC"
    name: str = ""
    address: str = ""
    phone: str = ""
    logo: bytes | None = field(default=None, repr=False)
    letter_paper: str = "A5"
    report_paper: str = ""
    people: tuple[PersonDraft, ...] = (PersonDraft(role=Role.MANAGER),)


def first_draft() -> Draft:
    """Return what this PC knows by itself: country, its currency and paper, time zone."""
    zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    codes = [QLocale.territoryToCode(QLocale.system().territory())]
    codes.append(QLocale.territoryToCode(QTimeZone.systemTimeZone().territory()))
    known = (country(code, language_in_use()) for code in [*codes, _NOWHERE])
    here = next(one for one in known if one is not None)
    return Draft(
        country=here.code,
        currency=here.currency,
        report_paper=here.paper,
        time_zone=zone if _is_zone(zone) else "UTC",
    )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
