"""Writing a letter away from the window: the newest words only, and why some cannot be written."""

from dataclasses import replace

import pytest

from desktop_cs.ui.actions import Actions
from desktop_cs.ui.letters.page_writer import PageWriter


@pytest.fixture
def actions(shop):
    made = Actions(shop)
    yield made
    made.finish_slow()


@pytest.fixture
def writer(actions):
    """Return a writer, and what it tells, in order."""
    made, told = PageWriter(actions, actions), []
    made.wrote.connect(told.append)
    made.refused.connect(told.append)
    return made, told


@pytest.fixture
def record(shop, taken):
    return shop.letters.of_case(shop.casework.story(taken.id))


def settle(qtbot, actions):
    qtbot.waitUntil(lambda: not actions.is_busy(), timeout=30_000)


def test_of_many_that_are_wanted_the_first_and_the_last_are_written(qtbot, actions, writer, record, shop):
    made, told = writer
    letters = [replace(record, seed=record.seed + step) for step in range(6)]
    for letter in letters:
        made.write(letter, (0.0, 0.0))
    settle(qtbot, actions)
    assert told == [shop.letters.pdf(letters[-1])]


def test_the_same_letter_is_not_written_twice_whatever_became_of_it(qtbot, actions, writer, record, shop):
    made, told = writer
    made.write(record, (0.0, 0.0))
    settle(qtbot, actions)
    made.write(replace(record, printed_at=shop.clock.now()), (0.0, 0.0))
    settle(qtbot, actions)
    assert len(told) == 1


def test_what_cannot_be_written_is_said_each_time_it_is_wanted(qtbot, actions, writer, record):
    made, told = writer
    wrong = replace(record, look=replace(record.look, ink="green"))
    made.write(wrong, (0.0, 0.0))
    settle(qtbot, actions)
    made.write(wrong, (0.0, 0.0))
    assert len(told) == 2
    assert told[0] == told[1]
    assert isinstance(told[0], str)
