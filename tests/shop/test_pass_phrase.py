"""How good a pass phrase is."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.errors import UserError
from desktop_cs.shop.pass_phrase import Strength, check_phrase, strength

KNOWN = Path(__file__).parents[2] / "resources" / "keys" / "known_phrases.txt"
OWN = ("Corner Shop", "020 915 0142", "Mara Bell")


@pytest.mark.parametrize("typed", ["", "    ", "seven77", "猫猫狗", "aaaaaaaaaaaaaaaaaaaa"])
def test_what_is_too_short_is_told_so(typed):
    assert strength(typed, OWN, KNOWN) is Strength.TOO_SHORT


@pytest.mark.parametrize(
    "typed",
    [
        "password1",
        "Pa55w0rd!",
        "P@ssword2026",
        "12345678",
        "1234567890123",
        "qwertyuiop",
        "asdfghjkl1",
        "abcdefgh",
        "1qaz2wsx3edc",
        "iloveyou",
        "woaini1314",
        "abababababababab",
        "MONDAYmonday",
        "corner shop",
        "CornerShop1",
        "020 915 0142",
        "mara bell 88",
        "我爱你一生一世",
        "ｐａｓｓｗｏｒｄ１",
        "correct horse battery staple",
    ],
)
def test_what_a_thief_tries_first_is_known(typed):
    assert strength(typed, OWN, KNOWN) is Strength.KNOWN


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("blue tea 9", Strength.FAIR),
        ("three grey hens", Strength.GOOD),
        ("my aunt feeds three grey hens", Strength.STRONG),
        ("password of my aunt with grey hens", Strength.STRONG),
        ("姑妈喂三只灰母鸡", Strength.STRONG),
        ("тётя кормит трёх кур", Strength.STRONG),
        ("xK9#vQ2m", Strength.FAIR),
    ],
)
def test_length_is_what_counts(typed, found):
    assert strength(typed, OWN, KNOWN) is found


@given(st.text(max_size=400))
def test_anything_typed_gets_an_answer(typed):
    assert strength(typed, OWN, KNOWN) in Strength


@given(st.text(alphabet="ab1 猫", max_size=30), st.text(alphabet="xyz", min_size=1, max_size=5))
def test_more_signs_never_make_it_too_short(typed, more):
    order = list(Strength)
    if strength(typed) is not Strength.TOO_SHORT:
        assert order.index(strength(typed + more)) >= order.index(Strength.KNOWN)


def test_a_good_one_typed_twice_is_taken_however_the_signs_came():
    check_phrase("my aunt feeds hens", " ｍｙ aunt feeds hens ", OWN, KNOWN)


@pytest.mark.parametrize(
    ("typed", "again", "field", "words"),
    [
        ("hens", "hens", "phrase", "A little longer"),
        ("Password1!", "Password1!", "phrase", "thief"),
        ("my aunt feeds hens", "my aunt feeds hen", "again", "not alike"),
        ("grey hens " * 200, "grey hens " * 200, "phrase", "longer than"),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_field_without_blame(typed, again, field, words):
    with pytest.raises(UserError, match=words) as caught:
        check_phrase(typed, again, OWN, KNOWN)
    assert caught.value.field == field
    assert typed not in str(caught.value)
