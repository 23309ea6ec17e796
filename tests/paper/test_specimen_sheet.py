"""The hands are shown on paper, each with its name and everything it can do."""

import pypdfium2
import pytest

from desktop_cs.errors import UserError
from desktop_cs.letters.hand.hands import HANDS, hands_for
from desktop_cs.paper.specimen_sheet import specimen_pdf


@pytest.fixture(scope="module")
def pages():
    document = pypdfium2.PdfDocument(specimen_pdf())
    return [page.get_textpage().get_text_range() for page in document]


def test_every_hand_is_named_once_for_each_language_with_pens_and_degrees(pages):
    whole = "\n".join(pages)
    for hand in HANDS:
        assert whole.split().count(hand.id) == len(hand.languages)
    shown = sum(len(hand.languages) for hand in HANDS)
    for label in ("Ballpoint pen", "Gel pen", "Fountain pen", "Tidy", "Natural", "Hurried"):
        assert whole.count(label) == shown


def test_each_hand_writes_its_sample_ten_times(pages):
    whole = "\n".join(pages)
    assert whole.count("With kind regards") == 9 * len(hands_for("en"))
    assert whole.count("Thank you for telling us about the kettle") == len(hands_for("en"))
    assert "".join(whole.split()).count("谢谢您的耐心") == 9


def test_one_language_alone_is_one_page():
    document = pypdfium2.PdfDocument(specimen_pdf("zh_TW"))
    assert len(document) == 1
    assert "繁體中文" in document[0].get_textpage().get_text_range()
    with pytest.raises(UserError, match="no handwriting"):
        specimen_pdf("xx")


def test_the_specimen_is_the_same_to_the_byte_every_time():
    assert specimen_pdf("zh_CN") == specimen_pdf("zh_CN")
