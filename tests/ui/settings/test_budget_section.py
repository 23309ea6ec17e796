"""The budget in Settings: a share of what the shop took, month by month."""

from dataclasses import replace

import pytest

from desktop_cs.shop.revenue import MonthRevenue
from desktop_cs.summary.month import Month

NOVEMBER, OCTOBER = Month(2026, 11), Month(2026, 10)


@pytest.fixture
def budget(section):
    return section("budget")


def leave(field, text):
    field.setText(text)
    field.editingFinished.emit()


def test_this_month_and_five_before_it_wait_for_their_revenue(budget):
    assert list(budget.lines) == ["2026-11", "2026-10", "2026-09", "2026-08", "2026-07", "2026-06"]
    assert budget.facts["2026-11"].text() == "Spent €0.00. There is no budget until the revenue is typed."
    assert budget.share.text() == "0.5"


def test_a_revenue_is_saved_when_its_field_is_left_and_can_be_taken_back(budget, desk, actions):
    leave(budget.lines["2026-10"].field, "20,000")
    assert desk.authority.revenue(OCTOBER) == MonthRevenue("2026-10", 2_000_000, "EUR")
    assert budget.facts["2026-10"].text() == "Budget €100.00 · spent €0.00 · left €100.00"
    actions.undo()
    assert desk.authority.revenue(OCTOBER) is None
    assert budget.lines["2026-10"].field.text() == ""


def test_an_emptied_field_is_a_revenue_that_is_not_known(budget, desk):
    leave(budget.lines["2026-11"].field, "5000")
    leave(budget.lines["2026-11"].field, "")
    assert desk.authority.revenue(NOVEMBER) is None


@pytest.mark.parametrize(
    ("typed", "points"), [("1", 100), ("0,25", 25), ("2.5 %", 250), ("0", 0), ("100", 10_000)]
)
def test_the_share_is_read_as_percent(budget, desk, typed, points):
    leave(budget.share, typed)
    assert desk.settings.budget_basis_points == points


@pytest.mark.parametrize("typed", ["", "a lot", "-1", "101", "100.01", "1.234", "٣"])
def test_what_is_no_share_is_said_at_the_field(budget, desk, typed):
    leave(budget.share, typed)
    assert "from 0 to 100" in budget.share_line.problem
    assert desk.settings.budget_basis_points == 50
    assert not budget.leave()


def test_a_new_share_changes_every_budget_at_once(budget):
    leave(budget.lines["2026-11"].field, "5000")
    leave(budget.share, "2")
    assert budget.facts["2026-11"].text() == "Budget €100.00 · spent €0.00 · left €100.00"


def test_what_is_no_amount_is_said_at_the_field(budget, desk):
    leave(budget.lines["2026-11"].field, "a lot")
    assert "is not an amount" in budget.lines["2026-11"].problem
    assert desk.authority.revenue(NOVEMBER) is None
    assert not budget.leave()


def test_a_revenue_in_another_currency_says_that_it_is_not_counted(desk, section):
    desk.authority.save_revenue(NOVEMBER, 500_000)
    desk.shop.save_settings(replace(desk.settings, currency="USD"))
    budget = section("budget")
    assert budget.facts["2026-11"].text() == (
        "Spent $0.00. The revenue was typed in EUR and is not counted; type it in USD instead."
    )
    assert budget.leave()
    assert desk.authority.revenue(NOVEMBER).currency == "EUR"
    leave(budget.lines["2026-11"].field, "6000")
    assert desk.authority.budget(NOVEMBER).amount == 3000


def test_only_a_manager_changes_the_budget(at_counter):
    at_counter.go_to("budget")
    assert not at_counter.section().card.isEnabled()


def test_every_part_has_a_name_for_a_screen_reader(budget, unnamed):
    assert unnamed(budget) == []


def test_what_nobody_typed_is_never_saved_though_the_settings_changed_elsewhere(budget, desk):
    leave(budget.lines["2026-11"].field, "5000")
    desk.shop.save_settings(replace(desk.settings, currency="USD"))  # as another window would
    assert budget.leave()
    assert desk.authority.revenue(NOVEMBER) == MonthRevenue("2026-11", 500_000, "EUR")


def test_whom_a_manager_let_in_can_also_take_it_back(at_counter, desk, actions, enter_digits):
    at_counter.go_to("budget")
    enter_digits(at_counter.manager_line.digits, "4711")
    leave(at_counter.section().lines["2026-11"].field, "5000")
    assert desk.authority.revenue(NOVEMBER).amount == 500_000
    actions.undo()
    assert desk.authority.revenue(NOVEMBER) is None
