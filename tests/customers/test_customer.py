"""Names and phone numbers as people give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.customers.customer import checked_name, phone_digits
from desktop_cs.errors import UserError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Wang   Li ", "Wang Li"),
        ("lady with the\nred umbrella", "lady with thered umbrella"),
        ("陈玉兰", "陈玉兰"),
        ("O’Brien-Löw", "O’Brien-Löw"),
        ("Ann\u0000a", "Anna"),
    ],
)
def test_a_name_is_kept_on_one_line_without_what_cannot_be_seen(typed, kept):
    assert checked_name(typed) == kept


@pytest.mark.parametrize("typed", ["", "   ", "\u0000\u0007", "\t\n"])
def test_without_a_name_a_nickname_is_suggested(typed):
    with pytest.raises(UserError, match="nickname") as refused:
        checked_name(typed)
    assert refused.value.field == "customer"


@given(st.text())
def test_a_kept_name_stays_as_it_is_when_it_is_checked_again(typed):
    try:
        kept = checked_name(typed)
    except UserError:
        kept = "nothing"
    assert checked_name(kept) == kept
    assert len(kept.splitlines()) == 1


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("+353 (0)20 915-0142", "353020915 0142".replace(" ", "")),
        ("０２０ ９１５", "020915"),
        ("٠٢٠", "020"),
        ("none", ""),
    ],
)
def test_a_phone_number_is_its_digits_however_it_was_written(phone, digits):
    assert phone_digits(phone) == digits
