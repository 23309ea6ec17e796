"""A progress slip on paper: readable, scannable, as long as it needs to be."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from struct import pack
from zlib import compress, crc32

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.graphics.barcode import code128

from desktop_cs.errors import UserError
from desktop_cs.paper.paper_sizes import SLIP_PAPERS
from desktop_cs.paper.slip_sheet import slip_pdf
from desktop_cs.paper.text_fonts import plain
from desktop_cs.places import resources_dir
from desktop_cs.slips.slip import PromiseOnSlip, Slip
from desktop_cs.slips.words import load_slip_words

MM = 72 / 25.4
AT = datetime(2026, 11, 2, 15)  # noqa: DTZ001 (the shop's wall time)
WORDS = {language: load_slip_words(resources_dir() / "slips", language) for language in ("en", "zh_CN")}
ENGLISH = Slip(
    "en",
    7,
    AT,
    "Mallory’s Corner Store",
    code="00007",
    address="12 Quay Row\nDublin 8",
    phone="01 555 0134",
    customer="Mrs Fallon",
    problem="Tumble dryer stands still again",
    in_their_words=("It hums, and then the drum just stands there.",),
    cause="The bearing behind the belt.",
    promises=(
        PromiseOnSlip("Dryer back in place", AT, AT + timedelta(days=3), "on Thursday", "Milan Horvat"),
    ),
    prevention="We run it for an hour before it goes back.",
    ask_for=("Aoife Byrne",),
)
CHINESE = Slip(
    "zh_CN",
    11,
    AT,
    "街角电器",
    code="00011",
    customer="陈女士",
    problem="水壶用了一周就漏水",
    cause="壶盖的垫圈没有装好。",
    promises=(PromiseOnSlip("新壶盖送到家", AT, AT + timedelta(days=1), by_whom="林晓梅"),),
    prevention="出库前逐个试水。",
    ask_for=("林晓梅",),
)
PAPERS = tuple(SLIP_PAPERS)


def pdf_of(slip, paper="80mm", logo=None):
    return slip_pdf(slip, WORDS[slip.language], paper, logo)


def pages_of(pdf):
    """Return the words of each page as PDFium finds them, lines joined."""
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def size_mm(pdf):
    return [length / MM for length in pypdfium2.PdfDocument(pdf)[0].get_size()]


def picture(pdf, dots_per_mm=8, page=0):
    """Return the rows of grey values of a page as a receipt printer draws it: 8 dots to the mm."""
    bitmap = pypdfium2.PdfDocument(pdf)[page].render(scale=dots_per_mm / MM, grayscale=True)
    flat = bytes(bitmap.buffer)
    return [flat[row * bitmap.stride : row * bitmap.stride + bitmap.width] for row in range(bitmap.height)]


def scanned(row):
    """Return the digits that a scanner reads in one row of grey values, "" where there is no code.

    Runs of black and white become widths in narrowest bars; each six are one sign of Code 128. The table of
    its signs is reportlab's, in which "AbC" is a bar of 1, a gap of 2 and a bar of 3.
    """
    runs = [len(list(group)) for _dark, group in groupby(grey < 128 for grey in row)][1:-1]
    if len(runs) < 25:
        return ""
    narrow = sum(runs[-7:]) / 13  # the stop sign is 13 narrow bars wide
    widths = "".join(str(round(length / narrow)) for length in runs)
    signs = {
        "".join(str(ord(c.lower()) - 96) for c in bars): sign for sign, bars in code128._patterns.items()
    }
    found = [signs.get(widths[at : at + 6]) for at in range(0, len(widths) - 7, 6)]
    if None in found or signs.get(widths[-7:]) != 106:
        return ""
    start, *body, check = found
    assert check == (start + sum(at * sign for at, sign in enumerate(body, 1))) % 103
    digits, in_pairs = "", start == 105
    for sign in body:
        if sign in (99, 100) and (sign == 99) != in_pairs:
            in_pairs = sign == 99
        else:
            digits += f"{sign:02}" if in_pairs else chr(sign + 32)
    return digits


def test_the_whole_slip_is_read_back_from_the_paper_in_both_languages():
    (english,) = pages_of(pdf_of(ENGLISH))
    for words in (
        "Mallory’s Corner Store 12 Quay Row Dublin 8 01 555 0134",
        "Where things stand Case 7 · 2 Nov 2026 at 15:00 For Mrs Fallon",
        "Tumble dryer stands still again",
        "“It hums, and then the drum just stands there.”",
        "The bearing behind the belt.",
        "By Thursday, 5 November at 15:00 (“on Thursday”). Milan Horvat sees to it.",
        "Aoife Byrne, phone 01 555 0134",
    ):
        assert words in english
    chinese = "".join(pages_of(pdf_of(CHINESE))[0].split())
    for words in (
        "处理进度编号11·2026年11月2日15:00陈女士，您好！",
        "壶盖的垫圈没有装好。",
        "出库前逐个试水。",
    ):
        assert words in chinese
    assert "新壶盖送到家11月3日星期二15:00之前办好。由林晓梅负责。" in chinese


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("number", ["00007", "00011", "12345", "987654", "9999999"])
def test_the_bars_are_scanned_as_the_code_of_the_case(paper, number):
    rows = picture(pdf_of(replace(ENGLISH, code=number), paper), 8 if paper == "80mm" else 12)
    found = [scanned(row) for row in rows[:: len(rows) // 400 or 1] if row.count(0) > 40]
    assert found.count(number) >= 8


def test_a_code_that_cannot_be_scanned_leaves_the_number_alone():
    long = replace(ENGLISH, number=12345678, code="")
    assert "Case 12345678" in pages_of(pdf_of(long))[0]
    assert size_mm(pdf_of(long))[1] < size_mm(pdf_of(ENGLISH))[1] - 10


def test_every_paper_has_its_size_and_a_roll_ends_where_the_text_does():
    assert size_mm(pdf_of(ENGLISH, "A4")) == pytest.approx([210, 297], abs=0.1)
    assert size_mm(pdf_of(ENGLISH, "letter")) == pytest.approx([215.9, 279.4], abs=0.1)
    width, height = size_mm(pdf_of(ENGLISH))
    assert width == pytest.approx(80, abs=0.1)
    rows = picture(pdf_of(ENGLISH))
    inked = [number for number, row in enumerate(rows) if min(row) < 128]
    assert inked[0] / 8 == pytest.approx(4, abs=2)
    assert (len(rows) - inked[-1]) / 8 == pytest.approx(4, abs=2)
    assert size_mm(pdf_of(replace(ENGLISH, cause="Word " * 60)))[1] > height + 20


@pytest.mark.parametrize("slip", [ENGLISH, CHINESE], ids=["en", "zh_CN"])
def test_a_roll_is_printed_within_its_72_mm(slip):
    rows = picture(pdf_of(replace(slip, cause="原因 reason, " * 30)))
    assert {grey for row in rows for grey in (*row[:30], *row[-30:])} == {255}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_long_story_flows_over_pages_and_nothing_of_it_is_lost(paper):
    words = tuple(f"Sentence {number} of what the customer said." for number in range(120))
    pages = pages_of(pdf_of(replace(ENGLISH, in_their_words=words), paper))
    assert len(pages) > 2
    whole = " ".join(pages)
    assert all(f"“{text}”" in whole for text in words)
    assert all(page.endswith(f"7 · {number}/{len(pages)}") for number, page in enumerate(pages, 1))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_heading_never_stands_alone_at_the_end_of_a_page(paper):
    headings = ("What caused it", "What we do, and by when", "How we keep it from happening again")
    for more in range(10, 36):
        pages = pages_of(pdf_of(replace(ENGLISH, problem="One\n" * more), paper))
        assert not any(page.rsplit(" 7 · ", 1)[0].endswith(headings) for page in pages)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_promise_stays_on_the_page_of_its_time(paper):
    for more in range(10, 36):
        pages = pages_of(pdf_of(replace(ENGLISH, problem="One\n" * more), paper))
        (with_promise,) = (page for page in pages if "Dryer back in place" in page)
        assert "Dryer back in place By Thursday, 5 November" in with_promise


def test_line_breaks_that_were_typed_are_kept():
    low = size_mm(pdf_of(replace(ENGLISH, cause="First. Second. Third.")))[1]
    high = size_mm(pdf_of(replace(ENGLISH, cause="First.\nSecond.\r\nThird.")))[1]
    assert high - low == pytest.approx(2 * 10 * 1.38 / MM, abs=0.5)


def test_the_logo_stands_above_the_name_and_a_file_that_is_none_is_left_out():
    plain_height = size_mm(pdf_of(ENGLISH))[1]
    assert size_mm(pdf_of(ENGLISH, logo=b"no picture"))[1] == plain_height
    assert size_mm(pdf_of(ENGLISH, logo=png(40, 20)))[1] > plain_height + 10


def test_the_same_slip_gives_the_same_bytes():
    assert pdf_of(ENGLISH, "A4") == pdf_of(ENGLISH, "A4")


@pytest.mark.parametrize("paper", ["A5", "58mm", "", "roll"])
def test_a_paper_that_is_none_for_slips_is_refused_with_those_that_are(paper):
    with pytest.raises(UserError, match="80mm, A4, Letter"):
        pdf_of(ENGLISH, paper)


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=200), st.sampled_from(PAPERS))
def test_whatever_was_typed_is_printed_or_stands_as_a_box(text, paper):
    pdf = pdf_of(replace(ENGLISH, problem=text, customer=text, ask_for=(text,), shop=text), paper)
    assert len(pages_of(pdf)) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "<b>&amp;</b>",
        "W" * 400,
        "\u202ereversed",
        "%s {0} [x]",
        "Ω≈ç √ ﷽",
        "\U0001f469\u200d\U0001f527",
        "O'Brien & Söhne",
    ],
)
def test_naughty_text_breaks_no_slip(text):
    (read,) = pages_of(pdf_of(replace(ENGLISH, cause=text)))
    assert "What we do" in read
    if text.isascii() and len(text) < 100:
        assert plain(text) in read


def png(width, height):
    """Return a small red picture."""

    def chunk(kind, body):
        return pack(">I", len(body)) + kind + body + pack(">I", crc32(kind + body))

    head = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\xc0\x20\x20" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", compress(rows)) + chunk(b"IEND", b"")
