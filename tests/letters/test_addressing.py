"""How a letter addresses a person and writes a day."""

from datetime import date
from functools import cache

import pytest

from desktop_cs.letters.addressing import addressed_as, full_date, near_date
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
    ],
)
def test_a_day_is_written_as_the_country_is_used_to(language, country, full, near):
    day = date(2026, 11, 2)
    assert full_date(day, country, templates(language)) == full
    assert near_date(day, country, templates(language)) == near
