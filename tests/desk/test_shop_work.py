"""Settings and people: what is refused, and that somebody is always the manager."""

from dataclasses import replace

import pytest

from desktop_cs.desk.shop_work import Newcomer
from desktop_cs.errors import UserError
from desktop_cs.shop.opening_hours import OpeningHours
from desktop_cs.shop.settings import ShopSettings
from desktop_cs.shop.staff import Role


@pytest.fixture
def desk(in_charge):
    """Return the desk with the manager at it."""
    return in_charge


def person(desk, name):
    return next(one for one in desk.shop.staff(with_former=True) if one.name == name)


@pytest.mark.parametrize(
    ("change", "field"), [({"name": " "}, "name"), ({"hours": OpeningHours((None,) * 7)}, "hours")]
)
def test_settings_without_a_name_or_an_open_day_are_refused(desk, change, field):
    before = desk.settings
    with pytest.raises(UserError) as refused:
        desk.shop.save_settings(replace(before, **change))
    assert refused.value.field == field
    assert desk.settings == before


def test_saved_settings_hold_at_once_and_after_the_next_start(desk):
    changed = replace(desk.settings, name="Other Store", wrap_up_after_days=3)
    desk.shop.save_settings(changed)
    assert desk.settings == changed
    desk.forget_settings()
    assert desk.settings == changed


@pytest.mark.parametrize(
    ("name", "digits", "field"),
    [
        (" ", "5555", "name"),
        ("aoife  byrne", "5555", "name"),
        ("New", "1357", "digits"),
        ("New", "555", "digits"),
        ("New", "55a5", "digits"),
        ("New", "", "digits"),
    ],
)
def test_a_person_needs_a_name_and_digits_of_their_own(desk, name, digits, field):
    with pytest.raises(UserError) as refused:
        desk.shop.add_staff(name, Role.COUNTER, digits)
    assert refused.value.field == field
    assert len(desk.shop.staff()) == 3


def test_the_last_manager_stays_one(desk):
    grace = person(desk, "Grace Okafor")
    for change in ({"role": Role.COUNTER}, {"active": False}):
        with pytest.raises(UserError) as refused:
            desk.shop.save_staff(replace(grace, **change))
        assert refused.value.field == "role"
    desk.shop.save_staff(replace(person(desk, "Aoife Byrne"), role=Role.MANAGER))
    desk.shop.save_staff(replace(grace, active=False))
    assert [one.name for one in desk.shop.staff()] == ["Aoife Byrne", "Milan Horvat"]
    assert person(desk, "Grace Okafor").active is False


def test_the_first_run_is_stored_whole_or_not_at_all(bare_desk):
    settings = ShopSettings(name="New Store")
    with pytest.raises(UserError):
        bare_desk.shop.set_up(settings, [Newcomer("Tom", Role.COUNTER, "1470")])
    alike = [Newcomer("Mara", Role.MANAGER, "2580"), Newcomer("Tom", Role.COUNTER, "2580")]
    with pytest.raises(UserError):
        bare_desk.shop.set_up(settings, alike)
    assert not bare_desk.settings.is_set_up
    assert bare_desk.shop.staff() == []
    people = [Newcomer("Tom", Role.COUNTER, "1470"), Newcomer("Mara", Role.MANAGER, "2580")]
    assert bare_desk.shop.set_up(settings, people).value.name == "Mara"
    assert bare_desk.actor.name == "Mara"
    assert bare_desk.settings == settings


def test_a_logo_that_is_no_picture_is_refused(desk, tmp_path):
    wrong = tmp_path / "logo.png"
    wrong.write_bytes(b"no picture")
    for path in (wrong, tmp_path / "nothing.png"):
        with pytest.raises(UserError) as refused:
            desk.shop.save_logo(path)
        assert refused.value.field == "logo"
    assert desk.shop.logo() is None


def test_a_copy_is_made_and_the_records_are_sound(desk, take, tmp_path):
    take()
    copy = desk.shop.save_copy(tmp_path / "stick")
    assert copy.exists()
    assert desk.shop.check_records() == []
