"""Answers are picked with one press and taken back with another."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox

from desktop_cs.ui.forms.editors import EDITORS

KINDS = ("regret", "explanation", "responsibility", "repair")


@pytest.fixture
def editor(qtbot, field, setting):
    kept = []

    def make(kind, options=KINDS, **more):
        made = EDITORS[kind](field(kind, options, **more), setting)
        qtbot.addWidget(made)
        made.resize(600, 200)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        kept.append(made)
        return made

    return make


def click(qtbot, editor, place):
    qtbot.mouseClick(editor.inputs()[place], Qt.MouseButton.LeftButton)


def test_one_choice_gives_way_to_another(qtbot, editor):
    made = editor("choice")
    assert made.raw() == ""
    click(qtbot, made, 1)
    with qtbot.waitSignal(made.edited):
        click(qtbot, made, 2)
    assert made.raw() == "responsibility"


def test_a_choice_can_be_taken_back(qtbot, editor):
    made = editor("choice")
    click(qtbot, made, 1)
    click(qtbot, made, 1)
    assert made.raw() == ""


def test_several_choices_come_in_the_order_of_the_form(qtbot, editor):
    made = editor("checklist")
    click(qtbot, made, 2)
    click(qtbot, made, 0)
    assert made.raw() == "regret,responsibility"


def test_no_more_choices_can_be_picked_than_there_may_be(qtbot, editor):
    made = editor("choices", at_most=2)
    for place in range(4):
        click(qtbot, made, place)
    assert made.raw() == "regret,explanation"
    click(qtbot, made, 0)
    click(qtbot, made, 3)
    assert made.raw() == "explanation,repair"


@pytest.mark.parametrize(
    ("kind", "raw"), [("choice", "repair"), ("choices", "regret,repair"), ("yes_no", "no"), ("yes_no", "")]
)
def test_what_is_shown_is_what_is_read_and_nothing_is_reported(qtbot, editor, kind, raw):
    made = editor(kind)
    with qtbot.assertNotEmitted(made.edited):
        made.set_raw(raw)
    assert made.raw() == raw


def test_a_question_of_few_short_choices_leaves_room_beside_it(editor):
    assert editor("yes_no").is_short()
    assert editor("choice", ("first", "again")).is_short()
    assert not editor("choice").is_short()
    assert not editor("checklist", ("first", "again")).is_short()


def test_tab_stops_once_and_arrows_go_on(qtbot, editor):
    made = editor("choice")
    stops = [
        button
        for button in made.inputs()
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    ]
    assert stops == made.inputs()[:1]
    made.setFocus()
    qtbot.keyClick(made.inputs()[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is made.inputs()[1]
    assert made.raw() == ""
    qtbot.keyClick(made.inputs()[1], Qt.Key.Key_Space)
    assert made.raw() == "explanation"


def test_a_screen_reader_hears_what_can_be_picked_and_what_holds(qtbot, editor):
    made = editor("choice")
    click(qtbot, made, 0)
    heard = [QAccessible.queryAccessibleInterface(button) for button in made.inputs()[:2]]
    assert [one.role() for one in heard] == [QAccessible.Role.RadioButton] * 2
    assert [one.text(QAccessible.Text.Name) for one in heard] == ["Regret", "Explanation"]
    assert [bool(one.state().checked) for one in heard] == [True, False]
    ticks = QAccessible.queryAccessibleInterface(editor("checklist").inputs()[0])
    assert ticks.role() == QAccessible.Role.CheckBox


def test_a_person_is_one_of_the_staff(qtbot, editor):
    made = editor("person", ())
    combo = made.findChild(QComboBox)
    assert [combo.itemText(place) for place in range(combo.count())] == ["", "Lena Kraus", "James Okafor"]
    with qtbot.waitSignal(made.edited):
        qtbot.keyClicks(combo, "J")
    assert made.raw() == "James Okafor"


def test_somebody_who_has_left_stays_in_the_answer(editor):
    made = editor("person", ())
    made.set_raw("Old Hand")
    assert made.raw() == "Old Hand"


def test_the_wheel_never_changes_a_person(editor):
    made = editor("person", ())
    made.set_raw("Lena Kraus")
    combo = made.findChild(QComboBox)
    combo.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, turn)
    assert made.raw() == "Lena Kraus"
    assert not turn.isAccepted()


def test_a_problem_is_described_on_every_choice(editor):
    made = editor("choice")
    made.set_problem("Please choose one.")
    assert {button.accessibleDescription() for button in made.inputs()} == {"Please choose one. · Asked"}
    made.set_problem("")
    assert {button.accessibleDescription() for button in made.inputs()} == {"Asked"}
