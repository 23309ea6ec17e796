"""Marks stay at their words while the text around them changes; places are those of Qt."""

import pytest

from desktop_cs.guide.wording_check import Mark
from desktop_cs.ui.wording.moved import moved, python_place, qt_place


def words_after(before, after, *marked):
    marks = [
        Mark(before.index(words), before.index(words) + len(words), "blame", "r", "b") for words in marked
    ]
    return [after[mark.start : mark.end] for mark in moved(marks, before, after)]


@pytest.mark.parametrize(
    ("after", "left"),
    [
        ("one two three", ["one", "three"]),
        ("zero one two three", ["one", "three"]),
        ("one 2 three", ["one", "three"]),
        ("one two three four", ["one", "three"]),
        ("one two thrice", ["one"]),
        ("two three", ["three"]),
        ("", []),
    ],
)
def test_a_change_moves_the_marks_behind_it_and_drops_those_it_touches(after, left):
    assert words_after("one two three", after, "one", "three") == left


def test_a_letter_typed_twice_in_a_row_moves_nothing_wrongly():
    assert words_after("aab", "aaab", "b") == ["b"]


@pytest.mark.parametrize("text", ["plain", "您好，王女士", "a😀b😀c", "😀", ""])
def test_places_of_qt_and_of_python_lead_back_to_each_other(text):
    for place in range(len(text) + 1):
        units = qt_place(text, place)
        assert units == len(text[:place].encode("utf-16-le")) // 2
        assert python_place(text, units) == place
