"""Who may do what, asked before every act that is not everybody's."""

from dataclasses import replace

import pytest

from desktop_cs.desk.allowed import NotAllowedError, check, managers_only
from desktop_cs.shop.roles import Act
from desktop_cs.shop.staff import Role


def store(desk, *people):
    with desk.storage.transaction():
        for one in people:
            desk.storage.shop.save_staff(one)


def test_a_refusal_says_who_may(desk, staff):
    store(desk, replace(staff[1], role=Role.MANAGER))
    with pytest.raises(NotAllowedError) as refused:
        check(desk, Act.GUIDE)
    assert str(refused.value) == "Only a manager changes the guide. Ask Grace Okafor, Milan Horvat."


def test_a_manager_may_and_everybody_may_work(desk, staff):
    check(desk, Act.WORK)
    desk.actor = staff[0]
    for act in Act:
        check(desk, act)


def test_nobody_who_is_not_signed_in_may_once_somebody_is_a_manager(desk, staff):
    desk.actor = None
    with pytest.raises(NotAllowedError):
        managers_only(desk)
    store(desk, replace(staff[0], active=False))
    managers_only(desk)


def test_the_role_of_now_counts_and_not_that_of_signing_in(desk, staff):
    desk.actor = staff[0]
    store(desk, replace(staff[1], role=Role.MANAGER), replace(staff[0], role=Role.COUNTER))
    with pytest.raises(NotAllowedError):
        check(desk, Act.SETTINGS)


def test_somebody_who_left_may_nothing_any_more(desk, staff):
    desk.actor = staff[0]
    store(desk, replace(staff[1], role=Role.MANAGER), replace(staff[0], active=False))
    with pytest.raises(NotAllowedError):
        check(desk, Act.SETTINGS)


def test_in_the_practice_shop_roles_hold_for_whoever_acts_and_nobody_is_refused_nothing(desk, staff):
    desk.actor = staff[0]
    desk.shop.save_settings(replace(desk.settings, is_practice=True))
    desk.actor = staff[-1]
    with pytest.raises(NotAllowedError):
        check(desk, Act.SETTINGS)
    desk.actor = None
    check(desk, Act.SETTINGS)
