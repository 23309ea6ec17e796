"""The parts of a letter are told apart only where the text is clear."""

import pytest

from desktop_cs.letters.plain_text import blocks_of


def roles(text, language="en"):
    return [block.role.value for block in blocks_of(text, language)]


@pytest.mark.parametrize(
    "date",
    ["November 22, 2026", "22nd November 2026", "Sunday, 22 November 2026", "2026-11-22", "22/11/2026"],
)
def test_a_date_is_known_in_the_ways_people_write_it(date):
    assert roles(f"{date}\n\nDear Ann,\n\nThank you.") == ["date", "salutation", "body"]


def test_a_sentence_that_begins_like_a_closing_stays_in_the_body():
    assert roles("Dear Ann,\n\nWith the new lid it works, we tried it for an hour and it never leaked.") == [
        "salutation",
        "body",
    ]


def test_the_first_line_of_the_body_is_no_salutation():
    assert roles("Dear Ann,\nThank you for coming in, it was kind of you.\n\nYours,\nBen") == [
        "salutation",
        "body",
        "closing",
        "signature",
    ]


def test_a_chinese_wish_on_one_line_is_taken_apart():
    assert roles("王先生：\n谢谢您。\n此致 敬礼！\n小李", "zh_CN") == [
        "salutation",
        "body",
        "closing",
        "closing_flush",
        "signature",
    ]


def test_a_chinese_name_above_the_date_signs_even_without_a_closing():
    assert roles("王先生：\n谢谢您。\n小李\n2026年11月22日", "zh_CN") == [
        "salutation",
        "body",
        "signature",
        "date",
    ]


def test_a_last_chinese_sentence_above_the_date_is_no_signature():
    assert roles("王先生：\n谢谢您。\n2026年11月22日", "zh_CN") == ["salutation", "body", "date"]


def test_a_colon_inside_the_letter_opens_no_second_letter():
    assert roles("王先生：\n我们做了三件事：\n换了壶盖。", "zh_CN") == ["salutation", "body", "body"]


def test_every_word_of_the_text_is_kept():
    text = "Dear Ann,\n\nOne two.\nThree.\n\nBest wishes,\nBen\n\nP.S. Four\nfive."
    assert " ".join(block.text for block in blocks_of(text, "en")).split() == text.split()


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm():
    assert roles("\ufeffDear Ann,\r\n\r\nThank you.\r\n") == ["salutation", "body"]
