"""One of very many, found by a part of its name."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_cs.ui.settings.search_choice import SearchChoice

# A list that opens takes the keyboard, which the screen of the tests cannot give.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")

COUNTRIES = [("DE", "德国", "Germany"), ("CH", "瑞士", "Switzerland"), ("SE", "瑞典", "Sweden")]
NAMES = {key: name for key, name, _words in COUNTRIES}


@pytest.fixture
def line(qtbot):
    made = SearchChoice(COUNTRIES)
    made.setAccessibleName("Country")
    qtbot.addWidget(made)
    made.set_key("DE")
    made.show()
    made.setFocus()
    return made


def listed(line):
    model = line.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_list_follows_what_is_typed_in_either_language(qtbot, line):
    line.clear()
    qtbot.keyClicks(line, "switz")
    assert listed(line) == ["瑞士"]
    assert line.completer().popup().isVisible()
    line.clear()
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "瑞"))
    assert listed(line) == ["瑞士", "瑞典"]


def test_one_is_picked_in_the_list_with_the_keys(qtbot, line):
    line.clear()
    qtbot.keyClicks(line, "swe")
    popup = line.completer().popup()
    with qtbot.waitSignal(line.chosen) as chosen:
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert chosen.args == ["SE"]
    assert (line.key(), line.text()) == ("SE", "瑞典")


def test_the_arrow_key_down_shows_them_all(qtbot, line):
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.completer().popup().isVisible()
    assert listed(line) == ["德国", "瑞士", "瑞典"]


@pytest.mark.parametrize(
    ("typed", "key"), [("瑞典", "SE"), ("ch", "CH"), ("德", "DE"), ("瑞", ""), ("Atlantis", ""), ("", "")]
)
def test_leaving_takes_the_only_one_that_is_meant(line, typed, key):
    line.setText(typed)
    assert line.key() == key
    assert line.text() == (NAMES[key] if key else typed)


def test_one_that_there_is_not_shows_nothing(line):
    line.set_key("XX")
    assert (line.key(), line.text()) == ("", "")
