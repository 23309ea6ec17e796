"""What the tests of the screen share: one look, names for a screen reader, a shop with its window."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit

from desktop_cs.clock import FixedClock
from desktop_cs.ui.theme import apply_theme, look

TUESDAY = datetime(2026, 11, 3, 14, 0, tzinfo=UTC)
ANSWERS = {
    "apology": {"listened_to_end": "yes", "feeling_named": "let_down", "parts_said": "regret,repair_offer"},
    "review": {
        "in_their_words": '[{"text":"Nobody called me back."}]',
        "failure_kind": "faulty",
        "remedy_sought": "repair",
    },
    "resolution": {
        "explained": "what_happened,why",
        "entitlement_kind": "repair",
        "extra": '[{"gesture":"A bag of pegs","cost":"0"}]',
        "all_on_the_spot": "yes",
        "problem_solved": "yes",
        "customer_accepts": "gladly",
    },
    "logging": {"root_cause": "part", "finding": "upheld"},
}

_PRESSED_OR_TYPED_IN = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)


class _Worn:
    """The look that `quiet_look` put on last."""

    look = None


@pytest.fixture(autouse=True)
def quiet_look(qapp):
    """Give every test the light look in English, where the test before it put on another.

    Only there: putting on a look styles every widget anew that still stands, which took longer than the test.
    """
    if look() is not _Worn.look:
        apply_theme(qapp, "light", 1.0, "en")
        _Worn.look = look()


@pytest.fixture(autouse=True)
def no_pages_of_earlier_tests(qapp):
    """Let go of the pages of earlier tests, each of which would be given the next test's look too."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def unnamed():
    """Return a function that lists the controls in a window that a screen reader could not name."""

    def find(window):
        return [
            type(widget).__name__
            for kind in _PRESSED_OR_TYPED_IN
            for widget in window.findChildren(kind)
            if widget.isVisibleTo(window) and not _spoken(widget)
        ]

    return find


def _spoken(widget):
    """Return the name, for a combo box the one we gave: on Linux Qt answers its value."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName().strip()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def make_shop(folder):
    """Make a shop with two people: Mara, who may approve, and Tom at the counter."""
    from desktop_cs.desk.desk import open_desk
    from desktop_cs.shop.staff import Role

    desk = open_desk(folder, FixedClock(TUESDAY))
    desk.shop.save_settings(replace(desk.settings, name="Corner Shop", address="1 Mill Lane\nEllerton"))
    mara = desk.shop.add_staff("Mara Bell", Role.MANAGER, "2580").value
    with desk.in_the_name_of(mara):
        desk.shop.add_staff("Tom Reed", Role.COUNTER, "1470")
    desk.close()


@pytest.fixture
def shop(put_copy, tmp_path):
    """Return a real desk on that shop, on a Tuesday afternoon: Tom is at the counter."""
    from desktop_cs.desk.desk import open_desk

    desk = open_desk(put_copy(tmp_path / "shop", make_shop), FixedClock(TUESDAY))
    desk.actor = next(one for one in desk.shop.staff() if one.name == "Tom Reed")
    yield desk
    desk.close()


@pytest.fixture
def managing(shop):
    """Return a function: what is done inside its context, Mara does, who is the manager."""
    mara = next(one for one in shop.shop.staff() if one.is_manager)
    return lambda: shop.in_the_name_of(mara)


@pytest.fixture
def taken(shop):
    """Return a case that was just taken: Mrs Fallon and her dryer."""
    from desktop_cs.customers.customer import Customer
    from desktop_cs.desk.casework import Intake
    from desktop_cs.storage.uuid7 import uuid7

    who = Customer(uuid7(), "Deirdre Fallon", form_of_address="Mrs", phone="020 915 0142")
    return shop.casework.take(Intake("The dryer stands still again", newcomer=who, mood="upset")).value


@pytest.fixture
def answers():
    """Return what is typed into each step of a case that can be finished, by question."""
    return {step: dict(typed) for step, typed in ANSWERS.items()}


@pytest.fixture
def enter_digits(qtbot):
    """Return a function that types digits into a manager's line, and waits until they were looked at."""

    def entered(line, digits):
        QTest.keyClicks(line.field, digits)
        QTest.keyClick(line.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not line._actions.is_busy(), timeout=20_000)

    return entered


@pytest.fixture
def window(qtbot, shop, tmp_path):
    """Return the whole window on that shop, in front and with Today on it."""
    from desktop_cs.ui.actions import Actions
    from desktop_cs.ui.main_window import MainWindow
    from desktop_cs.ui.preferences import Preferences

    actions = Actions(shop)
    made = MainWindow(Preferences(tmp_path))
    made.resize(1366, 697)
    made.show()
    made.take_over(actions)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=20_000)
    yield made
    made.pages.page().leave()
    actions.finish_slow()  # with what the leaving began: its threads would open the records anew
    made.hide()
    made.deleteLater()
