"""In a column Chinese characters and short numbers stand upright; words and long numbers lie along it."""

from itertools import pairwise

import numpy as np
import pytest

from desktop_cs.letters.hand.characters import hand_for
from desktop_cs.letters.hand.columns import stood_up
from desktop_cs.letters.hand.spacing import Measure, spaced
from desktop_cs.letters.hand.styles import STYLES
from desktop_cs.letters.letter import Block, Letter, Role
from desktop_cs.letters.look import LetterLook
from desktop_cs.paper.letter_sheet import Extras
from desktop_cs.paper.written_sheet import written

MEASURE = Measure(latin_em=14, hanzi_em=15, x_height=4.9)


def stood(text):
    hand = hand_for("zh_TW")
    drawn = spaced(hand.signs(text, down=True), MEASURE, STYLES["tidy"], np.random.default_rng(1))
    return stood_up(drawn, hand, MEASURE)


def ink_of(text):
    """Return for each character of a tidy column the low left and the high right corner of its ink."""
    letter = Letter("zh_TW", (Block(Role.SALUTATION, text),), 1)
    page = written(letter, LetterLook(direction="down", degree="tidy"), Extras())
    owner = np.repeat(page.outline_owners, page.outline_lengths)
    return page, [
        (page.outlines[owner == at].min(0), page.outlines[owner == at].max(0))
        for at in range(len(page.characters))
        if not page.is_gap[at]
    ]


@pytest.mark.parametrize(
    ("text", "upright"),
    [("水", 1), ("12", 2), ("3", 1), ("A", 1), ("2026", 0), ("Wi", 0), ("，", 1), ("「", 1)],
)
def test_what_stands_upright(text, upright):
    assert sum(one.pivot is not None for one in stood(text)) == upright


def test_marks_take_less_of_the_column_than_characters():
    character, mark = stood("水，")
    assert mark.advance < 0.75 * character.advance


def test_characters_stand_below_one_another_in_one_column():
    page, boxes = ink_of("水壺又漏水了")
    middles = [(low + high) / 2 for low, high in boxes]
    assert page.down
    assert all(after[1] < before[1] - 10 for before, after in pairwise(middles))
    assert np.ptp([middle[0] for middle in middles]) < 0.2 * page.step


def test_a_level_stroke_stays_level():
    _page, ((low, high),) = ink_of("一")
    assert high[0] - low[0] > 4 * (high[1] - low[1])


def test_the_figures_of_a_short_number_stand_side_by_side_and_those_of_a_long_one_below():
    _page, ((_low, first), (second, _high)) = ink_of("12")
    assert first[0] < second[0] + 1.5
    _page, boxes = ink_of("2026")
    tops = [high[1] for _low, high in boxes]
    assert tops == sorted(tops, reverse=True)
    assert tops[0] - tops[-1] > 15


def test_columns_follow_from_the_right():
    page, boxes = ink_of("謝謝您告訴我們" * 8)
    lefts = [low[0] for low, _high in boxes]
    lines = page.lines.tolist()
    assert max(lines) >= 1
    first = [left for left, line in zip(lefts, lines, strict=True) if line == 0]
    second = [left for left, line in zip(lefts, lines, strict=True) if line == 1]
    assert max(second) < min(first)
