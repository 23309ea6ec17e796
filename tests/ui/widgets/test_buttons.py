"""Every button has a name, and one kind of button is the next action."""

import pytest
from PySide6.QtCore import Qt

from desktop_cs.ui.theme import apply_theme
from desktop_cs.ui.widgets.buttons import (
    danger_button,
    icon_button,
    primary_button,
    quiet_button,
    secondary_button,
    set_words,
    turn_chevron,
)


@pytest.mark.parametrize("make", [primary_button, secondary_button, quiet_button, danger_button])
def test_a_button_is_40_px_high_and_says_its_words(qtbot, make):
    button = make("Print & keep", "printer")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert button.sizeHint().height() == 40
    assert button.accessibleName() == "Print & keep"
    assert button.text() == "Print && keep"  # one "&" alone would underline the next letter


def test_a_button_does_not_change_its_size_when_it_gets_the_focus(qtbot):
    button = primary_button("Next")
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.activateWindow()
    button.clearFocus()
    before = button.sizeHint()
    button.setFocus()
    assert button.hasFocus()
    assert button.sizeHint() == before


def test_the_chevron_of_a_fold_tells_whether_it_is_open(qtbot):
    fold = quiet_button("Details", "chevron-right")
    qtbot.addWidget(fold)
    turn_chevron(fold)

    def drawn():
        return fold.icon().pixmap(18).toImage()

    folded = drawn()
    fold.click()
    assert drawn() != folded
    fold.click()
    assert drawn() == folded


def test_a_button_with_only_an_icon_says_what_it_does(qtbot):
    button = icon_button("x", "Put this away")
    qtbot.addWidget(button)
    button.ensurePolished()
    assert (button.accessibleName(), button.toolTip()) == ("Put this away", "Put this away")
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 24


def test_words_that_come_later_have_the_same_room_behind_the_icon(qtbot):
    first, later = primary_button("Begin", "arrow-right"), primary_button("", "arrow-right")
    for button in (first, later):
        qtbot.addWidget(button)
    set_words(later, "Begin")
    assert later.iconSize() == first.iconSize()
    assert later.iconSize().width() > later.iconSize().height()


def test_tab_draws_no_second_ring_inside_a_button(qtbot, qapp):
    apply_theme(qapp, "light", 1.0, "en")
    button = secondary_button("")
    qtbot.addWidget(button)
    button.setMinimumWidth(120)
    with qtbot.waitExposed(button):
        button.show()
    button.activateWindow()
    button.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as Tab does
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    picture, middle = button.grab().toImage(), button.height() // 2
    inside = {picture.pixelColor(x, middle).name() for x in range(4, button.width() - 4)}
    assert len(inside) == 1
