"""The digits that people sign with."""

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_cs.errors import UserError
from desktop_cs.shop.staff import Role, Staff, digits_match, hash_digits

ONE = UUID(int=1)
pytestmark = pytest.mark.usefixtures("dear_digits")


@settings(max_examples=5)  # each costs the 40 ms that hashing is meant to cost
@given(st.from_regex(r"[0-9]{4,6}", fullmatch=True))
def test_digits_match_their_own_hash_and_nothing_else(digits):
    hashed = hash_digits(digits)
    assert digits_match(digits, hashed)
    assert not digits_match(digits[:-1] + str((int(digits[-1]) + 1) % 10), hashed)


def test_the_same_digits_are_never_hashed_alike_and_never_readable():
    first, second = hash_digits("4711"), hash_digits("4711")
    assert first != second
    assert "4711" not in first


@pytest.mark.parametrize("digits", ["", "123", "1234567", "12a4", "１２３４", "12 34", "-123", "²³¹²"])
def test_anything_but_four_to_six_plain_digits_is_refused(digits):
    with pytest.raises(UserError, match="four digits") as refusal:
        hash_digits(digits)
    assert refusal.value.field == "digits"


def test_nobody_signs_for_somebody_without_digits():
    assert not digits_match("", "")
    assert not digits_match("0000", "")


@pytest.mark.parametrize(("role", "is_manager"), [(role, role is Role.MANAGER) for role in Role])
def test_only_a_manager_is_a_manager(role, is_manager):
    assert Staff(ONE, "Lena", role).is_manager is is_manager
