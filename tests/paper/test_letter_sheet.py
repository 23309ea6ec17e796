"""A letter is one page that can be read, searched and made again."""

import base64
import re
import zlib

import pypdfium2
import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.letter import Block, Letter, Role, letter_from_text
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.letter_sheet import letter_pdf
from desktop_cs.paper.paper_sizes import PAPER_SIZES

ENGLISH = """22 November 2026

Dear Zoë O’Brien,

Thank you for telling us about the kettle — twice, in fact! We are sorry. The “new” lid came to £12.50
(or €15 or $16); it is yours to keep, and François and Señora Müller say hello.

With kind regards,
Ana Petrov
"""
CHINESE = """尊敬的王女士：
您好！您上周买的水壶漏水，让您和 Zoë O’Brien 女士费心了。我们已经换了新的壶盖，并试了三遍：“一切正常”。
差价￥25，随信退还；有事请打 0571-8888 6666。
此致
敬礼！
李晓明
2026年11月22日
"""


def read(pdf):
    """Return the words of the page as PDFium finds them."""
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return document[0].get_textpage().get_text_bounded()


def page_stream(pdf):
    """Return the operators of the page, unpacked."""
    for body in re.findall(rb"stream\r?\n(.*?)\r?\n?endstream", pdf, re.DOTALL):
        packed = base64.a85decode(b"<~" + body, adobe=True) if body.endswith(b"~>") else body
        content = zlib.decompressobj().decompress(packed)
        if b" Tf" in content:
            return content
    pytest.fail("the file holds no page with text")


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_every_english_word_can_be_found_again(seed, paper):
    letter = letter_from_text(ENGLISH, "en", seed)
    assert read(letter_pdf(letter, LetterLook(paper=paper))).split() == ENGLISH.split()


@pytest.mark.parametrize("style", ["tidy", "natural", "hurried"])
def test_every_chinese_line_can_be_found_again(style):
    letter = letter_from_text(CHINESE, "zh_CN", 5)
    found = "".join(read(letter_pdf(letter, LetterLook(degree=style))).split())
    assert found == "".join(CHINESE.split())


def test_the_same_letter_is_the_same_to_the_byte():
    once, again = (letter_pdf(letter_from_text(ENGLISH, "en", 7), LetterLook()) for _ in range(2))
    assert once == again


def test_another_seed_moves_the_pen_otherwise():
    one, other = (letter_pdf(letter_from_text(ENGLISH, "en", seed), LetterLook()) for seed in (7, 8))
    assert one != other


@pytest.mark.parametrize("name", PAPER_SIZES)
def test_the_page_has_the_size_of_its_paper(name):
    letter = letter_from_text("Dear Ann,\n\nThank you.", "en", 1)
    width, height = pypdfium2.PdfDocument(letter_pdf(letter, LetterLook(paper=name)))[0].get_size()
    wanted = PAPER_SIZES[name]
    assert (width / 72 * 25.4, height / 72 * 25.4) == pytest.approx(
        (wanted.width_mm, wanted.height_mm), abs=0.1
    )


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (CHINESE, "zh_CN")])
@pytest.mark.parametrize("ruling", ["none", "ruled"])
def test_no_ink_comes_near_the_edge_of_the_paper(text, language, ruling):
    letter = letter_from_text(text, language, 3)
    page = pypdfium2.PdfDocument(letter_pdf(letter, LetterLook(ruling=ruling)))[0]
    picture = page.render(scale=1, grayscale=True).to_numpy()
    rows, columns = (picture < 128).nonzero()
    height, width = picture.shape
    assert rows.min() > 0.05 * height
    assert rows.max() < 0.95 * height
    assert columns.min() > 0.06 * width
    assert columns.max() < 0.94 * width


def test_a_text_for_more_than_a_page_says_how_much_is_too_much():
    letter = letter_from_text("Dear Ann,\n\n" + "Thank you for waiting so long. " * 60, "en", 1)
    with pytest.raises(UserError, match=r"\d+ lines too long"):
        letter_pdf(letter, LetterLook(paper="A6"))
    assert len(letter_pdf(letter, LetterLook(paper="A4"))) > 1000


def test_a_text_that_almost_fits_is_written_a_little_smaller():
    from desktop_cs.letters.hand.writing import write
    from desktop_cs.paper.stationery import area_of

    area = area_of(LetterLook())
    steps = [
        write(
            letter_from_text("Thank you for waiting. " * times, "en", 1), area, LetterLook(degree="tidy")
        ).step
        for times in (5, 44)
    ]
    assert 0.79 < steps[1] / steps[0] < 1


def test_small_paper_is_written_with_a_finer_pen():
    def darkness(paper):
        """Return how much of the box around the writing is ink, as many dots to a line on both papers."""
        pdf = letter_pdf(letter_from_text("顺风电器谢谢您的耐心", "zh_CN", 3), LetterLook(paper=paper))
        scale = {"A5": 8.0, "A6": 8.0 * 8.0 / 6.6}[paper]
        picture = pypdfium2.PdfDocument(pdf)[0].render(scale=scale, grayscale=True).to_numpy() < 128
        return picture[picture.any(axis=1)][:, picture.any(axis=0)].mean()

    assert darkness("A6") < 1.1 * darkness("A5")


def test_characters_that_no_hand_has_are_named_and_never_boxed():
    letter = Letter("en", (Block(Role.BODY, "Thank you 🎂 from עדי"),), 1)
    with pytest.raises(UserError, match="🎂 ע ד י"):
        letter_pdf(letter, LetterLook())


@pytest.mark.parametrize("wrong", [{"paper": "B5"}, {"degree": "wild"}, {"ink": "green"}])
def test_an_unknown_choice_is_refused_by_name(wrong):
    with pytest.raises(UserError, match=next(iter(wrong.values()))):
        letter_pdf(letter_from_text("Thank you.", "en", 1), LetterLook(**wrong))


def test_no_number_in_the_page_is_written_with_an_exponent():
    operators = page_stream(letter_pdf(letter_from_text(ENGLISH, "en", 2), LetterLook(ruling="ruled")))
    assert re.search(rb"\d\.\d", operators)
    assert not re.search(rb"\d[eE][-+]?\d", re.sub(rb"<[0-9A-F]+>", b"", operators))
