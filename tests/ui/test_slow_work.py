"""Slow work beside the window, and what it must never do there."""

import gc
from threading import current_thread

import pytest

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
    works = [SlowWork(make_waste) for _work in range(3)]
    with qtbot.waitSignals([work.ended for work in works]):
        for work in works:
            work.start()
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
