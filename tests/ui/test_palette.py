"""Commands are found by the beginnings of their words, in the person's own language."""

import pytest

from desktop_cs.ui.palette import Command, fitting

WORDS = ("New case", "Print", "Switch person: Mara Bell", "Practice", "打印", "封面：顾客能看到屏幕")


@pytest.fixture
def offered():
    """Return commands that do nothing."""
    return [Command(words, lambda: None) for words in WORDS]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("new", "New case"),
        ("case", "New case"),
        ("> PRI", "Print"),
        ("mara", "Switch person: Mara Bell"),
        ("per sw", "Switch person: Mara Bell"),
        ("打", "打印"),
        ("屏幕", "封面：顾客能看到屏幕"),
    ],
)
def test_a_command_is_found_by_the_beginnings_of_its_words(offered, typed, first):
    assert fitting(offered, typed)[0].words == first


def test_those_that_begin_so_come_first(offered):
    assert [one.words for one in fitting(offered, "p")] == ["Print", "Practice", "Switch person: Mara Bell"]


def test_what_is_in_the_middle_of_a_word_finds_nothing(offered):
    assert fitting(offered, "rint") == []


def test_the_mark_alone_offers_everything(offered):
    assert len(fitting(offered, ">")) == len(WORDS)
