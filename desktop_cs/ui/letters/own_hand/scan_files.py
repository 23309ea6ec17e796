"""Read the files that a person loads: photographs, scans, pages of a scanned PDF. Away from the window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage, QImageReader

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.hand.own.picture import MEGAPIXELS
from desktop_cs.letters.hand.own.reading import ReadPage, read_page
from desktop_cs.letters.hand.own.signature_strokes import traced_signature
from desktop_cs.letters.hand.signature import Signature
from desktop_cs.ui.paper.pdf_pages import page_count, page_picture

_LARGEST_BYTES = 120_000_000
_MOST_PAGES = 20
_DOTS_PER_INCH = 300


@dataclass(slots=True)
class Scans:
    """What was found in the files.

    Args:
        pages: The pages of the sheet that could be read.
        refusals: For each picture that could not, its name and a plain sentence.
    """

    pages: list[ReadPage] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


def read_scans(paths: Sequence[Path], language: str) -> Scans:
    """Return the pages of the sheet in some files; one that cannot be read keeps no other from being read.

    Args:
        paths: PNG, JPEG, TIFF or PDF files.
        language: Whose sheet it should be.
    """
    scans = Scans()
    for path in paths:
        pictures = pictures_in(path)
        while True:
            name = ""
            try:
                name, picture = next(pictures, ("", None))
                if picture is None:
                    break
                scans.pages.append(read_page(pixels_of(picture), language))
            except UserError as refusal:
                scans.refusals.append(f"{path.name}: {refusal}" if not name else f"{name}: {refusal}")
    return scans


def read_signature(path: Path) -> Signature:
    """Return the signature in a picture or on the first page of a PDF.

    Raises:
        UserError: The file is no picture, or there is no signature in it.
    """
    for _name, picture in pictures_in(path):
        return traced_signature(pixels_of(picture))
    raise UserError(_no_picture(path))


def pictures_in(path: Path) -> Iterator[tuple[str, QImage]]:
    """Yield the pictures in a file, each with a name for it.

    Raises:
        UserError: The file cannot be read, is no picture, or is too large.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            is_pdf = file.read(1024).lstrip().startswith(b"%PDF")
    except OSError as error:
        raise UserError(_("{file} cannot be opened. Choose it once more.").format(file=path.name)) from error
    if size > _LARGEST_BYTES:
        raise UserError(_("{file} is too large. Scan the sheet with 300 dpi.").format(file=path.name))
    if is_pdf:
        yield from _pdf_pictures(path)
    else:
        yield path.name, _picture(path)


def pixels_of(picture: QImage) -> npt.NDArray[np.uint8]:
    """Return a picture as rows of red, green and blue."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(bytes(rgb.constBits()), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3)


def _pdf_pictures(path: Path) -> Iterator[tuple[str, QImage]]:
    import pypdfium2  # noqa: PLC0415 (only once a PDF is loaded)

    content = path.read_bytes()
    try:
        count = min(page_count(content), _MOST_PAGES)
        for number in range(count):
            name = _("{file}, page {number}").format(file=path.name, number=number + 1)
            yield name, page_picture(content, number, _DOTS_PER_INCH)
    except pypdfium2.PdfiumError as error:
        raise UserError(_no_picture(path)) from error


def _picture(path: Path) -> QImage:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MEGAPIXELS * 1_000_000:
        sentence = _("{file} has more than {count} megapixels. Scan the sheet with 300 dpi.")
        raise UserError(sentence.format(file=path.name, count=MEGAPIXELS))
    picture = reader.read()
    if picture.isNull():
        raise UserError(_no_picture(path))
    return picture


def _no_picture(path: Path) -> str:
    return _("{file} is no picture that can be read here. Use a PNG, a JPEG or a PDF.").format(file=path.name)
