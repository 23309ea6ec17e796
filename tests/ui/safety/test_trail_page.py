"""The page of who did what."""

import pytest
from PySide6.QtCore import Qt

from desktop_cs.ui.safety.trail.trail_model import ABOUT, DEED, WHO
from desktop_cs.ui.tables.growing_rows import PAGE


@pytest.fixture
def page(window, taken, shop):
    """Return the page as the manager sees it, with one case taken."""
    shop.actor = next(one for one in shop.shop.staff() if one.is_manager)
    window.go("trail")
    return window.pages.page()


def rows(page):
    """Return by whom, what and about what, as the rows say it."""
    model = page.model
    return [
        tuple(model.index(row, column).data() for column in (WHO, DEED, ABOUT))
        for row in range(model.rowCount())
    ]


def test_it_says_in_words_who_did_what(page, unnamed, window):
    assert ("Tom Reed", "Took the case", "Case 1") in rows(page)
    assert unnamed(window) == []


def test_lines_are_filtered_by_person_day_and_case(page, shop):
    page.filters.case.setText("1")
    page.filters.case.textEdited.emit("1")
    assert {about for _who, _deed, about in rows(page)} == {"Case 1"}
    page.filters.all.click()
    tom = next(one for one in shop.shop.staff() if not one.is_manager)
    page.filters.choose(tom.id)
    assert {who for who, _deed, _about in rows(page)} == {"Tom Reed"}
    page.filters.day.set_raw("2020-01-01")
    page.filters.day.edited.emit()
    assert rows(page) == []
    assert page.nothing.isVisible()
    page.filters.all.click()
    assert rows(page)
    assert page.filters.all.isHidden()


def test_a_case_that_is_not_there_gives_no_lines_and_no_notice(page, window):
    page.filters.case.setText("99")
    page.filters.case.textEdited.emit("99")
    assert rows(page) == []


def test_older_lines_come_as_they_are_wanted(page, shop):
    with shop.storage.transaction():
        for _turn in range(PAGE):
            shop.storage.trail.note("case.read", shop.storage.shop_id)
    page.load()
    assert page.model.rowCount() == PAGE
    page.model.fetchMore(page.table.rootIndex())
    assert page.model.rowCount() > PAGE
    assert not page.model.canFetchMore(page.table.rootIndex())


def test_it_says_whether_it_is_whole(page, qtbot):
    page.verify.click()
    qtbot.waitUntil(page.whole.isVisible, timeout=20_000)
    assert page.whole.sentence.text().startswith("The trail is whole")
    assert page.whole.details.isHidden()
    assert page.verify.isEnabled()


def test_what_was_changed_outside_is_shown(page, shop, qtbot):
    shop.storage._database.run("UPDATE trail SET what = 'x' WHERE place = 2")
    page.verify.click()
    qtbot.waitUntil(page.whole.isVisible, timeout=20_000)
    assert page.whole.sentence.text().startswith("The trail is not whole")
    assert "Entry 2 is not as it was written" in page.whole.details.text()


def test_a_print_is_compared_by_typing_it(page, shop, qtbot):
    count, groups = shop.trail.anchor()
    qtbot.keyClicks(page.compare.line, f"{count} {groups}")
    qtbot.keyClick(page.compare.line, Qt.Key.Key_Return)
    assert page.whole.sentence.text().startswith("It fits")
    page.compare.line.setText("12")
    page.compare.compare.click()
    assert "eight groups" in page.compare.problem.text()
    assert page.compare.problem.isVisible()


def test_a_line_opens_its_case(page, window):
    row = next(row for row, (_who, _deed, about) in enumerate(rows(page)) if about == "Case 1")
    page.table.setCurrentIndex(page.model.index(row, DEED))
    page.table.doubleClicked.emit(page.model.index(row, DEED))
    assert window.pages.place == "case"


def test_whoever_is_no_manager_reads_why_and_nothing_else(window, taken):
    window.go("trail")
    page = window.pages.page()
    assert rows(page) == []
    assert page.nothing.text().startswith("Only a manager reads who did what.")
    assert not page.verify.isVisible()


def test_leaving_stops_looking_through(page, window, qtbot):
    page.verify.click()
    window.go("today")
    assert window.pages.place == "today"
    qtbot.waitUntil(lambda: page._slow is None, timeout=20_000)
