"""The frame of every printed report: margins, a head with shop name and logo, a foot with page and day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

import desktop_cs.paper.reportlab_settings  # noqa: F401 (for what it sets)
from desktop_cs import shown
from desktop_cs.i18n import _
from desktop_cs.paper import text_fonts
from desktop_cs.paper.paper_sizes import paper_size
from desktop_cs.paper.practice_mark import mark_practice
from desktop_cs.shop.settings import ShopSettings

POINTS_PER_MM = 72 / 25.4
MARGIN = 15 * POINTS_PER_MM
HEAD = 31.0  # points below the upper margin that the head takes
FOOT = 18.0
_LOGO_HEIGHT = 22.0
_LOGO_WIDTH = 90.0

# Deep green and warm grey, darker and lighter enough apart to be told on a black-and-white printer.
INK, MUTED, LINE = HexColor("#1D2A2C"), HexColor("#5C615A"), HexColor("#D9D5CC")
GREEN, MIDDLE, PALE = HexColor("#1F6B66"), HexColor("#8DB5AE"), HexColor("#E1EFEC")
WARM, SAND, QUIET = HexColor("#B9B0A1"), HexColor("#EFECE6"), HexColor("#9C9486")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: its left and upper edge (points from the corner of the page) and its width."""

    left: float
    top: float
    width: float


class Sheet:
    """A page to draw on; all measures are points, counted from the upper left corner."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self.canvas = canvas
        self.height = height

    def text(
        self,
        left: float,
        base: float,
        text: str,
        size: float = 9,
        *,
        bold: bool = False,
        colour: Color = INK,
    ) -> None:
        """Print one line whose letters stand on `base`."""
        self.canvas.setFillColor(colour)
        for font, part in text_fonts.runs(text, bold=bold):
            self.canvas.setFont(font, size)
            self.canvas.drawString(left, self.height - base, part)
            left += stringWidth(part, font, size)

    def text_right(
        self,
        right: float,
        base: float,
        text: str,
        size: float = 9,
        *,
        bold: bool = False,
        colour: Color = INK,
    ) -> None:
        """Print one line that ends at `right`."""
        self.text(right - text_fonts.width(text, size, bold=bold), base, text, size, bold=bold, colour=colour)

    def text_middle(
        self,
        middle: float,
        base: float,
        text: str,
        size: float = 9,
        *,
        bold: bool = False,
        colour: Color = INK,
    ) -> None:
        """Print one line around `middle`."""
        self.text(
            middle - text_fonts.width(text, size, bold=bold) / 2, base, text, size, bold=bold, colour=colour
        )

    def bar(self, place: Place, height: float, fill: Color, edge: Color | None = None) -> None:
        """Draw a filled rectangle."""
        self.canvas.setFillColor(fill)
        self.canvas.setStrokeColor(edge or fill)
        self.canvas.setLineWidth(0.5)
        self.canvas.rect(
            place.left,
            self.height - place.top - height,
            place.width,
            height,
            fill=1,
            stroke=int(edge is not None),
        )

    def rule(self, left: float, base: float, right: float, colour: Color = LINE, weight: float = 0.6) -> None:
        """Draw a level line."""
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(weight)
        self.canvas.line(left, self.height - base, right, self.height - base)

    def picture(self, image: ImageReader, place: Place, height: float) -> None:
        """Draw a picture that was measured to fit."""
        self.canvas.drawImage(
            image, place.left, self.height - place.top - height, place.width, height, mask="auto"
        )


@dataclass(frozen=True, slots=True)
class Block:
    """Something to print: how high it is, and how to draw it at a place."""

    height: float
    draw: Callable[[Sheet, Place], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What stands around the pages of a report.

    `printed_at` is the shop's wall time; `logo` a PNG or JPEG.
    """

    title: str
    settings: ShopSettings
    language: str
    printed_at: datetime
    logo: bytes | None = None

    @property
    def width(self) -> float:
        """Return the width of the paper in points."""
        return paper_size(self.settings.report_paper).width_mm * POINTS_PER_MM

    @property
    def height(self) -> float:
        """Return the height of the paper in points."""
        return paper_size(self.settings.report_paper).height_mm * POINTS_PER_MM

    @property
    def room(self) -> Place:
        """Return where blocks may stand, below the head."""
        return Place(MARGIN, MARGIN + HEAD, self.width - 2 * MARGIN)

    @property
    def lowest(self) -> float:
        """Return how far down blocks may reach."""
        return self.height - MARGIN - FOOT

    def pdf(self, pages: Sequence[Sequence[tuple[Block, Place]]]) -> bytes:
        """Return the pages as a PDF; the same pages give the same bytes."""
        file = BytesIO()
        canvas = Canvas(
            file,
            pagesize=(self.width, self.height),
            pageCompression=1,
            invariant=1,
            lang=self.language.replace("_", "-"),
        )
        canvas.setTitle(text_fonts.plain(self.title))
        canvas.setAuthor(text_fonts.plain(self.settings.name))
        image = logo_picture(self.logo)
        for number, blocks in enumerate(pages, start=1):
            sheet = Sheet(canvas, self.height)
            if self.settings.is_practice:
                mark_practice(canvas, self.width, self.height)
            self._draw_frame(sheet, image, number, len(pages))
            for block, place in blocks:
                block.draw(sheet, place)
            canvas.showPage()
        canvas.save()
        return file.getvalue()

    def _draw_frame(self, sheet: Sheet, image: ImageReader | None, number: int, count: int) -> None:
        right, base = self.width - MARGIN, MARGIN + 14
        left = MARGIN
        if image is not None:
            wide, high = fitting(image.getSize(), (_LOGO_WIDTH, _LOGO_HEIGHT))
            sheet.picture(image, Place(left, base + 4 - (_LOGO_HEIGHT + high) / 2, wide), high)
            left += wide + 9
        title_width = text_fonts.width(self.title, 9)
        name = text_fonts.fitted(self.settings.name, right - left - title_width - 20, 10)
        sheet.text(left, base, name, 10, colour=INK)
        sheet.text_right(right, base, self.title, 9, colour=MUTED)
        sheet.rule(MARGIN, MARGIN + 24, right)
        foot = self.height - MARGIN
        printed = _("Printed {moment}").format(moment=shown.day_and_time(self.printed_at, self.language))
        sheet.text(MARGIN, foot, printed, 7.5, colour=MUTED)
        page = _("Page {number} of {count}").format(number=number, count=count)
        sheet.text_right(right, foot, page, 7.5, colour=MUTED)


def logo_picture(logo: bytes | None) -> ImageReader | None:
    """Return the logo as a picture; a file that is none leaves the head without one."""
    if not logo:
        return None
    try:
        return ImageReader(BytesIO(logo))
    except OSError:
        return None


def fitting(size: tuple[float, float], room: tuple[float, float]) -> tuple[float, float]:
    """Return width and height of a picture made as large as the room for it."""
    scale = min(room[0] / size[0], room[1] / size[1])
    return size[0] * scale, size[1] * scale
