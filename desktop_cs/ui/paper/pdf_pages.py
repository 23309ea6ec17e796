"""Pages of a PDF as pictures, drawn by the engine that also prints them."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import pypdfium2

_POINTS_PER_INCH = 72


def page_count(pdf: bytes) -> int:
    """Return how many pages the PDF has."""
    document = _opened(pdf)
    try:
        return len(document)
    finally:
        document.close()


def page_picture(pdf: bytes, number: int, dots_per_inch: float) -> QImage:
    """Return a page (from 0) as a picture at this resolution; from any thread, one at a time."""
    document = _opened(pdf)
    try:
        return _drawn(document, number, dots_per_inch / _POINTS_PER_INCH)
    finally:
        document.close()


def pictures_to_fit(pdf: bytes, width_px: int) -> list[QImage]:
    """Return all pages as pictures of this width."""
    document = _opened(pdf)
    try:
        return [
            _drawn(document, number, width_px / document[number].get_width())
            for number in range(len(document))
        ]
    finally:
        document.close()


def page_size_mm(pdf: bytes) -> tuple[float, float]:
    """Return width and height of the first page in mm."""
    document = _opened(pdf)
    try:
        width, height = document[0].get_size()
    finally:
        document.close()
    return width / _POINTS_PER_INCH * 25.4, height / _POINTS_PER_INCH * 25.4


def _opened(pdf: bytes) -> "pypdfium2.PdfDocument":
    import pypdfium2  # noqa: PLC0415 (only once something is shown or printed)

    return pypdfium2.PdfDocument(pdf)


def _drawn(document: "pypdfium2.PdfDocument", number: int, scale: float) -> QImage:
    """Return the page drawn at so many dots per point."""
    bitmap = document[number].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
    picture = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
    ).copy()
    bitmap.close()
    return picture
