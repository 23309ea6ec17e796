"""A page becomes a PNG picture that any program opens."""

import struct
import zlib

import numpy as np
import pypdfium2

from desktop_cs.letters.letter import letter_from_text
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.letter_sheet import letter_pdf
from desktop_cs.paper.picture import png_of


def chunks(png):
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, found = 8, {}
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length]) == (zlib.crc32(kind + content),)
        found[kind] = content
        at += 12 + length
    return found


def test_the_picture_shows_the_page_dot_for_dot_in_its_colours():
    pdf = letter_pdf(letter_from_text("Dear Ann,\n\nThank you.", "en", 1), LetterLook(ink="blue"))
    parts = chunks(png_of(pdf, 100))
    width, height, bits, kind = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    assert (width, height, bits, kind) == (583, 827, 8, 2)
    assert struct.unpack(">IIB", parts[b"pHYs"]) == (3937, 3937, 1)
    rows = np.frombuffer(zlib.decompress(parts[b"IDAT"]), np.uint8).reshape(height, 1 + 3 * width)
    shown = rows[:, 1:].reshape(height, width, 3)
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=100 / 72).to_numpy()
    assert (shown == page[:, :, 2::-1]).all()
    blue = shown[(shown.sum(2) < 500)]
    assert (blue[:, 2] >= blue[:, 0]).all()
