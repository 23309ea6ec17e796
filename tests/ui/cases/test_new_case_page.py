"""Taking a case: a name and one line are enough."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step
from desktop_cs.desk.casework import Intake


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


def test_the_second_time_is_proposed_as_soon_as_the_customer_is_chosen(page, taken, shop):
    shop.clock.moment += timedelta(days=12)
    page.fields.choice.choose(shop.customers.get(taken.customer_id))
    page.look()
    told = "This may be the second time: case 1, 12 days ago, “The dryer stands still again”."
    assert page.second.words == told


def test_a_scanned_serial_number_brings_it_up_wherever_the_focus_is(page, taken, shop):
    story = shop.casework.story(taken.id)
    shop.casework.steps.save_answers(story, Step.REVIEW, {"serial": "WT-512"})
    shop.clock.moment += timedelta(days=1)
    type_in("Nina")
    assert page.take_scan("WT-512")
    page.look()
    assert page.second.words.startswith("This may be the second time: case 1 of Deirdre Fallon, 1 day ago")
    assert page.fields.choice.name.hasFocus()
    assert page.fields.choice.name.text() == "Nina"


def test_not_the_same_is_kept_with_the_case_and_can_be_taken_back(page, taken, shop):
    shop.clock.moment += timedelta(days=12)
    page.fields.choice.choose(shop.customers.get(taken.customer_id))
    page.fields.one_line.setText("Kettle leaks")
    page.look()
    page.second.no.click()
    assert page.second.words == "Case 1 does not count: not the same."
    page.second.back.click()
    assert page.second.words.startswith("This may be the second time")
    page.second.no.click()
    page.begin.click()
    assert shop.storage.cases.get(2).earlier_case_id is None


def test_what_is_tied_is_tied_and_the_thing_stands_in_the_review(page, taken, shop):
    shop.clock.moment += timedelta(days=12)
    page.fields.choice.choose(shop.customers.get(taken.customer_id))
    page.fields.one_line.setText("Stands still again")
    page.fields.thing.product.setText("Dryer")
    page.fields.thing.kind.setCurrentIndex(1)
    page.look()
    page.second.yes.click()
    assert page.second.words == "The second time: tied to case 1, 12 days ago. The guide knows it."
    page.begin.click()
    case = shop.storage.cases.get(2)
    assert (case.earlier_case_id, case.product, case.failure_kind) == (taken.id, "Dryer", "faulty")


def test_what_was_tied_by_itself_is_untied_from_the_header_with_a_way_back(page, window, taken, shop):
    shop.clock.moment += timedelta(days=12)
    again = shop.casework.take(Intake("Again", customer=shop.customers.get(taken.customer_id))).value
    window.go("new_case", again.id)
    page.second.no.click()
    assert page.second.words == ""
    assert shop.storage.cases.get(2).earlier_case_id is None
    window.undo()
    assert shop.storage.cases.get(2).earlier_case_id == taken.id


def test_the_next_case_begins_without_what_was_said_of_the_last(page, taken, shop):
    shop.clock.moment += timedelta(days=12)
    page.fields.choice.choose(shop.customers.get(taken.customer_id))
    page.look()
    page.second.no.click()
    page.again.click()
    page.fields.choice.choose(shop.customers.get(taken.customer_id))
    page.look()
    assert page.second.words.startswith("This may be the second time")


def test_the_earlier_case_is_one_press_away_and_nothing_typed_is_lost(page, window, taken, shop):
    shop.clock.moment += timedelta(days=12)
    page.fields.choice.choose(shop.customers.get(taken.customer_id))
    page.fields.one_line.setText("Kettle leaks")
    page.look()
    page.second.show_case.click()
    assert window.pages.page().subject().case_id == taken.id
    window.go("new_case")
    assert page.fields.one_line.text() == "Kettle leaks"
