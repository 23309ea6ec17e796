"""Amounts are whole minor units, however they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.errors import UserError
from desktop_cs.money import minor_digits, minor_units, plain_amount

CURRENCIES = ["EUR", "USD", "JPY", "KWD", "CNY", "XAF"]


@given(st.integers(0, 10**12), st.sampled_from(CURRENCIES))
def test_every_amount_is_read_as_it_is_written(units, currency):
    assert minor_units(plain_amount(units, currency), currency) == units


@given(st.integers(0, 10**9), st.sampled_from([",", "'", " ", "\u00a0", "\u202f", "’"]))
def test_thousands_may_be_grouped_as_usual_in_many_countries(units, mark):
    assert minor_units(f"{units // 100:,}.{units % 100:02d}".replace(",", mark), "EUR") == units


@given(st.integers(0, 10**9))
def test_a_comma_is_as_good_a_decimal_mark_as_a_point(units):
    assert minor_units(plain_amount(units, "EUR").replace(".", ","), "EUR") == units
    grouped = f"{units // 100:,}".replace(",", ".")
    assert minor_units(f"{grouped},{units % 100:02d}", "EUR") == units


@given(st.text(max_size=12), st.sampled_from(CURRENCIES))
def test_any_text_is_an_amount_or_is_refused_with_a_sentence(text, currency):
    try:
        found = str(minor_units(text, currency))
    except UserError as refusal:
        found = str(refusal)
    assert found.isdecimal() or "Write it like 12.50" in found


@pytest.mark.parametrize(
    ("text", "currency", "units"),
    [
        ("12.5", "EUR", 1250),
        (".5", "EUR", 50),
        ("1,250", "EUR", 125000),
        ("1.250,00", "EUR", 125000),
        ("1.250.000", "EUR", 125000000),
        ("1500", "JPY", 1500),
        ("1.500", "KWD", 1500),
        ("12.500", "KWD", 12500),
    ],
)
def test_marks_are_read_as_a_shop_means_them(text, currency, units):
    assert minor_units(text, currency) == units


@pytest.mark.parametrize(
    "text", ["", "-5", "1.2.3", "12 €", "1,2,3", "٣", "1e3", "9" * 14, "1.005", "1,00,00"]
)
def test_what_may_be_a_slip_is_refused(text):
    with pytest.raises(UserError):
        minor_units(text, "EUR")


def test_a_currency_without_cents_takes_none():
    with pytest.raises(UserError):
        minor_units("12.50", "JPY")
    assert minor_units("12.00", "JPY") == 12


def test_currencies_have_their_own_number_of_decimals():
    assert [minor_digits(currency) for currency in CURRENCIES] == [2, 2, 0, 3, 2, 0]
