"""The same device or customer within the window is found without being told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from desktop_cs.cases.second_failure import EarlierCase, KnownBy, find_second_failure, share_a_name

NOW = datetime(2026, 11, 2, 10, tzinfo=UTC)
MOTHER, SON = uuid4(), uuid4()


def earlier(days, serial="LV7", customer=MOTHER, number=1, **ago):
    return EarlierCase(
        UUID(int=number), number, NOW - timedelta(days=days, **ago), customer, serial, "faulty"
    )


def found(*cases, serial="LV7", customer=MOTHER, window=90):
    second = find_second_failure(KnownBy(serial, customer), NOW, cases, window)
    return second and (second.earlier.number, second.days)


@pytest.mark.parametrize(
    ("case", "days"),
    [
        (earlier(12), 12),
        (earlier(0, seconds=1), 0),
        (earlier(90), 90),
        (earlier(90, hours=23), 91),
        (earlier(91), None),
        (earlier(0), None),
        (earlier(-1), None),
    ],
)
def test_the_window_holds_whole_days_up_to_its_edge(case, days):
    assert found(case) == (None if days is None else (1, days))


def test_the_days_between_are_those_of_the_shops_calendar():
    monday_at_seven = datetime(2026, 11, 2, 7, tzinfo=ZoneInfo("Asia/Shanghai"))  # Sunday in UTC
    before = replace(earlier(0), opened_at=monday_at_seven - timedelta(days=7, hours=-2))
    zone = ZoneInfo("Asia/Shanghai")
    second = find_second_failure(KnownBy("LV7"), monday_at_seven, [before], 90, zone)
    assert second is not None
    assert second.days == 7


def test_the_same_device_counts_more_than_the_same_customer():
    assert found(earlier(3, "OTHER", MOTHER, 2), earlier(30, "LV7", SON, 1)) == (1, 30)


def test_the_latest_of_several_is_named():
    assert found(earlier(30, number=1), earlier(12, number=2), earlier(60, number=3)) == (2, 12)


def test_without_serial_the_customer_decides_and_without_both_nothing_is_found():
    assert found(earlier(3, ""), serial="") == (1, 3)
    assert found(earlier(3, "", SON), serial="") is None
    assert found(earlier(3, "", None), serial="", customer=None) is None


def test_a_shop_that_looks_back_no_day_still_sees_the_same_day():
    assert found(earlier(0, hours=5), window=0) == (1, 0)
    assert found(earlier(1, hours=5), window=0) is None


def test_of_one_customer_the_same_kind_of_failure_counts_first():
    late = replace(earlier(3, "", number=2), failure_kind="late")
    second = find_second_failure(KnownBy("", MOTHER, "faulty"), NOW, [late, earlier(30, "")], 90)
    assert second is not None
    assert second.earlier.number == 1


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Deirdre Fallon", "Tom FALLON", True),
        ("Deirdre Fallon", "Deirdre", True),
        ("王小明", "王芳", True),
        ("J Reed", "J Fallon", False),
        ("Nina", "Nico", False),
        ("", "", False),
        ("李芳", "王芳", False),
    ],
)
def test_a_family_is_known_by_its_name_in_every_script(one, other, shared):
    assert share_a_name(one, other) is shared
