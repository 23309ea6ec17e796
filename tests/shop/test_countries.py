"""Countries with their usual currency and paper."""

import pytest

from desktop_cs.i18n import LANGUAGES
from desktop_cs.shop.countries import countries, country, currencies


@pytest.mark.parametrize(
    ("code", "currency", "paper"),
    [
        ("US", "USD", "Letter"),
        ("CA", "CAD", "Letter"),
        ("MX", "MXN", "Letter"),
        ("CN", "CNY", "A4"),
        ("DE", "EUR", "A4"),
        ("BG", "EUR", "A4"),
        ("HR", "EUR", "A4"),
        ("CH", "CHF", "A4"),
        ("GB", "GBP", "A4"),
        ("HT", "HTG", "A4"),
        ("NA", "NAD", "A4"),
    ],
)
def test_currency_and_paper_are_the_usual_ones(code, currency, paper):
    found = country(code, "en")
    assert (found.currency, found.paper) == (currency, paper)


def test_names_are_in_the_language_of_the_person():
    assert country("DE", "en").name == "Germany"
    assert country("DE", "zh_CN").name == "德国"
    assert ("CNY", "人民币") in currencies("zh_CN")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_the_same_countries_each_once(language):
    found = countries(language)
    assert {one.code for one in found} == {one.code for one in countries("en")}
    assert len({one.name for one in found}) == len(found) > 200
    assert {one.currency for one in found} == {code for code, _name in currencies(language)}


def test_no_country_of_the_past_and_no_part_of_the_world_is_offered():
    codes = {one.code for one in countries("en")}
    assert not codes & {"DD", "SU", "YU", "CS", "ZZ", "EU", "UN", "AQ"}


def test_names_stand_in_the_order_of_the_alphabet_without_accents():
    names = [one.name for one in countries("en")]
    assert names.index("Åland Islands") < names.index("Albania") < names.index("Zambia")


def test_a_country_that_there_is_not_is_none():
    assert country("XX", "en") is None
    assert country("", "en") is None
