"""Each part of a letter stands where the custom of its language puts it."""

import pytest

from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.page_plan import POINTS_PER_MM, Area, plan_page
from desktop_cs.letters.hand.styles import STYLES
from desktop_cs.letters.letter import letter_from_text

AREA = Area(left=18, top=18, width=112, height=174, page_height=210, line_mm=8)
RULED = Area(left=18, top=18, width=112, height=174, page_height=210, line_mm=8, ruled=True)
LEFT, RIGHT = 18 * POINTS_PER_MM, 130 * POINTS_PER_MM
ENGLISH = "22 November 2026\n\nDear Ann,\n\nThank you for coming.\n\nKind regards,\nBen"
CHINESE = "王女士：\n您好！\n谢谢您。\n此致\n敬礼！\n李晓明\n2026年11月22日"


def plan(text, language, area=AREA):
    letter = letter_from_text(text, language, 4)
    return plan_page(letter, hand_for(language), area, STYLES["natural"])


def starts(text, language):
    """Return where the first sign of each line stands, in points from the left edge of the paper."""
    found = plan(text, language)
    return [left + line.starts[0] for left, line in zip(found.lefts, found.lines, strict=True)]


def ends(text, language):
    found = plan(text, language)
    return [left + line.width for left, line in zip(found.lefts, found.lines, strict=True)]


def test_an_english_date_ends_at_the_right_margin():
    assert ends(ENGLISH, "en")[0] == pytest.approx(RIGHT)


def test_an_english_salutation_is_flush_and_the_paragraph_moved_in():
    _, salutation, body, _, _ = starts(ENGLISH, "en")
    assert salutation == pytest.approx(LEFT)
    assert body > LEFT + 10


def test_an_english_closing_and_name_begin_below_each_other_near_the_middle():
    *_, closing, name = starts(ENGLISH, "en")
    assert closing == pytest.approx(name)
    assert LEFT + 100 < closing < (LEFT + RIGHT) / 2


def test_a_chinese_letter_moves_in_two_characters_where_it_should():
    em = plan(CHINESE, "zh_CN").measure.hanzi_em
    salutation, greeting, body, closing, wish, *_ = starts(CHINESE, "zh_CN")
    assert [salutation, wish] == pytest.approx([LEFT, LEFT])
    assert [greeting, body, closing] == pytest.approx([LEFT + 2 * em] * 3)


def test_a_chinese_name_and_date_end_at_the_right_margin():
    assert ends(CHINESE, "zh_CN")[-2:] == pytest.approx([RIGHT, RIGHT])


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (CHINESE, "zh_CN")])
def test_on_printed_lines_every_line_of_writing_has_one(text, language):
    found = plan(text, language, RULED)
    rows = [(found.baselines[0] - baseline) / found.step for baseline in found.baselines]
    assert rows == pytest.approx([round(row) for row in rows])
    assert sorted(set(rows)) == rows


def test_lines_go_down_the_page_and_stay_on_it():
    baselines = plan(ENGLISH, "en").baselines
    assert baselines == sorted(baselines, reverse=True)
    assert 18 * POINTS_PER_MM < baselines[-1] < baselines[0] < 192 * POINTS_PER_MM
