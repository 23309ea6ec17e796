"""The code of the recovery sheet, as people type it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.shop.recovery_code import (
    RecoveryCode,
    group_with_slip,
    looks_like_code,
    new_code,
    read_code,
    same_group,
)

secrets = st.binary(min_size=16, max_size=16)
CODE = RecoveryCode(bytes(range(16)))


def test_codes_have_six_groups_of_five_and_are_never_the_same():
    codes = [new_code() for _ in range(50)]
    assert {len(code.groups) for code in codes} == {6}
    assert {len(group) for code in codes for group in code.groups} == {5}
    assert len({code.text for code in codes}) == 50


def test_a_code_does_not_tell_itself_where_objects_are_shown():
    assert CODE.text not in repr(CODE)
    assert CODE.secret.hex() not in repr(CODE)


@given(secrets)
def test_every_code_is_read_back_from_its_groups_and_from_its_digits(secret):
    code = RecoveryCode(secret)
    assert read_code(code.text) == code
    assert read_code(code.digits) == code
    assert code.digits.isdecimal()


@given(secrets)
def test_small_letters_look_alikes_blanks_and_dashes_are_forgiven(secret):
    code = RecoveryCode(secret)
    typed = code.text.lower().replace("0", "o").replace("1", "l").replace("v", "u")
    assert read_code(f"  {typed.replace('-', ' – ')}\n") == code
    assert read_code(code.text.replace("0", "O").replace("1", "I").replace("-", "")) == code


def test_wide_letters_of_a_chinese_input_method_are_read():
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in CODE.text)
    assert read_code(wide) == CODE


@given(secrets, st.integers(0, 29), st.integers(1, 31))
def test_one_wrong_sign_is_noticed_and_its_group_named(secret, place, other):
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    signs = RecoveryCode(secret).text.replace("-", "")
    wrong = alphabet[(alphabet.index(signs[place]) + other) % 32]
    typed = signs[:place] + wrong + signs[place + 1 :]
    assert read_code(typed) is None
    assert group_with_slip(typed) in (place // 5 + 1, 0)


def test_the_group_with_a_slip_is_named():
    groups = list(CODE.groups)
    groups[3] = groups[3][:2] + ("7" if groups[3][2] != "7" else "8") + groups[3][3:]
    assert group_with_slip(" ".join(groups)) == 4


def test_nothing_is_named_where_more_is_wrong_than_one_sign():
    assert group_with_slip("A" * 30) == 0
    assert group_with_slip("my dog is called Bello") == 0


@given(st.text())
def test_anything_else_is_no_code(text):
    assert read_code(text) is None


@pytest.mark.parametrize("typed", ["", "9" * 46, "9" * 47, "٣" * 46, "Z" * 30, "ß" * 30])
def test_what_has_the_length_of_a_code_alone_is_none(typed):
    assert read_code(typed) is None


def test_a_code_with_a_slip_is_told_from_a_pass_phrase():
    assert looks_like_code(CODE.text[:-1])
    assert looks_like_code(CODE.text.lower())
    assert not looks_like_code("my dog is called Bello and barks")


def test_a_group_is_typed_back_as_people_type():
    group = CODE.groups[0]
    assert same_group(f" {group.lower()} ", group)
    assert not same_group(group[:-1], group)
