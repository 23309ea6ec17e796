"""Customers are found while one types, kept and changed."""

from dataclasses import replace

import pytest

from desktop_cs.desk.customer_work import new_customer
from desktop_cs.errors import UserError


@pytest.fixture
def fallon(desk):
    """Return a customer who is known."""
    return desk.customers.add(new_customer("Deirdre Fallon", "Mrs", "+353 20 915 0142")).value


@pytest.mark.parametrize("typed", ["fal", "deirdre f", "Fallon Deirdre", "9150142", "20 915", "DEIRDRE"])
def test_a_customer_is_found_by_parts_of_name_and_phone(desk, fallon, typed):
    assert desk.customers.find(typed) == [fallon]


def test_a_customer_is_found_by_the_number_of_a_case(desk, take):
    story = take()
    assert desk.customers.find("1") == [story.customer]
    assert desk.customers.find("2") == []


@pytest.mark.parametrize("typed", ["", "  ", "nobody", "9" * 19, "9" * 5000, "%", "'; --", "١"])
def test_what_fits_nobody_finds_nobody(desk, fallon, typed):
    assert desk.customers.find(typed) == []


def test_the_search_field_finds_people_and_cases(desk, fallon, take):
    case = take("Tumble dryer", who="", customer=fallon).case
    found = desk.customers.search("dryer")
    assert (found.customers, [one.id for one in found.cases]) == ((), [case.id])
    assert desk.customers.search("fallon").customers == (fallon,)
    assert desk.customers.search(" ").cases == ()


def test_a_changed_name_is_the_one_that_cases_show(desk, fallon, take):
    take(who="", customer=fallon)
    desk.customers.save(replace(fallon, name=" Deirdre  Walsh "))
    assert desk.casework.numbered(1).customer.name == "Deirdre Walsh"
    with pytest.raises(UserError):
        desk.customers.save(replace(fallon, name=" "))
    assert desk.customers.get(fallon.id).name == "Deirdre Walsh"


def test_cases_of_a_customer_come_newest_first(desk, fallon, take):
    for line in ("Kettle", "Lamp", "Iron"):
        take(line, who="", customer=fallon)
    take("Other", "Somebody Else")
    assert [case.number for case in desk.customers.cases_of(fallon, 2)] == [3, 2]
    assert fallon in desk.customers.recent()


def test_cases_go_by_the_new_name_of_their_customer(desk, take):
    story = take(who="Deirdre Fallon")
    other = take(who="Deirdre Fallon")
    changed = desk.customers.save(replace(story.customer, name="Deirdre Malone")).changed
    assert changed.cases == {story.case.id}
    assert desk.storage.cases.by_id(story.case.id).who == "Deirdre Malone"
    assert desk.storage.cases.by_id(other.case.id).who == "Deirdre Fallon"
    assert [case.id for case in desk.customers.search("Malone").cases] == [story.case.id]
