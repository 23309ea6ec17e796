"""A row is chosen as a whole, its own buttons apart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop_cs.ui.widgets.buttons import secondary_button
from desktop_cs.ui.widgets.cards import RowCard


@pytest.fixture
def card(qtbot):
    made = RowCard(
        "Wang Li", "Call: is the loan dryer working well?", time="10:00", icon_name="phone", late=True
    )
    qtbot.addWidget(made)
    made.add_badge("2 h late", "danger")
    made.done = secondary_button("Done", "check")
    made.add_button(made.done)
    made.resize(800, 64)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_screen_reader_hears_the_whole_row(card):
    heard = QAccessible.queryAccessibleInterface(card)
    assert (
        heard.text(QAccessible.Text.Name) == "10:00, Wang Li, Call: is the loan dryer working well?, 2 h late"
    )
    assert heard.role() == QAccessible.Role.Button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_row_is_chosen_by_keyboard(qtbot, card, key):
    with qtbot.waitSignal(card.clicked):
        qtbot.keyClick(card, key)


def test_a_click_anywhere_on_its_words_chooses_the_row(qtbot, card):
    with qtbot.waitSignal(card.clicked):
        qtbot.mouseClick(card.childAt(30, 32) or card, Qt.MouseButton.LeftButton)
    for place in (130, 200, 300):
        with qtbot.waitSignal(card.clicked):
            target = card.childAt(place, 22) or card
            qtbot.mouseClick(target, Qt.MouseButton.LeftButton)


def test_its_own_button_does_not_choose_the_row(qtbot, card):
    with qtbot.assertNotEmitted(card.clicked), qtbot.waitSignal(card.done.clicked):
        qtbot.mouseClick(card.done, Qt.MouseButton.LeftButton)


def test_a_row_is_64_px_high(card):
    assert card.sizeHint().height() == 64
    assert card.minimumHeight() == 64
