"""The express page by keyboard alone: a small matter is logged with few strokes, so in under a minute."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_cs.cases.steps import Step
from desktop_cs.clock import FixedClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.shop.staff import Role
from desktop_cs.ui.actions import Actions
from desktop_cs.ui.main_window import MainWindow
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.theme import apply_theme

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NOW = datetime(2026, 11, 3, 14, 0, tzinfo=UTC)
# Beside the words themselves.  A minute has 60 strokes at the pace of somebody who looks for each key.
MOST_STROKES = 36


class Keys:
    """Presses keys where the focus is and counts the strokes; words that are written count by themselves."""

    def __init__(self):
        self.strokes = 0

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()
        self.strokes += 1

    def write(self, text):
        QTest.keyClicks(QApplication.focusWidget(), text)

    def pick(self, *digits):
        for digit in digits:
            self.press(Qt.Key(Qt.Key.Key_0 + digit), ALT)
        self.press(Qt.Key.Key_Return)

    def tab_to(self, editor):
        for _stop in range(20):
            if editor.isAncestorOf(QApplication.focusWidget()):
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail("Tab never came there")


@pytest.fixture
def window(qtbot, qapp, tmp_path):
    apply_theme(qapp, "light", 1.0, "en")
    desk = open_desk(tmp_path / "shop", FixedClock(NOW))
    desk.shop.save_settings(replace(desk.settings, name="Corner Shop"))
    desk.actor = desk.shop.add_staff("Mara Bell", Role.MANAGER, "2580").value
    actions = Actions(desk)
    made = MainWindow(Preferences(tmp_path))
    made.resize(1366, 697)
    made.show()
    made.take_over(actions)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=20_000)
    yield made
    actions.finish_slow()
    made.hide()
    made.deleteLater()
    desk.close()


def test_a_small_matter_is_logged_with_few_strokes(window):
    keys = Keys()
    keys.press(Qt.Key.Key_N, CONTROL)
    keys.write("Nina")
    keys.tab_to(window.pages.page().fields.one_line)
    keys.write("Bag torn")
    keys.press(Qt.Key.Key_E, CONTROL)
    page = window.pages.page()
    keys.pick(2)
    keys.pick(1, 5)
    keys.write("My bag is torn.")
    keys.tab_to(page.view(Step.REVIEW).editor("failure_kind"))
    keys.pick(5)
    keys.tab_to(page.view(Step.RESOLUTION).editor("extra"))
    keys.write("A cloth bag")
    keys.press(Qt.Key.Key_Tab)
    keys.write("2")
    keys.tab_to(page.view(Step.RESOLUTION).editor("all_on_the_spot"))
    keys.pick(1)
    keys.pick(1)
    keys.pick(1)
    keys.tab_to(page.view(Step.LOGGING).editor("root_cause"))
    keys.pick(8)
    keys.press(Qt.Key.Key_Return, CONTROL)
    case = window.acts.desk.storage.cases.get(1)
    assert case.logged_at == NOW
    assert keys.strokes <= MOST_STROKES
