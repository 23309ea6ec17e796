"""The whole window: where the keys lead, what lies over a page, how it closes."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_cs.desk.changes import Changes, Result
from desktop_cs.errors import ShopError
from desktop_cs.shop.staff import Role
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.main_window import MainWindow
from desktop_cs.ui.preferences import Preferences

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLACES = ("today", "cases", "customers", "reports", "settings", "new_case", "case", "express")


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_it_begins_with_today(window):
    assert window.pages.place == "today"
    assert window.navigation.button("today").isChecked()


def test_the_keys_lead_to_search_and_to_a_new_case_and_back(window):
    press(Qt.Key.Key_F2)
    assert window.top.search.hasFocus()
    press(Qt.Key.Key_N, CONTROL)
    assert window.pages.place == "new_case"
    press(Qt.Key.Key_Left, ALT)
    assert window.pages.place == "today"


def test_a_new_case_is_offered_once_on_every_page(window):
    assert not window.top.new_case.isVisible()
    assert window.pages.page().door.complaint.property("kind") == "primary"
    window.go("cases")
    assert window.top.new_case.isVisible()


def test_pressing_f1_twice_shows_all_keys_and_escape_takes_only_them_away(window):
    window.notices.show_notice("The printer is out of paper.", "warn")
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F1)
    sheet = window.help.sheet
    assert sheet.isVisible()
    press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert window.notices.isVisible()
    press(Qt.Key.Key_Escape)
    assert not window.notices.isVisible()


def test_escape_takes_what_was_found_away_and_leaves_the_notice(qtbot, window, taken):
    window.notices.show_notice("The printer is out of paper.", "warn")
    press(Qt.Key.Key_F2)
    QTest.keyClicks(window.top.search, "fallon")
    qtbot.waitUntil(window.top.results.isVisible)
    press(Qt.Key.Key_Escape)
    assert not window.top.results.isVisible()
    assert window.notices.isVisible()


def test_what_is_found_is_opened_by_enter(qtbot, window, taken):
    press(Qt.Key.Key_F2)
    QTest.keyClicks(window.top.search, str(taken.number))
    press(Qt.Key.Key_Return)
    assert window.pages.page().subject().case_id == taken.id
    assert window.top.search.text() == ""


def test_undo_takes_back_the_text_first_and_then_the_act(qtbot, window):
    taken_back = []
    window.acts.say_done("Done", lambda: Result(taken_back.append("act"), Changes()))
    assert window.toast.isVisible()
    window.go("new_case")
    field = window.pages.page().fields.one_line
    field.setFocus()
    QTest.keyClicks(field, "Kettle")
    press(Qt.Key.Key_Z, CONTROL)
    assert (field.text(), taken_back) == ("", [])
    press(Qt.Key.Key_Z, CONTROL)
    assert taken_back == ["act"]


def test_closing_once_is_refused_while_something_is_not_stored(qtbot, window, taken, shop, monkeypatch):
    def full_disk(*_args):
        raise ShopError("The disk is full.")

    window.go("case", taken.id)
    monkeypatch.setattr(shop.storage.cases, "save_entry", full_disk)
    window.pages.page().frame.pane.autosave.touch("own_words")
    assert not window.close()
    assert window.isVisible()
    with qtbot.waitSignal(window.closing):
        assert window.close()


def test_it_comes_back_as_high_as_it_was(qtbot, window, tmp_path):
    window.resize(1200, 640)
    window.close()
    again = MainWindow(Preferences(tmp_path))
    qtbot.addWidget(again)
    assert again.height() == 640  # the width gives way to the small screen of the tests


@pytest.mark.parametrize("place", PLACES)
def test_every_control_of_every_place_has_a_name(qtbot, window, taken, unnamed, place):
    window.go(place, taken.id if place in {"case", "express"} else None)
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=20_000)
    assert unnamed(window) == []


def test_until_the_data_is_open_the_window_is_plain(qtbot, shop, tmp_path):
    window = MainWindow(Preferences(tmp_path))
    qtbot.addWidget(window)
    window.show()
    picture = window.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 1024, 7) for y in range(0, 560, 7)}
    assert len(colours) == 1
    window.fill(QLabel("The records are locked."))
    assert not window.navigation.isVisible()
    window.take_over(Actions(shop))
    assert window.navigation.isVisible()
    assert window.top.isVisible()


def test_a_failure_of_the_start_is_all_that_is_shown(qtbot, tmp_path):
    window = MainWindow(Preferences(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.show_failure(ShopError("The records are damaged. Nothing was changed.", "page 7"))
    assert not window.navigation.isVisible()
    assert not window.top.isVisible()
    assert "The records are damaged" in " ".join(one.text() for one in window.findChildren(QLabel))
    with qtbot.waitSignal(window.retry_wanted):
        window.failed.try_again.click()


def test_another_person_works_from_now_on(window, shop):
    mara = next(one for one in shop.shop.staff() if one.name == "Mara Bell")
    window.entrance.let_in(mara)
    assert shop.actor == mara
    assert window.preferences.person == "Mara Bell"


def test_what_one_person_wrote_of_themselves_is_never_kept_as_the_next_ones(qtbot, window, shop):
    first = shop.actor
    second = next(one for one in shop.shop.staff() if one.id != first.id)
    window.go("own_hand", "signature")
    pad = window.pages.page().signature.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 90))
    for at in range(30):
        QTest.mouseMove(pad, QPoint(60 + 6 * at, 90 + at % 7))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(240, 90))
    window.entrance.let_in(second)
    window.go("today")
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=30_000)
    assert shop.hands.signature_of(first.id) is not None
    assert shop.hands.signature_of(second.id) is None


def test_what_was_done_is_said_no_more_once_it_is_taken_back(window):
    window.acts.say_done("Done: Deirdre Fallon", lambda: Result(None, Changes()))
    assert window.toast.isVisible()
    press(Qt.Key.Key_Z, CONTROL)
    assert not window.toast.isVisible()


def test_the_first_person_of_a_new_shop_is_shown_at_once(qtbot, window, shop):
    shop.actor = None
    window.go("cases")
    assert not window.navigation.person.isVisible()
    shop.actor = shop.shop.staff()[0]
    window.go("today")
    assert shop.actor.name in window.navigation.person.accessibleName()


@pytest.mark.parametrize(
    ("name", "initials"), [("José Óscar", "JÓ"), ("Анна Берг", "АБ"), ("王小明", "小明")]
)
def test_a_person_is_known_by_the_initials_of_every_script(window, shop, managing, name, initials):
    with managing():
        somebody = shop.shop.add_staff(name, Role.COUNTER, "4711").value
    window.entrance.let_in(somebody)
    assert window.navigation.person.text() == initials


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_E])
def test_no_field_keeps_the_keys_that_are_the_windows(window, key):
    window.go("new_case")
    field = window.pages.page().fields.one_line
    field.setFocus()
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
    QApplication.sendEvent(field, asked)
    assert not asked.isAccepted()
