"""PDF pages as pictures."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_cs.ui.paper.pdf_pages import page_count, page_picture, page_size_mm, pictures_to_fit


@pytest.fixture
def pdf(tmp_path):
    """Return a PDF of two A5 pages, the first one with a black square in its upper left corner."""
    canvas = Canvas(str(tmp_path / "two.pdf"), pagesize=(420, 595))
    canvas.rect(0, 495, 100, 100, fill=1)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return (tmp_path / "two.pdf").read_bytes()


def test_every_page_is_as_wide_as_there_is_room(pdf):
    assert page_count(pdf) == 2
    assert [picture.width() for picture in pictures_to_fit(pdf, 300)] == [300, 300]


def test_size_and_sharpness_are_those_of_the_paper(pdf):
    assert page_size_mm(pdf) == pytest.approx((148.2, 209.9), abs=0.1)
    picture = page_picture(pdf, 0, 144)
    assert (picture.width(), picture.height()) == (840, 1190)


def test_what_is_drawn_stands_where_it_is_on_the_page(pdf):
    picture = page_picture(pdf, 0, 72)
    assert picture.pixelColor(50, 50).lightness() < 10
    assert picture.pixelColor(200, 200).lightness() > 250


def test_letter_and_month_may_be_drawn_at_once(pdf):
    with ThreadPoolExecutor(4) as threads:
        drawn = list(threads.map(lambda width: pictures_to_fit(pdf, width), range(100, 180)))
    assert [pictures[1].width() for pictures in drawn] == pytest.approx(range(100, 180), abs=1)
