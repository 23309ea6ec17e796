"""The figures of one month. They are counted in `storage` and put into words on `paper`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_cs.shop.budget import Budget  # Today shows a month without it


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month in the shop's time zone."""

    year: int
    month: int

    @property
    def key(self) -> str:
        """Return it as it is written in records, such as "2026-11"."""
        return f"{self.year}-{self.month:02}"

    @property
    def first(self) -> date:
        """Return its first day."""
        return date(self.year, self.month, 1)

    @property
    def after(self) -> date:
        """Return the first day of the month after it."""
        return date(self.year + self.month // 12, self.month % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class AdoptedIdea:
    """An idea that a manager took up, and whom to thank for it."""

    name: str
    author: str


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """Everything the summary says, counted by the day it was done; amounts in minor units.

    `by_*` mappings hold counts by id; `trust` holds the trust of every promise kept or broken in the month.
    `budget` is None where neither revenue nor spending is known. Cancelled cases are counted nowhere.
    `trail` is the anchor of the trail when it was printed.
    Source: practice.md 9.
    """

    month: Month
    opened: int = 0
    done: int = 0
    imported: int = 0
    closed: int = 0
    reopened: int = 0
    still_open: int = 0
    second_failures: int = 0
    done_by_day: Mapping[date, int] = field(default_factory=dict)
    by_failure_kind: Mapping[str, int] = field(default_factory=dict)
    by_root_cause: Mapping[str, int] = field(default_factory=dict)
    by_finding: Mapping[str, int] = field(default_factory=dict)
    by_problem_solved: Mapping[str, int] = field(default_factory=dict)
    by_acceptance: Mapping[str, int] = field(default_factory=dict)
    by_repair_status: Mapping[str, int] = field(default_factory=dict)
    promises_kept: int = 0
    promises_broken: int = 0
    trust: tuple[float, ...] = ()
    follow_ups_done: int = 0
    follow_ups_on_time: int = 0
    satisfaction: Mapping[str, int] = field(default_factory=dict)
    goodwill: int = 0
    extra: int = 0
    letters_printed: int = 0
    suspected_abuse: int = 0
    budget: "Budget | None" = None
    adopted: tuple[AdoptedIdea, ...] = ()
    trail: str = ""
