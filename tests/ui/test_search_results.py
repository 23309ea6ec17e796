"""The search field: records from the first character, then commands; Esc leaves nothing behind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_cs.cases.steps import Step
from desktop_cs.ui.cover import cover
from desktop_cs.ui.palette import commands


@pytest.fixture
def search(window, taken):
    """Return the search field of a window whose shop knows Mrs Fallon and her dryer."""
    window.equip()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    return window.top.search


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def found(qtbot, window, typed):
    """Return the lines that this text finds."""
    window.top.search.clear()
    QTest.keyClicks(window.top.search, typed)
    qtbot.waitUntil(window.top.results.isVisible)
    window.top.results._find()
    items = window.top.results.list
    return [items.item(row).text() for row in range(items.count())]


def test_the_first_character_finds_cases_then_customers_then_commands(qtbot, window, search):
    lines = found(qtbot, window, "d")
    assert lines[:2] == [
        "Case 1 · Deirdre Fallon · The dryer stands still again",
        "Deirdre Fallon · 020 915 0142",
    ]
    assert found(qtbot, window, "set")[-1] == "Settings"


def test_a_device_and_a_receipt_are_found_and_named(qtbot, window, search, shop, taken):
    story = shop.casework.story(taken.id)
    shop.casework.steps.save_answers(story, Step.REVIEW, {"serial": "WT-512", "till_receipt": "R2026/77"})
    assert found(qtbot, window, "wt5")[0].endswith("· WT-512")
    assert found(qtbot, window, "r2026")[0].endswith("· R2026/77")


def test_after_a_mark_there_are_commands_alone(qtbot, window, search):
    lines = found(qtbot, window, ">d")
    assert lines
    assert not any("Fallon" in line for line in lines)


def test_a_command_is_done_by_enter_and_the_field_is_empty(qtbot, window, search):
    found(qtbot, window, ">customers")
    press(Qt.Key.Key_Return)
    assert window.pages.place == "customers"
    assert search.text() == ""


def test_a_person_is_switched_by_digits_and_the_screen_covered_from_here(qtbot, window, search, shop):
    found(qtbot, window, "> switch mara")
    press(Qt.Key.Key_Return)
    assert window.is_covered
    assert shop.actor.name == "Tom Reed"
    QTest.keyClicks(QApplication.focusWidget(), "2580")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.is_covered, timeout=20_000)
    assert shop.actor.name == "Mara Bell"
    press(Qt.Key.Key_F2)
    found(qtbot, window, "> cover")
    press(Qt.Key.Key_Return)
    assert cover.is_on
    cover.turn(on=False)


def test_a_page_offers_what_its_menus_and_keys_do(qtbot, window, search, taken):
    window.go("case", taken.id)
    press(Qt.Key.Key_F2)
    assert any(line.startswith("Cancel, taken by mistake") for line in found(qtbot, window, "> cancel"))
    assert any(line.startswith("Print") for line in found(qtbot, window, "> print"))
    found(qtbot, window, "> go review")
    press(Qt.Key.Key_Return)
    assert window.pages.page().subject().step is Step.REVIEW


def test_escape_leaves_the_field_empty_and_the_focus_where_it_was(qtbot, window, taken):
    window.equip()
    window.go("new_case")
    line = window.pages.page().fields.one_line
    line.setFocus()
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found(qtbot, window, "fall")
    press(Qt.Key.Key_Escape)
    assert window.top.search.text() == ""
    assert line.hasFocus()


def test_under_the_cover_no_phone_number_is_listed(qtbot, window, search):
    assert any("0142" in line for line in found(qtbot, window, "fallon"))
    cover.turn(on=True)
    try:
        items = window.top.results.list
        assert not any("0142" in items.item(row).text() for row in range(items.count()))
    finally:
        cover.turn(on=False)


def test_nothing_found_is_said(qtbot, window, search):
    assert found(qtbot, window, "zzzz")[0].startswith("Nothing found.")


def test_asking_a_colleague_is_offered_once_with_its_key(window, taken):
    window.go("case", taken.id)
    offered = [(one.words, one.keys) for one in commands(window)]
    assert [one for one in offered if one[1] == "F8"] == [("Ask a colleague to help", "F8")]
    assert not any("\t" in words for words, _keys in offered)
