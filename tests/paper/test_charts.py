"""Figures on paper keep within their room."""

import pytest

from desktop_cs.paper import charts, text_fonts
from desktop_cs.paper.page import Place


class Pen:
    """Takes the place of a sheet and notes what is drawn."""

    def __init__(self):
        self.texts = []
        self.bars = []

    def text(self, left, base, text, size=9, *, bold=False, colour=None):
        self.texts.append((left, text, left + text_fonts.width(text, size, bold=bold)))

    def text_right(self, right, base, text, size=9, *, bold=False, colour=None):
        self.text(right - text_fonts.width(text, size, bold=bold), base, text, size, bold=bold)

    def text_middle(self, middle, base, text, size=9, *, bold=False, colour=None):
        self.text(middle - text_fonts.width(text, size, bold=bold) / 2, base, text, size, bold=bold)

    def bar(self, place, height, fill, edge=None):
        self.bars.append((place.left, place.top, place.width, height))

    def rule(self, left, base, right, colour=None, weight=0.6):
        assert left <= right


PLACE = Place(100, 50, 300)


def drawn(block, place=PLACE):
    pen = Pen()
    block.draw(pen, place)
    return pen


def bar(label, count, note=""):
    return charts.Bar(label, count, str(count), note)


def test_columns_are_as_high_as_their_counts():
    columns = [charts.Column(str(n), n, str(n)) for n in (0, 2, 4)]
    heights = [height for _left, _top, _width, height in drawn(charts.column_chart(columns, 70)).bars]
    assert len(heights) == 2
    assert heights[1] == pytest.approx(2 * heights[0])
    assert heights[1] <= 70


def test_a_chart_of_nothing_draws_no_column():
    assert drawn(charts.column_chart([charts.Column("1", 0, "0")], 70)).bars == []


def test_bars_are_as_long_as_their_counts_and_stay_in_their_room():
    pen = drawn(
        charts.bar_list([bar("It is faulty and has been so for a very long time", 1129, "100%"), bar("b", 0)])
    )
    assert pen.bars[0][2] > 50 > pen.bars[1][2] > 0
    assert all(
        PLACE.left <= left and right <= PLACE.left + PLACE.width + 0.01 for left, _text, right in pen.texts
    )


def test_shares_fill_the_whole_bar_however_many_there_are():
    pen = drawn(charts.shares([bar(str(n), n) for n in range(1, 8)]))
    whole = [width for _left, _top, width, height in pen.bars if height == 11]
    assert len(whole) == 7
    assert sum(whole) == pytest.approx(PLACE.width)
    assert [text for _left, text, _right in pen.texts].count("7") == 2


def test_a_long_figure_is_printed_smaller_and_whole():
    pen = drawn(charts.key_figures([("1,234,567 of 7,654,321", "promises"), ("none yet", "x"), ("3", "y")]))
    _left, text, right = pen.texts[0]
    assert text == "1,234,567 of 7,654,321"
    assert right <= PLACE.left + PLACE.width / 3


def test_facts_run_down_the_columns():
    pen = drawn(charts.fact_list([(str(n), "v") for n in range(5)], columns=2))
    lefts = {text: left for left, text, _right in pen.texts if text != "v"}
    assert lefts["0"] == lefts["2"] < lefts["3"] == lefts["4"]


def test_blocks_beside_each_other_share_the_width():
    seen = []
    block = charts.Block(10, lambda _sheet, place: seen.append(place))
    both = charts.side_by_side([block, charts.Block(30, block.draw)])
    drawn(both)
    assert both.height == 30
    assert seen[0].width == seen[1].width == (PLACE.width - charts.GAP) / 2
    assert seen[1].left + seen[1].width == PLACE.left + PLACE.width
