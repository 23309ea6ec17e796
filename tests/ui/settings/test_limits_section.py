"""What each role may give, in the currency of the shop."""

from dataclasses import replace

import pytest

from desktop_cs.shop.settings import Limit
from desktop_cs.shop.staff import Role
from desktop_cs.ui.widgets.labels import TextLabel


def give(section, role, kind, text):
    field = section.lines[role, kind].field
    field.setText(text)
    field.editingFinished.emit()


def test_limits_are_shown_as_amounts(section):
    lines = section("limits").lines
    assert lines[Role.COUNTER, "per_case"].field.text() == "50.00"
    assert lines[Role.COUNTER, "per_case"].field.accessibleName() == "At the counter: For one case, EUR"


def test_a_limit_is_saved_when_its_field_is_left_and_can_be_taken_back(section, desk, actions):
    limits = section("limits")
    give(limits, Role.COUNTER, "per_day", "250,50")
    assert desk.settings.limit_of(Role.COUNTER) == Limit(5000, 25050)
    assert desk.settings.limit_of(Role.TECHNICIAN) == Limit(15000, 30000)
    actions.undo()
    assert desk.settings.limit_of(Role.COUNTER) == Limit(5000, 20000)
    assert limits.lines[Role.COUNTER, "per_day"].field.text() == "200.00"


def test_an_empty_field_is_no_limit(section, desk):
    give(section("limits"), Role.COUNTER, "per_case", "")
    assert desk.settings.limit_of(Role.COUNTER) == Limit(None, 20000)


@pytest.mark.parametrize("typed", ["a lot", "-5", "1.005"])
def test_what_is_no_amount_is_said_at_the_field(section, desk, typed):
    limits = section("limits")
    give(limits, Role.COUNTER, "per_case", typed)
    assert "is not an amount" in limits.lines[Role.COUNTER, "per_case"].problem
    assert desk.settings.limit_of(Role.COUNTER) == Limit(5000, 20000)
    assert not limits.leave()


def test_saving_a_limit_notes_the_currency_it_is_set_in(section, desk):
    give(section("limits"), Role.COUNTER, "per_day", "250")
    assert desk.settings.limits_currency == "EUR"


def test_limits_of_another_currency_say_so_and_are_set_anew(section, desk, actions):
    desk.shop.save_settings(replace(desk.settings, currency="USD"))
    limits = section("limits")
    assert limits.notice.isVisible()
    told = limits.notice.findChildren(TextLabel)[0].text()
    assert told.startswith(
        "The limits were set in EUR; the shop counts in USD now. A manager sets them anew."
    )
    give(limits, Role.COUNTER, "per_case", "60")
    assert not limits.notice.isVisible()
    assert desk.settings.limit_of(Role.COUNTER) == Limit(6000, 0)
    assert desk.settings.limit_of(Role.TECHNICIAN) == Limit(0, 0)  # no old amount holds unseen
    actions.undo()
    assert desk.settings.limits_currency == "EUR"
    assert limits.notice.isVisible()


def test_amounts_can_be_taken_over_as_they_are_shown(section, desk):
    desk.shop.save_settings(replace(desk.settings, currency="USD"))
    limits = section("limits")
    limits.notice.take.click()
    assert desk.settings.limits_fit
    assert desk.settings.limit_of(Role.COUNTER) == Limit(0, 0)


def test_what_nobody_typed_is_never_saved_though_the_settings_changed_elsewhere(section, desk):
    limits = section("limits")
    desk.shop.save_settings(replace(desk.settings, currency="USD"))  # as another window would
    assert limits.leave()
    assert not desk.settings.limits_fit
    assert desk.settings.limits[Role.COUNTER] == Limit(5000, 20000)
