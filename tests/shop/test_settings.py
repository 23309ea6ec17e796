"""What a shop decides once."""

from dataclasses import FrozenInstanceError

import pytest

from desktop_cs.shop.settings import Limit, ShopSettings
from desktop_cs.shop.staff import Role


def test_a_shop_is_set_up_once_it_has_a_name():
    assert not ShopSettings().is_set_up
    assert ShopSettings(name="Kraus Appliances").is_set_up


def test_a_role_without_a_limit_has_none_of_any_kind():
    assert ShopSettings().limit_of(Role.MANAGER) == Limit(None, None)
    assert ShopSettings(limits={}).limit_of(Role.COUNTER) == Limit()


def test_a_new_shop_has_limits_for_those_who_are_no_managers():
    settings = ShopSettings()
    for role in (Role.COUNTER, Role.TECHNICIAN):
        limit = settings.limit_of(role)
        assert 0 < limit.per_case < limit.per_day


def test_the_limits_of_one_shop_cannot_change_those_of_another():
    with pytest.raises(TypeError):
        ShopSettings().limits[Role.COUNTER] = Limit()
    with pytest.raises(FrozenInstanceError):
        ShopSettings().name = "Other"
    assert ShopSettings().limits == ShopSettings().limits


def test_a_new_shop_is_open_on_working_days():
    assert [shift is not None for shift in ShopSettings().hours.week] == [True] * 5 + [False] * 2
