"""The list of cases, through the real page on a real shop."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop_cs.cases.case import Case
from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.cases.states import CaseState
from desktop_cs.clock import FixedClock
from desktop_cs.customers.customer import Customer
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.changes import EVERYTHING
from desktop_cs.desk.desk import open_desk
from desktop_cs.shop.staff import Role
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.cases.case_list_model import OWNER, STATE, WHO
from desktop_cs.ui.cases.case_list_page import CaseListPage
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.tables.growing_rows import PAGE

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ENTER = Qt.Key.Key_Return


def make_shop(folder):
    desk = open_desk(folder, FixedClock(NOON))
    desk.shop.save_settings(replace(desk.settings, name="Corner shop"))
    desk.shop.add_staff("Mara", Role.MANAGER, "2580")
    desk.close()


@pytest.fixture
def desk(put_copy, tmp_path):
    desk = open_desk(put_copy(tmp_path, make_shop), FixedClock(NOON))
    (desk.actor,) = desk.shop.staff()
    yield desk
    desk.close()


@pytest.fixture
def add(desk):
    """Return a function that stores so many past cases, oldest first."""

    def added(count, state=CaseState.CLOSED, one_line="Kettle leaks"):
        cases = [
            Case(
                uuid7(),
                0,
                state,
                f"Customer {at}",
                one_line,
                NOON - timedelta(hours=count - at),
                owner=desk.actor_id,
            )
            for at in range(count)
        ]
        with desk.storage.transaction(None):
            desk.storage.cases.add_imported([(case, {}) for case in cases])

    return added


@pytest.fixture
def show_page(desk, tmp_path, qtbot):
    """Return a function that shows the list as the window does, once its cases are counted."""
    actions = Actions(desk)

    def shown(subject=None):
        page = CaseListPage(actions, Preferences(tmp_path))
        qtbot.addWidget(page)
        actions.changed.connect(lambda changes, source: page.hear(changes))
        page.resize(1262, 633)
        page.load(subject)
        with qtbot.waitActive(page):
            page.show()
        page.focus_first()
        qtbot.waitUntil(lambda: bool(page.count.text()))
        return page

    yield shown
    actions.finish_slow()


def column(page, number):
    return [page.model.index(row, number).data() for row in range(page.model.rowCount())]


def chip(page, name):
    return next(one for one in page.chips.buttons() if one.accessibleName() == name)


def told(page, sentence):
    return any(label.text() == sentence and label.isVisibleTo(page) for label in page.findChildren(QLabel))


def test_the_newest_case_comes_first_with_all_that_is_asked_of_it(add, show_page):
    add(3)
    page = show_page()
    cells = [page.model.index(0, number).data() for number in range(page.model.columnCount())]
    assert cells == ["3", "Customer 2", "Kettle leaks", "20 Nov 2026", "Closed", "Mara"]


def test_enter_opens_the_case_in_focus(add, show_page, qtbot):
    add(3)
    page = show_page()
    assert QApplication.focusWidget() is page.table
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.went) as went:
        qtbot.keyClick(page.table, ENTER)
    assert went.args == ["case", page.model.rows[1].id]


def test_a_click_opens_a_case(add, show_page, qtbot):
    add(3)
    page = show_page()
    place = page.table.visualRect(page.model.index(2, WHO)).center()
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert went.args == ["case", page.model.rows[2].id]


def test_older_cases_are_read_as_they_come_into_sight(add, show_page, qtbot):
    add(2 * PAGE + 50)
    page = show_page()
    assert page.model.rowCount() == PAGE
    for pages in (2, 3):
        qtbot.keyClick(page.table, Qt.Key.Key_End)
        qtbot.waitUntil(lambda pages=pages: page.model.rowCount() == min(pages * PAGE, 2 * PAGE + 50))
    qtbot.keyClick(page.table, Qt.Key.Key_End)
    numbers = [int(number) for number in column(page, 0)]
    assert numbers == list(range(2 * PAGE + 50, 0, -1))
    qtbot.keyClick(page.table, Qt.Key.Key_Home)
    assert page.table.currentIndex().row() == 0


def test_a_list_that_fills_whole_pages_ends(add, show_page, qtbot):
    add(PAGE)
    page = show_page()
    qtbot.keyClick(page.table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not page.model.canFetchMore(page.table.rootIndex()))
    assert page.model.rowCount() == PAGE


def test_how_many_there_are_is_counted(add, show_page, qtbot):
    add(5)
    add(2, CaseState.OPEN)
    page = show_page()
    assert page.count.text() == "2 unfinished of 7"
    qtbot.mouseClick(chip(page, "Closed"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.count.text() == "5 of 7")


def test_a_chip_shows_one_state_and_picking_it_again_shows_all(add, show_page, qtbot):
    add(2)
    add(1, CaseState.OPEN)
    add(1, CaseState.LOGGED)
    page = show_page()
    for name, states in (("Unfinished", ["Open"]), ("Logged", ["Logged"]), ("Closed", ["Closed", "Closed"])):
        qtbot.mouseClick(chip(page, name), Qt.MouseButton.LeftButton)
        assert column(page, STATE) == states
    qtbot.mouseClick(chip(page, "Closed"), Qt.MouseButton.LeftButton)
    assert len(column(page, STATE)) == 4
    assert chip(page, "All").isChecked()


def test_words_are_found_as_they_are_typed(add, show_page, qtbot):
    add(2)
    add(1, one_line="Screen is cracked")
    page = show_page()
    qtbot.keyClicks(page.search, "crack")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.table
    qtbot.keyClick(page.table, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is page.search


def test_enter_in_the_search_does_not_wait_and_goes_to_what_was_found(add, show_page, qtbot):
    add(2)
    add(1, one_line="Screen is cracked")
    page = show_page()
    qtbot.keyClicks(page.search, "crack")
    qtbot.keyClick(page.search, ENTER)
    assert page.model.rowCount() == 1
    assert QApplication.focusWidget() is page.table


def test_when_nothing_fits_one_press_shows_all_again(add, show_page, qtbot):
    add(2)
    page = show_page()
    qtbot.keyClicks(page.search, "zeppelin")
    qtbot.waitUntil(lambda: told(page, "No case fits"))
    every = next(one for one in page.findChildren(QPushButton) if one.accessibleName() == "Show all cases")
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 2
    assert page.search.text() == ""


def test_an_empty_shop_says_what_would_be_here(show_page, qtbot):
    page = show_page()
    assert told(page, "No cases yet")
    new = next(one for one in page.findChildren(QPushButton) if one.accessibleName() == "New case")
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(new, Qt.MouseButton.LeftButton)
    assert went.args == ["new_case", None]


def test_the_cases_of_one_customer_are_shown_until_everybodys_are_wanted(add, desk, show_page, qtbot):
    add(3)
    case = desk.casework.take(Intake("Broken lamp", newcomer=Customer(uuid7(), "Wang & Li"))).value
    page = show_page(CaseFilter(customer_id=case.customer_id))
    assert column(page, WHO) == ["Wang & Li"]
    assert page.only.accessibleName() == "Only Wang & Li"
    qtbot.mouseClick(chip(page, "Closed"), Qt.MouseButton.LeftButton)
    assert column(page, WHO) == []
    qtbot.mouseClick(chip(page, "All"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.only, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 4
    assert page.only.isHidden()


def test_the_current_case_stays_when_something_changes_elsewhere(add, desk, show_page, qtbot):
    add(PAGE + 20)
    page = show_page()
    qtbot.keyClick(page.table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: page.model.rowCount() == PAGE + 20)
    page.table.show_case(PAGE + 3)
    chosen = page.model.rows[PAGE + 3].id
    desk.casework.take(Intake("Broken lamp", who="Wang Li"))
    page.hear(EVERYTHING)
    assert page.model.rowCount() == PAGE + 21
    assert page.model.rows[page.table.currentIndex().row()].id == chosen


def test_going_back_shows_the_same_filter(add, show_page, qtbot):
    add(2)
    page = show_page()
    qtbot.mouseClick(chip(page, "Closed"), Qt.MouseButton.LeftButton)
    again = show_page(page.subject())
    assert chip(again, "Closed").isChecked()
    assert again.subject() == page.subject()


def test_in_a_narrow_window_the_owner_gives_way(add, show_page):
    add(1)
    page = show_page()
    assert not page.table.isColumnHidden(OWNER)
    page.resize(700, 500)
    assert page.table.isColumnHidden(OWNER)


def test_every_control_has_a_name(add, show_page, unnamed):
    add(2)
    assert unnamed(show_page()) == []
