"""Tiles and digits."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_cs.desk import people_work
from desktop_cs.shop.staff import Role, Staff
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.entry.sign_in_view import SignInView


@pytest.fixture
def made(qtbot, shop, steady):
    """Return a function that shows the tiles."""
    acts = Actions(shop)

    def shown():
        view = SignInView(acts)
        qtbot.addWidget(view)
        view.resize(1093, 580)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow, timeout=20_000)
        return view

    yield shown
    acts.finish_slow()


@pytest.fixture
def view(made):
    """Return the tiles of Mara and Tom, Mara's chosen."""
    shown = made()
    shown.begin("Mara Bell")
    return shown


def enter(qtbot, view, digits):
    """Type digits and wait for the answer."""
    QTest.keyClicks(view.proof.card.field, digits)
    if len(digits) < 6:
        QTest.keyClick(view.proof.card.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view._actions.is_busy() or not view.proof.card.field.text(), timeout=5_000)
    qtbot.waitUntil(lambda: not view._actions.is_busy(), timeout=20_000)


def test_whoever_was_here_last_only_types_their_digits(qtbot, view):
    assert [tile.accessibleName() for tile in view.tiles] == [
        "Mara Bell, Manager",
        "Tom Reed, At the counter",
    ]
    assert view.proof.card.field.hasFocus()
    with qtbot.waitSignal(view.let_in, timeout=20_000) as let_in:
        enter(qtbot, view, "2580")
    assert let_in.args[0].name == "Mara Bell"
    assert view.proof.card.field.text() == ""


def test_six_digits_need_no_enter(qtbot, made, shop, managing):
    with managing():
        tom = shop.people.give_new_digits(shop.actor.id, "147014").value
    view = made()
    view.choose(tom.id)
    with qtbot.waitSignal(view.let_in, timeout=20_000) as let_in:
        QTest.keyClicks(view.proof.card.field, "147014")
    assert let_in.args[0] == tom


@pytest.mark.parametrize("code", ["4006381333931", "C-000123", "1234567890"])
def test_a_scanned_code_costs_no_try(qtbot, view, code):
    field = view.proof.card.field
    QTest.keyClicks(field, code)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""
    qtbot.wait(100)  # longer than a sixth digit waits for a scan to go on
    assert not view._actions.is_busy()
    assert not view.proof.card.problem.isVisible()
    with qtbot.waitSignal(view.let_in, timeout=20_000):
        enter(qtbot, view, "2580")


def test_the_keypad_types_takes_back_and_enters(qtbot, view):
    pad = view.proof.card.keypad
    for key in (pad.keys["2"], pad.keys["5"], pad.keys["9"], pad.take_back, pad.keys["8"], pad.keys["0"]):
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    assert view.proof.card.field.text() == "2580"
    assert view.proof.card.field.hasFocus()
    with qtbot.waitSignal(view.let_in, timeout=20_000):
        QTest.mouseClick(pad.enter, Qt.MouseButton.LeftButton)


def test_wrong_digits_are_said_and_gone_and_the_next_ones_can_be_typed(qtbot, view):
    enter(qtbot, view, "1111")
    assert view.proof.card.problem.text() == "These are not the digits of Mara Bell. 4 tries are left."
    assert view.proof.card.field.text() == ""
    assert view.proof.card.field.hasFocus()
    QTest.keyClicks(view.proof.card.field, "2")
    assert not view.proof.card.problem.isVisible()


def test_no_key_moves_under_a_finger_when_what_was_wrong_is_taken_back(qtbot, view):
    pad = view.proof.card.keypad
    enter(qtbot, view, "1111")
    QApplication.processEvents()
    place = pad.keys["2"].mapTo(view, pad.keys["2"].rect().topLeft())
    assert view.proof.card.problem.isVisible()
    QTest.mouseClick(pad.keys["2"], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert not view.proof.card.problem.isVisible()
    assert pad.keys["2"].mapTo(view, pad.keys["2"].rect().topLeft()) == place


def test_every_key_is_large_enough_for_a_finger(view):
    pad = view.proof.card.keypad
    keys = (*pad.keys.values(), pad.take_back, pad.enter)
    assert {(key.width(), key.height()) for key in keys} == {(76, 48)}


def test_after_five_the_wait_is_counted_down_and_then_the_field_is_open(qtbot, view, steady):
    for _time in range(5):
        enter(qtbot, view, "1111")
    assert not view.proof.card.field.isEnabled()
    assert "wait 30 seconds" in view.proof.card.problem.text()
    assert "Wait 30 seconds" in view.tiles[0].accessibleName()
    steady.seconds += 13
    view.refresh()
    assert "wait 17 seconds" in view.proof.card.problem.text()
    steady.seconds += 17
    view.refresh()
    assert view.proof.card.field.isEnabled()
    assert view.proof.card.field.hasFocus()
    assert view.proof.card.problem.text() == ""
    with qtbot.waitSignal(view.let_in, timeout=20_000):
        enter(qtbot, view, "2580")


def test_one_who_waits_keeps_nobody_else_out(qtbot, view):
    for _time in range(5):
        enter(qtbot, view, "1111")
    view.tiles[1].click()
    assert view.proof.card.field.isEnabled()
    with qtbot.waitSignal(view.let_in, timeout=20_000):
        enter(qtbot, view, "1470")


def test_only_digits_can_be_typed_and_nothing_of_them_is_shown(view):
    QTest.keyClicks(view.proof.card.field, "2a;580")
    typed = QInputMethodEvent()
    typed.setCommitString("９")
    QApplication.sendEvent(view.proof.card.field, typed)
    assert view.proof.card.field.text() == "2580"
    assert view.proof.card.field.displayText() == "\u25cf" * 4
    spoken = QAccessible.queryAccessibleInterface(view.proof.card.field)
    assert spoken.state().passwordEdit
    assert spoken.text(QAccessible.Text.Name) == "Digits of Mara Bell"
    assert "2580" not in spoken.text(QAccessible.Text.Value)


def test_digits_typed_at_a_tile_go_where_they_belong(view):
    view.tiles[0].setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "25")
    assert view.proof.card.field.text() == "25"


def test_everything_is_reached_by_keys_and_has_a_name(view, unnamed):
    assert unnamed(view) == []
    view.tiles[0].setFocus()
    met = []
    for _stop in range(6):
        met.append(QApplication.focusWidget())
        QTest.keyClick(met[-1], Qt.Key.Key_Tab)
    assert {*view.tiles, view.proof.card.field, view.proof.card.forgot} <= set(met)
    QTest.keyClick(view.tiles[1], Qt.Key.Key_Return)
    assert view.chosen.name == "Tom Reed"


def test_somebody_without_digits_is_told_who_gives_them(made, shop):
    ben = Staff(uuid7(), "Ben", Role.COUNTER)
    with shop.storage.transaction():
        shop.storage.shop.save_staff(ben)
    view = made()
    view.choose(ben.id)
    assert "A manager gives you digits" in view.proof.card.problem.text()


def test_who_forgot_is_told_which_manager_gives_new_digits(made, shop):
    view = made()
    view.choose(shop.actor.id)
    view.proof.card.forgot.click()
    assert "Mara Bell can give you new digits" in view.proof.forgotten.told.text()
    assert not view.proof.forgotten.secret.isVisible()
    view.proof.forgotten.leave.click()
    assert view.proof.card.isVisible()


def test_the_only_manager_without_any_other_secret_is_let_in_by_nothing(view, shop):
    shop.actor = None
    view.proof.card.forgot.click()
    assert "nobody can be let in here" in view.proof.forgotten.told.text()
    assert not [one for one in view.proof.forgotten.findChildren(QLineEdit) if one.isVisible()]
    assert shop.actor is None


def test_the_only_manager_takes_new_digits_by_the_pass_phrase(qtbot, view, shop, monkeypatch):
    given = []
    monkeypatch.setattr(shop.people, "can_prove_otherwise", lambda: True)
    renew = shop.people.renew_by_secret
    monkeypatch.setattr(shop.people, "_check_secret", given.append)
    assert renew == shop.people.renew_by_secret
    view.proof.card.forgot.click()
    QTest.keyClicks(view.proof.forgotten.secret, "seven green kettles")
    QTest.keyClicks(view.proof.forgotten.digits, "8080")
    with qtbot.waitSignal(view.let_in, timeout=20_000) as let_in:
        view.proof.forgotten.renew.click()
    assert given == ["seven green kettles"]
    assert let_in.args[0].name == "Mara Bell"
    shop.people.sign_in(let_in.args[0].id, "8080")


def test_whoever_comes_or_leaves_meanwhile_is_shown(view, shop, managing):
    tom = shop.actor
    with managing():
        shop.people.leave(tom.id)
    view.refresh()
    assert [tile.staff.name for tile in view.tiles] == ["Mara Bell"]


def test_digits_typed_while_others_are_looked_at_are_the_next_try(qtbot, view, shop, monkeypatch):
    gate, match = threading.Event(), people_work.digits_match
    monkeypatch.setattr(people_work, "digits_match", lambda *words: gate.wait(20) and match(*words))
    field = view.proof.card.field
    for digits in ("1111", "2580"):
        QTest.keyClicks(field, digits)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""
    with qtbot.waitSignal(view.let_in, timeout=20_000) as let_in:
        gate.set()
    assert let_in.args[0].name == "Mara Bell"
    told = [entry.what for entry in shop.storage.trail.of_row(let_in.args[0].id)]
    assert told[-2:] == ["staff.wrong_digits", "staff.signed_in"]


def test_whose_tile_was_chosen_last_counts_though_right_digits_of_another_are_looked_at(
    qtbot, view, shop, monkeypatch
):
    gate, match = threading.Event(), people_work.digits_match
    monkeypatch.setattr(people_work, "digits_match", lambda *words: gate.wait(20) and match(*words))
    let_in = []
    view.let_in.connect(let_in.append)
    mara = view.chosen
    QTest.keyClicks(view.proof.card.field, "2580")
    QTest.keyClick(view.proof.card.field, Qt.Key.Key_Return)
    view.tiles[1].click()
    gate.set()
    qtbot.waitUntil(lambda: not view._actions.is_busy(), timeout=20_000)
    QApplication.processEvents()
    assert let_in == []
    assert view.chosen.name == "Tom Reed"
    assert "staff.signed_in" not in [entry.what for entry in shop.storage.trail.of_row(mara.id)]
    enter(qtbot, view, "1470")
    assert [staff.name for staff in let_in] == ["Tom Reed"]


def test_wrong_digits_of_another_are_not_told_to_whoever_was_chosen_since(qtbot, view, shop, monkeypatch):
    gate, match = threading.Event(), people_work.digits_match
    monkeypatch.setattr(people_work, "digits_match", lambda *words: gate.wait(20) and match(*words))
    QTest.keyClicks(view.proof.card.field, "1111")
    QTest.keyClick(view.proof.card.field, Qt.Key.Key_Return)
    mara = view.chosen
    view.tiles[1].click()
    gate.set()
    qtbot.waitUntil(lambda: not view._actions.is_busy(), timeout=20_000)
    QApplication.processEvents()
    assert view.proof.card.problem.text() == ""
    assert shop.storage.people.tries()[mara.id].wrong == 1
