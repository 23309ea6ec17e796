"""Draw a picture or a page as plain dots. Runs in a process of its own, which may be ended at any moment.

What is wrong with a content is told by one word (`Trouble`), since this process knows no languages.
"""

import io
import struct
import warnings
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

import pypdfium2
from PIL import Image, ImageFile, ImageOps
from PIL.ExifTags import IFD

MOST_DOTS = 80_000_000  # of a picture that is read whole: 320 MB in the worst of cases
MOST_DOTS_HALVED = 400_000_000  # of a JPEG, which is read at a half, a quarter or an eighth of its size
MOST_PAGES = 999
_LOCKED_PDF = 4  # Source: PDFium, fpdfview.h, FPDF_ERR_PASSWORD
_LARGEST_PAGE = 14_400  # points.  Source: ISO 32000-1, annex C.2; PDFium takes more, and nobody needs it
_DEEP = ("I", "F", "I;16", "I;16B", "I;16L", "I;16N")  # one channel of more than 8 bits
_DEEPEST = 65535
_TURN = 0x0112  # Source: EXIF 2.32, "Orientation"
# What Pillow raises over damaged files, from its readers down to the unpacking of numbers.
_DAMAGE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    struct.error,
)
_WITH_HOLES = ("RGBA", "LA", "PA", "RGBa", "La")


class Trouble(StrEnum):
    """Why something cannot be drawn."""

    BROKEN = "broken"
    TOO_LARGE = "too_large"
    LOCKED = "locked"
    NO_SUCH_PAGE = "no_such_page"


class UndrawableError(Exception):
    """It cannot be drawn; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture or page, no larger than asked for, and what is known of the whole.

    Attributes:
        width: In dots; also `height`.
        dots: Red, green and blue of each dot, row by row.
        pages: How many pages there are; 1 for most pictures.
        has_place: Whether it tells where on earth it was taken.
        full_width: In dots or points, of the original turned upright; also `full_height`.
    """

    width: int
    height: int
    dots: bytes
    pages: int
    has_place: bool
    full_width: int
    full_height: int


def draw(content: bytes, kind: str, page: int, room: tuple[int, int]) -> Drawn:
    """Return a picture, or a page of a PDF, that fits the room.

    Args:
        content: The file.
        kind: A drawn `AttachmentKind`; it is read as this and as nothing else.
        page: From 0.
        room: The most dots in width and in height.

    Raises:
        UndrawableError: It is damaged, locked or larger than can be drawn.
    """
    if kind == "pdf":
        return _page(content, page, room)
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.MAX_IMAGE_PIXELS = None  # judged here, by what it will take in memory
    try:
        with (
            warnings.catch_warnings(
                action="ignore"
            ),  # of what is odd in a file and can be drawn all the same
            Image.open(io.BytesIO(content), formats=(kind.upper(),)) as picture,
        ):
            return _picture(picture, page, room)
    except _DAMAGE as error:
        raise UndrawableError(Trouble.BROKEN) from error


def as_jpeg(drawn: Drawn) -> bytes:
    """Return what was drawn as a small JPEG that carries nothing but the dots."""
    file = io.BytesIO()
    Image.frombytes("RGB", (drawn.width, drawn.height), drawn.dots).save(file, "JPEG", quality=80)
    return file.getvalue()


def _picture(picture: Image.Image, page: int, room: tuple[int, int]) -> Drawn:
    pages = _count(picture) if picture.format == "TIFF" else 1  # of what moves, the first frame alone
    if page >= pages:
        raise UndrawableError(Trouble.NO_SUCH_PAGE)
    picture.seek(page)
    width, height = picture.size
    if picture.format == "JPEG":
        picture.draft("RGB", (2 * max(room), 2 * max(room)))
    if width * height > MOST_DOTS_HALVED or picture.width * picture.height > MOST_DOTS:
        raise UndrawableError(Trouble.TOO_LARGE)
    turn, has_place = _told_by_camera(picture)
    plain = _plain(picture)
    plain.thumbnail(room)
    plain.getexif()[_TURN] = turn
    turned = ImageOps.exif_transpose(plain)
    if (turned.width > turned.height) != (plain.width > plain.height):
        width, height = height, width
    return Drawn(turned.width, turned.height, turned.tobytes(), pages, has_place, width, height)


def _plain(picture: Image.Image) -> Image.Image:
    """Return a picture in red, green and blue on white, whatever it is made of."""
    picture.load()
    if picture.mode in _DEEP:
        picture = _shallow(picture)
    if picture.mode == "P" and "transparency" in picture.info:
        picture = picture.convert("RGBA")
    if picture.mode in _WITH_HOLES:
        with_holes = picture.convert("RGBA")
        paper = Image.new("RGB", picture.size, "white")
        paper.paste(with_holes, mask=with_holes.getchannel("A"))
        return paper
    return picture.convert("RGB")


def _shallow(picture: Image.Image) -> Image.Image:
    """Return one channel in 8 bits: 16 bits lose their lower half, anything else its range."""
    wide = picture.convert("F")
    low, high = cast("tuple[float, float]", wide.getextrema())
    if picture.mode != "F" and low >= 0 and high <= _DEEPEST:
        low, high = 0.0, float(_DEEPEST)
    spread = (high - low) or 1.0
    return wide.point(lambda value: value * (255.0 / spread) + (-low * 255.0 / spread)).convert("L")


def _told_by_camera(picture: Image.Image) -> tuple[int, bool]:
    """Return how the camera was held, and whether the place was noted; neither where that is damaged."""
    try:
        exif = picture.getexif()
        return int(exif.get(_TURN, 1)), bool(exif.get_ifd(IFD.GPSInfo))
    except _DAMAGE:
        return 1, False


def _count(picture: Image.Image) -> int:
    """Return how many pages a TIFF has; one that leads in a circle has as many as can be counted."""
    pages = 1
    try:
        while pages < MOST_PAGES:
            picture.seek(pages)
            pages += 1
    except _DAMAGE:
        pass
    return pages


def _page(content: bytes, page: int, room: tuple[int, int]) -> Drawn:
    try:
        document = pypdfium2.PdfDocument(content)
        pages = len(document)
        if page >= pages:
            raise UndrawableError(Trouble.NO_SUCH_PAGE if pages else Trouble.BROKEN)
        width, height = document[page].get_size()
        if not (0 < width <= _LARGEST_PAGE and 0 < height <= _LARGEST_PAGE):
            raise UndrawableError(Trouble.TOO_LARGE)
        scale = min(room[0] / width, room[1] / height)
        bitmap = document[page].render(scale=scale, rev_byteorder=True, may_draw_forms=False)
        picture = bitmap.to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == _LOCKED_PDF
        raise UndrawableError(Trouble.LOCKED if is_locked else Trouble.BROKEN) from error
    picture.thumbnail(room)  # PDFium rounds up
    full = round(width), round(height)
    return Drawn(
        picture.width,
        picture.height,
        picture.tobytes(),
        pages,
        has_place=False,
        full_width=full[0],
        full_height=full[1],
    )
