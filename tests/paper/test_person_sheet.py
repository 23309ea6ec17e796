"""The copy of what is kept about a person, on paper."""

from datetime import UTC, datetime
from io import BytesIO

import pypdfium2

from desktop_cs.customers.person_copy import CopyPart, PersonCopy
from desktop_cs.paper.person_sheet import person_pdf
from desktop_cs.shop.settings import ShopSettings

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def pages(copy):
    document = pypdfium2.PdfDocument(BytesIO(person_pdf(copy, ShopSettings(name="Corner"), "en", NOW)))
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


def test_everything_is_on_the_paper_however_much_it_is():
    parts = [CopyPart(f"Case {one}", (("Words", f"line {one} " * 40),)) for one in range(30)]
    found = pages(PersonCopy("What we keep", ("A copy.",), tuple(parts)))
    assert len(found) > 3
    whole = " ".join(" ".join(found).split())
    assert all(f"line {one} line {one}" in whole for one in range(30))


def test_a_heading_never_stands_alone_at_the_end_of_a_page():
    parts = [CopyPart(f"Heading {one}", (("Label", "text"),)) for one in range(100)]
    for page in pages(PersonCopy("What we keep", (), tuple(parts))):
        lines = [line for line in page.splitlines() if line.startswith(("Heading", "Label"))]
        assert lines[-1].startswith("Label")


def test_chinese_and_hostile_signs_are_printed_as_they_are():
    [page] = pages(PersonCopy("您的资料", ("请看。",), (CopyPart("一", (("姓名", "王小明 <b>&"),)),)))
    assert "王小明 <b>&" in page


def test_the_same_copy_gives_the_same_bytes():
    copy = PersonCopy("What we keep", ("A copy.",), (CopyPart("One", (("a", "b"),)),))
    settings = ShopSettings(name="Corner")
    assert person_pdf(copy, settings, "en", NOW) == person_pdf(copy, settings, "en", NOW)
