"""Keeping and finding customers."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_cs.customers.customer import Customer
from desktop_cs.storage.uuid7 import uuid7

CUSTOMERS = st.builds(
    Customer,
    id=st.uuids(),
    **{field.name: st.text(max_size=30) for field in fields(Customer) if field.type is str},
)


@pytest.fixture
def added(storage, new_customer):
    """Return a function that keeps a new customer."""

    def add(**changes):
        customer = new_customer(**changes)
        with storage.transaction():
            storage.customers.add(customer)
        return customer

    return add


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(first=CUSTOMERS, second=CUSTOMERS)
def test_every_customer_comes_back_as_they_were_kept(storage, first, second):
    customer = replace(first, id=uuid7())
    changed = replace(second, id=customer.id)
    with storage.transaction():
        storage.customers.add(customer)
    assert storage.customers.get(customer.id) == customer
    with storage.transaction():
        storage.customers.update(changed)
    assert storage.customers.get(customer.id) == changed


def test_a_customer_who_is_not_there_is_a_key_error(storage, new_customer):
    with pytest.raises(KeyError):
        storage.customers.get(uuid7())
    with pytest.raises(KeyError), storage.transaction():
        storage.customers.update(new_customer())


@pytest.mark.parametrize("typed", ["sto", "STONE", "mrs st", "0958", "7946", "+44 20 79", "stone mrs"])
def test_a_customer_is_found_while_somebody_types(storage, added, typed):
    stone = added()
    added(name="Mr Reed", phone="")
    assert storage.customers.find(typed) == [stone]


def test_a_chinese_name_is_found_by_any_part(storage, added):
    added(name="王芳")
    li = added(name="李小龙", phone="138 0013 8000")
    assert [storage.customers.find(typed) for typed in ("小龙", "李", "龙", "0013")] == [[li]] * 4
    assert storage.customers.find("李龙") == []


def test_what_holds_nothing_to_search_for_finds_nobody(storage, added):
    added()
    assert [storage.customers.find(typed) for typed in ("", "  ", '"', "\0", "---")] == [[]] * 5


def test_no_more_are_given_than_asked_for_the_newest_first(storage, added):
    names = [added(name=f"Stone {number}").name for number in range(10)]
    assert [customer.name for customer in storage.customers.find("stone", limit=3)] == names[:-4:-1]


def test_a_changed_name_or_phone_is_found_and_the_old_one_is_not(storage, added, opened):
    stone = added()
    case = opened(customer_id=stone.id, who="The lady with the umbrella")
    assert storage.search.cases("stone") == storage.search.cases("7946") == [case]
    with storage.transaction():
        storage.customers.update(replace(stone, name="Mrs Hill", phone="555 1234"))
    assert storage.customers.find("stone") == storage.customers.find("7946") == []
    assert (
        storage.customers.find("hill") == storage.customers.find("1234") == [storage.customers.get(stone.id)]
    )
    assert storage.search.cases("stone") == storage.search.cases("7946") == []
    assert (
        storage.search.cases("hill")
        == storage.search.cases("1234")
        == storage.search.cases("umbrella")
        == [case]
    )


def test_the_customers_dealt_with_last_come_first(storage, added, opened, clock):
    stone, reed = added(), added(name="Mr Reed")
    assert storage.customers.recent(2) == [reed, stone]
    clock.moment += timedelta(minutes=1)
    opened(customer_id=stone.id)
    assert storage.customers.recent(2) == [stone, reed]
    clock.moment += timedelta(minutes=1)
    with storage.transaction():
        storage.customers.update(replace(reed, phone="1"))
    assert [customer.id for customer in storage.customers.recent(1)] == [reed.id]


def test_a_change_that_changes_nothing_leaves_no_trail(storage, added):
    stone = added()
    with storage.transaction():
        storage.customers.update(stone)
        storage.customers.update(replace(stone, address="2 High Street"))
    assert [(entry.what, entry.fields) for entry in storage.trail.of_row(stone.id)] == [
        ("customer.added", ()),
        ("customer.changed", ("address",)),
    ]
