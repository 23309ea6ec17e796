"""The scanner: a burst is known from a person's typing, reaches no field and presses no button."""

from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from desktop_cs.forms.checking import CheckContext
from desktop_cs.forms.definition import Field
from desktop_cs.ui.entry.digits_field import DigitsField
from desktop_cs.ui.entry.secret_field import SecretField
from desktop_cs.ui.forms.day_editors import DayEditor
from desktop_cs.ui.forms.editor import EditorSetting
from desktop_cs.ui.forms.text_editors import CodeLine
from desktop_cs.ui.scanner import GAP_MS, LEAST_KEYS, Burst, ScanCatcher

FAST, TYPIST = 8, 60  # ms between two keys
CODE = "4006381333931"


def typed(keys, gap_ms, end_gap_ms=None):
    """Return what a burst makes of keys that come in this pace, Enter after them."""
    burst = Burst()
    for place, key in enumerate(keys):
        burst.take(key, 1000 + place * gap_ms)
    last = 1000 + (len(keys) - 1) * gap_ms
    return burst.end(last + (gap_ms if end_gap_ms is None else end_gap_ms))


def test_a_scan_is_known_by_its_pace_its_length_and_its_end():
    assert typed(CODE, FAST) == CODE
    assert typed(CODE, GAP_MS) == CODE
    assert typed(CODE[:LEAST_KEYS], FAST) == CODE[:LEAST_KEYS]


@pytest.mark.parametrize(
    ("keys", "gap_ms", "end_gap_ms"),
    [
        ("kettle", TYPIST, None),
        ("kettle", GAP_MS + 1, None),
        (CODE[: LEAST_KEYS - 1], FAST, None),
        (CODE, FAST, TYPIST),
        ("      ", FAST, None),
    ],
)
def test_a_person_is_never_taken_for_a_scanner(keys, gap_ms, end_gap_ms):
    assert typed(keys, gap_ms, end_gap_ms) == ""


def test_a_scan_right_after_typing_is_the_scan_alone():
    burst = Burst()
    for place, key in enumerate("ok "):
        burst.take(key, place * TYPIST)
    for place, key in enumerate(CODE):
        burst.take(key, 500 + place * FAST)
    assert burst.end(500 + len(CODE) * FAST) == CODE


def test_what_no_scanner_sends_begins_anew():
    burst = Burst()
    for place, key in enumerate(CODE):
        burst.take(key, place * FAST)
    burst.forget()
    assert burst.end(len(CODE) * FAST) == ""


@pytest.fixture
def counter(qtbot):
    """Return a window with a line, a text, a code line and the default button of a form."""
    made = QDialog()
    column = QVBoxLayout(made)
    made.line, made.text = QLineEdit(made), QPlainTextEdit(made)
    made.code, made.save = CodeLine(made), QPushButton("Save", made)
    made.save.setDefault(True)
    made.pressed, made.scans, made.now = [], [], 5000
    made.save.clicked.connect(lambda: made.pressed.append("save"))
    made.line.returnPressed.connect(lambda: made.pressed.append("line"))
    for widget in (made.line, made.text, made.code, made.save):
        column.addWidget(widget)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    catcher = ScanCatcher(made)
    catcher.scanned.connect(made.scans.append)
    return made


@pytest.fixture
def press(counter):
    """Return a function that sends keys to the window as the system does, at this pace."""

    def pressed(keys, gap_ms=FAST, *, held=False, modifiers=Qt.KeyboardModifier.NoModifier):
        counter.now += TYPIST - gap_ms  # nobody is as fast from the keys to the scanner
        for key in keys:
            counter.now += gap_ms
            code = Qt.Key.Key_Return if key == "\r" else Qt.Key(ord(key.upper()) if key.isascii() else 0)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, code, modifiers, key, held)
                event.setTimestamp(counter.now)
                QCoreApplication.sendEvent(counter.windowHandle(), event)

    return pressed


def test_a_scan_in_the_middle_of_a_line_leaves_what_was_typed(counter, press):
    counter.line.setFocus()
    press("kettle", TYPIST)
    press(CODE + "\r")
    assert counter.scans == [CODE]
    assert (counter.line.text(), counter.pressed) == ("kettle", [])
    press("s\r", TYPIST)
    assert (counter.line.text(), counter.pressed[0]) == ("kettles", "line")


def test_a_scan_in_a_text_adds_neither_words_nor_a_line(counter, press):
    counter.text.setFocus()
    press("She said ", TYPIST)
    press("AB-1234\r")
    assert counter.scans == ["AB-1234"]
    assert counter.text.toPlainText() == "She said "


def test_a_scan_on_a_button_presses_nothing(counter, press):
    counter.save.setFocus()
    press("12 45 7\r")
    assert (counter.scans, counter.pressed) == (["12 45 7"], [])
    press("\r", TYPIST)
    assert counter.pressed == ["save"]


def test_a_scan_on_the_buttons_of_a_day_leaves_the_day(counter, press):
    about = Field("day", "day", {"en": "Day"}, {})
    context = CheckContext("EUR", datetime.fromisoformat("2026-11-03T14:00"), "en")
    day = DayEditor(about, EditorSetting(context), counter)
    counter.layout().addWidget(day)
    day.set_raw("2026-11-03")
    day.setFocus()
    picked = QApplication.focusWidget()
    press(CODE + "\r")
    assert (day.raw(), counter.scans) == ("2026-11-03", [CODE])
    assert picked.hasFocus()


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_a_scan_over_an_open_list_chooses_nothing_and_closes_it(counter, press):
    box = QComboBox(counter)
    box.addItems(["", "1 one", "4 four"])
    counter.layout().addWidget(box)
    box.setFocus()
    box.showPopup()
    press(CODE + "\r")
    assert counter.scans == [CODE]
    assert (box.currentText(), box.view().isVisible()) == ("", False)


def test_a_field_for_codes_keeps_its_code_and_submits_nothing(counter, press):
    counter.code.setFocus()
    press("WT-51200\r")
    assert (counter.code.text(), counter.scans, counter.pressed) == ("WT-51200", [], [])


@pytest.mark.parametrize("shown", [True, False])
def test_a_secret_is_no_scan_however_fast_it_is_typed(counter, press, shown):
    secret, digits = SecretField(counter), DigitsField("Digits", counter)
    secret.show_typed(shown=shown)
    for field, typed in ((secret, "my aunt feeds three hens"), (digits, "258036")):
        counter.layout().addWidget(field)
        field.show()
        field.returnPressed.connect(lambda name=typed: counter.pressed.append(name))
        field.setFocus()
        press(typed + "\r")
        assert (field.text(), counter.scans, counter.pressed[:1]) == (typed, [], [typed])
        counter.pressed.clear()


@pytest.mark.parametrize(
    "told",
    [
        {"keys": "特点特点特点\r"},
        {"keys": "aaaaaaaa\r", "held": True},
        {"keys": "12345\r", "modifiers": Qt.KeyboardModifier.AltModifier},
        {"keys": "kettle\r", "gap_ms": TYPIST},
    ],
)
def test_words_held_keys_commands_and_fast_typists_are_no_scan(counter, press, told):
    counter.line.setFocus()
    press(**told)
    assert counter.scans == []


def test_pasting_before_enter_is_no_scan(counter, press):
    counter.line.setFocus()
    press("12345", TYPIST)
    press("v", modifiers=Qt.KeyboardModifier.ControlModifier)
    counter.now -= TYPIST - FAST
    press("\r")
    assert counter.scans == []
