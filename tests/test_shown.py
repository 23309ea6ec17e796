"""Days, times, amounts and shares as people read them, in both languages."""

from datetime import date, datetime

import pytest

from desktop_cs import shown

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 30)  # noqa: DTZ001 (wall time of the shop)


@pytest.mark.parametrize(
    ("show", "english", "chinese"),
    [
        (shown.day, "22 Nov 2026", "2026年11月22日"),
        (shown.long_day, "Sunday, 22 November", "11月22日星期日"),
        (shown.short_day, "Sun 22 Nov", "11月22日周日"),
        (shown.month, "November 2026", "2026年11月"),
    ],
)
def test_a_day_reads_as_it_is_said_in_each_language(show, english, chinese):
    assert show(DAY, "en") == english
    assert show(DAY, "zh_CN") == chinese


def test_a_language_without_its_own_pattern_is_shown_as_english_is_ordered():
    assert shown.day(DAY, "de") == "22 Nov. 2026"


def test_a_moment_has_its_day_and_the_time_of_the_wall():
    assert shown.day_and_time(NOW, "en") == "22 Nov 2026, 09:30"
    assert shown.day_and_time(NOW, "zh_CN") == "2026年11月22日 09:30"
    assert shown.clock_time(NOW) == shown.clock_time(NOW.time()) == "09:30"


def test_a_near_moment_leaves_out_what_goes_without_saying():
    assert shown.near_moment(NOW.replace(hour=17), NOW, "en") == "17:30"
    assert shown.near_moment(NOW.replace(day=24), NOW, "en") == "Tue 24 Nov 09:30"
    assert shown.near_moment(NOW.replace(day=24), NOW, "zh_CN") == "11月24日周二 09:30"
    assert shown.near_moment(NOW.replace(year=2028), NOW, "en") == "22 Nov 2028 09:30"


@pytest.mark.parametrize(
    ("units", "currency", "english", "chinese"),
    [
        (1250, "USD", "$12.50", "US$12.50"),
        (1250, "EUR", "€12.50", "€12.50"),
        (125000, "CNY", "CN¥1,250.00", "¥1,250.00"),
        (1250, "JPY", "¥1,250", "JP¥1,250"),
        (1250, "KWD", "KWD1.250", "KWD1.250"),
        (0, "EUR", "€0.00", "€0.00"),
    ],
)
def test_an_amount_has_its_currency_and_its_decimals(units, currency, english, chinese):
    assert shown.money(units, currency, "en") == english
    assert shown.money(units, currency, "zh_CN") == chinese


def test_numbers_are_grouped_and_shares_are_whole_percent():
    assert shown.number(1234567, "en") == shown.number(1234567, "zh_CN") == "1,234,567"
    assert shown.number(2.5, "en") == "2.5"
    assert shown.percent(0.754, "en") == shown.percent(0.754, "zh_CN") == "75%"


def test_words_are_listed_with_the_comma_of_the_language():
    assert shown.listed(["tea", "milk"], "en") == "tea, milk"
    assert shown.listed(["茶", "奶"], "zh_CN") == "茶、奶"
    assert shown.listed([], "en") == ""
