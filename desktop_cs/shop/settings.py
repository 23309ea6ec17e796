"""What a shop decides once: who it is, how it works, what its people may spend."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from types import MappingProxyType

from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.shop.staff import Role

_USUAL_HOURS = OpeningHours(weekdays(time(9), time(18)))


@dataclass(frozen=True, slots=True)
class Limit:
    """What one person may give without asking, in minor units; None is no limit of that kind."""

    per_case: int | None = None
    per_day: int | None = None


def _no_limits() -> Mapping[Role, Limit]:
    return MappingProxyType({Role.COUNTER: Limit(5000, 20000), Role.TECHNICIAN: Limit(15000, 30000)})


def _usual_hands() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """The shop's own decisions.

    Amounts are in minor units of `currency`; days and minutes as their names say. The defaults of the
    follow-ups are the practice's (Source: practice.md 5), the window of a second failure and the margin are
    those of the first worked case (Source: steps.md). `silence_after_minutes` is working time;
    after `cover_after_minutes` without anybody at the window it is covered. The budget
    is so many hundredths of a percent of the revenue (Source: practice.md 3: 0.5 % at one company).
    `letter_hands` names the hand of each language that has not its usual one; the other `letter_` words are
    those of `letters.look`.
    The `keep_` years say how long words of closed cases are kept, 0 for good; see `shop.keeping_times`.
    `limits_currency` is the currency in which the limits were set, "" for the shop's own.
    """

    name: str = ""
    address: str = ""
    phone: str = ""
    country: str = "US"
    currency: str = "USD"
    language: str = "en"
    letter_paper: str = "A5"
    letter_hands: Mapping[str, str] = field(default_factory=_usual_hands)
    letter_pen: str = "ball"
    letter_degree: str = "natural"
    letter_ink: str = "blue_black"
    letter_ruling: str = "none"
    letter_signing: str = "written"
    report_paper: str = "A4"
    hours: OpeningHours = _USUAL_HOURS
    limits: Mapping[Role, Limit] = field(default_factory=_no_limits)
    second_failure_window_days: int = 90
    promise_margin_days: int = 1
    immediate_after_minutes: int = 20
    wrap_up_after_days: int = 7
    internal_for_days: int = 30
    letter_after_days: int = 14
    silence_after_minutes: int = 480
    cover_after_minutes: int = 5
    budget_basis_points: int = 50
    limits_currency: str = ""
    is_practice: bool = False
    keep_cases_years: int = 0
    keep_letters_years: int = 0
    keep_attachments_years: int = 0
    keep_follow_ups_years: int = 0

    @property
    def is_set_up(self) -> bool:
        """Return whether the first run was gone through."""
        return bool(self.name)

    @property
    def limits_fit(self) -> bool:
        """Return whether the limits were set in the currency that the shop counts in now."""
        return self.limits_currency in ("", self.currency)

    def limit_of(self, role: Role) -> Limit:
        """Return what somebody in this role may give; a manager has no limit.

        Limits that were set in another currency say nothing about this one: nothing may be given on them.
        """
        limit = self.limits.get(role, Limit())
        return limit if self.limits_fit or limit == Limit() else Limit(0, 0)
