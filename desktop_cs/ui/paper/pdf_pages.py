"""Pages of a PDF as pictures, drawn by the engine that also prints them."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import pypdfium2

_POINTS_PER_INCH = 72
_one_at_a_time = Lock()


@contextmanager
def opened_pdf(pdf: bytes) -> "Iterator[pypdfium2.PdfDocument]":
    """Open the PDF for a while; another thread waits meanwhile, as PDFium is not made for two at once.

    What is read of it must not be used any more afterwards: the document is closed.
    """
    import pypdfium2  # noqa: PLC0415 (only once something is shown or printed)

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """Return how many pages the PDF has."""
    with opened_pdf(pdf) as document:
        return len(document)


def page_picture(pdf: bytes, number: int, dots_per_inch: float) -> QImage:
    """Return a page (from 0) as a picture at this resolution; from any thread."""
    with opened_pdf(pdf) as document:
        return _drawn(document, number, dots_per_inch / _POINTS_PER_INCH)


def pictures_to_fit(pdf: bytes, width_px: int) -> list[QImage]:
    """Return all pages as pictures of this width."""
    with opened_pdf(pdf) as document:
        return [
            _drawn(document, number, width_px / document[number].get_width())
            for number in range(len(document))
        ]


def page_size_mm(pdf: bytes) -> tuple[float, float]:
    """Return width and height of the first page in mm."""
    with opened_pdf(pdf) as document:
        width, height = document[0].get_size()
    return width / _POINTS_PER_INCH * 25.4, height / _POINTS_PER_INCH * 25.4


def _drawn(document: "pypdfium2.PdfDocument", number: int, scale: float) -> QImage:
    """Return the page drawn at so many dots per point."""
    bitmap = document[number].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
    picture = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
    ).copy()
    bitmap.close()
    return picture
