"""The printed sheet: the same every time, every letter named, guides that a scan does not take for ink."""

import numpy as np
import pypdfium2
import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.own.sheet import PAPERS, mark_middles, sheet_pages
from desktop_cs.paper.own_hand_sheet import own_hand_sheet_pdf


def picture(pdf, page=0):
    return np.asarray(pypdfium2.PdfDocument(pdf)[page].render(scale=2).to_pil().convert("RGB")).astype(int)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_page_is_as_large_as_its_paper(paper):
    document = pypdfium2.PdfDocument(own_hand_sheet_pdf("en", paper))
    assert np.array(document[0].get_size()) / 72 * 25.4 == pytest.approx(PAPERS[paper], abs=0.1)


def test_the_same_sheet_is_the_same_file():
    assert own_hand_sheet_pdf("ru", "A4") == own_hand_sheet_pdf("ru", "A4")


def test_every_letter_is_named_above_its_box():
    document = pypdfium2.PdfDocument(own_hand_sheet_pdf("ru", "A4"))
    assert len(document) == len(sheet_pages("ru", "A4")) == 2
    for page, found in zip(sheet_pages("ru", "A4"), document, strict=True):
        words = found.get_textpage().get_text_bounded().split()
        assert {box.text for box in page.boxes} <= set(words)
        assert f"Page {page.number} of 2" in " ".join(words)


def test_the_guides_are_as_light_as_paper_to_a_red_eye_and_the_marks_are_black():
    page = picture(own_hand_sheet_pdf("en", "A4"))
    box = sheet_pages("en", "A4")[0].boxes[0]
    scale = 2 * 72 / 25.4
    top, left = round((box.top - 1) * scale), round((box.left - 1) * scale)
    around = page[top : top + round(15 * scale), left : left + round(15 * scale)]
    assert around[:, :, 2].min() < 150
    assert around[:, :, 0].min() > 235
    for x, y in mark_middles("A4"):
        assert page[round(y * scale), round(x * scale)].max() < 10


def test_a_card_is_refused_in_words():
    with pytest.raises(UserError, match="A4 or Letter"):
        own_hand_sheet_pdf("en", "A6")
