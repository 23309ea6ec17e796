"""Noticing that nobody is there."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from desktop_cs.ui.entry.idle_watch import LOOK_MS, IdleWatch


class Steady:
    seconds = 1000.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def steady():
    return Steady()


@pytest.fixture
def watch(qapp, steady):
    """Return a watch of five minutes, and what it told."""
    made = IdleWatch(lambda: 5, None, steady)
    made.told = []
    made.left.connect(lambda: made.told.append(steady.seconds))
    return made


def minutes(watch, steady, count):
    """Let the time pass in which nobody does anything."""
    for _look in range(count * 60_000 // LOOK_MS):
        steady.seconds += LOOK_MS / 1000
        watch.look()


def press(watch):
    watch.eventFilter(watch, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier))


def test_after_five_minutes_without_a_key_nobody_is_there_and_that_is_said_once(watch, steady):
    minutes(watch, steady, 20)
    assert watch.told == [1300.0]


def test_every_key_begins_the_wait_anew(watch, steady):
    for _time in range(4):
        minutes(watch, steady, 4)
        press(watch)
    assert watch.told == []


def test_what_is_only_drawn_is_nobody(watch, steady):
    for _time in range(5):
        minutes(watch, steady, 1)
        watch.eventFilter(watch, QEvent(QEvent.Type.UpdateRequest))
    assert watch.told == [1300.0]


def test_a_pc_that_slept_was_left_however_short(watch, steady):
    press(watch)
    steady.seconds += 45
    watch.look()
    assert watch.told == [1045.0]


def test_once_somebody_is_back_it_watches_anew(watch, steady):
    minutes(watch, steady, 5)
    watch.touch()
    minutes(watch, steady, 5)
    assert watch.told == [1300.0, 1600.0]
