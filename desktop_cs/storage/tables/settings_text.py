"""The settings of a shop as one JSON text, and back."""

import json
from dataclasses import fields
from datetime import date, time
from types import MappingProxyType
from typing import Any

from desktop_cs.shop.opening_hours import OpeningHours, Shift
from desktop_cs.shop.settings import Limit, ShopSettings
from desktop_cs.shop.staff import Role
from desktop_cs.storage.tables.fields import stored_json

_MADE = ("hours", "limits", "letter_hands")
_PLAIN = tuple(field.name for field in fields(ShopSettings) if field.name not in _MADE)


def settings_text(settings: ShopSettings) -> str:
    """Return the settings as JSON; days and times in ISO 8601, amounts in minor units."""
    hours = settings.hours
    return stored_json(
        {
            **{name: getattr(settings, name) for name in _PLAIN},
            "week": [shift and [shift.opens.isoformat(), shift.closes.isoformat()] for shift in hours.week],
            "closed_days": sorted(day.isoformat() for day in hours.closed_days),
            "time_zone": hours.zone_name,
            "letter_hands": dict(settings.letter_hands),
            "limits": {role: [limit.per_case, limit.per_day] for role, limit in settings.limits.items()},
        }
    )


def settings_from(text: str) -> ShopSettings:
    """Return the settings that `settings_text` wrote; what an older version did not know has its default."""
    stored: dict[str, Any] = json.loads(text)
    return ShopSettings(
        **{name: stored[name] for name in _PLAIN if name in stored},
        hours=OpeningHours(
            week=tuple(shift and Shift(*map(time.fromisoformat, shift)) for shift in stored["week"]),
            closed_days=frozenset(map(date.fromisoformat, stored["closed_days"])),
            zone_name=stored["time_zone"],
        ),
        letter_hands=MappingProxyType(stored.get("letter_hands", {})),
        limits=MappingProxyType({Role(role): Limit(*both) for role, both in stored["limits"].items()}),
    )
