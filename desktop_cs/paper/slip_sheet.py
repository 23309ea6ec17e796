"""The progress slip on paper: one long piece of an 80 mm roll, or A4 and Letter sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas

from desktop_cs.paper import text_fonts
from desktop_cs.paper.page import INK, MUTED, POINTS_PER_MM, Block, Place, Sheet, fitting, logo_picture
from desktop_cs.paper.paper_sizes import PaperSize, slip_paper
from desktop_cs.paper.practice_mark import mark_practice
from desktop_cs.slips.slip import Slip
from desktop_cs.slips.telling import Kind, Paragraph, Part, taken_at
from desktop_cs.slips.telling import parts as told_parts
from desktop_cs.slips.words import SlipWords

_LEADING = 1.38  # of the size of the type, from line to line; Chinese needs more than Latin
_BEFORE_PARAGRAPH, _BEFORE_HEADING = 0.35, 1.1  # of the size of the type
# The narrowest bar of the code: three dots of a receipt printer, which has 8 to the mm. What touches a dot
# blackens it, so that each bar is drawn a little narrower on both sides.
_BAR, _INSET = 3 / 8 * POINTS_PER_MM, 0.02 * POINTS_PER_MM
_INDENT = 1.2  # the same, for what stands below a mark
_LONGEST_LINE = 150 * POINTS_PER_MM  # some 85 letters; the eye loses its way back on longer ones
_WITH_HEADING = 2  # blocks that stay with it: a space and the first line
_MARKS = {Kind.DONE: "✓", Kind.TO_DO: "•"}


@dataclass(frozen=True, slots=True)
class _Look:
    """How a kind of paper is printed; measures in points."""

    margin: float
    body: float
    title: float
    shop: float
    logo: tuple[float, float]
    bar_height: float
    ink: Color
    muted: Color


# A roll is heated black or not at all: grey would be printed as dots.
_ROLL = _Look(4 * POINTS_PER_MM, 10, 13, 12, (150, 44), 34, black, black)
_SHEET = _Look(20 * POINTS_PER_MM, 11.5, 20, 13, (140, 40), 36, INK, MUTED)


def slip_pdf(
    slip: Slip, words: SlipWords, paper: str, logo: bytes | None = None, *, practice: bool = False
) -> bytes:
    """Return the slip as a PDF; the same slip gives the same bytes.

    Args:
        slip: What it tells.
        words: The words of its language.
        paper: "80mm" (as long as it needs to be), "A4" or "Letter".
        logo: A PNG or JPEG, or None.
        practice: Mark it as a slip of the practice shop.

    Raises:
        UserError: There is no such paper for slips.
    """
    size = slip_paper(paper)
    look = _SHEET if size.height_mm else _ROLL
    printed = _SlipOnPaper(slip, words, look, size, logo)
    blocks = [*printed.head(), *printed.parts(), printed.foot()]
    pages = _paged(blocks, printed.room_height)
    file = BytesIO()
    height = printed.height_of(pages[0])
    canvas = Canvas(
        file,
        pagesize=(size.width_mm * POINTS_PER_MM, height),
        pageCompression=1,
        invariant=1,
        lang=slip.language.replace("_", "-"),
    )
    canvas.setTitle(text_fonts.plain(f"{words.say('title')} · {slip.number}"))
    canvas.setAuthor(text_fonts.plain(slip.shop))
    for number, page in enumerate(pages, start=1):
        sheet = Sheet(canvas, height)
        if practice:
            mark_practice(canvas, size.width_mm * POINTS_PER_MM, height)
        _draw(sheet, page, Place(look.margin, look.margin, printed.width))
        if len(pages) > 1:
            told = f"{slip.number} · {number}/{len(pages)}"
            sheet.text_right(
                look.margin + printed.width, height - look.margin / 2, told, 9, colour=look.muted
            )
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class _SlipOnPaper:
    """The blocks of one slip, from top to bottom."""

    slip: Slip
    words: SlipWords
    look: _Look
    size: PaperSize
    logo: bytes | None

    @property
    def width(self) -> float:
        """Return how wide blocks may be."""
        whole = self.size.width_mm * POINTS_PER_MM - 2 * self.look.margin
        return min(whole, _LONGEST_LINE)

    @property
    def room_height(self) -> float | None:
        """Return how much stands on one page; None on a roll, which has no end."""
        return self.size.height_mm * POINTS_PER_MM - 2 * self.look.margin if self.size.height_mm else None

    def head(self) -> Iterator[Block]:
        """Yield whose slip it is: the shop, the case with its bars, the customer."""
        look, slip = self.look, self.slip
        yield from self._logo()
        yield from self._lines(slip.shop, look.shop, bold=True)
        for text in (*slip.address.splitlines(), slip.phone):
            yield from self._lines(text, look.body * 0.9, colour=look.muted)
        yield self._rule()
        yield from self._lines(self.words.say("title"), look.title, bold=True)
        case = self.words.say("case", number=str(slip.number))
        yield from self._lines(f"{case} · {taken_at(slip, self.words)}", look.body)
        if slip.code:
            yield self._bars()
        if slip.customer:
            yield self._space(look.body * 0.8)
            yield from self._lines(self.words.say("customer", name=slip.customer), look.body)

    def height_of(self, page: Sequence[Block]) -> float:
        """Return how high a page is in points: the sheet, or what is printed on a roll."""
        if self.size.height_mm:
            return self.size.height_mm * POINTS_PER_MM
        return sum(block.height for block in page) + 2 * self.look.margin

    def parts(self) -> Iterator[Block]:
        """Yield what the slip tells; a heading never stands alone at the end of a page."""
        for part in told_parts(self.slip, self.words):
            yield from self._part(part)

    def foot(self) -> Block:
        """Return what the slip is good for, below a line."""
        told = self.words.say("bring_it", number=str(self.slip.number))
        lines = [*self._lines(told, self.look.body * 0.9, colour=self.look.muted)]
        lines += self._lines(self.slip.trail, self.look.body * 0.6, colour=self.look.muted)
        return _stacked([self._rule(), *lines])

    def _part(self, part: Part) -> Iterator[Block]:
        size = self.look.body
        heading = list(self._lines(part.heading, size, bold=True))
        blocks: list[Block] = []
        for paragraph in part.paragraphs:
            lines = list(self._paragraph(paragraph))
            if paragraph.kind is Kind.DETAIL and blocks and lines:  # a promise stays with its time
                blocks[-1] = _stacked([blocks[-1], lines.pop(0)])
            blocks += lines
        yield self._space(size * _BEFORE_HEADING)
        yield _stacked([*heading, *blocks[:_WITH_HEADING]])
        yield from blocks[_WITH_HEADING:]

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Block]:
        size = self.look.body
        indent = 0.0 if paragraph.kind is Kind.PLAIN else size * _INDENT
        mark = _MARKS.get(paragraph.kind, "")
        if paragraph.kind is not Kind.DETAIL:
            yield self._space(size * _BEFORE_PARAGRAPH)
        for text in paragraph.text.splitlines():
            for line in text_fonts.lines(text, self.width - indent, size):
                yield _indented(self._line(line, size), self._line(mark, size), indent)
                mark = ""

    def _lines(
        self, text: str, size: float, *, bold: bool = False, colour: Color | None = None
    ) -> Iterator[Block]:
        for line in text_fonts.lines(text, self.width, size, bold=bold) if text.strip() else ():
            yield self._line(line, size, bold=bold, colour=colour)

    def _line(self, text: str, size: float, *, bold: bool = False, colour: Color | None = None) -> Block:
        ink = colour or self.look.ink
        return Block(
            size * _LEADING,
            lambda sheet, place: sheet.text(place.left, place.top + size, text, size, bold=bold, colour=ink),
        )

    def _logo(self) -> Iterator[Block]:
        image = logo_picture(self.logo)
        if image is not None:
            wide, high = fitting(image.getSize(), self.look.logo)
            yield Block(
                high + 6, lambda sheet, place: sheet.picture(image, Place(place.left, place.top, wide), high)
            )

    def _bars(self) -> Block:
        """Return the number of the case as Code 128, digits only, for the scanner at the counter.

        The margin of every paper is wider than the ten narrowest bars that must stay white beside them
        (Source: ISO/IEC 15417, quiet zone).
        """
        high, above = self.look.bar_height, self.look.body * 0.6
        widths = _widths(self.slip.code)

        def draw(sheet: Sheet, place: Place) -> None:
            left = place.left
            for sign in widths:
                wide = (ord(sign.upper()) - ord("A") + 1) * _BAR
                if sign.isupper():
                    sheet.bar(Place(left + _INSET, place.top + above, wide - 2 * _INSET), high, black)
                left += wide

        return Block(high + self.look.body * 1.1, draw)

    def _rule(self) -> Block:
        size, ink = self.look.body, self.look.muted
        return Block(
            size * 1.6,
            lambda sheet, place: sheet.rule(
                place.left, place.top + size * 0.9, place.left + place.width, ink, weight=0.8
            ),
        )

    def _space(self, height: float) -> Block:
        return Block(height, lambda _sheet, _place: None)


def _widths(code: str) -> str:
    """Return bars (capitals) and gaps (small letters) of a text in Code 128; A is 1 wide, B is 2."""
    signs = Code128(code)
    signs.validate()
    signs.encode()
    signs.decompose()
    return str(signs.decomposed)


def _indented(line: Block, mark: Block, indent: float) -> Block:
    """Return a line that stands further in, with a mark before it."""

    def draw(sheet: Sheet, place: Place) -> None:
        mark.draw(sheet, place)
        line.draw(sheet, Place(place.left + indent, place.top, place.width - indent))

    return Block(line.height, draw)


def _stacked(blocks: Sequence[Block]) -> Block:
    """Return blocks below each other as one, which is never broken."""
    return Block(sum(block.height for block in blocks), lambda sheet, place: _draw(sheet, blocks, place))


def _draw(sheet: Sheet, blocks: Sequence[Block], place: Place) -> None:
    """Draw blocks below each other."""
    top = place.top
    for block in blocks:
        block.draw(sheet, Place(place.left, top, place.width))
        top += block.height


def _paged(blocks: Sequence[Block], room: float | None) -> list[list[Block]]:
    """Return the blocks page by page; all of them on one where there is no end."""
    pages: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        if room is not None and used + block.height > room:
            pages.append([])
            used = 0.0
        pages[-1].append(block)
        used += block.height
    return pages
