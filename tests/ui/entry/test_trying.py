"""Tries are looked at beside the window, one after the other."""

import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop_cs.errors import UserError
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.entry.trying import Trying


@pytest.fixture
def actions(shop):
    made = Actions(shop)
    yield made
    made.finish_slow()


@pytest.fixture
def owner():
    return QObject()


@pytest.fixture
def trying(actions, owner):
    return Trying(actions, owner)


@pytest.fixture
def told(trying):
    """Return a list to which is added what the tries lead to."""
    heard = []
    trying.right.connect(lambda given: heard.append(("right", given)))
    trying.refused.connect(lambda refusal, about: heard.append((str(refusal), about)))
    return heard


@pytest.fixture
def gate():
    """Return what holds a try up until it is set."""
    made = threading.Event()
    yield made
    made.set()


@pytest.fixture
def held(gate):
    """Return a function that makes a try which is held up, and is refused or right then."""

    def make(given="", looked=None):
        def look():
            if looked is not None:
                looked.append(threading.current_thread())
            gate.wait(20)
            if not given:
                raise UserError("wrong")
            return given

        return look

    return make


def over(qtbot, trying):
    qtbot.waitUntil(lambda: not trying.is_busy, timeout=20_000)


def test_the_window_goes_on_while_a_try_is_looked_at(qtbot, trying, told, held, gate):
    looked = []
    trying.begin(held("Mara", looked))
    assert trying.is_busy
    assert told == []
    gate.set()
    over(qtbot, trying)
    assert told == [("right", "Mara")]
    assert looked != [threading.current_thread()]


def test_tries_that_come_meanwhile_have_their_turn_each_once_and_in_order(qtbot, trying, told, held, gate):
    looked = []
    for number in range(3):
        trying.begin(held("", looked), number)
    assert len(looked) <= 1
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 3, timeout=20_000)
    over(qtbot, trying)
    assert told == [("wrong", 0), ("wrong", 1), ("wrong", 2)]
    assert len(looked) == 3


def test_after_a_right_one_what_came_meanwhile_is_forgotten(qtbot, trying, told, held, gate):
    looked = []
    trying.begin(held("Mara", looked))
    trying.begin(held("", looked))
    gate.set()
    over(qtbot, trying)
    assert told == [("right", "Mara")]
    assert len(looked) == 1


def test_what_is_forgotten_is_told_to_nobody_and_the_next_begins_at_once(qtbot, trying, told, held, gate):
    trying.begin(held("Mara"))
    trying.forget()
    assert not trying.is_busy
    trying.begin(held("Tom"))
    gate.set()
    over(qtbot, trying)
    assert told == [("right", "Tom")]


def test_where_its_owner_is_gone_a_try_ends_in_silence(qtbot, actions, trying, told, held, gate, owner):
    owner_gone = []
    owner.destroyed.connect(lambda: owner_gone.append(True))
    trying.begin(held("Mara"))
    owner.deleteLater()
    qtbot.waitUntil(lambda: bool(owner_gone), timeout=20_000)
    gate.set()
    qtbot.waitUntil(lambda: not actions.is_busy(), timeout=20_000)
    QApplication.processEvents()
    assert told == []
