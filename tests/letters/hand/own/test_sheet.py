"""The sheet asks for every letter, in boxes that stand apart, on pages that are known again."""

from itertools import pairwise

import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.own.sheet import (
    BOX_HEIGHT_MM,
    MARK_AT_MM,
    MARK_MM,
    PAPERS,
    page_code,
    page_of_code,
    sheet_language,
    sheet_pages,
    wanted,
    words_wanted,
)

EVERY_SHEET = [(language, paper) for language in ("en", "ru") for paper in PAPERS]


def test_frequent_letters_are_asked_for_four_times_and_all_others_twice():
    times = dict(wanted("en"))
    assert times["e"] == times["n"] == 4
    assert times["q"] == times["W"] == times["7"] == times["?"] == 2


def test_a_russian_sheet_asks_for_both_alphabets():
    asked = {character for character, _times in wanted("ru")}
    assert set("абвгдеёжзийклмнопрстуфхцчшщъыьэюяЁЖЩ«»№") <= asked
    assert {character for character, _times in wanted("en")} <= asked


def test_chinese_uses_the_latin_sheet():
    assert sheet_language("zh_CN") == sheet_language("zh_TW") == "en"


@pytest.mark.parametrize(("language", "paper"), EVERY_SHEET)
def test_every_sample_has_its_box_and_no_two_boxes_overlap(language, paper):
    pages = sheet_pages(language, paper)
    texts = [box.text for page in pages for box in page.boxes]
    assert sorted(texts) == sorted(
        [character for character, times in wanted(language) for _time in range(times)]
        + list(words_wanted(language))
    )
    for page in pages:
        places = sorted((box.top, box.left, box.width) for box in page.boxes)
        for (top, left, width), (below, right, _width) in pairwise(places):
            assert below >= top + BOX_HEIGHT_MM or (below == top and right >= left + width)


@pytest.mark.parametrize(("language", "paper"), EVERY_SHEET)
def test_no_box_reaches_the_marks_or_the_edge_of_the_paper(language, paper):
    width, height = PAPERS[paper]
    for page in sheet_pages(language, paper):
        assert min(box.left for box in page.boxes) > 5
        assert max(box.left + box.width for box in page.boxes) < width - 5
        lowest = max(box.top for box in page.boxes) + BOX_HEIGHT_MM
        assert lowest < height - MARK_AT_MM - MARK_MM / 2


def test_every_page_is_known_by_its_code():
    pages = [page for language, paper in EVERY_SHEET for page in sheet_pages(language, paper)]
    codes = [page_code(page) for page in pages]
    assert len(set(codes)) == len(codes)
    assert [page_of_code(code) for code in codes] == pages


def test_a_code_with_one_cell_misread_is_no_page():
    code = page_code(sheet_pages("en", "A4")[0])
    for at in range(len(code)):
        misread = tuple(cell != (place == at) for place, cell in enumerate(code))
        assert page_of_code(misread) is None


def test_a_card_is_too_small_for_the_sheet():
    with pytest.raises(UserError, match="A4 or Letter"):
        sheet_pages("en", "A6")
