"""A day is empty until somebody says otherwise."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QToolButton

from desktop_cs.ui.forms.calendar_popup import CalendarPopup
from desktop_cs.ui.forms.day_editors import DayAndTimeEditor, DayEditor, quick_moments
from desktop_cs.ui.forms.editor import EditorSetting

moment_at = datetime.fromisoformat


@pytest.fixture
def day(qtbot, field, setting):
    editor = DayEditor(field("day", not_in_future=True), setting)
    qtbot.addWidget(editor)
    editor.show()
    return editor


@pytest.fixture
def moment(qtbot, field, context):
    editor = DayAndTimeEditor(
        field("day_and_time"),
        EditorSetting(context, (), (moment_at("2026-11-22T17:00"), moment_at("2026-11-23T10:00"))),
    )
    qtbot.addWidget(editor)
    editor.show()
    return editor


def button(editor, words):
    return next(
        button for button in editor.inputs() if getattr(button, "words", None) and button.words.label == words
    )


def line(editor):
    return editor.inputs()[-2]


def time_line(editor):
    return editor.inputs()[-1]


def test_an_untouched_day_is_empty(day):
    assert day.raw() == ""


@pytest.mark.parametrize(("words", "raw"), [("Today", "2026-11-22"), ("Yesterday", "2026-11-21")])
def test_a_near_day_takes_one_press(qtbot, day, words, raw):
    with qtbot.waitSignal(day.edited):
        qtbot.mouseClick(button(day, words), Qt.MouseButton.LeftButton)
    assert day.raw() == raw


def test_a_second_press_empties_the_day_again(qtbot, day):
    for _press in range(2):
        qtbot.mouseClick(button(day, "Today"), Qt.MouseButton.LeftButton)
    assert day.raw() == ""


def test_another_day_is_typed_and_shown_in_full_when_left(qtbot, day):
    qtbot.mouseClick(button(day, "Other date…"), Qt.MouseButton.LeftButton)
    assert line(day).isVisible()
    qtbot.keyClicks(line(day), "3.11.")
    assert day.raw() == "2026-11-03"
    qtbot.keyClick(line(day), Qt.Key.Key_Return)
    assert line(day).text() == "3 Nov 2026"


def test_what_is_no_day_stays_as_it_was_typed(qtbot, day):
    qtbot.mouseClick(button(day, "Other date…"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line(day), "last spring")
    assert day.raw() == "last spring"


@pytest.mark.parametrize("raw", ["", "2026-11-22", "2026-11-21", "2024-02-29", "last spring"])
def test_a_day_that_is_shown_is_the_day_that_is_read(day, raw):
    day.set_raw("2026-11-21")
    day.set_raw(raw)
    assert day.raw() == raw


def test_the_calendar_offers_no_day_to_come_for_what_has_happened(qtbot, day):
    popup = CalendarPopup(date(2026, 11, 3), date(2026, 11, 22), day)
    calendar = popup.findChild(QCalendarWidget)
    assert calendar.maximumDate() == QDate(2026, 11, 22)
    with qtbot.waitSignal(popup.chosen, check_params_cb=lambda chosen: chosen == date(2026, 11, 4)):
        calendar.clicked.emit(QDate(2026, 11, 4))


def test_the_arrows_of_the_calendar_have_names(day):
    popup = CalendarPopup(date(2026, 11, 3), None, day)
    named = {button.accessibleName() for button in popup.findChildren(QToolButton)}
    assert {"Month before", "Month after"} <= named
    popup.close()


@pytest.mark.qt_log_ignore(
    "does not support grabbing the keyboard", extend=True
)  # the offscreen screen, for a popup
def test_a_day_from_the_calendar_is_an_answer(qtbot, day):
    qtbot.mouseClick(button(day, "Other date…"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(line(day), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(day.edited):
        day.findChild(QCalendarWidget).clicked.emit(QDate(2026, 11, 4))
    assert day.raw() == "2026-11-04"


def test_a_promise_can_be_made_with_one_press(qtbot, moment):
    qtbot.mouseClick(button(moment, "Tomorrow 10:00"), Qt.MouseButton.LeftButton)
    assert moment.raw() == "2026-11-23T10:00"


def test_changing_the_time_of_a_quick_moment_keeps_its_day(qtbot, moment):
    qtbot.mouseClick(button(moment, "Tomorrow 10:00"), Qt.MouseButton.LeftButton)
    time_line(moment).selectAll()
    qtbot.keyClicks(time_line(moment), "11:30")
    assert moment.raw() == "2026-11-23T11:30"
    assert not button(moment, "Tomorrow 10:00").isChecked()


@pytest.mark.parametrize(
    "raw", ["", "2026-11-23T10:00", "2026-11-25", "2026-11-25T08:15", "2026-11-22T17:00"]
)
def test_a_moment_that_is_shown_is_the_moment_that_is_read(moment, raw):
    moment.set_raw("2026-12-24T09:00")
    moment.set_raw(raw)
    assert moment.raw() == raw


def test_a_time_without_a_day_is_not_lost(qtbot, moment):
    qtbot.keyClicks(time_line(moment), "9")
    assert moment.raw() == "09:00"


def test_moments_further_away_are_named_by_their_day():
    (made,) = quick_moments([moment_at("2026-11-27T10:00")], moment_at("2026-11-22T14:05"), "en")
    assert made.label == "Fri 27 Nov 10:00"


def test_a_compact_editor_has_only_its_line(qtbot, field, context):
    editor = DayEditor(field("day"), EditorSetting(context, compact=True))
    qtbot.addWidget(editor)
    qtbot.keyClicks(line(editor), "24 dec")
    assert editor.raw() == "2026-12-24"
    editor.set_raw("")
    assert editor.raw() == ""


def test_digits_typed_on_the_quick_buttons_begin_another_date(qtbot, day):
    day.activateWindow()
    qtbot.waitUntil(day.isActiveWindow)
    day.setFocus()
    for digit in "20.11.":
        qtbot.keyClicks(QApplication.focusWidget(), digit)
    assert day.raw() == "2026-11-20"


def test_a_digit_with_alt_is_no_date(qtbot, day):
    qtbot.keyClick(button(day, "Today"), "2", Qt.KeyboardModifier.AltModifier)
    assert day.raw() == ""
