"""How a letter addresses a person and writes a day."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from desktop_cs.letters.addressing import Address, address_of, addressed_as, full_date, near_date
from desktop_cs.letters.templates import load_templates
from desktop_cs.places import resources_dir


@cache
def templates(language):
    return load_templates(resources_dir() / "letters", language)


@pytest.mark.parametrize(
    ("language", "customer", "form", "addressed"),
    [
        ("en", "Wang Li", "Mrs", "Mrs Wang"),
        ("en", "Wang Li", "Mrs.", "Mrs Wang"),
        ("en", "Anna Li", "Ms", "Ms Li"),
        ("en", "Peter  Brown", "Mr", "Mr Brown"),
        ("en", "Brown", "Mr", "Mr Brown"),
        ("en", "Peter Brown", "", "Peter Brown"),
        ("en", "Mrs. Hart", "Mrs", "Mrs. Hart"),
        ("en", "王丽", "女士", "Ms 王"),
        ("zh_CN", "王丽", "女士", "王女士"),
        ("zh_CN", "王", "女士", "王女士"),
        ("zh_CN", "欧阳雪", "女士", "欧阳女士"),
        ("zh_CN", "王丽", "", "王丽"),
        ("zh_CN", "王女士", "女士", "王女士"),
        ("zh_CN", "Peter Brown", "Mr", "Brown先生"),
        ("zh_CN", "", "女士", ""),
        ("zh_TW", "王麗", "女士", "王女士"),
        ("zh_TW", "歐陽雪", "Mrs", "歐陽女士"),
        ("zh_TW", "林美惠", "老師", "林老師"),
        ("ru", "Ольга Сергеевна Петрова", "Mrs", "Ольга Сергеевна"),
        ("ru", "Петров Иван Петрович", "", "Иван Петрович"),
        ("ru", "Петрова", "г-жа", "госпожа Петрова"),
        ("ru", "Kim", "", "Kim"),
    ],
)
def test_a_customer_is_addressed_as_the_language_is_used_to(language, customer, form, addressed):
    assert addressed_as(customer, form, templates(language)) == addressed


@pytest.mark.parametrize(
    ("language", "country", "full", "near"),
    [
        ("en", "", "2 November 2026", "2 November"),
        ("en", "GB", "2 November 2026", "2 November"),
        ("en", "us", "November 2, 2026", "November 2"),
        ("zh_CN", "CN", "2026年11月2日", "11月2日"),
        ("zh_CN", "US", "2026年11月2日", "11月2日"),
        ("zh_TW", "", "2026年11月2日", "11月2日"),
        ("ru", "RU", "2 ноября 2026 г.", "2 ноября"),
    ],
)
def test_a_day_is_written_as_the_country_is_used_to(language, country, full, near):
    day = date(2026, 11, 2)
    assert full_date(day, country, templates(language)) == full
    assert near_date(day, country, templates(language)) == near


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("民國{han_roc_year}年{han_month}月{han_day}日", "民國一一五年十一月二十二日"),
        ("民國{roc_year}年{month}月{day}日", "民國115年11月22日"),
    ],
)
def test_a_year_of_the_republic_is_counted_or_read_digit_by_digit(pattern, written):
    words = templates("zh_TW")
    dates = {**words.words["dates"], "full_TW": pattern}
    changed = replace(words, words={**words.words, "dates": dates})
    assert full_date(date(2026, 11, 22), "tw", changed) == written


@pytest.mark.parametrize(
    ("day", "written"), [(10, "十日"), (11, "十一日"), (20, "二十日"), (31, "三十一日"), (3, "三日")]
)
def test_days_are_counted_in_chinese(day, written):
    words = templates("zh_TW")
    changed = replace(words, words={**words.words, "dates": {"full": "{han_day}日"}})
    assert full_date(date(2026, 12, day), "", changed) == written


def test_what_comes_with_a_name_depends_on_the_person():
    assert address_of("林美惠", "老師", templates("zh_TW")).honour == "道鑒"
    assert address_of("Ольга Сергеевна", "", templates("ru")).dear == "Уважаемая"
    assert address_of("Kim", "", templates("ru")).dear == ""
    assert address_of("Wang Li", "Mrs", templates("en")) == Address("Mrs Wang")
