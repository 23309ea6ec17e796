"""Each language has its hands, and asking for another gives a sentence with the choices."""

import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.hands import HANDS, hand_named, hands_for, hanzi_packs, letter_packs


@pytest.mark.parametrize(
    ("language", "hands"),
    [
        ("en", ["harbour", "orchard", "meadow"]),
        ("ru", ["birch", "linden", "rowan"]),
        ("zh_CN", ["inkstone"]),
        ("zh_TW", ["inkstone"]),
    ],
)
def test_a_language_has_its_hands_the_usual_one_first(language, hands):
    assert [hand.id for hand in hands_for(language)] == hands
    assert hand_named("", language).id == hands[0]
    assert hand_named(hands[-1], language).id == hands[-1]


def test_a_hand_of_another_language_is_refused_with_the_choices():
    with pytest.raises(UserError, match="orchard, meadow") as refused:
        hand_named("birch", "en")
    assert refused.value.field == "hand"


def test_a_language_that_nobody_writes_is_refused():
    with pytest.raises(UserError, match="“xx”"):
        hands_for("xx")


@pytest.mark.parametrize("hand", HANDS, ids=lambda hand: hand.id)
def test_the_chosen_hand_comes_first_and_others_help_out(hand):
    names = [pack.name for pack in letter_packs(hand)]
    assert names[0] == ("Harbour" if hand.id == "inkstone" else hand.name)
    assert {"Harbour", "Birch"} <= set(names)
    assert len(set(names)) == len(names)


def test_simplified_and_traditional_letters_have_the_same_packs():
    assert {pack.name for pack in hanzi_packs("zh_TW")} == {pack.name for pack in hanzi_packs("zh_CN")}
    assert hanzi_packs("zh_CN")[0].place("谢") >= 0
