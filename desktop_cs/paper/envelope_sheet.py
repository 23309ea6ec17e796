"""An envelope addressed by hand, each line where the post of the customer's country looks for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from zlib import crc32

from reportlab.pdfgen.canvas import Canvas

from desktop_cs.errors import UserError
from desktop_cs.i18n import _
from desktop_cs.letters.blocks import Block, Role
from desktop_cs.letters.hand.page_plan import Area
from desktop_cs.letters.hand.writing import write
from desktop_cs.letters.letter import Letter
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper import text_fonts
from desktop_cs.paper.envelope_sizes import envelope_size
from desktop_cs.paper.letter_sheet import Extras
from desktop_cs.paper.page import INK, Sheet
from desktop_cs.paper.paper_sizes import PaperSize
from desktop_cs.paper.practice_mark import mark_practice
from desktop_cs.paper.stationery import POINTS_PER_MM
from desktop_cs.paper.written_sheet import blank, hand_of, ink_of, put_writing

_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")  # a post code of China and of Russia
_FAINT = (0.6, 0.6, 0.6)
_BOX_RED = (0.80, 0.27, 0.22)
_RETURN_SIZE, _RETURN_LEADING = 7.5, 10.5  # points
_MOST_LINES = 7


@dataclass(frozen=True, slots=True)
class _Manner:
    """Where a country wants the address; shares of the envelope's width and height, lengths in mm.

    Args:
        left: Where the address begins.
        top: How far down.
        line_mm: From line to line.
        boxes: For the figures of the post code: left and upper edge of the first one (from the lower edge of
            the envelope if negative), its width and height, and from one to the next.
        code_moves: The code stands only in its boxes, not in the lines as well.
        return_low: The return address is at the lower right, not the upper left.
    """

    left: float
    top: float
    line_mm: float
    boxes: tuple[float, float, float, float, float] | None = None
    code_moves: bool = False
    return_low: bool = False


# Source: Universal Postal Union, addressing systems: the recipient on the right half, below the upper 40 mm.
# China (GB/T 22657.1-2008, where the parts of an address are written): six boxes at the upper left for the
# recipient's post code, the recipient in the middle, the sender and their post code at the lower right.
# Russia (GOST R 51506-99): the recipient at the lower right, the sender at the upper left, the index in
# figures of dots at the lower left. The lengths are our own.
_WESTERN = _Manner(0.44, 0.42, 9.0)
_RUSSIAN = _Manner(0.44, 0.46, 8.6, boxes=(14, -24, 5, 10, 9))
_CHINESE = _Manner(0.22, 0.3, 11.5, boxes=(12, 9, 8, 9, 10), code_moves=True, return_low=True)
# The figures of the index as machines read them: which of the nine strokes each has. a top, b and c the right
# side, d bottom, e and f the left side, g middle, h and k the slants of the upper and the lower half.
_STROKES = {
    "a": (0, 2, 1, 2), "b": (1, 2, 1, 1), "c": (1, 1, 1, 0), "d": (0, 0, 1, 0), "e": (0, 1, 0, 0),
    "f": (0, 2, 0, 1), "g": (0, 1, 1, 1), "h": (0, 1, 1, 2), "k": (0, 0, 1, 1),
}  # fmt: skip
_FIGURES = ("abcdef", "hbc", "abkd", "ahgk", "fgbc", "afgcd", "hgcde", "ahe", "abcdefg", "abgfk")


def envelope_pdf(
    address_lines: Sequence[str],
    language: str,
    look: LetterLook,
    size: str,
    sender_lines: Sequence[str] = (),
    extras: Extras | None = None,
) -> bytes:
    """Return an envelope, its long edge across; the same address gives the same bytes.

    Args:
        address_lines: The address from the first line to the last, in the order of its country.
        language: Of the address: "en", "ru", "zh_CN" or "zh_TW".
        look: Hand, pen, degree and ink; paper, ruling and direction are the envelope's.
        size: "DL", "C6", "C5", "#10", "CN DL" or "CN ZL".
        sender_lines: The shop's name and address, printed small.
        extras: A person's own hand, and whether it is the practice shop's.

    Raises:
        UserError: There is no address or no such envelope, it does not fit, or no hand can write it.
    """
    lines = [line.strip() for line in address_lines if line.strip()]
    if not lines:
        raise UserError(_("There is no address yet. Write it at the customer."), field="address")
    if len(lines) > _MOST_LINES:
        sentence = _("An address has at most {count} lines.")
        raise UserError(sentence.format(count=_MOST_LINES), field="address")
    paper = envelope_size(size)
    extras = extras or Extras()
    envelope = _Envelope(paper, language, replace(look, direction="across", ruling="none"), extras)
    return envelope.pdf(lines, [line.strip() for line in sender_lines if line.strip()])


class _Envelope:
    """One envelope.

    Args:
        paper: Its size.
        language: Of the address.
        look: Of the writing.
        extras: An own hand.
    """

    def __init__(self, paper: PaperSize, language: str, look: LetterLook, extras: Extras) -> None:
        self._paper = paper
        self._language = language
        self._look = look
        self._extras = extras
        chinese = language == "zh_CN" or paper.name.startswith("CN")
        self._manner = _CHINESE if chinese else _RUSSIAN if language == "ru" else _WESTERN

    def pdf(self, lines: list[str], sender: list[str]) -> bytes:
        """Return the envelope with its address and the sender's."""
        file = BytesIO()
        canvas = blank(file, self._paper, self._language, lines[0])
        if self._extras.practice:
            mark_practice(canvas, self._paper.width_mm * POINTS_PER_MM, self._paper.height_mm * POINTS_PER_MM)
        code, without = self._without_code(lines)
        if code and self._manner.boxes:
            self._write_code(canvas, code, self._manner.boxes)
        self._write(canvas, without if self._manner.code_moves else lines)
        self._print_sender(canvas, sender)
        canvas.save()
        return file.getvalue()

    def _without_code(self, lines: list[str]) -> tuple[str, list[str]]:
        """Return the post code ("" if there is none of six figures) and the lines without it."""
        for at, line in enumerate(lines):
            if found := _CODE.search(line):
                rest = (line[: found.start()] + line[found.end() :]).strip(" ,，、邮政郵編编碼码區号遞號:：")
                return found.group(), [*lines[:at], *([rest] if rest else []), *lines[at + 1 :]]
        return "", lines

    def _write(self, canvas: Canvas, lines: list[str]) -> None:
        manner, paper = self._manner, self._paper
        left, top = manner.left * paper.width_mm, manner.top * paper.height_mm
        area = self._area(left, top, paper.width_mm - left - 12, paper.height_mm - top - 8, manner.line_mm)
        self._put(canvas, lines, area)

    def _write_code(self, canvas: Canvas, code: str, boxes: tuple[float, float, float, float, float]) -> None:
        """Write the post code into its boxes, which are printed unless the envelope has them already."""
        left, edge, wide, high, step = boxes
        top = edge if edge > 0 else self._paper.height_mm + edge
        for at, figure in enumerate(code):
            corner = (left + at * step, top)
            if self._manner is _RUSSIAN:
                self._draw_figure(canvas, corner, (wide, high), _FIGURES[int(figure)])
                continue
            if not self._paper.name.startswith("CN"):
                self._print_box(canvas, corner, (wide, high))
            self._put(canvas, [figure], self._area(corner[0] + 2.4, corner[1] - 0.4, wide, high, 9.0), at)

    def _draw_figure(
        self, canvas: Canvas, at: tuple[float, float], size: tuple[float, float], strokes: str
    ) -> None:
        """Draw a figure of the index over the faint frame that shows all its strokes."""
        low = self._paper.height_mm - at[1] - size[1]
        for name, (x, y, to_x, to_y) in _STROKES.items():
            ends = [
                at[0] + x * size[0],
                low + y * size[1] / 2,
                at[0] + to_x * size[0],
                low + to_y * size[1] / 2,
            ]
            is_drawn = name in strokes
            canvas.setStrokeColorRGB(*(ink_of(self._look) if is_drawn else _FAINT))
            canvas.setLineWidth(1.6 if is_drawn else 0.4)
            canvas.setDash([] if is_drawn else [0.4, 1.6])
            canvas.line(*(end * POINTS_PER_MM for end in ends))

    def _print_box(self, canvas: Canvas, at: tuple[float, float], size: tuple[float, float]) -> None:
        canvas.setStrokeColorRGB(*_BOX_RED)
        canvas.setLineWidth(0.7)
        corner = (at[0], self._paper.height_mm - at[1] - size[1])
        canvas.rect(*(mm * POINTS_PER_MM for mm in (*corner, *size)))

    def _area(self, left: float, top: float, width: float, height: float, line_mm: float) -> Area:
        return Area(left, top, width, height, self._paper.height_mm, line_mm)

    def _put(self, canvas: Canvas, lines: list[str], area: Area, more: int = 0) -> None:
        role = Role.SALUTATION if self._language == "en" else Role.CLOSING_FLUSH  # stand at the left margin
        seed = crc32("\n".join(lines).encode("utf-8", "replace")) % 2**31 + more
        letter = Letter(self._language, tuple(Block(role, line) for line in lines), seed)
        page = write(letter, area, self._look, hand_of(self._language, self._look, self._extras))
        put_writing(canvas, page, ink_of(self._look), laser=self._look.laser)

    def _print_sender(self, canvas: Canvas, lines: list[str]) -> None:
        height = self._paper.height_mm * POINTS_PER_MM
        sheet = Sheet(canvas, height)
        edge = 10 * POINTS_PER_MM
        room = 0.4 * self._paper.width_mm * POINTS_PER_MM
        shown = [text_fonts.fitted(line, room, _RETURN_SIZE) for line in lines]
        if self._manner.return_low:
            right = self._paper.width_mm * POINTS_PER_MM - edge
            for at, line in enumerate(reversed(shown)):
                sheet.text_right(right, height - edge - at * _RETURN_LEADING, line, _RETURN_SIZE, colour=INK)
            return
        for at, line in enumerate(shown):
            sheet.text(edge, edge + at * _RETURN_LEADING, line, _RETURN_SIZE, colour=INK)
