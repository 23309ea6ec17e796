"""While nobody does anything, the way to the first case is made ready, and nothing of it is seen."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop_cs.cases.steps import Step
from desktop_cs.errors import ShopError
from desktop_cs.ui import page_stack, warm_up
from desktop_cs.ui.warm_up import WarmUp

ALL = ["new_case", "case", "letter", "letters", "customers", "cases", "slip", "rehearsal", "own_hand"]


@pytest.fixture
def begun(window, monkeypatch):
    """Return the making ready in the window, with no pauses between its pieces."""
    monkeypatch.setattr(warm_up, "_BETWEEN_MS", 0)
    made = WarmUp(window.acts, window.pages)
    made.attend()
    return made


@pytest.fixture
def made(monkeypatch):
    """Return the names of the pages that are made from now on."""
    names, make_page = [], page_stack.make_page
    monkeypatch.setattr(
        page_stack, "make_page", lambda name, *words: names.append(name) or make_page(name, *words)
    )
    return names


def wait_for_the_end(qtbot, begun):
    qtbot.waitUntil(lambda: not begun.findChild(QTimer).isActive(), timeout=20_000)


def test_the_first_case_waits_for_no_page_and_no_form(qtbot, window, begun, made, taken):
    wait_for_the_end(qtbot, begun)
    assert made == ALL
    page = window.pages.prepare("case")
    form = page.frame.pane.view()
    assert form.is_built
    window.go("new_case")
    window.go("case", taken.id)
    assert made == ALL
    assert window.pages.page() is page
    assert page.frame.pane.view() is form


def test_where_nobody_is_only_the_way_to_the_first_case_is_made(qtbot, window, made, monkeypatch):
    monkeypatch.setattr(warm_up, "_BETWEEN_MS", 0)
    begun = WarmUp(window.acts, window.pages)
    wait_for_the_end(qtbot, begun)
    assert made == ["new_case", "case"]
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    wait_for_the_end(qtbot, begun)
    assert made == ALL


def test_letters_wait_until_the_way_to_the_first_case_is_ready(qtbot, begun, made, monkeypatch):
    imported, import_module = {}, warm_up.import_module

    def note(module):
        imported[module] = list(made)
        return import_module(module)

    monkeypatch.setattr(warm_up, "import_module", note)
    wait_for_the_end(qtbot, begun)
    assert imported["desktop_cs.ui.cases.case_page"] == []
    assert imported["desktop_cs.ui.letters.letter_page"] == ["new_case", "case"]
    assert imported["desktop_cs.ui.letters.register_page"] == ["new_case", "case"]


def test_the_form_stands_where_it_will_be_seen_before_it_is_shown(qtbot, window, begun, taken):
    wait_for_the_end(qtbot, begun)
    form = window.pages.prepare("case").frame.pane.view()
    width = form.width()
    window.go("case", taken.id)
    assert form.width() == width


def test_nothing_of_it_is_seen(qtbot, window, begun):
    before = window.pages.page(), QApplication.focusWidget()
    wait_for_the_end(qtbot, begun)
    assert (window.pages.page(), QApplication.focusWidget()) == before


def test_whoever_is_quicker_gets_the_page_at_once_and_keeps_it(qtbot, window, begun, made, taken):
    window.go("case", taken.id)
    page = window.pages.page()
    assert page.frame.pane.isVisible()
    wait_for_the_end(qtbot, begun)
    assert window.pages.page() is page
    assert sorted(made) == sorted(ALL)


def test_what_cannot_be_read_is_said_and_the_rest_is_still_made(qtbot, window, begun, made, monkeypatch):
    def broken():
        raise ShopError("The guide cannot be read.")

    monkeypatch.setattr(window.acts.desk.guide, "prepare", broken)
    heard = []
    window.acts.refused.connect(heard.append)
    wait_for_the_end(qtbot, begun)
    assert [str(one) for one in heard] == ["The guide cannot be read."]
    assert made == ALL


def test_the_other_forms_are_made_while_the_first_is_filled_in(qtbot, window, taken):
    window.go("case", taken.id)
    pane = window.pages.page().frame.pane
    qtbot.waitUntil(
        lambda: {one.width() for one in pane.findChildren(type(pane.view()))} == {pane.view().width()}
    )
    qtbot.waitUntil(lambda: len(pane.findChildren(type(pane.view()))) == len(Step))
    assert [one for one in pane.findChildren(type(pane.view())) if one.isVisible()] == [pane.view()]
