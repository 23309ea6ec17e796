"""Days and times are understood the way people type them."""

from datetime import date, time

import pytest

from desktop_cs.ui.forms.typed_day import read_day, read_time

TODAY = date(2026, 11, 22)


SAME_DAY = """
    2026-11-22 | 22.11.2026 | 22/11/2026 | 22-11-2026 | 22.11.26 | 22.11. | 22.11 | 22/11 | 22 11 2026
    22 Nov | 22 Nov 2026 | 22 november 2026 | Nov 22 | Nov 22, 2026 | 11月22日 | 2026年11月22日 | 11月22号
    ２２.１１.２０２６ | today | 今天 | 11/22/2026
"""


@pytest.mark.parametrize(
    "typed", [one.strip() for line in SAME_DAY.strip().split("\n") for one in line.split("|")]
)
def test_the_same_day_in_many_ways(typed):
    assert read_day(typed, TODAY, past=False) == TODAY


@pytest.mark.parametrize(
    "typed", ["", "soon", "30 Feb", "32.1.2026", "22 Xyz", "1", "10:30", "2026-13-13", "0.0."]
)
def test_what_names_no_day_is_none(typed):
    assert read_day(typed, TODAY, past=False) is None


@pytest.mark.parametrize(
    ("typed", "past", "meant"),
    [
        ("3 Jan", False, date(2027, 1, 3)),
        ("3 Jan", True, date(2026, 1, 3)),
        ("23 Nov", True, date(2025, 11, 23)),
        ("29 Feb", False, None),
        ("yesterday", True, date(2026, 11, 21)),
        ("明天", False, date(2026, 11, 23)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_or_the_last_one(typed, past, meant):
    assert read_day(typed, TODAY, past=past) == meant


def test_a_day_before_its_month_unless_only_the_other_order_is_in_the_calendar():
    assert read_day("03/04/2026", TODAY, past=True) == date(2026, 4, 3)
    assert read_day("04/13/2026", TODAY, past=True) == date(2026, 4, 13)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:30", time(10, 30)),
        ("10.30", time(10, 30)),
        ("1030", time(10, 30)),
        ("9", time(9)),
        ("5 pm", time(17)),
        ("12am", time(0)),
        ("12 pm", time(12)),
        ("5:15pm", time(17, 15)),
        ("10点", time(10)),
        ("10点半", time(10, 30)),
        ("下午5点20分", time(17, 20)),
        ("晚上8:30", time(20, 30)),
        ("１０：３０", time(10, 30)),
    ],
)
def test_the_same_time_in_many_ways(typed, meant):
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "25:00", "10:75", "noon-ish", "99", "12345"])
def test_what_names_no_time_is_none(typed):
    assert read_time(typed) is None
