"""How reportlab is set: nothing is fetched, and no page is spelled out."""

import pytest
from reportlab.lib.utils import open_for_read

import desktop_cs.paper.reportlab_settings  # noqa: F401 (for what it sets)
from desktop_cs.letters.letter import letter_from_text
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.letter_sheet import letter_pdf


def test_no_picture_is_fetched_from_elsewhere():
    with pytest.raises(OSError, match="Cannot open resource"):
        open_for_read("http://example.invalid/logo.png")


def test_pages_are_packed_without_being_spelled_out():
    pdf = letter_pdf(letter_from_text("Dear Ann,\n\nThank you.\n\nYours,\nBen", "en", 1), LetterLook())
    assert b"/FlateDecode" in pdf
    assert b"ASCII85Decode" not in pdf
