"""Who works here: at least one manager, everybody with a name and digits of their own."""

import pytest
from PySide6.QtCore import Qt

from desktop_cs.shop.staff import Role
from desktop_cs.ui.first_run.draft import Draft, PersonDraft


@pytest.fixture
def people(page):
    page.people.fill(Draft())
    return page.people


def fill(people, *persons):
    people.fill(Draft(people=tuple(PersonDraft(*person) for person in persons)))


def test_the_first_person_is_offered_as_the_manager(people):
    (first,) = people.lines()
    assert first.role() is Role.MANAGER
    assert not first.take_away.isVisibleTo(people)


def test_nobody_at_all_is_not_enough(people):
    assert people.find_problem() is people.lines()[0].name
    assert people.lines()[0].problem == "Write the name of the person."


@pytest.mark.parametrize("digits", ["", "123", "12a4", "１２３４"])
def test_digits_are_four_to_six_plain_ones(people, digits):
    fill(people, ("Lena", Role.MANAGER, digits))
    assert people.find_problem() is people.lines()[0].digits
    assert "four digits" in people.lines()[0].problem


def test_two_people_have_different_names_and_digits(people):
    fill(people, ("Lena", Role.MANAGER, "1111"), (" lena ", Role.COUNTER, "2222"))
    assert people.find_problem() is people.lines()[0].name
    fill(people, ("Lena", Role.MANAGER, "1111"), ("James", Role.COUNTER, "1111"))
    assert people.find_problem() is people.lines()[0].digits
    assert [line.problem for line in people.lines()] == ["Please choose other digits; these are taken."] * 2


def test_somebody_has_to_be_the_manager(people):
    fill(people, ("Lena", Role.COUNTER, "1111"))
    assert people.find_problem() is people.lines()[0].roles
    fill(people, ("Lena", Role.COUNTER, "1111"), ("James", Role.MANAGER, "2222"))
    assert people.find_problem() is None


def test_an_empty_line_is_passed_over(people):
    fill(people, ("Lena", Role.MANAGER, "1111"), ("", Role.COUNTER, ""))
    assert people.find_problem() is None


def test_a_person_can_be_taken_out_again(people):
    fill(people, ("Lena", Role.MANAGER, "1111"), ("James", Role.COUNTER, "2222"))
    people.lines()[1].take_away.click()
    assert [person.name for person in people.taken(Draft()).people] == ["Lena"]


def test_what_was_put_right_is_not_complained_of_any_more(people):
    fill(people, ("Lena", Role.MANAGER, ""))
    people.find_problem()
    people.lines()[0].digits.setText("4711")
    assert people.find_problem() is None
    assert people.lines()[0].problem == ""
    assert people.lines()[0].digits.accessibleDescription() == ""


def test_a_complaint_goes_as_soon_as_the_digits_are_written(qtbot, people):
    fill(people, ("Lena", Role.MANAGER, ""))
    line = people.lines()[0]
    assert people.find_problem() is line.digits
    qtbot.keyClicks(line.digits, "4")
    assert line.problem == ""


def test_tab_walks_through_the_people_and_then_to_add(qtbot, page, people):
    page.topics[2].show()
    fill(people, ("Lena", Role.MANAGER, "1111"), ("James", Role.COUNTER, "2222"))
    first, second = people.lines()
    assert walked(first.name, 7) == [first.roles, first.digits, *second.stops(), people.add]


def walked(start, count):
    """Return the next stops of Tab that can be seen by whoever is on this page."""
    found, here = [], start
    while len(found) < count:
        here = here.nextInFocusChain()
        is_stop = here.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if is_stop and here.isVisibleTo(here.parentWidget()):
            found.append(here)
    return found


def test_enter_leads_from_the_digits_to_the_next_name(qtbot, people):
    fill(people, ("Lena", Role.MANAGER, "1111"))
    qtbot.keyClick(people.lines()[0].digits, Qt.Key.Key_Return)
    lena, new = people.lines()
    assert people.window().focusWidget() is new.name
    qtbot.keyClick(lena.digits, Qt.Key.Key_Return)
    assert len(people.lines()) == 2
    qtbot.keyClick(new.digits, Qt.Key.Key_Return)
    assert len(people.lines()) == 2
