"""On every page: a scan opens its record, the cover is one key away, and nobody is left in the dark."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from desktop_cs.cases.case_code import scan_code
from desktop_cs.cases.steps import Step
from desktop_cs.desk.casework import Intake
from desktop_cs.shop.recovery_code import new_code
from desktop_cs.ui.cover import cover, is_veiled
from desktop_cs.ui.widgets.choice_button import ManyChoice, OneChoice


@pytest.fixture(autouse=True)
def uncovered():
    """Leave no cover to the next test."""
    yield
    cover.turn(on=False)


@pytest.fixture
def equipped(window):
    """Return the window with everything at hand."""
    window.equip()
    return window


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def button(widget, words):
    return next(one for one in widget.findChildren(QPushButton) if one.text() == words)


def test_the_slip_of_a_case_opens_it_from_everywhere(equipped, taken):
    equipped.go("settings")
    equipped.at_hand.take_scan(scan_code(taken.number))
    assert equipped.pages.page().subject().case_id == taken.id


def test_a_serial_number_and_a_receipt_open_the_case_that_is_being_worked_on(equipped, shop, taken):
    story = shop.casework.story(taken.id)
    shop.casework.steps.save_answers(story, Step.REVIEW, {"serial": "WT-512", "till_receipt": "R 2026/77"})
    for code in ("wt512", "R2026/77"):
        equipped.go("today")
        equipped.at_hand.take_scan(code)
        assert equipped.pages.page().subject().case_id == taken.id


def test_the_code_of_a_recovery_sheet_is_neither_shown_nor_searched_for(equipped):
    code = new_code()
    equipped.at_hand.take_scan(code.digits)
    told = "\n".join(label.text() for label in equipped.notices.findChildren(QLabel))
    assert "recovery sheet" in told
    assert code.digits not in told
    assert [one for one in equipped.notices.findChildren(QPushButton) if one.text()] == []


def test_what_nobody_knows_is_said_and_two_ways_lead_on(equipped):
    equipped.at_hand.take_scan("4006381333931")
    assert equipped.pages.place == "today"
    button(equipped.notices, "Search").click()
    assert equipped.top.search.text() == "4006381333931"
    equipped.at_hand.take_scan("4006381333931")
    button(equipped.notices, "New case with this serial").click()
    assert equipped.pages.place == "new_case"


def test_f9_covers_and_says_so_until_it_is_pressed_again(equipped):
    press(Qt.Key.Key_F9)
    assert equipped.top.spoken_cover == "Cover on · F9 takes it off"
    equipped.go("cases")
    assert cover.is_on
    press(Qt.Key.Key_F9)
    assert (cover.is_on, equipped.top.spoken_cover) == (False, "")


def test_the_cover_has_a_button_too(equipped):
    equipped.top.cover.click()
    assert cover.is_on
    assert equipped.top.cover.accessibleName() == "Take the cover off  F9"


def test_the_mood_of_a_case_is_under_the_cover(equipped, shop, taken):
    shop.casework.change_header(replace(taken, mood="shouting"))
    equipped.go("case", taken.id)
    press(Qt.Key.Key_F9)
    moods = [one for one in equipped.pages.page().frame.header.children() if getattr(one, "text", None)]
    mood = next(one for one in moods if one.text() == "Shouting")
    assert is_veiled(mood)


PLACES = ("today", "cases", "customers", "reports", "settings", "new_case", "case", "express")
PRIVATE = (
    "Shouting",
    "Post it",
    "To post it",
    "How serious is it?",
    "Was the complaint right?",
    "This month",
)


@pytest.mark.parametrize("place", PLACES)
def test_no_private_word_of_any_page_can_be_seen_under_the_cover(qtbot, equipped, shop, taken, place):
    shop.casework.change_header(replace(taken, mood="shouting", threatens="post_it"))
    earlier = replace(taken, mood="")
    again = shop.casework.take(Intake("Again", customer=shop.customers.get(earlier.customer_id))).value
    shop.second_time.tie(again, earlier)
    cover.turn(on=True)
    for case in (taken, again):
        equipped.go(place, case.id if place in {"case", "express", "new_case"} else None)
        for step in (*Step, None) if place == "case" else ("",):
            if place == "case":
                equipped.pages.page().go_to(step)
            qtbot.waitUntil(lambda: not equipped.acts.is_busy(), timeout=20_000)
            QTest.qWait(0)
            seen = words_in_sight(equipped)
            assert [word for word in seen if word.startswith(PRIVATE)] == []
    cover.turn(on=False)
    if place == "case":
        assert any(word.startswith("Second time") for word in words_in_sight(equipped))


def words_in_sight(window):
    """Return the words of everything on the screen that is not under a veil."""
    spoken = [
        getattr(one, "words", None).label if isinstance(one, (OneChoice, ManyChoice)) else one.text()
        for kind in (QLabel, QAbstractButton)
        for one in window.findChildren(kind)
        if one.isVisible() and not is_veiled(one)
    ]
    return [word for word in spoken if word]
