"""The recovery sheet as it comes out of the printer."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from desktop_cs.errors import UserError
from desktop_cs.paper import recovery_sheet
from desktop_cs.paper.recovery_sheet import recovery_sheet_pdf
from desktop_cs.shop.recovery_code import RecoveryCode, read_code
from desktop_cs.shop.settings import ShopSettings

CODE = RecoveryCode(bytes(range(7, 23)))
DAY = date(2026, 11, 23)
SHOP = replace(ShopSettings(), name="Corner Shop")


def page_of(pdf):
    """Return the only page of a PDF, its words with it."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return document[0], " ".join(document[0].get_textpage().get_text_range().split())


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_one_page_holds_the_shop_the_day_and_every_group(paper, size):
    page, words = page_of(recovery_sheet_pdf(CODE, replace(SHOP, report_paper=paper), DAY))
    assert tuple(round(side) for side in page.get_size()) == size
    assert "Corner Shop" in words
    assert "23 Nov 2026" in words
    signs = words.replace(" ", "")
    assert [group for group in CODE.groups if group not in signs] == []


def test_what_is_printed_large_can_be_typed_back_as_the_code():
    _page, words = page_of(recovery_sheet_pdf(CODE, SHOP, DAY))
    signs = words.replace(" ", "")
    assert read_code("".join(signs[signs.index(group) :][:5] for group in CODE.groups)) == CODE


def test_the_square_holds_the_code_as_digits_for_a_scanner(monkeypatch):
    drawn = []
    make = recovery_sheet.segno.make_qr

    def noted(content, **options):
        drawn.append(content)
        return make(content, **options)

    monkeypatch.setattr(recovery_sheet.segno, "make_qr", noted)
    recovery_sheet_pdf(CODE, SHOP, DAY)
    assert drawn == [CODE.digits]


def test_nothing_printed_leaves_the_frame_or_runs_into_the_notes_in_any_language(pseudo_language):
    """The pseudo-language is longer than any that the program speaks."""
    page, _words = page_of(recovery_sheet_pdf(CODE, replace(SHOP, report_paper="Letter"), DAY))
    text = page.get_textpage()
    boxes = [text.get_charbox(place) for place in range(text.count_chars())]
    width, height = page.get_size()
    inside = [box for box in boxes if box[0] >= 40 and box[2] <= width - 40 and 40 <= box[1] <= height - 40]
    assert len(inside) == len(boxes)


def test_a_hostile_name_of_the_shop_is_printed_as_it_is():
    _page, words = page_of(recovery_sheet_pdf(CODE, replace(SHOP, name='<img src="x"/> & <b>Shop'), DAY))
    assert '<img src="x"/> & <b>Shop' in words


def test_the_same_sheet_gives_the_same_bytes():
    assert recovery_sheet_pdf(CODE, SHOP, DAY) == recovery_sheet_pdf(CODE, SHOP, DAY)


def test_a_sheet_of_the_practice_shop_is_marked():
    plain = recovery_sheet_pdf(CODE, SHOP, DAY)
    assert recovery_sheet_pdf(CODE, replace(SHOP, is_practice=True), DAY) != plain


def test_a_paper_that_nobody_knows_is_refused():
    with pytest.raises(UserError):
        recovery_sheet_pdf(CODE, replace(SHOP, report_paper="A0"), DAY)
