"""A page as a picture: PNG without a library for pictures."""

import struct
import zlib

import numpy as np
import pypdfium2

_INCH = 72  # points
_METRE = 39.3701  # inches
_DEFLATE = 6


def png_of(pdf: bytes, dpi: int = 200) -> bytes:
    """Return the first page of a PDF as a PNG picture.

    Source: PNG specification (W3C, third edition), 4 to 13.

    Args:
        pdf: The page.
        dpi: Dots to the inch.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        dots = document[0].render(scale=dpi / _INCH, rev_byteorder=True).to_numpy()
        return _png(np.ascontiguousarray(dots[:, :, :3]), dpi)
    finally:
        document.close()


def _png(dots: "np.typing.NDArray[np.uint8]", dpi: int) -> bytes:
    height, width = dots.shape[:2]
    eight_bits, true_colour, as_it_is = 8, 2, 0
    rows = np.zeros((height, 1 + 3 * width), np.uint8)  # each row begins with its filter: 0, none
    rows[:, 1:] = dots.reshape(height, -1)
    per_metre = round(dpi * _METRE)
    head = struct.pack(">IIBBBBB", width, height, eight_bits, true_colour, as_it_is, as_it_is, as_it_is)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", head),
            _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)),
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), _DEFLATE)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
