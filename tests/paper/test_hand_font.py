"""Handwriting in a PDF is text: each occurrence has its own glyph, and stands where the hand put it."""

import re
from types import SimpleNamespace

import numpy as np
import pypdfium2
import pytest
import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFDocument

from desktop_cs.letters.hand.page_plan import Area
from desktop_cs.letters.hand.writing import write
from desktop_cs.letters.letter import letter_from_text
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.hand_font import HandFont
from desktop_cs.paper.letter_sheet import letter_pdf

AREA = Area(left=18, top=18, width=112, height=174, page_height=210, line_mm=8)
INK = (0.1, 0.1, 0.3)


@pytest.fixture(scope="module")
def page():
    text = "Dear Ann,\n\nThank you for telling us about the kettle, and for coming back. 王女士 came too."
    return write(letter_from_text(text, "en", 2), AREA, LetterLook())


@pytest.fixture(scope="module")
def font(page):
    return HandFont(page)


def test_every_occurrence_is_a_glyph_of_its_own(page, font):
    face = uharfbuzz.Face(font.file.content)
    assert face.glyph_count == len(page.characters) + 1
    found = uharfbuzz.Font(face)
    boxes = [found.get_glyph_extents(glyph) for glyph in range(1, face.glyph_count)]
    inked = [(box.x_bearing, box.y_bearing, box.width, box.height) for box in boxes if box and box.width]
    assert len(inked) == page.is_gap.count(False)
    assert len(set(inked)) > 0.95 * len(inked)


def test_the_pen_travels_from_each_character_to_the_next(page, font):
    for line in range(len(page.baselines)):
        here = np.flatnonzero(page.lines == line)
        travelled = np.cumsum(font.advances[here])[:-1] / 1000 * font.size
        assert travelled == pytest.approx(page.starts[here][1:] - page.starts[here][0], abs=0.05)


def test_the_text_operators_name_every_glyph_once_and_in_order(page, font):
    operators = font.text_operators("/Hand1", INK)
    codes = "".join(re.findall(r"<([0-9A-F]+)>Tj", operators))
    glyphs = [int(codes[at : at + 4], 16) for at in range(0, len(codes), 4)]
    assert glyphs == list(range(1, len(page.characters) + 1))
    assert operators.count(" Tm") == len(page.baselines)
    assert "e-" not in operators


def test_two_pages_in_one_document_get_two_names(font):
    document = PDFDocument(invariant=1)
    assert font.add_to(document) != font.add_to(document)


def test_fonts_of_different_pages_bear_different_names():
    names = set()
    for seed in (1, 2, 3):
        pdf = letter_pdf(letter_from_text("Thank you.", "en", seed), LetterLook())
        names |= set(re.findall(rb"/BaseFont\s*/([A-Z]{6}\+CounterHand)", pdf))
    assert len(names) == 3


def test_each_character_is_found_where_its_ink_is():
    pdf = letter_pdf(letter_from_text("Dear Ann,\n\nThank you.", "en", 2), LetterLook())
    document = pypdfium2.PdfDocument(pdf)
    shown = document[0]
    text = shown.get_textpage()
    picture = shown.render(scale=4, grayscale=True).to_numpy() < 128
    for at, character in enumerate(text.get_text_range()):
        if character.isalpha():
            left, low, right, high = (4 * side for side in text.get_charbox(at))
            rows = slice(int(picture.shape[0] - high), int(picture.shape[0] - low) + 1)
            assert picture[rows, int(left) : int(right) + 1].any(), character


def test_unusual_characters_keep_their_place_in_the_map_to_unicode():
    letter = letter_from_text("Zoë & Łukasz: 50% — €5 (王)", "en", 1)
    assert (
        pypdfium2.PdfDocument(letter_pdf(letter, LetterLook()))[0].get_textpage().get_text_range()
        == letter.blocks[0].text
    )


def test_a_tone_that_cannot_be_printed_is_kept_within_bounds(page):
    extreme = SimpleNamespace(**{name: getattr(page, name) for name in page.__slots__})
    extreme.tones = np.where(np.arange(len(page.tones)) % 2, 50.0, -50.0)
    for colour in re.findall(
        r"([\d.]+) ([\d.]+) ([\d.]+) rg", HandFont(extreme).text_operators("/Hand1", INK)
    ):
        assert all(0 <= float(part) <= 1 for part in colour)
