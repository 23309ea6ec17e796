"""A plain text becomes a letter, in the conventions of its language."""

import subprocess
import sys

import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.letter import Block, Letter, Role, letter_from_text, normal_language

ENGLISH = """22 November 2026

Dear Zoë O’Brien,

Thank you for telling us about the kettle.
We are sorry that it leaked twice.

The new one is yours to keep.

With kind regards,
Ana Petrov
Riverside Repairs

P.S. The lid was in the box.
"""
CHINESE = """尊敬的王女士：

您好！
您告诉我们水壶漏水，谢谢您。
新的水壶已经寄出。
此致
敬礼！
李晓明
2026年11月22日
"""


def roles(text, language):
    return [(block.role.value, block.text) for block in letter_from_text(text, language, 1).blocks]


def test_an_english_letter_is_read_part_by_part():
    assert roles(ENGLISH, "en") == [
        ("date", "22 November 2026"),
        ("salutation", "Dear Zoë O’Brien,"),
        ("body", "Thank you for telling us about the kettle. We are sorry that it leaked twice."),
        ("body", "The new one is yours to keep."),
        ("closing", "With kind regards,"),
        ("signature", "Ana Petrov"),
        ("signature", "Riverside Repairs"),
        ("postscript", "P.S. The lid was in the box."),
    ]


def test_a_chinese_letter_is_read_line_by_line():
    assert roles(CHINESE, "zh-Hans") == [
        ("salutation", "尊敬的王女士："),
        ("greeting", "您好！"),
        ("body", "您告诉我们水壶漏水，谢谢您。"),
        ("body", "新的水壶已经寄出。"),
        ("closing", "此致"),
        ("closing_flush", "敬礼！"),
        ("signature", "李晓明"),
        ("date", "2026年11月22日"),
    ]


def test_a_note_without_any_form_is_all_body():
    assert roles("Your kettle is ready.", "en") == [("body", "Your kettle is ready.")]
    assert roles("您的水壶修好了。", "zh_CN") == [("body", "您的水壶修好了。")]


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        (" en_US ", "en"),
        ("ru", "ru"),
        ("ru-RU", "ru"),
        ("zh", "zh_CN"),
        ("zh-Hans", "zh_CN"),
        ("zh_CN", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh_TW", "zh_TW"),
        ("zh-HK", "zh_TW"),
    ],
)
def test_the_language_may_be_written_in_several_ways(code, ours):
    assert normal_language(code) == ours


def test_a_language_without_a_hand_is_refused_by_name_and_the_others_are_named():
    with pytest.raises(UserError, match=r"“fr”.*English.*Русский"):
        letter_from_text("Bonjour", "fr", 1)


def test_an_empty_letter_is_refused():
    with pytest.raises(UserError, match="empty"):
        letter_from_text(" \n\n", "en", 1)


def test_a_letter_is_made_of_parts_that_never_change():
    letter = Letter("en", (Block(Role.BODY, "Thank you."),), 3)
    with pytest.raises(AttributeError):
        letter.seed = 4


def test_reading_a_letter_does_not_load_what_only_writing_needs():
    code = (
        "import sys, desktop_cs.letters.letter, desktop_cs.paper.letter_sheet;"
        "print({'numpy', 'reportlab', 'uharfbuzz'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
