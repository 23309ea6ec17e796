"""Envelopes, labels and the calibration page: everything stands where post and printer expect it."""

import numpy as np
import pypdfium2
import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.calibration_sheet import calibration_pdf
from desktop_cs.paper.envelope_sheet import envelope_pdf
from desktop_cs.paper.envelope_sizes import ENVELOPES, LABEL_SHEETS
from desktop_cs.paper.label_sheet import label_pdf
from desktop_cs.paper.letter_sheet import Extras

ENGLISH = ["Mrs Zoë O’Brien", "12 Harbour Street", "Whitby", "YO21 3PU"]
CHINESE = ["100027", "北京市朝阳区建国路88号3单元501室", "王晓明 女士 收"]
TAIWANESE = ["110001", "臺北市信義區市府路1號", "林志惠 女士 收"]
RUSSIAN = ["Петровой Ольге Сергеевне", "ул. Новая, д. 5, кв. 12", "г. Тверь", "170100"]
SHOP = ["Fairwind Electrical", "4 High Street, Whitby"]
MM = 25.4 / 72


def page_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return document[0]


def text_of(pdf):
    return page_of(pdf).get_textpage().get_text_range()


def place_of(pdf, word):
    """Return where the middle of a word stands, in shares of the page from its upper left corner."""
    page = page_of(pdf)
    text = page.get_textpage()
    at = text.get_text_range().index(word)
    left, low, right, high = text.get_charbox(at)
    width, height = page.get_size()
    return (left + right) / 2 / width, 1 - (low + high) / 2 / height


@pytest.mark.parametrize("size", ENVELOPES)
@pytest.mark.parametrize(
    ("lines", "language"), [(ENGLISH, "en"), (CHINESE, "zh_CN"), (TAIWANESE, "zh_TW"), (RUSSIAN, "ru")]
)
def test_every_envelope_takes_every_address(size, lines, language):
    pdf = envelope_pdf(lines, language, LetterLook(), size, SHOP)
    width, height = page_of(pdf).get_size()
    assert (width * MM, height * MM) == pytest.approx(
        (ENVELOPES[size].width_mm, ENVELOPES[size].height_mm), abs=0.1
    )
    found = "".join(text_of(pdf).split())
    assert sorted(found) == sorted("".join([*lines, *SHOP]).replace(" ", ""))


def test_a_western_address_stands_at_the_lower_right_and_the_shop_at_the_upper_left():
    pdf = envelope_pdf(ENGLISH, "en", LetterLook(), "DL", SHOP)
    across, down = place_of(pdf, "Mrs")
    assert 0.4 < across < 0.6
    assert down > 0.4
    across, down = place_of(pdf, "Fairwind")
    assert across < 0.2
    assert down < 0.2


def test_a_chinese_envelope_has_the_code_at_the_upper_left_and_the_shop_at_the_lower_right():
    pdf = envelope_pdf(CHINESE, "zh_CN", LetterLook(), "CN ZL", SHOP)
    across, down = place_of(pdf, "1")
    assert across < 0.2
    assert down < 0.2
    assert place_of(pdf, "北")[1] < place_of(pdf, "晓")[1]
    across, down = place_of(pdf, "Whitby")
    assert across > 0.7
    assert down > 0.7


def test_boxes_for_the_code_are_printed_only_where_the_envelope_has_none():
    def has_red(size):
        picture = page_of(envelope_pdf(CHINESE, "zh_CN", LetterLook(), size)).render(scale=3).to_numpy()
        return ((picture[:, :, 2] > 150) & (picture[:, :, 1] < 140)).any()

    assert has_red("C6")
    assert not has_red("CN DL")


def test_a_russian_index_is_also_drawn_for_the_machine():
    def dots(lines):
        picture = page_of(envelope_pdf(lines, "ru", LetterLook(ink="black"), "C5")).render(scale=3).to_numpy()
        height, width = picture.shape[:2]
        return (picture[int(0.8 * height) :, : int(0.35 * width)].sum(2) < 300).sum()

    assert dots(RUSSIAN) > 300
    assert dots(RUSSIAN[:3]) == 0


def test_the_same_address_gives_the_same_bytes_and_practice_is_marked():
    usual = envelope_pdf(ENGLISH, "en", LetterLook(), "C6", SHOP)
    assert usual == envelope_pdf(ENGLISH, "en", LetterLook(), "C6", SHOP)
    assert "Practice" in text_of(envelope_pdf(ENGLISH, "en", LetterLook(), "C6", SHOP, Extras(practice=True)))


@pytest.mark.parametrize(
    ("lines", "size", "match"),
    [([" "], "DL", "no address"), (["a"] * 9, "DL", "at most 7"), (ENGLISH, "B4", "B4")],
)
def test_what_cannot_be_sent_is_said(lines, size, match):
    with pytest.raises(UserError, match=match):
        envelope_pdf(lines, "en", LetterLook(), size)


@pytest.mark.parametrize("name", LABEL_SHEETS)
def test_every_address_stands_inside_its_own_label(name):
    sheet = LABEL_SHEETS[name]
    addresses = [[f"A{number:03d}", "12 Harbour Street", "Whitby YO21 3PU"] for number in range(sheet.count)]
    page = page_of(label_pdf(addresses, name))
    text = page.get_textpage()
    whole = text.get_text_range()
    for number in range(sheet.count):
        left, _low, _right, high = text.get_charbox(whole.index(f"A{number:03d}"))
        row, column = divmod(number, sheet.columns)
        x = left * MM - sheet.first[0] - column * sheet.step[0]
        y = (page.get_size()[1] - high) * MM - sheet.first[1] - row * sheet.step[1]
        assert 0 < x < sheet.label[0]
        assert 0 < y < sheet.label[1]


def test_labels_begin_where_the_sheet_is_still_whole_and_go_on_to_the_next():
    document = pypdfium2.PdfDocument(label_pdf([["Ann"], ["Ben"], ["Cem"]], "A4 2x7", start=13))
    assert len(document) == 2
    assert document[0].get_textpage().get_text_range().split() == ["Ann", "Ben"]
    with pytest.raises(UserError, match="from 1 to 14"):
        label_pdf([["Ann"]], "A4 2x7", start=15)
    with pytest.raises(UserError, match="9x9"):
        label_pdf([["Ann"]], "9x9")
    with pytest.raises(UserError, match="no address"):
        label_pdf([[" "]], "A4 2x7")


@pytest.mark.parametrize("paper", ["A4", "A5", "A6", "Letter"])
@pytest.mark.parametrize("shift", [(0.0, 0.0), (3.0, -2.0)])
def test_the_cross_of_the_calibration_page_is_as_far_from_the_middle_as_the_shift(paper, shift):
    page = page_of(calibration_pdf(paper, shift))
    picture = page.render(scale=4, grayscale=True).to_numpy() < 140
    half = int(22 / MM * 4)
    low, left = (side // 2 - half for side in picture.shape)
    picture = picture[low : low + 2 * half, left : left + 2 * half]  # the rulers without the sentences
    middle = np.array([picture.sum(0).argmax() + left, picture.sum(1).argmax() + low])
    found = (middle / 4 - np.array(page.get_size()) / 2) * MM
    assert found == pytest.approx(shift, abs=0.4)


def test_the_numbers_of_the_ruler_grow_to_the_right_and_downwards():
    pdf = calibration_pdf("A4")
    assert place_of(pdf, "+10")[0] > 0.5 > place_of(pdf, "-10")[0]
    assert "real size" in text_of(pdf)
