"""Keeping the shop's own decisions and people."""

from dataclasses import replace
from datetime import date, time

from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.shop.settings import Limit, ShopSettings
from desktop_cs.shop.staff import Role, Staff
from desktop_cs.storage.uuid7 import uuid7

SETTINGS = ShopSettings(
    name="The corner shop",
    address="1 High Street",
    phone="1",
    country="CN",
    currency="CNY",
    language="zh_CN",
    letter_paper="A6",
    report_paper="Letter",
    hours=OpeningHours(
        weekdays(time(8, 30), time(19), range(6)), frozenset({date(2026, 12, 25)}), "Asia/Shanghai"
    ),
    limits={Role.COUNTER: Limit(1, None), Role.TECHNICIAN: Limit(None, 2), Role.MANAGER: Limit()},
    second_failure_window_days=1,
    promise_margin_days=2,
    immediate_after_minutes=3,
    wrap_up_after_days=4,
    internal_for_days=5,
    letter_after_days=6,
    is_practice=True,
)


def test_a_new_shop_has_the_defaults_and_is_not_set_up(storage):
    assert storage.shop.settings() == ShopSettings()
    assert not storage.shop.settings().is_set_up
    assert not storage.is_practice
    assert storage.shop.logo() is None
    assert storage.shop.staff() == []


def test_settings_come_back_as_they_were_kept(storage):
    with storage.transaction():
        storage.shop.save_settings(SETTINGS)
    assert storage.shop.settings() == SETTINGS
    assert storage.is_practice


def test_the_logo_comes_back_byte_for_byte_and_can_be_taken_away(storage):
    picture = bytes(range(256)) * 40
    for logo in (picture, None):
        with storage.transaction():
            storage.shop.save_logo(logo)
        assert storage.shop.logo() == logo


def test_people_come_back_in_the_order_they_came(storage):
    people = [
        Staff(uuid7(), name, role, "hash", language="zh_CN") for name, role in zip("ABC", Role, strict=True)
    ]
    with storage.transaction():
        for person in reversed(people):
            storage.shop.save_staff(person)
    assert storage.shop.staff() == people
    gone = replace(people[1], active=False, name="B. Former")
    with storage.transaction():
        storage.shop.save_staff(gone)
    assert storage.shop.staff() == [people[0], gone, people[2]]
