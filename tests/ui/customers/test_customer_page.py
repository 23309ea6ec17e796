"""Customers, through the real page on a real shop."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.clock import FixedClock
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.changes import EVERYTHING
from desktop_cs.desk.desk import open_desk
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.customers.customer_page import CustomerPage
from desktop_cs.ui.preferences import Preferences

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ENTER, CTRL, LEFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


def make_shop(folder):
    desk = open_desk(folder, FixedClock(NOON))
    desk.shop.save_settings(replace(desk.settings, name="Corner shop"))
    desk.close()


@pytest.fixture
def desk(put_copy, tmp_path):
    desk = open_desk(put_copy(tmp_path, make_shop), FixedClock(NOON))
    yield desk
    desk.close()


@pytest.fixture
def add(desk):
    """Return a function that keeps a customer and gives them back."""

    def added(name, **more):
        return desk.customers.add(Customer(uuid7(), name, **more)).value

    return added


@pytest.fixture
def actions(desk, qapp):
    return Actions(desk)


@pytest.fixture
def show_page(actions, tmp_path, qtbot):
    """Return a function that shows the page as the window does."""

    def shown(subject=None):
        page = CustomerPage(actions, Preferences(tmp_path))
        qtbot.addWidget(page)
        actions.changed.connect(lambda changes, source: None if source is page else page.hear(changes))
        page.resize(1262, 633)
        page.load(subject)
        with qtbot.waitActive(page):
            page.show()
        page.focus_first()
        return page

    return shown


def names(page):
    return [page.finder.list.item(row).text() for row in range(page.finder.list.count())]


def button(page, name):
    return next(one for one in page.findChildren(QPushButton) if one.accessibleName() == name)


def told(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_a_customer_is_found_while_typing_and_shown_by_the_arrow_keys(add, show_page, qtbot):
    add("Wang Li", phone="555 0134")
    add("Paul Schmidt", address="Main Street 1\nTown")
    page = show_page()
    assert QApplication.focusWidget() is page.finder.search
    qtbot.keyClicks(page.finder.search, "wan")
    qtbot.waitUntil(lambda: names(page) == ["Wang Li, 555 0134"])
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.finder.list
    assert page.details.fields.phone.text() == "555 0134"
    qtbot.keyClick(page.finder.list, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is page.finder.search


def test_a_part_of_the_phone_number_finds_its_customer(add, show_page, qtbot):
    add("Wang Li", phone="555 0134")
    add("Paul Schmidt", phone="555 0199")
    page = show_page()
    qtbot.keyClicks(page.finder.search, "0199")
    qtbot.keyClick(page.finder.search, ENTER)
    assert names(page) == ["Paul Schmidt, 555 0199"]
    assert page.details.title.text() == "Paul Schmidt"


def test_the_customer_that_is_asked_for_is_shown(add, show_page):
    wanted = add("Wang Li")
    add("Paul Schmidt")
    page = show_page(wanted)
    assert page.details.title.text() == "Wang Li"
    assert page.subject() == wanted
    assert page.finder.list.customer() == wanted


def test_what_is_changed_is_kept_on_leaving_the_field_and_can_be_undone(add, show_page, desk, actions, qtbot):
    customer = add("Wang Li")
    page = show_page(customer)
    said = []
    actions.done.connect(lambda sentence, undoable: said.append((sentence, undoable)))
    page.details.fields.phone.setFocus()
    qtbot.keyClicks(page.details.fields.phone, "555 0134")
    assert desk.customers.get(customer.id).phone == ""
    qtbot.keyClick(page.details.fields.phone, Qt.Key.Key_Tab)
    assert desk.customers.get(customer.id).phone == "555 0134"
    assert page.details.saved.text() == "Saved on this PC at 12:00"
    assert said == [("Saved: Wang Li", True)]
    actions.undo()
    assert desk.customers.get(customer.id).phone == ""
    assert page.details.fields.phone.text() == ""


def test_every_field_is_kept(add, show_page, desk, qtbot):
    customer = add("Wang Li")
    page = show_page(customer)
    fields = page.details.fields
    qtbot.keyClicks(fields.form_of_address, "Ms")
    qtbot.keyClicks(fields.address, "Main Street 1")
    qtbot.keyClick(fields.address, ENTER)
    qtbot.keyClicks(fields.address, "Town")
    fields.language.setCurrentIndex(fields.language.findData("zh_CN"))
    assert page.leave()
    assert desk.customers.get(customer.id) == replace(
        customer, form_of_address="Ms", address="Main Street 1\nTown", language="zh_CN"
    )


def test_choosing_another_customer_keeps_what_was_changed_before(add, show_page, desk, qtbot):
    first = add("Wang Li")
    add("Paul Schmidt")
    page = show_page(first)
    qtbot.keyClicks(page.details.fields.phone, "555")
    qtbot.keyClick(page.finder.list, Qt.Key.Key_Up)
    assert desk.customers.get(first.id).phone == "555"
    assert page.details.title.text() == "Paul Schmidt"
    assert page.finder.list.customer().name == "Paul Schmidt"
    assert names(page) == ["Paul Schmidt", "Wang Li, 555"]


def test_a_customer_without_a_name_is_not_left_for_another(add, show_page, qtbot):
    first = add("Wang Li")
    add("Paul Schmidt")
    page = show_page(first)
    page.details.fields.name.selectAll()
    qtbot.keyClick(page.details.fields.name, Qt.Key.Key_Delete)
    qtbot.keyClick(page.finder.list, Qt.Key.Key_Up)
    assert page.subject() == first
    assert page.finder.list.customer() == first


def test_a_customer_cannot_lose_their_name(add, show_page, desk, qtbot):
    customer = add("Wang Li")
    page = show_page(customer)
    page.details.fields.name.selectAll()
    qtbot.keyClick(page.details.fields.name, Qt.Key.Key_Delete)
    assert not page.leave()
    assert any("Write a name, or a nickname" in sentence for sentence in told(page))
    assert QApplication.focusWidget() is page.details.fields.name
    assert desk.customers.get(customer.id).name == "Wang Li"


def test_esc_brings_back_what_is_kept(add, show_page, qtbot):
    page = show_page(add("Wang Li"))
    page.details.fields.name.setFocus()
    page.details.fields.name.selectAll()
    qtbot.keyClick(page.details.fields.name, Qt.Key.Key_Delete)
    qtbot.keyClick(page.details.fields.name, Qt.Key.Key_Escape)
    assert page.details.fields.name.text() == "Wang Li"
    assert page.leave()


def test_somebody_new_is_kept_once_they_have_a_name(show_page, desk, qtbot):
    page = show_page()
    assert "No customer yet" in told(page)
    qtbot.mouseClick(page.finder.newcomer, LEFT)
    assert QApplication.focusWidget() is page.details.fields.name
    assert page.details.new_case.isHidden()
    qtbot.keyClicks(page.details.fields.name, "Lady with the red umbrella")
    qtbot.keyClick(page.details.fields.name, Qt.Key.Key_Tab)
    assert [one.name for one in desk.customers.recent()] == ["Lady with the red umbrella"]
    assert not page.details.new_case.isHidden()
    assert names(page) == ["Lady with the red umbrella"]


def test_somebody_new_who_was_not_begun_is_forgotten(add, show_page, desk, qtbot):
    add("Wang Li")
    page = show_page()
    qtbot.mouseClick(page.finder.newcomer, LEFT)
    assert page.leave()
    assert len(desk.customers.recent()) == 1


def test_a_new_case_begins_with_this_customer(add, show_page, qtbot):
    customer = add("Wang Li")
    page = show_page(customer)
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(button(page, "New case for Wang Li"), LEFT)
    assert went.args == ["new_case", customer]
    with qtbot.waitSignal(page.went) as went:
        qtbot.keyClick(page.details.fields.phone, ENTER, CTRL)
    assert went.args == ["new_case", customer]


def test_their_cases_are_listed_and_opened(add, show_page, desk, qtbot):
    customer = add("Wang Li")
    case = desk.casework.take(Intake("Broken <b>lamp</b>", customer=customer)).value
    page = show_page(customer)
    assert "Broken <b>lamp</b>" in told(page)
    row = next(one for one in page.details.cases() if "lamp" in one.accessibleName())
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(row, LEFT)
    assert went.args == ["case", case.id]


def test_very_many_cases_of_a_customer_stand_in_the_list_of_cases(add, show_page, desk, qtbot):
    customer = add("Wang Li")
    for number in range(11):
        desk.casework.take(Intake(f"Lamp {number}", customer=customer))
    page = show_page(customer)
    assert len(page.details.cases()) == 10
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(button(page, "All their cases"), LEFT)
    assert went.args == ["cases", CaseFilter(customer_id=customer.id)]


def test_what_is_being_typed_stays_when_something_changes_elsewhere(add, show_page, desk, actions, qtbot):
    customer = add("Wang Li")
    page = show_page(customer)
    qtbot.keyClicks(page.details.fields.phone, "555")
    add("Paul Schmidt")
    actions.changed.emit(EVERYTHING, None)
    assert page.details.fields.phone.text() == "555"
    assert "Paul Schmidt" in names(page)


def test_nobody_found_says_what_to_try(add, show_page, qtbot):
    add("Wang Li")
    page = show_page()
    qtbot.keyClicks(page.finder.search, "zeppelin")
    qtbot.waitUntil(lambda: "Nobody found. Try a part of the name or the phone." in told(page))


def test_every_control_has_a_name(add, show_page, unnamed):
    assert unnamed(show_page(add("Wang Li"))) == []


def test_a_customer_names_a_time_and_is_called_about_the_newest_case_that_is_not_over(
    add, desk, show_page, actions, qtbot
):
    wang = add("Wang Li")
    first = desk.casework.take(Intake("The kettle leaks", customer=wang)).value
    mistake = desk.casework.take(Intake("Typed twice", customer=wang)).value
    desk.casework.cancel(mistake, "typed twice")
    page = show_page(wang)
    page.details.call_back.click()
    panel = page._asking.panel
    assert QApplication.focusWidget() is panel.line.day
    actions.changed.emit(EVERYTHING, None)
    assert page._asking.panel is panel
    qtbot.keyClicks(panel.line.time, "16:00")
    qtbot.keyClick(panel.words, ENTER)
    (promise,) = desk.storage.promises.of_case(first.id)
    assert (promise.kind, promise.due_at.hour) == ("callback", 16)
    assert page._asking.panel is None
    actions.undo()
    assert desk.storage.promises.get(promise.id).state == "renegotiated"


def test_nobody_is_called_back_about_nothing(add, desk, show_page):
    wang = add("Wang Li")
    page = show_page(wang)
    assert page.details.call_back.isHidden()
    case = desk.casework.take(Intake("The kettle leaks", customer=wang)).value
    page.load(wang)
    assert not page.details.call_back.isHidden()
    desk.casework.cancel(case, "typed twice")
    page.load(wang)
    assert page.details.call_back.isHidden()


def test_the_question_goes_with_the_customer(add, desk, show_page):
    wang, ann = add("Wang Li"), add("Ann Moss")
    desk.casework.take(Intake("The kettle leaks", customer=wang))
    page = show_page(wang)
    page.details.call_back.click()
    page.load(ann)
    assert page._asking.panel is None
