"""Entitlement, goodwill and extra: three lines that are never mixed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

GENEROUS_SHARE = (
    1.5  # Source: Haesevoets et al. 2017: above about 150 % of the price more money gains nothing
)


@dataclass(frozen=True, slots=True)
class GestureLine:
    """One thing given on top of what is owed; cost in minor units."""

    gesture: str
    cost: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Remedies:
    """What was given: owed by law or warranty, added to put it right, and the surprise on top."""

    entitlement_kind: str = ""
    entitlement_value: int = 0
    goodwill: tuple[GestureLine, ...] = ()
    extra: tuple[GestureLine, ...] = ()
    charged: int = 0

    @property
    def spent(self) -> int:
        """Return goodwill plus extra in minor units: what authority and budget count."""
        return sum(line.cost for line in (*self.goodwill, *self.extra))

    @property
    def money_back(self) -> int:
        """Return what was paid back or taken off the price as owed, in minor units."""
        return self.entitlement_value if self.entitlement_kind in ("money_back", "price_cut") else 0

    @property
    def is_given(self) -> bool:
        """Return whether anything at all was given."""
        return self.entitlement_kind not in ("", "none") or bool(self.goodwill or self.extra)

    def is_beyond_generous(self, price: int) -> bool:
        """Return whether entitlement, goodwill and extra together go beyond 150 % of the price."""
        return price > 0 and self.entitlement_value + self.spent > GENEROUS_SHARE * price


def remedies_of(answers: Mapping[str, str]) -> Remedies:
    """Return what the answers of the resolution form say was given."""
    return Remedies(
        entitlement_kind=answers.get("entitlement_kind", ""),
        entitlement_value=int(answers.get("entitlement_value") or 0),
        goodwill=gesture_lines(answers.get("goodwill", "")),
        extra=gesture_lines(answers.get("extra", "")),
        charged=int(answers.get("charged") or 0),
    )


def gesture_lines(text: str) -> tuple[GestureLine, ...]:
    """Return the gestures of a stored answer, `goodwill` or `extra`; none for ""."""
    rows = json.loads(text) if text else []
    return tuple(
        GestureLine(row.get("gesture", ""), int(row.get("cost") or 0), row.get("reason", "")) for row in rows
    )
