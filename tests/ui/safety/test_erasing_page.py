"""The page about erasing: finding somebody, giving them their data, erasing them, what is past its time."""

import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop_cs.cases.states import CaseState
from desktop_cs.desk.casework import Intake
from desktop_cs.shop.keeping_times import KeepingTimes
from desktop_cs.shop.staff import Role

PATIENCE_MS = 20_000


@pytest.fixture
def manager(shop):
    """Let Mara act."""
    shop.actor = next(one for one in shop.shop.staff() if one.role is Role.MANAGER)
    return shop


@pytest.fixture
def page(manager, window, taken, qtbot):
    """Return the page, in front of a manager."""
    window.go("erasing")
    wait(qtbot, window)
    return window.pages.page()


@pytest.fixture
def closed(shop, taken):
    """Return Mrs Fallon's case once nothing of it is open."""
    over = replace(taken, state=CaseState.CLOSED, closed_at=shop.clock.now())
    with shop.storage.transaction():
        shop.storage.cases.update(over)
    return over


def wait(qtbot, window):
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=PATIENCE_MS)


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def found(page, text="Fallon"):
    QTest.keyClicks(page.people.finder.search, text)
    QTest.keyClick(page.people.finder.search, Qt.Key.Key_Return)
    return page.people.person


def test_whoever_is_no_manager_reads_who_is_and_changes_nothing(window, taken, qtbot):
    window.go("erasing")
    wait(qtbot, window)
    page = window.pages.page()
    assert "Mara Bell" in page.refusal.text()
    assert not page.people.isEnabled()
    assert not page.keeping.isEnabled()


def test_every_control_has_a_name(page, qtbot, window, unnamed):
    found(page).erase.click()
    wait(qtbot, window)
    assert unnamed(window) == []


def test_the_search_gives_people_and_not_cases_in_whose_words_it_occurs(page):
    page.people.finder.search.setText("dryer")
    page.people.finder.look_up()
    assert page.people.finder.rows == []
    page.people.finder.search.setText("fall")
    page.people.finder.look_up()
    assert [row.accessibleName() for row in page.people.finder.rows] == ["Deirdre Fallon, 020 915 0142"]


def test_somebody_is_found_by_the_number_of_a_case(page, taken):
    assert "Deirdre Fallon" in said(found(page, str(taken.number)))


def test_what_there_is_about_somebody_is_counted_and_listed(page):
    told = said(found(page))
    assert "Cases: 1" in told
    assert "The dryer stands still again (not finished)" in told


def test_what_is_open_has_to_be_ticked_before_the_button_can_be_pressed(page, qtbot, window, shop, taken):
    view = found(page)
    view.erase.click()
    wait(qtbot, window)
    assert not view.panel.act.isEnabled()
    view.panel.despite.click()
    view.panel.act.click()
    wait(qtbot, window)
    assert shop.storage.cases.by_id(taken.id).who == "(erased)"
    assert shop.customers.recent() == []


def test_the_button_names_the_act_and_the_panel_says_that_it_is_final(closed, page):
    view = found(page)
    view.erase.click()
    assert view.panel.act.text() == "Erase Deirdre Fallon for good"
    assert "cannot be undone" in said(view.panel)
    assert view.panel.back.hasFocus()


def test_escape_leaves_everything_as_it_is(closed, page, shop):
    view = found(page)
    view.erase.click()
    QTest.keyClick(view.panel.back, Qt.Key.Key_Escape)
    assert view.panel is None
    assert view.erase.hasFocus()
    assert shop.customers.recent()[0].name == "Deirdre Fallon"


def test_others_who_name_them_are_shown_and_nothing_is_ticked(closed, page, qtbot, window, shop):
    other = shop.casework.take(Intake("Came with Deirdre Fallon", "Sam Hill")).value
    view = found(page)
    view.erase.click()
    qtbot.waitUntil(lambda: view.panel.elsewhere is not None, timeout=PATIENCE_MS)
    [tick] = view.panel.elsewhere.buttons.values()
    assert not tick.isChecked()
    assert view.panel.plan().names_out_of == ()
    tick.click()
    view.panel.act.click()
    wait(qtbot, window)
    assert shop.storage.cases.by_id(other.id).one_line == "Came with (erased)"


def test_after_erasing_the_page_says_so_and_which_backups_outlive_it(closed, page, qtbot, window, shop):
    shop.safety.back_up(lambda _share: None)
    view = found(page)
    view.erase.click()
    view.panel.act.click()
    qtbot.waitUntil(lambda: page.people.backups.isVisibleTo(page), timeout=PATIENCE_MS)
    assert "1 Nov 2027" in page.people.backups.told.text()
    assert page.people.person is None
    assert page.people.finder.search.hasFocus()
    page.people.backups.renew.click()
    qtbot.waitUntil(lambda: not page.people.backups.isVisibleTo(page), timeout=PATIENCE_MS)


def test_other_pages_live_without_the_person(closed, page, qtbot, window):
    window.go("customers")
    window.go("erasing")
    view = found(page)
    view.erase.click()
    view.panel.act.click()
    wait(qtbot, window)
    for place in ("customers", "cases", "letters", "today"):
        window.go(place)
    window.go("case", closed.id)
    assert "(erased)" in said(window.pages.page())


def test_no_earlier_way_back_brings_words_of_the_person_back(closed, page, qtbot, window, shop):
    customer = shop.customers.get(closed.customer_id)
    kept = window.acts.run(lambda: shop.customers.save(replace(customer, phone="0171 22")))
    window.acts.say_done("Saved", lambda: shop.customers.save(kept))
    view = found(page)
    view.erase.click()
    view.panel.act.click()
    wait(qtbot, window)
    assert not window.acts.undo()
    assert shop.customers.recent() == []


def test_a_manager_comes_here_from_the_page_of_a_customer(closed, page, qtbot, window, shop):
    window.go("customers", shop.customers.get(closed.customer_id))
    details = window.pages.page().details
    assert details.data.isVisibleTo(details)
    details.data.click()
    wait(qtbot, window)
    assert window.pages.place == "erasing"
    assert "Deirdre Fallon" in said(page.people.person)
    window.go("customers")
    shop.actor = next(one for one in shop.shop.staff() if one.role is Role.COUNTER)
    window.pages.page().load()
    assert not details.data.isVisibleTo(details)


def test_who_leaves_while_names_are_searched_hears_no_more_of_it(closed, page, qtbot, window):
    view = found(page)
    view.erase.click()
    window.go("today")
    wait(qtbot, window)
    assert page.people.person is None
    assert said(window.notices) == ""


def test_a_person_gets_their_data_as_a_file(closed, page, qtbot, window, tmp_path, monkeypatch):
    path = tmp_path / "copy.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: (str(path), ""))
    found(page).copy.click()
    qtbot.waitUntil(path.exists, timeout=PATIENCE_MS)
    wait(qtbot, window)
    with zipfile.ZipFile(path) as file:
        assert "personal-data.pdf" in file.namelist()


def test_times_are_typed_kept_and_taken_back(page, shop, window):
    field = page.keeping.times.fields["cases"]
    field.setText("3")
    field.editingFinished.emit()
    assert shop.retention.times() == KeepingTimes(cases=3)
    window.undo()
    assert shop.retention.times() == KeepingTimes()
    assert field.text() == "0"


@pytest.mark.parametrize("typed", ["", "-1", "31", "three", "１"])
def test_what_is_no_number_of_years_is_told_at_its_field(page, shop, typed):
    field = page.keeping.times.fields["letters"]
    field.setText(typed)
    field.editingFinished.emit()
    assert "0 to 30" in page.keeping.times.lines["letters"].problem
    assert shop.retention.times() == KeepingTimes()


def test_where_nothing_is_past_its_time_there_is_nothing_to_leave(qtbot, window, page):
    page.keeping.times.suggested.click()
    page.keeping.times.look.click()
    qtbot.waitUntil(lambda: page.keeping.preview is not None, timeout=20_000)
    preview = page.keeping.preview
    assert "Nothing is past its time." in said(preview)
    assert preview.back.text() == "Close"
    assert not preview.act.isVisible()


def test_the_suggestion_is_taken_with_one_press(page, shop):
    page.keeping.times.suggested.click()
    assert shop.retention.times() == shop.retention.suggested()
    assert not page.keeping.times.suggested.isVisibleTo(page)
    assert page.window().focusWidget() is page.keeping.times.look


def test_without_times_there_is_nothing_to_look_at(page):
    assert not page.keeping.times.look.isEnabled()


@pytest.fixture
def preview(closed, page, qtbot, window, shop):
    """Return what is shown once the case is past its time."""
    shop.retention.save_times(KeepingTimes(cases=1))
    shop.clock.moment += timedelta(days=400)
    page.load()
    page.keeping.times.look.click()
    qtbot.waitUntil(lambda: page.keeping.preview is not None, timeout=PATIENCE_MS)
    return page.keeping.preview


def test_what_would_go_is_counted_listed_and_goes_with_one_named_button(
    preview, page, qtbot, window, shop, closed
):
    assert "Past their time, and would go: Cases: 1 · Customers: 1" in said(preview)
    assert "Deirdre Fallon" in preview.list.item(0).text()
    assert preview.act.text() == "Erase these 2 things for good"
    preview.act.click()
    wait(qtbot, window)
    assert page.keeping.preview is None
    assert shop.storage.cases.by_id(closed.id).who == "(erased)"


def test_a_case_of_the_list_can_be_opened(preview, window, closed):
    preview.list.itemActivated.emit(preview.list.item(0))
    assert window.pages.place == "case"
    assert window.pages.page().subject().case_id == closed.id


def test_what_is_held_back_goes_only_when_it_is_ticked(closed, page, qtbot, window, shop):
    with shop.storage.transaction():
        shop.storage.cases.update(replace(closed, severity="safety"))
    shop.retention.save_times(KeepingTimes(cases=1))
    shop.clock.moment += timedelta(days=400)
    page.load()
    page.keeping.times.look.click()
    qtbot.waitUntil(lambda: page.keeping.preview is not None, timeout=PATIENCE_MS)
    preview = page.keeping.preview
    assert not preview.act.isVisibleTo(preview)
    preview.held.buttons[closed.id].click()
    preview.act.click()
    wait(qtbot, window)
    assert shop.storage.cases.by_id(closed.id).who == "(erased)"
