"""The parts of a letter are told apart only where the text is clear."""

from itertools import product

import pytest

from desktop_cs.letters.kinds import LetterKind
from desktop_cs.letters.languages import WRITTEN_LANGUAGES
from desktop_cs.letters.plain_text import blocks_of, text_of
from desktop_cs.letters.wording import compose
from tests.letters.letter_facts import KNOWN, bare, templates


def roles(text, language="en"):
    return [block.role.value for block in blocks_of(text, language)]


def parts(text, language):
    return [(block.role.value, block.text) for block in blocks_of(text, language)]


ENGLISH = """3 October 2026

Dear Margaret,

Thank you for waiting with my father until the ambulance came.
He keeps asking after you.

Please come to tea on Sunday, if your knee allows it.

With love and thanks,
Helen
"""
RUSSIAN = """3 октября 2026 г.

Уважаемая Ольга Сергеевна!

Спасибо Вам за помощь моему отцу. Вы дождались врача
и всё ему объяснили.

Приходите к нам на чай, будем очень рады.

С уважением и благодарностью,
Елена Щербакова

P. S. Зонт Вы забыли у нас.
"""
SIMPLIFIED = """尊敬的周医生：

    您好！
    上周我父亲住院，多亏有您照顾。
    他现在已经能下床走路了。
    此致
敬礼！
                家属 李晓明
                2026年10月3日
又及：雨伞落在我家了。
"""
TRADITIONAL = """林老師 道鑒：
這學期承蒙您照顧，孩子開朗許多。
他回家總說：「老師又誇我了。」
敬祝
教安
學生家長 陳美惠 敬上
民國一一五年十月三日
"""


def test_an_english_letter_is_read_by_its_conventions():
    assert roles(ENGLISH) == ["date", "salutation", "body", "body", "closing", "signature"]


def test_a_russian_letter_is_read_by_its_conventions():
    assert parts(RUSSIAN, "ru") == [
        ("date", "3 октября 2026 г."),
        ("salutation", "Уважаемая Ольга Сергеевна!"),
        ("body", "Спасибо Вам за помощь моему отцу. Вы дождались врача и всё ему объяснили."),
        ("body", "Приходите к нам на чай, будем очень рады."),
        ("closing", "С уважением и благодарностью,"),
        ("signature", "Елена Щербакова"),
        ("postscript", "P. S. Зонт Вы забыли у нас."),
    ]


def test_a_simplified_letter_is_read_by_its_conventions():
    assert parts(SIMPLIFIED, "zh_CN") == [
        ("salutation", "尊敬的周医生："),
        ("greeting", "您好！"),
        ("body", "上周我父亲住院，多亏有您照顾。"),
        ("body", "他现在已经能下床走路了。"),
        ("closing", "此致"),
        ("closing_flush", "敬礼！"),
        ("signature", "家属 李晓明"),
        ("date", "2026年10月3日"),
        ("postscript", "又及：雨伞落在我家了。"),
    ]


def test_a_traditional_letter_is_read_by_its_conventions():
    assert parts(TRADITIONAL, "zh_TW") == [
        ("salutation", "林老師 道鑒："),
        ("body", "這學期承蒙您照顧，孩子開朗許多。"),
        ("body", "他回家總說：「老師又誇我了。」"),
        ("closing", "敬祝"),
        ("closing_flush", "教安"),
        ("signature", "學生家長 陳美惠 敬上"),
        ("date", "民國一一五年十月三日"),
    ]


@pytest.mark.parametrize(
    "date",
    ["November 22, 2026", "22nd November 2026", "Sunday, 22 November 2026", "2026-11-22", "22/11/2026"],
)
def test_a_date_is_known_in_the_ways_people_write_it(date):
    assert roles(f"{date}\n\nDear Ann,\n\nThank you.") == ["date", "salutation", "body"]


@pytest.mark.parametrize(
    "date",
    ["3 октября 2026 г.", "3 октября 2026 года", "«3» октября 2026 г.", "03.10.2026", "3 октября 2026"],
)
def test_a_russian_date_is_known_in_the_ways_people_write_it(date):
    assert roles(f"{date}\n\nЗдравствуйте!\n\nСпасибо Вам.", "ru") == ["date", "salutation", "body"]


@pytest.mark.parametrize(
    "date",
    [
        "2026年10月3日",
        "二〇二六年十月三日",
        "民國115年10月3日",
        "中華民國一一五年十月三日",
        "2026-10-03",
        "民國 115 年 10月 3日",
    ],
)
def test_a_chinese_date_is_known_in_the_ways_people_write_it(date):
    assert roles(f"王先生：\n謝謝您。\n敬祝\n時祺\n陳明\n{date}", "zh_TW")[-1] == "date"


@pytest.mark.parametrize(
    "salutation",
    [
        "Уважаемый Иван Петрович!",
        "Здравствуйте, Ольга Петрова!",
        "Глубокоуважаемая госпожа Петрова,",
        "Дорогая Анна!",
        "Добрый день!",
        "Ольга Сергеевна!",
    ],
)
def test_a_russian_salutation_stands_on_its_own_line(salutation):
    assert roles(f"{salutation}\n\nСпасибо Вам за звонок.", "ru") == ["salutation", "body"]


@pytest.mark.parametrize(
    "closing",
    ["С уважением,", "С благодарностью", "Искренне Ваша,", "Всего доброго!", "С наилучшими пожеланиями,"],
)
def test_a_russian_letter_is_closed_in_many_ways(closing):
    text = f"Добрый день!\n\nСпасибо Вам.\n\n{closing}\nИван Котов\nЭлектроника на углу"
    assert roles(text, "ru") == ["salutation", "body", "closing", "signature", "signature"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dear Ann,\n\nWith the new lid it works, we tried it for an hour and it never leaked.", "en"),
        ("Дорогая Анна!\n\nС благодарностью принимаем Ваше предложение.", "ru"),
        ("王先生：\n祝您的新店生意兴隆，我们下周一定去看您。", "zh_CN"),
    ],
)
def test_a_sentence_that_begins_like_a_closing_stays_in_the_body(text, language):
    assert roles(text, language) == ["salutation", "body"]


def test_the_first_line_of_the_body_is_no_salutation():
    assert roles("Dear Ann,\nThank you for coming in, it was kind of you.\n\nYours,\nBen") == [
        "salutation",
        "body",
        "closing",
        "signature",
    ]


@pytest.mark.parametrize(
    "line", ["此致 敬礼！", "此致敬礼", "顺祝商祺", "祝您 身体健康", "敬祝教安", "順頌時祺"]
)
def test_a_chinese_wish_on_one_line_is_taken_apart(line):
    assert roles(f"王先生：\n谢谢您。\n{line}\n小李", "zh_CN") == [
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
    assert roles("王先生：\n他說：「好。」\n2026年11月22日", "zh_TW") == ["salutation", "body", "date"]


def test_a_colon_inside_the_letter_opens_no_second_letter():
    assert roles("王先生：\n我们做了三件事：\n换了壶盖。", "zh_CN") == ["salutation", "body", "body"]


def test_every_word_of_the_text_is_kept():
    text = "Dear Ann,\n\nOne two.\nThree.\n\nBest wishes,\nBen\n\nP.S. Four\nfive."
    assert " ".join(block.text for block in blocks_of(text, "en")).split() == text.split()


@pytest.mark.parametrize(
    ("text", "language"), [("Dear Ann,\r\n\r\nThank you.\r\n", "en"), ("王先生：\r\n谢谢您。\r\n", "zh_CN")]
)
def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(text, language):
    assert parts("\ufeff" + text, language) == parts(text.replace("\r", ""), language)
    assert roles(text, language) == ["salutation", "body"]


@pytest.mark.parametrize(("language", "kind"), [*product(WRITTEN_LANGUAGES, LetterKind)])
def test_a_letter_that_was_composed_is_read_back_as_it_was(language, kind):
    for seed, facts in product(range(6), (KNOWN[language, kind], bare(language, kind))):
        blocks = compose(facts, templates(language, kind), seed)
        assert blocks_of(text_of(blocks, language), language) == blocks


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
def test_a_blank_text_has_no_parts(language):
    assert blocks_of(" \r\n\n\t", language) == ()
