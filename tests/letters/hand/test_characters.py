"""The hand knows what it can write, and says what it cannot."""

import unicodedata

import pytest

from desktop_cs.letters.hand.characters import hand_for, shown, tidied
from desktop_cs.letters.hand.hand_pack import HandPack
from desktop_cs.places import resources_dir

ACCENTED = "éèêëáàâäãåíìîïóòôöõøúùûüñçßæœšžčřłńęąőűğışțđþÉÀÜÑÇØŁŠ"
EVERY_HAND = [
    *[("en", hand) for hand in ("harbour", "orchard", "meadow")],
    *[("ru", hand) for hand in ("birch", "linden", "rowan")],
    ("zh_CN", ""),
    ("zh_TW", ""),
]
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
NEIGHBOURS = "іїєґўәғқңөұүһІЇЄҐЎ"  # Ukrainian, Belarusian, Kazakh
ALPHABETS = LATIN + CYRILLIC + NEIGHBOURS
MARKS = "«»—–№₽“”‘’…€£$.,:;!?()-'/%&@+="
OWN_LETTERS = [
    *[(hand, LATIN) for hand in ("harbour", "orchard", "meadow")],
    *[(hand, CYRILLIC + LATIN) for hand in ("birch", "linden", "rowan")],
]
VIETNAMESE = "ăâêôơưđấầẩẫậếềểễệịọụỳỹ"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_names_from_all_over_europe_and_vietnam_can_be_written(language):
    assert hand_for(language).missing(f"{ACCENTED} {VIETNAMESE} Zoë O’Brien") == ""


@pytest.mark.parametrize(("language", "hand"), EVERY_HAND)
def test_every_hand_has_ink_for_letters_figures_marks_and_money(language, hand):
    packs = hand_for(language, hand)
    text = ALPHABETS + "0123456789" + MARKS
    assert packs.missing(text) == ""
    for sign in packs.signs(text):
        assert packs.packs[sign.pack].has_ink(sign.place), sign.character


@pytest.mark.parametrize(("hand", "letters"), OWN_LETTERS)
def test_a_hand_writes_its_own_alphabet_itself(hand, letters):
    language = "ru" if "я" in letters else "en"
    assert {sign.pack for sign in hand_for(language, hand).signs(letters)} == {0}


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


@pytest.mark.parametrize(("language", "hand"), EVERY_HAND)
def test_every_character_of_the_packs_leaves_ink(language, hand):
    for pack in hand_for(language, hand).packs:
        places = [pack.place(c) for c in pack.characters() if unicodedata.category(c) != "Zs"]
        assert set(pack.strokes(places).owners.tolist()) == set(range(len(places)))


def test_what_no_hand_has_is_named_once_and_in_order():
    assert hand_for("en").missing("Жук שלום 🎂 ם🎂\a") == "שלום🎂\a"


def test_what_cannot_be_seen_is_named_so_that_it_can_be():
    missing = hand_for("en").missing("a\x07b\u0489 c\U000e0041 🎂\ufe0f")
    assert shown(missing) == "U+0007 ◌\u0489 🎂"


def test_an_accent_that_no_letter_has_is_named():
    assert hand_for("en").missing("q\u0308") == "\u0308"


@pytest.mark.parametrize(
    ("language", "text", "packs"),
    [
        ("en", "Анна Li", {"Birch", "Harbour"}),
        ("en", "Aннa", {"Birch", "Harbour"}),  # both scripts in one word
        ("zh_CN", "Anna", {"Harbour"}),
        ("zh_CN", "Анна", {"Birch"}),
        ("ru", "Łódź", {"Birch"}),
        ("ru", "ế", {"Harbour"}),
        ("ru", "王", {"Counter Hanzi"}),
    ],
)
def test_a_character_is_written_by_the_first_pack_that_has_it(language, text, packs):
    hand = hand_for(language)
    assert {hand.packs[sign.pack].name for sign in hand.signs(text) if not sign.is_gap} == packs


def test_letters_of_another_pack_are_as_tall_as_the_hands_own():
    hand = hand_for("en", "orchard")
    for sign in hand.signs("aж"):
        assert hand.packs[sign.pack].x_height * hand.scale(sign.pack) == pytest.approx(hand.latin.x_height)


def test_a_persons_own_hand_writes_what_it_has_and_the_chosen_one_the_rest():
    own = HandPack.from_bytes((resources_dir() / "hands" / "orchard.hand").read_bytes())
    hand = hand_for("en", "meadow", own)
    assert [hand.packs[sign.pack].name for sign in hand.signs("aж王")] == [
        "Orchard",
        "Birch",
        "Counter Hanzi",
    ]
    assert hand.latin is own


def test_yo_and_short_i_keep_their_marks():
    assert tidied("е\u0308и\u0306") == "ёй"
    pack = hand_for("ru").packs[0]
    for plain, marked in ("её", "ий"):
        assert set(pack.strokes([pack.place(plain)]).parts.tolist()) == {0}
        assert 1 in pack.strokes([pack.place(marked)]).parts.tolist()


@pytest.mark.parametrize("language", ["en", "ru", "zh_CN", "zh_TW"])
def test_in_vertical_lines_characters_stay_and_only_marks_may_take_another_form(language):
    hand = hand_for(language)
    across, down = hand.signs("您好，"), hand.signs("您好，", down=True)
    assert [sign.character for sign in across] == [sign.character for sign in down]
    assert across[:2] == down[:2]


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
