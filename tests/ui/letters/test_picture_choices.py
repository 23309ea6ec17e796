"""Choices by their pictures: one always holds, and each can be reached by key."""

import pytest
from PySide6.QtCore import Qt

from desktop_cs.ui.letters.look_words import words_of
from desktop_cs.ui.letters.picture_choices import PictureChoices, Pictured
from desktop_cs.ui.letters.small_pictures import (
    direction_picture,
    paper_picture,
    ruling_picture,
    signing_picture,
)

DRAWN = {
    "paper": paper_picture,
    "ruling": ruling_picture,
    "direction": direction_picture,
    "signing": signing_picture,
}


def pictured(question, *keys, possible=True):
    draw = DRAWN[question]
    return [Pictured(key, words_of(question, key), draw(key), possible) for key in keys]


@pytest.fixture
def choices(qtbot):
    made = PictureChoices("Lines on the paper", 64)
    qtbot.addWidget(made)
    made.resize(460, 400)
    made.show_choices(pictured("ruling", "none", "ruled", "red"))
    made.set_choice("none")
    made.show()
    return made


def test_another_one_is_told_and_pressing_it_again_changes_nothing(qtbot, choices):
    with qtbot.waitSignal(choices.chosen) as chosen:
        choices.pick_number(2)
    assert chosen.args == ["ruled"]
    with qtbot.assertNotEmitted(choices.chosen):
        choices.pick_number(2)
    assert choices.choice() == "ruled"


def test_arrows_walk_and_space_picks(qtbot, choices):
    choices.button("none").setFocus()
    qtbot.keyClick(choices.button("none"), Qt.Key.Key_Right)
    with qtbot.waitSignal(choices.chosen) as chosen:
        qtbot.keyClick(choices.button("ruled"), Qt.Key.Key_Space)
    assert chosen.args == ["ruled"]


def test_what_cannot_be_chosen_now_is_not(qtbot, choices):
    choices.show_choices([*pictured("ruling", "none"), *pictured("ruling", "red", possible=False)])
    with qtbot.assertNotEmitted(choices.chosen):
        choices.pick_number(2)
    assert choices.button("ruled") is None


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        ("paper", ("A4", "A5", "A6", "Letter")),
        ("ruling", ("none", "ruled", "red", "text_only")),
        ("direction", ("across", "down")),
        ("signing", ("written", "drawn", "room")),
    ],
)
def test_every_choice_has_a_picture_of_its_own(qtbot, question, keys):
    made = PictureChoices(question, 64)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show_choices(pictured(question, *keys))
    pictures = []
    for key in keys:
        button = made.button(key)
        button.words = words_of(question, keys[0])
        button.digit = 10
        button.resize(160, 150)
        pictures.append(button.grab().toImage())
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])
