"""What to mend before a slip is printed: said beside it, never in the way."""

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_cs.desk.slip_work import SlipMark
from desktop_cs.ui.cover import cover, is_veiled
from desktop_cs.ui.slips.slip_notes import SlipNotes
from desktop_cs.ui.widgets.cards import Card

HARD = SlipMark("used it wrongly", "It blames them.", "Let us look at it together.")


@pytest.fixture
def notes(qtbot):
    """Return notes with nothing in them."""
    made = SlipNotes()
    qtbot.addWidget(made)
    made.show()
    return made


def buttons(notes):
    return [button for button in notes.findChildren(QPushButton) if button.isVisible()]


def test_nothing_to_mend_takes_no_room(notes):
    notes.show_notes([], [], "")
    assert notes.texts() == []
    assert buttons(notes) == []


def test_each_mark_has_its_words_its_reason_and_a_better_wording(notes):
    notes.show_notes([], [HARD, SlipMark("unit", "Say what it is.", "")], "")
    assert notes.texts() == [
        "Better said otherwise",
        "“used it wrongly”",
        "It blames them.",
        "→ Let us look at it together.",
        "“unit”",
        "Say what it is.",
    ]


def test_what_is_not_told_yet_leads_to_its_question(qtbot, notes):
    notes.show_notes(["Nothing says what caused it."], [], "Add what caused it")
    assert notes.texts() == ["Before you print", "Nothing says what caused it."]
    (button,) = buttons(notes)
    with qtbot.waitSignal(notes.mending_wanted):
        button.click()


def test_under_the_cover_no_note_can_be_read(notes):
    notes.show_notes(["A promise is late"], [], "")
    (card,) = notes.findChildren(Card)
    assert not is_veiled(card)
    cover.turn(on=True)
    try:
        assert is_veiled(card)
        notes.show_notes([], [HARD], "")
        assert all(is_veiled(one) for one in notes.findChildren(Card) if one.isVisible())
    finally:
        cover.turn(on=False)


def test_new_notes_take_the_place_of_the_old_ones(notes):
    notes.show_notes(["One"], [HARD], "Add")
    notes.show_notes(["Two"], [], "")
    assert notes.texts() == ["Before you print", "Two"]
    assert buttons(notes) == []
