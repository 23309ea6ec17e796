"""Slow work beside the window, and what it must never do there."""

import gc
import sys
import weakref
from threading import current_thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from desktop_cs.errors import ShopError
from desktop_cs.ui.slow_work import SlowWork


@pytest.fixture
def collected_on():
    """Return the names of the threads on which waste is collected from now on."""
    names = []

    def note(phase, _told):
        if phase == "start":
            names.append(current_thread().name)

    gc.callbacks.append(note)
    yield names
    gc.callbacks.remove(note)


def make_waste():
    """Make as much as would be looked through many times."""
    return len([[number] for number in range(20 * gc.get_threshold()[0] + 20_000)])


def test_no_waste_is_collected_on_a_thread_that_owns_no_widget(qtbot, collected_on):
    ordinary = gc.get_threshold()
    works, over = [SlowWork(make_waste) for _work in range(3)], []
    for work in works:
        work.ended.connect(lambda: over.append(1))
        work.start()
    qtbot.waitUntil(lambda: len(over) == len(works))
    assert collected_on.count("slow work") == 0
    assert gc.get_threshold() == ordinary


def test_after_work_that_is_waited_for_waste_is_collected_again(collected_on):
    ordinary = gc.get_threshold()
    work = SlowWork(make_waste)
    work.start()
    assert gc.get_threshold()[0] == 0
    work.wait()
    assert gc.get_threshold() == ordinary
    make_waste()
    assert "MainThread" in collected_on


def begun(work, *, parent=None):
    """Return work that is under way, and what is told of it."""
    told, slow = [], SlowWork(work, parent)
    slow.gave.connect(lambda value: told.append(("gave", value)))
    slow.failed.connect(lambda refusal: told.append(("failed", str(refusal))))
    slow.ended.connect(lambda: told.append("ended"))
    slow.start()
    return slow, told


def refuse():
    raise ShopError("The disk is full.")


@pytest.mark.parametrize(
    ("work", "last"), [(lambda: 7, ("gave", 7)), (refuse, ("failed", "The disk is full."))]
)
def test_what_work_gives_or_how_it_failed_is_told_once_it_is_over(qtbot, work, last):
    _slow, told = begun(work)
    qtbot.waitUntil(lambda: told == ["ended", last])


def test_work_that_was_cancelled_only_ends(qtbot):
    slow, told = begun(lambda: 7)
    slow.cancel()
    qtbot.waitUntil(lambda: told == ["ended"])


def test_where_the_page_is_gone_nobody_is_told(qtbot):
    parent = QObject()
    _gone, told = begun(lambda: 7, parent=parent)
    delete(parent)
    _slow, later = begun(lambda: 8)
    qtbot.waitUntil(lambda: later == ["ended", ("gave", 8)])
    assert told == []


def test_a_widget_that_is_gone_hears_nothing_and_a_fault_of_one_keeps_nothing_from_others(qtbot, monkeypatch):
    faults, told, label = [], [], QLabel()
    monkeypatch.setattr(sys, "excepthook", lambda _kind, fault, _trace: faults.append(str(fault)))
    slow = SlowWork(lambda: "words")
    slow.gave.connect(label.setText)
    slow.gave.connect(lambda _value: told.index("nobody"))
    slow.gave.connect(told.append)
    delete(label)
    slow.start()
    qtbot.waitUntil(lambda: told == ["words"])
    assert faults == ["'nobody' is not in list"]


def test_nothing_of_work_that_is_over_stays(qtbot):
    slow, told = begun(lambda: 7)
    kept = weakref.ref(slow)
    del slow
    qtbot.waitUntil(lambda: len(told) == 2)
    qtbot.waitUntil(lambda: kept() is None)
