"""The catalogue of gestures in Settings, and the ideas of staff."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_cs.cases.gestures import GestureKind, GestureState


@pytest.fixture
def idea(desk):
    """Return an idea of James."""
    manager, desk.actor = desk.actor, next(one for one in desk.shop.staff() if not one.is_manager)
    kept = desk.gestures.suggest("A bag of pegs", GestureKind.EXTRA).value
    desk.actor = manager
    return kept


@pytest.fixture
def gestures(section):
    return section("gestures")


def stored(desk, name):
    return next(one for one in desk.gestures.all() if one.name == name)


def test_a_new_shop_finds_the_shipped_catalogue_with_what_still_lacks_its_price(gestures, desk):
    assert len(gestures.rows) == len(desk.gestures.all())
    spoken = gestures.rows["A cup of coffee while they wait"].accessibleName()
    assert "Say what it costs here." in spoken
    assert "free" in gestures.rows["Carried to the car"].accessibleName()


def test_a_shipped_one_is_offered_once_its_cost_is_said(gestures, desk, actions):
    name = "A cup of coffee while they wait"
    gestures.rows[name].click()
    editor = gestures.editor
    assert editor.cost.text() == ""
    editor.save.click()
    assert "cost" in editor.cost_line.problem
    QTest.keyClicks(editor.cost, "1,20")
    QTest.keyClick(editor.cost, Qt.Key.Key_Return)
    assert (stored(desk, name).cost, stored(desk, name).state) == (120, GestureState.ADOPTED)
    assert gestures.editor is None
    actions.undo()
    assert stored(desk, name).state is GestureState.IDEA


def test_an_idea_shows_its_author_and_is_adopted_as_a_gesture(idea, gestures, desk):
    row = gestures.rows["A bag of pegs"]
    assert "Idea of James Okafor" in row.accessibleName()
    assert next(iter(gestures.rows)) == "A bag of pegs"  # of people first, then what came with the program
    row.click()
    gestures.editor.cost.setText("3.50")
    gestures.editor.save.click()
    adopted = stored(desk, "A bag of pegs")
    assert adopted.is_offered
    assert (adopted.cost, adopted.adopted_by, adopted.idea_by) == (350, desk.actor.id, idea.idea_by)


def test_a_good_idea_that_is_nothing_to_give_is_adopted_all_the_same(idea, gestures, desk):
    gestures.rows["A bag of pegs"].click()
    gestures.editor.line.buttons()[-1].click()
    gestures.editor.save.click()
    adopted = stored(desk, "A bag of pegs")
    assert not adopted.is_offered
    assert adopted.adopted_at is not None


def test_an_idea_can_be_declined_and_that_taken_back(idea, gestures, desk, actions):
    gestures.rows["A bag of pegs"].click()
    gestures.editor.give_up.click()
    assert stored(desk, "A bag of pegs").state is GestureState.DECLINED
    assert "A bag of pegs" not in gestures.rows
    actions.undo()
    assert stored(desk, "A bag of pegs") == idea


def test_one_is_added_changed_held_retired_and_offered_again(gestures, desk, actions):
    gestures.add.click()
    assert gestures.editor.give_up.isHidden()
    QTest.keyClicks(gestures.editor.name, "A bag of pegs")
    QTest.keyClicks(gestures.editor.cost, "0")
    gestures.editor.suits.buttons()[0].click()
    gestures.editor.save.click()
    made = stored(desk, "A bag of pegs")
    assert (made.cost, made.suits, made.kind) == (0, "quick", GestureKind.EITHER)
    gestures.rows["A bag of pegs"].click()
    gestures.editor.hold.buttons()[0].click()
    gestures.editor.save.click()
    assert not stored(desk, "A bag of pegs").is_offered
    assert "Hold and check" in gestures.rows["A bag of pegs"].accessibleName()
    gestures.rows["A bag of pegs"].click()
    gestures.editor.give_up.click()
    assert stored(desk, "A bag of pegs").state is GestureState.RETIRED
    again = gestures.rows["A bag of pegs"].findChildren(type(gestures.add))[-1]
    again.click()
    assert stored(desk, "A bag of pegs").state is GestureState.ADOPTED


def test_taking_back_a_new_one_offers_it_to_nobody(gestures, desk, actions):
    gestures.add.click()
    gestures.editor.name.setText("A bag of pegs")
    gestures.editor.cost.setText("1")
    gestures.editor.save.click()
    actions.undo()
    assert stored(desk, "A bag of pegs").state is GestureState.DECLINED
    assert "A bag of pegs" not in gestures.rows


@pytest.mark.parametrize(
    ("name", "cost", "line"),
    [("", "1", "name"), ("Carried to the CAR", "1", "name"), ("Pegs", "much", "cost")],
)
def test_what_is_not_right_is_said_at_its_field(gestures, desk, name, cost, line):
    gestures.add.click()
    gestures.editor.name.setText(name)
    gestures.editor.cost.setText(cost)
    gestures.editor.save.click()
    problems = {"name": gestures.editor.name_line.problem, "cost": gestures.editor.cost_line.problem}
    assert problems.pop(line)
    assert not any(problems.values())


def test_only_a_manager_changes_the_catalogue(at_counter):
    at_counter.go_to("gestures")
    assert not at_counter.section().card.isEnabled()


def test_every_part_has_a_name_for_a_screen_reader(gestures, unnamed):
    gestures.add.click()
    assert unnamed(gestures) == []


def test_whom_a_manager_let_in_can_also_take_it_back(at_counter, desk, actions, enter_digits):
    at_counter.go_to("gestures")
    enter_digits(at_counter.manager_line.digits, "4711")
    gestures = at_counter.section()
    gestures.rows["Carried to the car"].click()
    gestures.editor.give_up.click()
    assert stored(desk, "Carried to the car").state is GestureState.RETIRED
    actions.undo()
    assert stored(desk, "Carried to the car").is_offered
