"""Whatever a name is written in, it can be printed, measured and broken into lines."""

import json

import pytest

from desktop_cs.paper import text_fonts


def printed(text, **how):
    return "".join(part for _font, part in text_fonts.runs(text, **how))


@pytest.mark.parametrize(
    "text", ["Zoë Łukasiewicz, Žižek & Çelik – 12 €", "Ирина Ёлкина № 5 ₽", "街角电器行：王先生"]
)
@pytest.mark.parametrize("bold", [False, True])
def test_the_four_languages_need_no_font_of_the_computer(text, bold, monkeypatch):
    monkeypatch.setattr(text_fonts, "_system_fonts", lambda: pytest.fail("looked for a font of the computer"))
    assert printed(text, bold=bold) == text


def test_every_character_of_gb_2312_is_there():
    signs = "".join(
        bytes((row, cell)).decode("gb2312", "ignore")
        for row in range(0xA1, 0xF8)
        for cell in range(0xA1, 0xFF)
    )
    missing = [sign for sign in signs if sign.strip() and not text_fonts._has(text_fonts.HANZI, sign)]
    assert missing == []


def test_quotation_marks_are_narrow_among_latin_and_wide_among_chinese():
    assert text_fonts.width("“It’s”", 10) < text_fonts.width('"It\'s"', 10) + 4
    assert text_fonts.width("“有”", 10) == 30


def test_rare_characters_never_stop_the_printing(monkeypatch):
    text_fonts._placed.cache_clear()
    monkeypatch.setattr(text_fonts, "_system_fonts", tuple)
    assert printed("a\U0001f600b") == "a□b"
    assert printed("½ ﬁ") == "½ fi"
    text_fonts._placed.cache_clear()


def test_controls_and_marks_that_turn_the_text_are_left_out():
    assert text_fonts.plain(" a\x00b\r\nc\u202ed\u200b\ufeffe\ud800 ") == "a b c d e"
    assert text_fonts.plain("e\u0301") == "é"


def test_naughty_strings_are_printable(shared_data):
    for text in json.loads((shared_data / "naughty_strings.json").read_text(encoding="utf-8")):
        assert text_fonts.width(text, 9) >= 0
        for line in text_fonts.lines(text, 100, 9):
            assert text_fonts.width(line, 9) <= 100


def test_a_long_text_is_cut_to_fit():
    cut = text_fonts.fitted("Corner Electronics and Sons", 60, 9)
    assert cut.endswith("…")
    assert text_fonts.width(cut, 9) <= 60
    assert text_fonts.fitted("short", 60, 9) == "short"


def test_lines_break_between_words_or_chinese_characters():
    assert text_fonts.lines("one two three", text_fonts.width("one two", 9), 9) == ["one two", "three"]
    chinese = text_fonts.lines("街角电器行，修得好。", 45, 9)
    assert chinese == ["街角电器", "行，修得", "好。"]


def test_no_line_begins_with_a_full_stop():
    broken = text_fonts.lines("修修修修。修", 36, 9)
    assert not any(line.startswith("。") for line in broken)
