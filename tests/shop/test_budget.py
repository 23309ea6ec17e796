"""The recovery budget: a share of the revenue, and what of it is spent."""

import pytest

from desktop_cs.shop.budget import budget_of
from desktop_cs.shop.revenue import MonthRevenue


@pytest.mark.parametrize(
    ("revenue", "spent", "amount", "left"),
    [
        (10_000_000, 31_250, 50_000, 18_750),
        (10_000_000, 60_000, 50_000, -10_000),
        (199, 0, 0, 0),
        (0, 5, 0, -5),
    ],
    ids=["within", "beyond", "rounded down", "no revenue at all"],
)
def test_half_a_percent_of_the_revenue_may_be_spent(revenue, spent, amount, left):
    found = budget_of("2026-11", MonthRevenue("2026-11", revenue, "USD"), spent, 50, "USD")
    assert (found.amount, found.left) == (amount, left)


def test_without_a_revenue_there_is_no_budget_yet_but_what_was_spent_is_known():
    found = budget_of("2026-11", None, 700, 50, "USD")
    assert (found.revenue, found.amount, found.left, found.spent) == (None, None, None, 700)


def test_a_revenue_in_another_currency_is_not_counted_and_says_so():
    found = budget_of("2026-11", MonthRevenue("2026-11", 10_000_000, "EUR"), 700, 50, "USD")
    assert (found.amount, found.typed_in, found.currency) == (None, "EUR", "USD")
