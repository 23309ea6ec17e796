"""A manager's digits on somebody else's page: typed, entered once, waited for where they were wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_cs.desk.digit_tries import WaitError
from desktop_cs.errors import UserError
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.entry.managers_digits import ManagersDigits
from desktop_cs.ui.widgets.buttons import secondary_button


@pytest.fixture
def page(qtbot):
    """Return a page with a field that has the focus."""
    made = QWidget()
    QVBoxLayout(made).addWidget(QLineEdit(made))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=20_000)
    return made


@pytest.fixture
def line(page, shop, steady):
    """Return the line on that page, ready for digits."""
    made = ManagersDigits(Actions(shop), secondary_button("Approve", parent=page), page)
    page.layout().addWidget(made)
    made.show()
    made.field.setFocus()
    return made


@pytest.fixture
def entered(line):
    """Return a list to which entered digits are added."""
    heard = []
    line.entered.connect(heard.append)
    return heard


@pytest.fixture
def wrong(shop):
    """Return a function that types wrong digits, and returns the refusal."""

    def tried(times):
        for _time in range(times):
            with pytest.raises(UserError) as refused:
                shop.people.manager_by_digits("1111")
        return refused.value

    return tried


def test_digits_are_entered_by_enter_and_by_the_button_and_are_gone_then(line, entered):
    QTest.keyClicks(line.field, "2580")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    QTest.keyClicks(line.field, "1470")
    QTest.mouseClick(line.act, Qt.MouseButton.LeftButton)
    assert entered == ["2580", "1470"]
    assert line.field.text() == ""


def test_pressed_twice_they_are_entered_once(line, entered):
    QTest.keyClicks(line.field, "2580")
    for _time in range(2):
        QTest.keyClick(line.field, Qt.Key.Key_Return)
    line.act.click()
    assert entered == ["2580"]


def test_without_digits_the_button_leads_to_them(page, line, entered):
    page.findChild(QLineEdit).setFocus()
    line.act.click()
    assert entered == []
    assert line.field.hasFocus()


@pytest.mark.parametrize("code", ["4006381333931", "C-000123", "1234567890"])
def test_a_scanned_code_costs_no_try(line, entered, code):
    QTest.keyClicks(line.field, code)
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert entered == []


def test_what_is_typed_while_the_digits_before_are_looked_at_stays(line):
    QTest.keyClicks(line.field, "25")
    line.show_refusal(UserError("These are not a manager’s digits."))
    assert line.problem == "These are not a manager’s digits."
    assert line.field.text() == "25"
    QTest.keyClicks(line.field, "8")
    assert line.problem == ""
    assert line.field.text() == "258"


def test_whoever_works_elsewhere_by_then_keeps_the_focus(page, line):
    elsewhere = page.findChild(QLineEdit)
    elsewhere.setFocus()
    line.show_refusal(WaitError(30))
    assert elsewhere.hasFocus()


def test_a_wait_is_counted_down_and_then_digits_can_be_typed_again(line, steady, wrong, entered):
    line.show_refusal(wrong(5))
    assert line.problem == "Too many wrong tries. Please wait 30 seconds, then try again."
    QTest.keyClicks(line.field, "2580")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert line.field.text() == ""
    assert not line.act.isEnabled()
    steady.seconds += 13
    line.refresh()
    assert line.problem == "Too many wrong tries. Please wait 17 seconds, then try again."
    steady.seconds += 17
    line.refresh()
    assert line.problem == ""
    assert line.field.hasFocus()
    QTest.keyClicks(line.field, "2580")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert entered == ["2580"]


def test_the_count_goes_on_by_itself(qtbot, line, steady, wrong):
    line.show_refusal(wrong(5))
    steady.seconds += 30
    qtbot.waitUntil(line.act.isEnabled, timeout=20_000)
    assert line.problem == ""


def test_a_wait_goes_on_while_nobody_looks_at_the_line(line, steady, wrong):
    line.hide()
    wrong(5)
    line.show()
    assert "wait 30 seconds" in line.problem
    line.hide()
    steady.seconds += 30
    line.show()
    assert line.problem == ""
    assert line.act.isEnabled()


def test_digits_are_not_left_behind_for_whoever_comes_next(line):
    QTest.keyClicks(line.field, "2580")
    line.hide()
    line.show()
    assert line.field.text() == ""


def test_a_wait_for_one_manager_keeps_no_other_from_approving(line, shop, managing, wrong, qtbot):
    with managing():
        shop.shop.add_staff(
            "Ines Weiss", next(one.role for one in shop.shop.staff() if one.is_manager), "8642"
        )
    mara = next(one for one in shop.shop.staff() if one.name == "Mara Bell")
    for _time in range(5):
        with pytest.raises(UserError):
            shop.people.prove(mara.id, "1111")
    line.hide()
    line.show()
    assert line.problem == ""
    assert line.act.isEnabled()
