"""Erasing a person at the desk: managers only, never blindly, and truthful about what is left."""

from dataclasses import replace

import pytest

from desktop_cs.cases.states import CaseState
from desktop_cs.customers.customer import Customer
from desktop_cs.customers.kept_words import ErasingPlan, Hold
from desktop_cs.desk.allowed import NotAllowedError
from desktop_cs.desk.casework import Intake
from desktop_cs.errors import UserError
from desktop_cs.storage.uuid7 import uuid7


def closed(desk, case):
    """Return a case as it is once it was closed."""
    over = replace(case, state=CaseState.CLOSED, closed_at=desk.clock.now())
    with desk.storage.transaction():
        desk.storage.cases.update(over)
    return over


@pytest.fixture
def manager(desk, staff):
    """Let the manager act, and return her."""
    desk.actor = staff[0]
    return staff[0]


@pytest.fixture
def fallon(desk, manager):
    """Return a customer with one closed case and their name in two cases of others."""
    newcomer = Customer(uuid7(), "Deirdre Fallon", "Mrs", "020 915 0142")
    case = desk.casework.take(Intake("Dryer stands still", newcomer=newcomer)).value
    closed(desk, case)
    return desk.customers.get(case.customer_id)


@pytest.fixture
def plan(desk, fallon):
    """Return the plan to erase her and nothing else."""
    return ErasingPlan(desk.erasing.person_of(fallon))


def test_only_a_manager_looks_and_erases(desk, staff, plan):
    desk.actor = staff[-1]
    for act in (
        lambda: desk.erasing.holdings(plan.person),
        lambda: desk.erasing.erase(plan),
        lambda: desk.erasing.renew_backups(lambda _share: None),
    ):
        with pytest.raises(NotAllowedError, match="Grace Okafor"):
            act()
    assert desk.customers.get(plan.person.id).name == "Deirdre Fallon"


def test_what_there_is_about_a_person_is_counted(desk, plan):
    holdings = desk.erasing.holdings(plan.person)
    assert [case.one_line for case in holdings.cases] == ["Dryer stands still"]
    assert holdings.counts["recovery_case"] == 1
    assert "letter" not in holdings.counts
    assert holdings.holds == frozenset()


def test_after_erasing_there_is_nobody_and_one_case_without_words(desk, plan, fallon):
    done = desk.erasing.erase(plan)
    assert (done.value.cases, done.value.is_out) == (1, True)
    assert done.changed.customers
    with pytest.raises(KeyError):
        desk.customers.get(fallon.id)
    assert [case.who for case in desk.storage.cases.listed()] == ["(erased)"]


def test_a_person_is_found_by_one_of_their_cases(desk, fallon):
    [case] = desk.customers.cases_of(fallon, 5)
    assert desk.erasing.person_of(case) == desk.erasing.person_of(fallon)


def test_a_case_of_nobody_in_particular_is_erased_by_itself(desk, manager, fallon):
    case = desk.casework.take(Intake("Kettle leaks", "Lady with the red umbrella")).value
    closed(desk, case)
    person = desk.erasing.person_of(case)
    desk.erasing.erase(ErasingPlan(person))
    assert desk.storage.cases.by_id(case.id).who == "(erased)"
    assert desk.customers.get(fallon.id) == fallon


@pytest.fixture
def nobodys(desk, manager):
    """Return a closed case under the same name that belongs to no customer, as an import makes them."""
    case = desk.casework.take(Intake("Iron is cold", "Whoever")).value
    over = replace(closed(desk, case), who="deirdre  fallon", customer_id=None)
    with desk.storage.transaction():
        desk.storage.cases.update(over)
    return over


def test_cases_under_the_same_name_are_offered_and_not_taken(desk, plan, nobodys):
    [offered] = desk.erasing.holdings(plan.person).namesakes
    assert offered.id == nobodys.id
    desk.erasing.erase(plan)
    assert desk.storage.cases.by_id(nobodys.id).one_line == "Iron is cold"


def test_a_namesake_that_was_chosen_goes_with_them(desk, plan, nobodys):
    desk.erasing.erase(replace(plan, namesakes=(nobodys.id,)))
    assert desk.storage.cases.by_id(nobodys.id).one_line == "(erased)"


def test_somebody_written_down_twice_is_offered_and_goes_only_when_chosen(desk, plan, fallon):
    twice = desk.casework.take(Intake("Iron is cold", newcomer=Customer(uuid7(), "Deirdre Fallon"))).value
    closed(desk, twice)
    [twin] = desk.erasing.holdings(plan.person).twins
    assert twin.id == twice.customer_id
    desk.erasing.erase(replace(plan, twins=(twin.id,)))
    assert [case.who for case in desk.storage.cases.listed()] == ["(erased)", "(erased)"]
    assert desk.customers.recent() == []


def test_somebody_elses_case_is_never_taken_as_a_namesake(desk, plan, manager):
    other = desk.casework.take(Intake("Iron is cold", "Sam Hill")).value
    with pytest.raises(UserError, match="Nothing was erased"):
        desk.erasing.erase(replace(plan, namesakes=(other.id,)))


def test_something_open_holds_back_until_somebody_says_so(desk, plan, fallon):
    case = desk.casework.take(Intake("Iron is cold", customer=fallon)).value
    assert desk.erasing.holdings(plan.person).holds == {Hold.UNFINISHED}
    with pytest.raises(UserError, match=f"case {case.number}") as refused:
        desk.erasing.erase(plan)
    assert refused.value.field == "held"
    desk.erasing.erase(plan, despite_holds=True)
    assert desk.storage.cases.by_id(case.id).state == "closed"


def test_a_matter_of_safety_holds_back_until_somebody_says_so(desk, plan, fallon):
    [case] = desk.customers.cases_of(fallon, 5)
    with desk.storage.transaction():
        desk.storage.cases.update(replace(case, severity="safety"))
    assert desk.erasing.holdings(plan.person).holds == {Hold.SAFETY}
    with pytest.raises(UserError):
        desk.erasing.erase(plan)


def test_names_in_other_peoples_cases_are_shown_and_left_to_the_manager(desk, plan):
    other = desk.casework.take(Intake("Came with DEIRDRE FALLON", "Sam Hill")).value
    phoned = desk.casework.take(Intake("Call back on 020 915 0142", "Ann Lee")).value
    holdings = desk.erasing.holdings(plan.person)
    found = desk.erasing.mentions(plan.person, holdings)
    assert [(one.number, one.excerpt) for one in found] == [
        (other.number, "Came with DEIRDRE FALLON"),
        (phoned.number, "Call back on 020 915 0142"),
    ]
    desk.erasing.erase(replace(plan, names_out_of=(other.id,)))
    assert desk.storage.cases.by_id(other.id).one_line == "Came with (erased)"
    assert desk.storage.cases.by_id(phoned.id).one_line == "Call back on 020 915 0142"


def test_a_part_of_the_name_is_told_as_a_guess(desk, plan):
    desk.casework.take(Intake("The Fallon family complained", "Sam Hill"))
    holdings = desk.erasing.holdings(plan.person)
    [found] = desk.erasing.mentions(plan.person, holdings)
    assert (found.excerpt, found.is_sure) == ("The Fallon family complained", False)


def test_a_name_in_the_shops_own_words_is_shown_too(desk, plan):
    desk.gestures.save(replace(desk.gestures.blank(), name="Flowers for Deirdre Fallon", cost=100))
    [found] = desk.erasing.mentions(plan.person, desk.erasing.holdings(plan.person))
    assert (found.case_id, found.place) == (None, "gesture")


def test_whoever_is_gone_already_cannot_be_erased_again(desk, plan):
    desk.erasing.erase(plan)
    with pytest.raises(UserError, match="nothing about this person"):
        desk.erasing.erase(plan)


def test_the_desk_says_which_backups_still_hold_somebody(desk, plan, clock):
    desk.safety.back_up(lambda _share: None)
    assert desk.erasing.old_backups().count == 0
    desk.erasing.erase(plan)
    assert desk.erasing.old_backups().count == 1
    assert desk.erasing.renew_backups(lambda _share: None) == 1
    assert desk.erasing.old_backups().count == 0


def test_nothing_waits_where_nothing_was_begun(desk):
    assert desk.erasing.finish()


@pytest.mark.parametrize(
    "name", ["'; DROP TABLE customer; --", "%", "(", "[A-Z]*", "\\", "名字", "\u202egnp"]
)
def test_hostile_names_are_only_names(desk, manager, name):
    newcomer = Customer(uuid7(), name)
    case = desk.casework.take(Intake("Dryer stands still", newcomer=newcomer)).value
    other = desk.casework.take(Intake("Kettle leaks", "Sam Hill")).value
    person = desk.erasing.person_of(case)
    assert desk.erasing.mentions(person, desk.erasing.holdings(person)) == []
    desk.erasing.erase(ErasingPlan(person, names_out_of=(other.id,)), despite_holds=True)
    assert desk.storage.cases.by_id(other.id) == other
