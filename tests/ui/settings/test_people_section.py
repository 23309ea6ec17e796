"""Who works here: added, changed, gone, back again."""

import pytest

from desktop_cs.desk.casework import Intake
from desktop_cs.desk.leaving import OpenWork
from desktop_cs.shop.staff import Role, digits_match
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.settings.leaving_line import LeavingLine


def names(desk):
    return [one.name for one in desk.shop.staff()]


@pytest.fixture
def people(section):
    return section("people")


@pytest.fixture
def row(people):
    return lambda name: next(one for one in people.rows() if one.staff.name == name)


def choose_role(row, role):
    row.roles.setCurrentIndex(row.roles.findData(role.value))
    row.roles.activated.emit(row.roles.currentIndex())


def test_somebody_new_is_added_and_can_be_taken_back(people, desk, actions):
    people.new.show_person("Anna Berg", Role.TECHNICIAN, "2468")
    people.add.click()
    assert names(desk) == ["Anna Berg", "James Okafor", "Lena Kraus"]
    assert desk.shop.staff()[0].role is Role.TECHNICIAN
    assert people.new.name.text() == ""
    actions.undo()
    assert names(desk) == ["James Okafor", "Lena Kraus"]


@pytest.mark.parametrize(
    ("name", "digits", "told"),
    [
        ("", "2468", "Write the name"),
        ("Anna", "24", "four digits"),
        ("Anna", "0815", "taken"),
        ("lena kraus", "2468", "works here already"),
    ],
)
def test_somebody_new_is_refused_at_the_field_and_stays_typed(people, desk, name, digits, told):
    people.new.show_person(name, Role.COUNTER, digits)
    people.add.click()
    assert told in people.new.problem
    assert people.new.digits.text() == digits
    assert len(names(desk)) == 2


def test_another_name_is_saved_when_the_field_is_left(row, desk, actions):
    james = row("James Okafor")
    james.name.setText("James  O.")
    james.name.editingFinished.emit()
    assert "James O." in names(desk)
    actions.undo()
    assert "James Okafor" in names(desk)


def test_a_name_that_somebody_has_is_refused(row, desk):
    james = row("James Okafor")
    james.name.setText("Lena Kraus")
    james.name.editingFinished.emit()
    assert "works here already" in james.problem
    assert not james.keep_name()
    assert "James Okafor" in names(desk)


def test_several_things_that_are_handed_over_go(qtbot, desk):
    lena, james = sorted(desk.shop.staff(), key=lambda one: one.name, reverse=True)
    for work in (OpenWork((uuid7(), uuid7())), OpenWork((uuid7(),), (uuid7(),))):
        line = LeavingLine(james, work, [lena])
        qtbot.addWidget(line)
        assert "of James Okafor go to somebody else." in line.told.text()


def test_new_digits_replace_the_old_ones_until_taken_back(row, desk, actions):
    james = row("James Okafor")
    told = []
    actions.done.connect(lambda sentence, _undoable: told.append(sentence))
    james.digits.setText("9753")
    james.digits.editingFinished.emit()
    assert james.digits.text() == ""
    assert digits_match("9753", desk.shop.staff()[0].digits_hash)
    assert told == ["James Okafor has new digits."]
    actions.undo()
    assert digits_match("0815", desk.shop.staff()[0].digits_hash)


def test_digits_that_somebody_has_are_refused(row):
    james = row("James Okafor")
    james.digits.setText("4711")
    james.digits.editingFinished.emit()
    assert "taken" in james.problem


def test_the_last_manager_stays_manager_and_stays(row, desk):
    lena = row("Lena Kraus")
    choose_role(lena, Role.COUNTER)
    assert "Somebody has to be the manager" in lena.problem
    assert Role(lena.roles.currentData()) is Role.MANAGER
    lena.gone.click()
    assert "Lena Kraus" in names(desk)


def test_a_new_role_counts_at_once_for_whoever_is_at_the_screen(row, desk, page):
    choose_role(row("James Okafor"), Role.MANAGER)
    choose_role(row("Lena Kraus"), Role.TECHNICIAN)
    assert desk.actor.name == "Lena Kraus"
    assert not desk.actor.is_manager
    assert page.manager_line.isVisible()


def test_whoever_is_no_longer_here_can_come_back(people, row, desk, actions):
    row("James Okafor").gone.click()
    assert names(desk) == ["Lena Kraus"]
    assert [one.staff.name for one in people.rows()] == ["Lena Kraus"]
    actions.undo()
    assert names(desk) == ["James Okafor", "Lena Kraus"]
    assert len(people.rows()) == 2


def test_the_name_of_who_works_here_now_is_remembered_anew(row, desk, page):
    lena = row("Lena Kraus")
    lena.name.setText("Lena Kraus-Berg")
    lena.name.editingFinished.emit()
    assert desk.actor.name == "Lena Kraus-Berg"
    assert page.preferences.person == "Lena Kraus-Berg"


def test_who_has_something_open_leaves_once_somebody_takes_over(people, row, desk, actions):
    james = row("James Okafor").staff
    with desk.in_the_name_of(james):
        case = desk.casework.take(Intake("Kettle leaks", who="Nina")).value
    row("James Okafor").gone.click()
    assert names(desk) == ["James Okafor", "Lena Kraus"]
    line = row("James Okafor").leaving
    assert line.told.text().startswith("1 open case of James Okafor goes to somebody else.")
    line.keep.click()
    assert row("James Okafor").leaving is None
    row("James Okafor").gone.click()
    row("James Okafor").leaving.give.click()
    assert names(desk) == ["Lena Kraus"]
    assert desk.storage.cases.by_id(case.id).owner == desk.actor.id
    actions.undo()
    assert names(desk) == ["James Okafor", "Lena Kraus"]
    assert desk.storage.cases.by_id(case.id).owner == james.id


@pytest.mark.parametrize("typed", ["0", "61", "-1", "five", "", "999999", "５"])
def test_the_cover_comes_after_some_minutes_and_is_never_off(people, desk, typed):
    people.cover.minutes.setText(typed)
    people.cover.minutes.editingFinished.emit()
    assert "from 1 to 60" in people.cover.problem
    assert desk.settings.cover_after_minutes == 5
    people.cover.minutes.setText("10")
    assert people.leave()
    assert desk.settings.cover_after_minutes == 10
