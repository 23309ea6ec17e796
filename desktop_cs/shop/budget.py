"""The recovery budget of a month: a share of the shop's revenue, and what of it is spent."""

from dataclasses import dataclass

from desktop_cs.shop.revenue import MonthRevenue

_WHOLE = 10_000  # hundredths of a percent


@dataclass(frozen=True, slots=True)
class Budget:
    """What may be spent on recoveries in one month ("2026-11"), and what was, in minor units of `currency`.

    `revenue` is None where it was not typed; where it was typed in another currency, `typed_in` names that
    one and it is not counted. `spent` is money back, goodwill and extra.  Source: practice.md 3.
    """

    month: str
    currency: str
    spent: int
    share_basis_points: int
    revenue: int | None = None
    typed_in: str = ""

    @property
    def amount(self) -> int | None:
        """Return the budget, rounded down to a whole minor unit; None while the revenue is not known."""
        return None if self.revenue is None else self.revenue * self.share_basis_points // _WHOLE

    @property
    def left(self) -> int | None:
        """Return what is left of it, below nothing once more was spent; None while it is not known."""
        return None if self.amount is None else self.amount - self.spent


def budget_of(
    month: str, revenue: MonthRevenue | None, spent: int, share_basis_points: int, currency: str
) -> Budget:
    """Return the budget of a month.

    Args:
        month: Such as "2026-11".
        revenue: What the shop took in that month, None where nobody typed it.
        spent: Money back, goodwill and extra given in it, minor units of `currency`.
        share_basis_points: The share of the revenue, in hundredths of a percent.
        currency: What the shop counts in now; a revenue in another one is not counted.
    """
    if revenue is None:
        return Budget(month, currency, spent, share_basis_points)
    if revenue.currency != currency:
        return Budget(month, currency, spent, share_basis_points, typed_in=revenue.currency)
    return Budget(month, currency, spent, share_basis_points, revenue.amount)
