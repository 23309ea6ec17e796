"""What the shop took in a month, of which the recovery budget is a share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MonthRevenue:
    """The revenue of one month ("2026-11"), in minor units of `currency`."""

    month: str
    amount: int
    currency: str
