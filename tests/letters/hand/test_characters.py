"""The hand knows what it can write, and says what it cannot."""

import unicodedata

import pytest

from desktop_cs.letters.hand.characters import hand_for, missing_characters, tidied
from desktop_cs.letters.letter import Block, Letter, Role

ACCENTED = "éèêëáàâäãåíìîïóòôöõøúùûüñçßæœšžčřłńęąőűğışțđþÉÀÜÑÇØŁŠ"
VIETNAMESE = "ăâêôơưđấầẩẫậếềểễệịọụỳỹ"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_names_from_all_over_europe_and_vietnam_can_be_written(language):
    assert hand_for(language).missing(f"{ACCENTED} {VIETNAMESE} Zoë O’Brien") == ""


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_key_of_the_keyboard_and_the_marks_of_print_can_be_written(language):
    marks = "".join(map(chr, range(0x20, 0x7F))) + "‘’“”–—…£€¥§°½"
    assert hand_for(language).missing(marks) == ""


def test_every_character_of_the_chinese_standard_set_can_be_written():
    codes = [bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    characters = "".join(code.decode("gb2312", errors="ignore") for code in codes)
    assert len(characters) == 6763  # GB 2312-80, levels 1 and 2
    assert hand_for("zh_CN").missing(characters) == ""
    assert hand_for("zh_CN").missing("，。、：；！？“”‘’（）《》〈〉「」『』【】—…·～￥〇") == ""


def test_every_character_of_the_packs_leaves_ink():
    hand = hand_for("en")
    for pack in (hand.latin, hand.hanzi):
        places = [pack.place(c) for c in pack.characters() if unicodedata.category(c) != "Zs"]
        assert set(pack.strokes(places).owners.tolist()) == set(range(len(places)))


def test_what_no_hand_has_is_named_once_and_in_order():
    letter = Letter("en", (Block(Role.BODY, "Жук и жук 🎂"), Block(Role.SIGNATURE, "я🎂")), 1)
    assert missing_characters(letter) == "Жукиж🎂я"


def test_an_accent_typed_apart_is_put_on_its_letter():
    assert tidied("Zoe\u0308") == "Zoë"
    assert [sign.character for sign in hand_for("en").signs("e\u0302\u0301")] == ["ế"]


def test_full_width_letters_and_odd_blanks_are_made_usual():
    assert tidied("ＫＸ－２０００\u3000第\u00a0 一") == "KX－2000 第 一"


@pytest.mark.parametrize(
    ("text", "language", "hanzi"),
    [
        ("O’B", "zh_CN", [False, False, False]),
        ("说“好”", "zh_CN", [True, True, True, True]),
        ("a “b”", "en", [False, False, False, False, False]),
        ("王 Ann", "en", [True, False, False, False, False]),
    ],
)
def test_marks_of_both_scripts_follow_their_neighbours(text, language, hanzi):
    assert [sign.hanzi for sign in hand_for(language).signs(text)] == hanzi
