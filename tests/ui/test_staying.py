"""Closing the window without ending the program."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop_cs.ui import staying as staying_module
from desktop_cs.ui.staying import Staying

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # the screen of the tests has no tray


@pytest.fixture
def desktop(monkeypatch):
    """Return the desktop, which can have a place beside its clock: {"tray": bool}."""
    has = {"tray": True}
    monkeypatch.setattr(staying_module, "has_tray", lambda: has["tray"])
    yield has
    QApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def closed(window):
    """Return what the window told of being closed."""
    told = []
    window.closing.connect(lambda: told.append("closed"))
    return told


@pytest.fixture
def staying(window, desktop):
    made = Staying(window.preferences, window)
    made.watch(window)
    made.show_waiting(2)
    return made


def test_closing_ends_the_program_until_something_else_is_chosen(window, staying, closed):
    window.close()
    assert closed == ["closed"]


def test_where_it_was_chosen_closing_leaves_the_icon_which_brings_the_window_back(window, staying, closed):
    window.preferences.stays_in_tray = True
    window.close()
    assert (window.isVisible(), closed) == (False, [])
    staying.tray.open_wanted.emit()
    assert window.isVisible()


def test_today_of_the_menu_shows_today(window, staying):
    window.go("cases")
    window.hide()
    staying.tray.today_wanted.emit()
    assert (window.isVisible(), window.pages.place) == (True, "today")


def test_quit_ends_the_program_also_from_a_hidden_window(window, staying, closed):
    window.preferences.stays_in_tray = True
    window.close()
    staying.tray.quit_wanted.emit()
    assert closed == ["closed"]


def test_quit_brings_the_window_back_where_something_is_not_written(window, staying, closed, monkeypatch):
    window.hide()
    monkeypatch.setattr(window.pages, "leave", lambda: False)
    staying.quit()
    assert (window.isVisible(), window.notices.isVisible(), closed) == (True, True, [])
    staying.quit()
    assert closed == ["closed"]


def test_what_is_not_written_keeps_the_window_open_instead_of_hiding_it(window, staying, closed, monkeypatch):
    window.preferences.stays_in_tray = True
    monkeypatch.setattr(window.pages, "leave", lambda: False)
    window.close()
    assert (window.isVisible(), window.notices.isVisible(), closed) == (True, True, [])


def test_without_a_place_beside_the_clock_closing_always_ends_the_program(window, desktop, closed):
    desktop["tray"] = False
    staying = Staying(window.preferences, window)
    staying.watch(window)
    staying.show_waiting(2)
    staying.tell("2 people are waiting to hear from you", "")
    window.preferences.stays_in_tray = True
    window.close()
    assert (staying.tray, closed) == (None, ["closed"])


def test_a_place_that_is_gone_does_not_swallow_the_window(window, staying, desktop, closed):
    window.preferences.stays_in_tray = True
    desktop["tray"] = False
    window.close()
    assert closed == ["closed"]


def test_a_place_that_comes_later_gets_its_icon_then(window, desktop):
    desktop["tray"] = False
    staying = Staying(window.preferences, window)
    staying.show_waiting(2)
    desktop["tray"] = True
    staying.show_waiting(3)
    assert staying.tray.count == 3


def test_logging_out_of_the_pc_is_not_held_up(window, staying, closed):
    window.preferences.stays_in_tray = True
    QApplication.instance().commitDataRequest.emit(None)
    window.close()
    assert closed == ["closed"]
