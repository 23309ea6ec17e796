"""The icon beside the clock."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSystemTrayIcon

from desktop_cs.ui.theme.tokens import LIGHT
from desktop_cs.ui.tray import Tray, badge_icon

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # the screen of the tests has no tray


@pytest.fixture
def tray(qapp):
    made = Tray()
    yield made
    made.put_away()
    made.deleteLater()


def has_badge(icon, size):
    picture = icon.pixmap(size, size).toImage()
    dots = (picture.pixelColor(x, y) for x in range(size) for y in range(size))
    return any(dot == QColor(LIGHT.danger) for dot in dots)


@pytest.mark.parametrize("size", [16, 22, 24, 32, 48, 64])
@pytest.mark.parametrize(("count", "shown"), [(0, False), (1, True), (12, True), (500, True)])
def test_the_badge_is_there_when_somebody_waits(qapp, size, count, shown):
    assert has_badge(badge_icon(count), size) is shown


def test_a_large_number_does_not_run_out_of_the_icon(qapp):
    many = badge_icon(500).pixmap(64, 64).toImage()
    assert many == badge_icon(100).pixmap(64, 64).toImage()
    assert many != badge_icon(99).pixmap(64, 64).toImage()


def test_the_tip_says_what_the_badge_shows(tray):
    tray.show_waiting(3)
    assert (tray.count, tray.icon.toolTip()) == (3, "Desktop CS\n3 people are waiting")
    tray.show_waiting(0)
    assert (tray.count, tray.icon.toolTip()) == (0, "Desktop CS")


@pytest.mark.parametrize(
    ("words", "signal"),
    [("Open the window", "open_wanted"), ("Today", "today_wanted"), ("Quit", "quit_wanted")],
)
def test_the_menu_opens_shows_today_and_quits(tray, qtbot, words, signal):
    act = next(one for one in tray.menu.actions() if one.text() == words)
    with qtbot.waitSignal(getattr(tray, signal)):
        act.trigger()


def test_a_press_on_the_icon_opens_the_window_and_one_on_a_word_shows_today(tray, qtbot):
    with qtbot.waitSignal(tray.open_wanted):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.open_wanted):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    with qtbot.waitSignal(tray.today_wanted):
        tray.icon.messageClicked.emit()
