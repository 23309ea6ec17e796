"""Characters of every standard set are written, in the forms of their country, with marks in their places."""

import numpy as np
import pytest

from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.hand_pack import hand_pack
from desktop_cs.letters.hand.hanzi import is_join
from desktop_cs.letters.hand.page_plan import Area
from desktop_cs.letters.hand.writing import write
from desktop_cs.letters.letter import letter_from_text
from desktop_cs.letters.look import LetterLook
from desktop_cs.places import resources_dir

PACKS = ("counter_hanzi", "counter_hanzi_traditional", "counter_hanzi_rare")
TAIWAN_FORMS = "啟悅兌為沒說脫淨稅祕偽銳爭搜戶內騷樞挾麴"
NAMES = "𠮷㐂喆堃甯犇淼翀昉煊垚彧璟祎钰旻晞髙﨑"
AREA = Area(left=18, top=18, width=112, height=174, page_height=210, line_mm=8)
ROWS_OF_DOTS = "然热照熟点烈煮蒸熊燕黑焦" * 4


def pack(name):
    return hand_pack(resources_dir() / "hands" / f"{name}.hand")


def sign(language, character):
    """Return the strokes of a character as the hand of a language writes it."""
    hand = hand_for(language)
    [found] = hand.signs(character)
    return hand.packs[found.pack].strokes([found.place])


def decoded(codec, highs, lows):
    """Return the Chinese characters that a code has in some of its rows."""
    found = (bytes([high, low]).decode(codec, errors="ignore") for high in highs for low in lows)
    return [one for one in found if len(one) == 1 and ord(one) >= 0x3400]


BIG5_LOWS = (*range(0x40, 0x7F), *range(0xA1, 0xFF))


@pytest.mark.parametrize(
    ("codec", "highs", "lows", "count"),
    [
        ("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF), 6763),
        ("big5", range(0xA4, 0xC7), BIG5_LOWS, 5401),
        ("big5", range(0xC9, 0xFA), BIG5_LOWS, 7652),
        ("euc_jp", range(0xB0, 0xF5), range(0xA1, 0xFF), 6355),
    ],
)
@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_every_character_of_a_standard_set_can_be_written(language, codec, highs, lows, count):
    characters = decoded(codec, highs, lows)
    assert len(characters) == count
    assert hand_for(language).missing("".join(characters)) == ""


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_rare_characters_of_names_can_be_written(language):
    assert hand_for(language).missing(NAMES) == ""


def test_a_character_beyond_all_packs_is_named():
    assert hand_for("zh_CN").missing("𪚥好") == "𪚥"


@pytest.mark.parametrize("name", PACKS)
def test_every_character_of_a_pack_leaves_ink_inside_its_square(name):
    found = pack(name)
    places = [found.place(character) for character in found.characters()]
    strokes = found.strokes(places)
    assert np.bincount(strokes.owners, minlength=len(places)).min() > 0
    assert strokes.lengths.min() >= 4
    assert strokes.points.min() > -0.35
    assert strokes.points.max() < 1.2


@pytest.mark.parametrize("character", TAIWAN_FORMS)
def test_taiwan_has_forms_of_its_own(character):
    taiwan, mainland = sign("zh_TW", character), sign("zh_CN", character)
    assert not np.array_equal(taiwan.points, mainland.points)


def test_the_taiwan_form_of_shuo_opens_above_and_the_mainland_form_below():
    def legs(strokes):
        """Return how far the two strokes at the upper right part as they go down, in em."""
        ends = np.cumsum(strokes.lengths)
        tips = [
            (strokes.points[e - n], strokes.points[e - 1]) for n, e in zip(strokes.lengths, ends, strict=True)
        ]
        upper = [(a, b) for a, b in tips if a[0] > 0.45 and a[1] > 0.62 and b[1] < a[1] - 0.05]
        left, right = sorted(upper, key=lambda tip: tip[0][0])[:2]
        return (right[1][0] - left[1][0]) - (right[0][0] - left[0][0])

    assert legs(sign("zh_TW", "說")) > 0.1
    assert legs(sign("zh_CN", "説")) < 0.05


@pytest.mark.parametrize("mark", "，、。：；")
def test_marks_stand_in_the_middle_in_taiwan_and_low_at_the_left_on_the_mainland(mark):
    taiwan, mainland = sign("zh_TW", mark).points, sign("zh_CN", mark).points
    assert abs(taiwan[:, 1].mean() - 0.38) < 0.08
    assert abs(taiwan[:, 0].mean() - 0.44) < 0.08
    assert mainland[:, 0].mean() < 0.25
    assert mainland[:, 1].min() < 0.15


@pytest.mark.parametrize("mark", "︐︑︒")
def test_in_columns_small_marks_stand_upper_right_on_the_mainland_and_in_the_middle_in_taiwan(mark):
    mainland = pack("counter_hanzi").strokes([pack("counter_hanzi").place(mark)]).points.mean(0)
    taiwan = sign("zh_TW", mark).points.mean(0)
    assert mainland[0] > 0.65
    assert mainland[1] > 0.65
    assert np.abs(taiwan - [0.5, 0.38]).max() < 0.08


@pytest.mark.parametrize("mark", "︐︑︒︓︔︕︖︙︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄")
def test_marks_have_forms_for_columns(mark):
    assert hand_for("zh_CN").missing(mark) == ""


def test_signs_of_prices_and_measures_can_be_written():
    assert (
        hand_for("zh_TW").missing("NT$1,200 ￥99 ％ ℃ № 〇 ○ × ÷ ± （１２３）ＡＢＣ［］＋－＝／＆＃＠") == ""
    )


def test_a_hurried_hand_joins_strokes_and_rows_of_dots_more_than_a_tidy_one():
    def strokes(degree):
        written = write(letter_from_text(ROWS_OF_DOTS, "zh_CN", 4), AREA, LetterLook(degree=degree))
        return len(written.outline_lengths)

    assert strokes("tidy") < strokes("natural") < strokes("hurried")
    assert strokes("hurried") > 1.2 * strokes("tidy")


def test_only_hairlines_count_as_joins():
    hand = hand_for("zh_CN")
    [found] = hand.signs("永")
    assert not is_join(hand.packs[found.pack].strokes([found.place])).any()


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
def test_the_same_seed_writes_rare_and_usual_characters_the_same_way(language):
    letter = letter_from_text("𠮷先生與說話的犇喆", language, 9)
    one, again = (write(letter, AREA, LetterLook()) for _ in range(2))
    assert np.array_equal(one.outlines, again.outlines)
