"""The window is covered until somebody signs in; what lies below is kept and not reached."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_cs.desk.changes import EVERYTHING
from desktop_cs.ui.navigation import CHANGE_KEY

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def named(shop, name):
    return next(one for one in shop.shop.staff() if one.name == name)


@pytest.fixture
def covered(window):
    """Return the window with half a case typed in it, covered."""
    window.go("new_case")
    window.equip()
    field = window.pages.page().fields.one_line
    field.setFocus()
    QTest.keyClicks(field, "Kettle leaks")
    window.entrance.close()
    return window


def test_the_key_and_the_person_button_cover_the_window(window):
    assert CHANGE_KEY == "Ctrl+Shift+L"
    press(Qt.Key.Key_L, CONTROL | SHIFT)
    assert window.is_covered
    assert not window.inside.isVisible()
    window.entrance.let_in(window.acts.desk.actor)
    assert window.inside.isVisible()
    window.navigation.person.click()
    assert window.is_covered


def test_nobody_is_chosen_when_somebody_else_comes(window, shop):
    window.entrance.let_in(named(shop, "Tom Reed"))  # who is known at this PC from now on
    window.navigation.person.click()
    view = window.entrance.view
    assert view.chosen is None
    assert not any(tile.isChecked() for tile in view.tiles)
    assert view.tiles[0].hasFocus()
    QTest.keyClicks(view.tiles[0], "2580")  # Mara's, and no try of anybody
    QTest.keyClick(view.tiles[0], Qt.Key.Key_Return)
    assert view.chosen.name == "Mara Bell"
    assert view.proof.card.field.text() == ""
    assert {tries.wrong for tries in shop.storage.people.tries().values()} == {0}


def test_whoever_is_alone_is_chosen_at_once(window, shop, managing):
    with managing():
        shop.people.leave(named(shop, "Tom Reed").id)
    window.acts.tell(EVERYTHING)
    window.entrance.let_in(named(shop, "Mara Bell"))
    window.navigation.person.click()
    assert window.entrance.view.chosen.name == "Mara Bell"


def test_when_nobody_was_there_for_a_while_whoever_was_there_last_is_chosen(window, shop):
    window.entrance.let_in(named(shop, "Tom Reed"))
    window.entrance.watch.left.emit()
    assert window.entrance.view.chosen.name == "Tom Reed"


def test_whoever_comes_back_finds_everything_as_it_was(covered, shop):
    tom = shop.actor
    assert shop.actor == tom  # covered, not signed out
    assert covered.entrance.view.geometry() == covered.rect()
    covered.entrance.let_in(tom)
    field = covered.pages.page().fields.one_line
    assert (covered.pages.place, field.text()) == ("new_case", "Kettle leaks")
    assert field.hasFocus()


def test_whoever_came_by_the_person_button_begins_on_the_page(window, shop):
    window.navigation.person.setFocus()
    press(Qt.Key.Key_Space)
    assert window.is_covered
    window.entrance.let_in(named(shop, "Mara Bell"))
    page = window.pages.page()
    assert QApplication.focusWidget() is page or page.isAncestorOf(QApplication.focusWidget())


def test_no_key_and_no_tab_reaches_what_lies_below(covered):
    for key, modifier in (
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_N, CONTROL),
        (Qt.Key.Key_Z, CONTROL),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ):
        press(key, modifier)
    for _stop in range(30):
        press(Qt.Key.Key_Tab)
        assert covered.entrance.view.isAncestorOf(QApplication.focusWidget())
    assert covered.pages.place == "new_case"
    assert covered.top.search.text() == ""
    works = [one for one in covered.findChildren(QShortcut) if one.parent().isVisible() and one.isEnabled()]
    assert works == []


def test_nothing_below_takes_the_focus_or_goes_anywhere(covered):
    covered.pages.page().fields.one_line.setFocus()
    assert covered.entrance.view.isAncestorOf(QApplication.focusWidget())
    covered.go("today")
    covered.at_hand.take_scan("4006381333931")
    assert covered.pages.place == "new_case"


def test_another_person_takes_over_and_acts_from_then_on(qtbot, covered, shop):
    view = covered.entrance.view
    view.choose(named(shop, "Mara Bell").id)
    QTest.keyClicks(view.proof.card.field, "2580")
    QTest.keyClick(view.proof.card.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not covered.is_covered, timeout=20_000)
    assert shop.actor.name == "Mara Bell"
    assert covered.preferences.person == "Mara Bell"
    assert "Mara Bell" in covered.navigation.person.accessibleName()
    assert covered.pages.page().fields.one_line.text() == "Kettle leaks"


def test_what_one_person_did_the_next_one_does_not_take_back(covered, shop):
    from desktop_cs.desk.changes import Changes, Result

    taken_back = []
    covered.acts.say_done("Done", lambda: Result(taken_back.append("act"), Changes()))
    tom = shop.actor
    covered.entrance.let_in(tom)
    covered.entrance.close()
    covered.entrance.let_in(named(shop, "Mara Bell"))
    covered.undo()
    assert taken_back == []


def test_what_a_manager_opened_for_a_visit_is_closed_again(window, shop, enter_digits):
    window.go("settings", "shop")
    page = window.pages.page()
    enter_digits(page.manager_line.digits, "2580")
    assert page.section().card.isEnabled()
    window.entrance.close()
    window.entrance.let_in(shop.actor)
    assert not page.section().card.isEnabled()


def test_when_nobody_is_there_the_window_is_covered(window):
    window.entrance.watch.left.emit()
    assert window.is_covered
    assert window.entrance.view.chosen is None  # nobody worked at this PC before


def test_the_shop_says_after_how_many_minutes(window, shop, managing):
    from dataclasses import replace

    with managing():
        shop.shop.save_settings(replace(shop.settings, cover_after_minutes=17))
    assert window.entrance.watch._minutes() == 17


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_menus_are_closed_by_the_cover(window):
    menu = QMenu(window)
    menu.addAction("Deirdre Fallon")
    menu.popup(window.mapToGlobal(window.rect().center()))
    assert menu.isVisible()
    window.entrance.close()
    assert not menu.isVisible()


def test_whoever_leaves_the_shop_while_signed_in_is_out_at_once(window, shop, managing):
    from desktop_cs.desk.changes import EVERYTHING

    tom = shop.actor
    with managing():
        shop.people.leave(tom.id)
    window.acts.tell(EVERYTHING)
    assert window.is_covered
    assert [tile.staff.name for tile in window.entrance.view.tiles] == ["Mara Bell"]


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_in_the_practice_shop_a_tap_is_enough(window, shop, managing):
    from dataclasses import replace

    with managing():
        shop.shop.save_settings(replace(shop.settings, is_practice=True))
    window.navigation.person.click()
    menu = next(one for one in window.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.text() == "Mara Bell").trigger()
    menu.close()
    assert (shop.actor.name, window.is_covered) == ("Mara Bell", False)


def test_what_is_not_saved_yet_is_said_on_the_cover_when_the_window_is_closed(covered, shop, monkeypatch):
    monkeypatch.setattr(covered.pages, "leave", lambda: False)
    assert not covered.close()
    assert "not saved yet" in covered.entrance.view.word.text()
    monkeypatch.undo()


def test_a_window_that_goes_before_its_first_page_was_filled_reads_nothing_more(window, shop):
    filled = []
    shop.actor = None
    window.entrance.begin(lambda: filled.append("today"))
    assert window.is_covered
    window.entrance.retire()
    QApplication.processEvents()
    window.entrance.view.repaint()
    QTest.qWait(0)
    assert filled == []
