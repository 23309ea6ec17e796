"""Choices are picked by mouse, by arrows and by number."""

import pytest
from PySide6.QtCore import Qt

from desktop_cs.ui.widgets.choice_button import ChoiceWords, Mark
from desktop_cs.ui.widgets.choice_group import ChoiceGroup

WORDS = [
    (name, ChoiceWords(name.capitalize())) for name in ("again", "late", "wrong", "price", "part", "other")
]


@pytest.fixture
def group(qtbot):
    made = ChoiceGroup(WORDS, Mark.DIGIT)
    qtbot.addWidget(made)
    made.resize(600, 120)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    return made


def walk(qtbot, group, *keys):
    for key in keys:
        focused = next(button for button in group.buttons() if button.hasFocus())
        qtbot.keyClick(focused, key)
    return next(button.words.label for button in group.buttons() if button.hasFocus())


def test_arrows_walk_along_and_down_the_columns(qtbot, group):
    assert group._layout.columns(group.width()) == 3
    assert walk(qtbot, group, Qt.Key.Key_Right, Qt.Key.Key_Down) == "Part"
    assert walk(qtbot, group, Qt.Key.Key_Up, Qt.Key.Key_Left) == "Again"
    assert walk(qtbot, group, Qt.Key.Key_Left) == "Again"
    assert group.ids() == []


def test_a_choice_is_picked_by_its_number(qtbot, group):
    with qtbot.waitSignal(group.picked):
        assert group.pick_number(4)
    assert group.ids() == ["price"]
    assert not group.pick_number(7)
    assert not group.pick_number(0)


def test_picking_again_takes_it_back_also_after_it_was_shown(qtbot, group):
    group.set_ids(["late"])
    qtbot.mouseClick(group.buttons()[1], Qt.MouseButton.LeftButton)
    assert group.ids() == []


def test_an_id_that_is_not_among_the_choices_is_passed_over(group):
    group.set_ids(["gone", "late"])
    assert group.ids() == ["late"]


def test_choices_are_44_px_high_and_alike_in_a_row(group):
    assert {button.height() for button in group.buttons()} == {44}
    assert len({button.width() for button in group.buttons()}) == 1


def test_long_words_make_a_choice_higher_instead_of_cut(qtbot):
    words = [("long", ChoiceWords("That it does not happen to anybody else again", "Kept with the customer"))]
    made = ChoiceGroup(words, Mark.DIGIT)
    qtbot.addWidget(made)
    assert made.heightForWidth(200) > made.heightForWidth(600) == 44


def test_help_is_the_description_and_a_note_belongs_to_the_name(qtbot):
    made = ChoiceGroup(
        [("repair", ChoiceWords("Put right", "An offer.", "counts most"))], Mark.TICK, many=True
    )
    qtbot.addWidget(made)
    (button,) = made.buttons()
    assert (button.accessibleName(), button.accessibleDescription()) == (
        "Put right · counts most",
        "An offer.",
    )


def test_a_choice_with_an_ampersand_says_it(qtbot):
    made = ChoiceGroup([("both", ChoiceWords("Repair & return"))], Mark.NONE)
    qtbot.addWidget(made)
    assert made.buttons()[0].accessibleName() == "Repair & return"
