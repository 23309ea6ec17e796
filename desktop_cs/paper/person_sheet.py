"""A copy of what is kept about a person, on paper: to be handed to them."""

from collections.abc import Iterator
from datetime import datetime

from desktop_cs.customers.person_copy import CopyPart, PersonCopy
from desktop_cs.paper import text_fonts
from desktop_cs.paper.page import GREEN, MUTED, Block, Place, Report, Sheet
from desktop_cs.shop.settings import ShopSettings

_BODY, _TITLE, _HEADING = 10.0, 18.0, 12.0  # points
_LEADING = 1.42  # of the size of the type; Chinese needs more than Latin
_BEFORE_HEADING = 14.0
_LABEL_SHARE = 0.3  # of the width; what is kept stands beside what it is called
_GAP = 10.0


def person_pdf(copy: PersonCopy, settings: ShopSettings, language: str, printed_at: datetime) -> bytes:
    """Return the copy as a PDF on the shop's report paper; the same copy gives the same bytes.

    Args:
        copy: What is kept.
        settings: The shop, for its name and paper.
        language: The language of days.
        printed_at: The shop's wall time.
    """
    report = Report(copy.title, settings, language, printed_at)
    return report.pdf(_paged(_blocks(copy, report.room.width), report))


def _blocks(copy: PersonCopy, width: float) -> Iterator[Block]:
    yield from _text(copy.title, width, _TITLE, heading=True)
    yield _space(_GAP)
    for sentence in copy.intro:
        yield from _text(sentence, width, _BODY)
        yield _space(_BODY / 2)
    for part in copy.parts:
        yield from _part(part, width)


def _part(part: CopyPart, width: float) -> Iterator[Block]:
    """Yield a heading with its first line, which it never leaves, then the other lines."""
    heading = [_space(_BEFORE_HEADING), *_text(part.title, width, _HEADING, heading=True)]
    lines = [line for label, text in part.lines for line in _labelled(label, text, width)]
    yield _stacked([*heading, *lines[:1]])
    yield from lines[1:]


def _labelled(label: str, text: str, width: float) -> Iterator[Block]:
    """Yield the lines of one thing: what it is called on the left, what is kept beside it."""
    left = width * _LABEL_SHARE
    called = text_fonts.lines(label, left - _GAP, _BODY)
    said = [
        line
        for paragraph in text.splitlines() or [""]
        for line in text_fonts.lines(paragraph, width - left, _BODY)
    ]
    for number in range(max(len(called), len(said))):
        yield _pair(_at(called, number), _at(said, number), left)


def _at(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _pair(label: str, text: str, left: float) -> Block:
    def draw(sheet: Sheet, place: Place) -> None:
        sheet.text(place.left, place.top + _BODY, label, _BODY, colour=MUTED)
        sheet.text(place.left + left, place.top + _BODY, text, _BODY)

    return Block(_BODY * _LEADING, draw)


def _text(text: str, width: float, size: float, *, heading: bool = False) -> Iterator[Block]:
    for line in text_fonts.lines(text, width, size, bold=heading):
        yield _line(line, size, heading=heading)


def _line(line: str, size: float, *, heading: bool) -> Block:
    def draw(sheet: Sheet, place: Place) -> None:
        if heading:
            sheet.text(place.left, place.top + size, line, size, bold=True, colour=GREEN)
        else:
            sheet.text(place.left, place.top + size, line, size)

    return Block(size * _LEADING, draw)


def _space(height: float) -> Block:
    return Block(height, lambda _sheet, _place: None)


def _stacked(blocks: list[Block]) -> Block:
    def draw(sheet: Sheet, place: Place) -> None:
        top = place.top
        for block in blocks:
            block.draw(sheet, Place(place.left, top, place.width))
            top += block.height

    return Block(sum(block.height for block in blocks), draw)


def _paged(blocks: Iterator[Block], report: Report) -> list[list[tuple[Block, Place]]]:
    """Return the blocks below each other, page by page."""
    pages: list[list[tuple[Block, Place]]] = [[]]
    top = report.room.top
    for block in blocks:
        if top + block.height > report.lowest and pages[-1]:
            pages.append([])
            top = report.room.top
        pages[-1].append((block, Place(report.room.left, top, report.room.width)))
        top += block.height
    return pages
