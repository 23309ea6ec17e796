"""What a file is, by its content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.attachments.kinds import AttachmentKind, kind_of

DRAWN = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")


@pytest.mark.parametrize("form", DRAWN)
def test_a_picture_is_known_by_its_first_bytes(picture, form):
    kind = kind_of(picture(form))
    assert kind == form.lower()
    assert kind.is_picture
    assert kind.is_drawn


def test_a_pdf_is_known_also_with_something_before_its_header(pdf):
    assert kind_of(pdf()) is AttachmentKind.PDF
    assert kind_of(b"\n" * 1000 + pdf()) is AttachmentKind.PDF
    assert kind_of(b"%PDF-1.7").is_drawn
    assert not kind_of(b"%PDF-1.7").is_picture


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"The dryer hums.\r\n\tTwice.", "text"),
        ("﻿烘干机 — сушилка".encode(), "text"),
        (("汉" * 3000).encode(), "text"),
        (b"BMW owners complain about the radio, every day of the week", "text"),
        (b"RIFF and WEBP are words too", "text"),
        (b"", "file"),
        (b"PK\x03\x04rest of a zip", "file"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "file"),
        (b"MZ\x90\0", "file"),
        ("Grüße".encode("latin-1"), "file"),
        (b"words \x1b[31m that colour a terminal", "file"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://example.com/x"/></svg>', "file"),
        (b'<?xml version="1.0"?><svg/>', "file"),
        (b"  <!DOCTYPE html><p>", "file"),
    ],
)
def test_everything_else_is_a_text_or_just_a_file(content, kind):
    assert kind_of(content) == kind


@given(st.binary(max_size=300))
def test_any_bytes_have_a_kind(content):
    assert kind_of(content) in AttachmentKind


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=3000))
def test_words_are_text_wherever_the_first_bytes_are_cut(text):
    words = text.lstrip("<BGIMR%\ufeff ") + "x"
    assert kind_of((words * 3).encode()) is AttachmentKind.TEXT
