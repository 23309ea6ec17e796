"""Taking a case: a name and one line are enough."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_cs.cases.states import CaseState


@pytest.fixture
def page(window):
    window.go("new_case")
    return window.pages.page()


def type_in(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_it_begins_with_the_name(page):
    assert page.fields.choice.name.hasFocus()


def test_a_name_and_a_line_make_a_case_with_its_number_at_once(page, window, shop):
    type_in("The man with the red cap")
    page.fields.one_line.setFocus()
    type_in("Kettle leaks")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    case = shop.storage.cases.get(1)
    assert (case.who, case.one_line) == ("The man with the red cap", "Kettle leaks")
    assert case.state is CaseState.DRAFT
    assert window.pages.place == "case"


def test_without_a_line_it_says_what_is_missing_and_goes_there(page, shop):
    type_in("Nina")
    page.begin.click()
    assert page.fields.one_line.hasFocus()
    assert page.fields.problem.startswith("Write one line")
    assert shop.storage.cases.listed(limit=1) == []


def test_somebody_known_is_found_while_typing_and_chosen_by_keys(qtbot, page, taken, shop):
    type_in("Fall")
    qtbot.waitUntil(page.fields.choice.found.isVisible)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.fields.choice.customer().id == taken.customer_id
    assert page.fields.one_line.hasFocus()


def test_escape_takes_the_found_people_away_and_nothing_else(qtbot, page, window, taken):
    window.notices.show_notice("The printer is out of paper.", "warn")
    type_in("Fall")
    qtbot.waitUntil(page.fields.choice.found.isVisible)
    press(Qt.Key.Key_Escape)
    assert not page.fields.choice.found.isVisible()
    assert window.notices.isVisible()


def test_what_was_typed_is_still_there_after_looking_something_up(page, window):
    type_in("Nina")
    window.go("cases")
    window.go("new_case")
    assert page.fields.choice.name.text() == "Nina"
    page.again.click()
    assert page.fields.choice.name.text() == ""


def test_the_header_of_a_case_is_changed_on_the_same_page(page, window, shop, taken):
    window.go("new_case", taken.id)
    page.fields.one_line.setText("The dryer smells of smoke")
    page.begin.click()
    assert shop.storage.cases.by_id(taken.id).one_line == "The dryer smells of smoke"
    assert window.pages.page().subject().case_id == taken.id


def test_going_back_from_the_case_passes_over_this_page(page, window):
    type_in("Nina")
    page.fields.one_line.setText("Kettle leaks")
    page.begin.click()
    window.pages.go_back()
    assert window.pages.place == "today"


def test_tab_and_enter_go_from_a_new_name_to_what_it_is_about(page):
    type_in("Nina Bauer")
    press(Qt.Key.Key_Return)
    assert page.fields.one_line.hasFocus()
    page.fields.choice.name.setFocus()
    press(Qt.Key.Key_Tab)
    assert page.fields.one_line.hasFocus()


def test_a_digit_says_how_they_are_while_the_line_is_written(page):
    page.fields.one_line.setFocus()
    type_in("Kettle leaks")
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert page.fields.one_line.text() == "Kettle leaks"
    assert page.fields.mood.ids() == ["very_upset"]
