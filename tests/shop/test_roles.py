"""The table of roles."""

import pytest

from desktop_cs.shop.roles import MAY, REFUSALS, Act, may
from desktop_cs.shop.staff import Role


@pytest.mark.parametrize("act", Act)
def test_every_kind_of_act_is_in_the_table_and_a_manager_may_do_it(act):
    assert may(Role.MANAGER, act)


@pytest.mark.parametrize("act", Act)
def test_what_not_everybody_may_do_is_refused_in_words(act):
    assert (MAY[act] != frozenset(Role)) == (act in REFUSALS)


def test_nobody_is_kept_from_working_and_from_saving_the_records():
    for role in Role:
        assert all(may(role, act) for act in (Act.LOOK, Act.WORK, Act.BACK_UP))


def test_the_counter_and_the_technician_change_nothing_of_how_the_shop_works():
    for role in (Role.COUNTER, Role.TECHNICIAN):
        assert {act for act in Act if may(role, act)} == {Act.LOOK, Act.WORK, Act.BACK_UP}
