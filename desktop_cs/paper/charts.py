"""Small, quiet figures for reports: columns, bars, shares of a whole, lists; each one a block to print.

They are told apart by darkness as well as by colour, so that a black-and-white printer loses nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

from reportlab.lib.colors import Color

from desktop_cs.paper import text_fonts
from desktop_cs.paper.page import (
    GREEN,
    INK,
    LINE,
    MIDDLE,
    MUTED,
    PALE,
    QUIET,
    SAND,
    WARM,
    Block,
    Place,
    Sheet,
)

GAP = 22.0  # between blocks that stand side by side
_TITLE = 17.0
_ROW = 12.8
_LABEL_ROOM = 150.0  # points; a label further from its bar is hard to follow
_COLUMN_FOOT = 12.0
_COLUMN_HEAD = 9.0
_SHADES = (GREEN, MIDDLE, PALE, WARM, SAND)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a chart: what stands below it, its count; `quiet` ones have a paler caption."""

    caption: str
    count: int
    shown: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a list with bars: its length is `count` against the longest; `note` stands at the end."""

    label: str
    count: int
    shown: str
    note: str = ""
    dark: bool = True


def titled(title: str, block: Block, note: str = "") -> Block:
    """Return the block under a title, with a muted remark at the end of the title's line."""

    def draw(sheet: Sheet, place: Place) -> None:
        sheet.text(place.left, place.top + 9, title, 9, bold=True, colour=GREEN)
        if note:
            room = place.width - text_fonts.width(title, 9, bold=True) - 10
            short = text_fonts.fitted(note, room, 7.5)
            sheet.text_right(place.left + place.width, place.top + 9, short, 7.5, colour=MUTED)
        block.draw(sheet, Place(place.left, place.top + _TITLE, place.width))

    return Block(block.height + _TITLE, draw)


def paragraph(text: str, room: float, size: float, *, bold: bool = False, colour: Color = INK) -> Block:
    """Return a text broken into lines no wider than `room`."""
    broken = text_fonts.lines(text, room, size, bold=bold)
    step = size * 1.45

    def draw(sheet: Sheet, place: Place) -> None:
        for number, line in enumerate(broken):
            sheet.text(place.left, place.top + size + number * step, line, size, bold=bold, colour=colour)

    return Block(len(broken) * step, draw)


def column_chart(columns: Sequence[Column], height: float) -> Block:
    """Return a chart with one column beside the other; counts stand on top where there is room for them."""
    highest = max((column.count for column in columns), default=0) or 1
    full = height - _COLUMN_HEAD - _COLUMN_FOOT

    def draw(sheet: Sheet, place: Place) -> None:
        step = place.width / len(columns)
        ground = place.top + height - _COLUMN_FOOT
        for number, column in enumerate(columns):
            left, middle = place.left + number * step, place.left + (number + 0.5) * step
            high = full * column.count / highest
            if column.count:
                thick = min(step * 0.68, 30.0)
                sheet.bar(Place(middle - thick / 2, ground - high, thick), high, GREEN)
                if text_fonts.width(column.shown, 6.5) <= step:
                    sheet.text_middle(middle, ground - high - 2.5, column.shown, 6.5)
            caption = text_fonts.fitted(column.caption, step, 6.5)
            sheet.text_middle(
                left + step / 2, ground + 8.5, caption, 6.5, colour=QUIET if column.quiet else MUTED
            )
        sheet.rule(place.left, ground, place.left + place.width, WARM)

    return Block(height, draw)


def bar_list(bars: Sequence[Bar]) -> Block:
    """Return lines with a label, a bar, a count and a note; the longest bar is as long as there is room."""
    longest = max((bar.count for bar in bars), default=0) or 1
    count_room = max((text_fonts.width(bar.shown, 8.5) for bar in bars), default=0)
    note_room = max((text_fonts.width(bar.note, 7.5) for bar in bars), default=0)

    def draw(sheet: Sheet, place: Place) -> None:
        label_room = min(place.width * 0.44, _LABEL_ROOM)
        right = place.left + place.width
        full = place.width - label_room - count_room - note_room - 22
        for number, bar in enumerate(bars):
            base = place.top + number * _ROW + 9
            sheet.text(place.left, base, text_fonts.fitted(bar.label, label_room, 8.5), 8.5)
            wide = max(full * bar.count / longest, 0.8)
            sheet.bar(Place(place.left + label_room + 8, base - 7, wide), 8, GREEN if bar.dark else MIDDLE)
            sheet.text_right(right - note_room - 8, base, bar.shown, 8.5)
            sheet.text_right(right, base, bar.note, 7.5, colour=MUTED)

    return Block(len(bars) * _ROW, draw)


def shares(parts: Sequence[Bar]) -> Block:
    """Return one bar cut into the parts of a whole, with a line for each part below it."""
    total = sum(part.count for part in parts) or 1

    def draw(sheet: Sheet, place: Place) -> None:
        left = place.left
        for part, shade in zip(parts, cycle(_SHADES), strict=False):
            wide = place.width * part.count / total
            sheet.bar(Place(left, place.top, wide), 11, shade, LINE)
            left += wide
        for number, (part, shade) in enumerate(zip(parts, cycle(_SHADES), strict=False)):
            base = place.top + 11 + 5 + number * _ROW + 9
            sheet.bar(Place(place.left, base - 6.5, 7), 7, shade, WARM)
            room = place.width - 13 - text_fonts.width(part.shown, 8.5) - 8
            sheet.text(place.left + 13, base, text_fonts.fitted(part.label, room, 8.5), 8.5)
            sheet.text_right(place.left + place.width, base, part.shown, 8.5)

    return Block(11 + 5 + len(parts) * _ROW, draw)


def fact_list(facts: Sequence[tuple[str, str]], columns: int = 3) -> Block:
    """Return short facts in columns, each on a line of its own with its value at the end."""
    rows = -(-len(facts) // columns)
    row_height = _ROW + 1.5

    def draw(sheet: Sheet, place: Place) -> None:
        wide = (place.width - GAP * (columns - 1)) / columns
        for number, (label, value) in enumerate(facts):
            left = place.left + (number // rows) * (wide + GAP)
            base = place.top + (number % rows) * row_height + 10
            room = wide - text_fonts.width(value, 8.5) - 10
            sheet.text(left, base, text_fonts.fitted(label, room, 8.5), 8.5, colour=MUTED)
            sheet.text_right(left + wide, base, value, 8.5)
            sheet.rule(left, base + 4.5, left + wide)

    return Block(rows * row_height, draw)


def key_figures(figures: Sequence[tuple[str, str]]) -> Block:
    """Return a band with large figures, a caption under each; a figure that is only words is smaller."""

    def draw(sheet: Sheet, place: Place) -> None:
        sheet.bar(place, 46, SAND)
        step = place.width / len(figures)
        for number, (figure, caption) in enumerate(figures):
            left = place.left + number * step + 12
            is_number = any(sign.isdigit() for sign in figure)
            size = 18.0 if is_number else 11.0
            size = min(size, size * (step - 20) / text_fonts.width(figure, size, bold=is_number))
            text = text_fonts.plain(figure)
            sheet.text(left, place.top + 24, text, size, bold=is_number, colour=GREEN if is_number else MUTED)
            sheet.text(left, place.top + 38, text_fonts.fitted(caption, step - 20, 8), 8, colour=MUTED)

    return Block(46, draw)


def side_by_side(blocks: Sequence[Block]) -> Block:
    """Return the blocks beside each other, each with the same width."""

    def draw(sheet: Sheet, place: Place) -> None:
        wide = (place.width - GAP * (len(blocks) - 1)) / len(blocks)
        for number, block in enumerate(blocks):
            block.draw(sheet, Place(place.left + number * (wide + GAP), place.top, wide))

    return Block(max(block.height for block in blocks), draw)
