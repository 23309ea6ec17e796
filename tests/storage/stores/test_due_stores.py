"""Keeping follow-ups and promises."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.cases.promises import Promise, PromiseState
from desktop_cs.followups.followup import FollowUp, FollowUpKind, FollowUpState
from desktop_cs.storage.uuid7 import uuid7

HOUR = timedelta(hours=1)


@pytest.fixture
def case(storage, opened, new_customer):
    """Return a case of a customer with a phone."""
    customer = new_customer()
    with storage.transaction():
        storage.customers.add(customer)
    return opened(customer_id=customer.id)


@pytest.fixture
def call(case, now):
    """Return a follow-up with all that can stand in it."""
    return FollowUp(
        uuid7(),
        case.id,
        FollowUpKind.WRAP_UP,
        now + HOUR,
        now + 9 * HOUR,
        uuid7(),
        FollowUpState.OPEN,
        True,
        None,
        None,
        {"reached": "yes"},
        3,
        1,
        "Mrs Stone",
        "The dryer stopped",
        "+44 20 7946 0958",
    )


@pytest.fixture
def promise(case, now):
    """Return a promise with all that can stand in it."""
    return Promise(
        uuid7(),
        case.id,
        "call back",
        now,
        now + 3 * HOUR,
        "Ann",
        "by noon",
        now + 2 * HOUR,
        PromiseState.OPEN,
        None,
        1,
        "Mrs Stone",
    )


def test_a_follow_up_comes_back_as_it_was_kept_with_its_case(storage, call):
    with storage.transaction():
        storage.follow_ups.add(call)
    assert storage.follow_ups.get(call.id) == call
    assert storage.follow_ups.of_case(call.case_id) == storage.follow_ups.open_ones() == [call]


def test_a_promise_comes_back_as_it_was_kept_with_its_case(storage, promise):
    with storage.transaction():
        storage.promises.add(promise)
    assert storage.promises.get(promise.id) == promise
    assert storage.promises.of_case(promise.case_id) == storage.promises.open_ones() == [promise]


def test_a_follow_up_of_a_case_without_a_customer_has_no_phone(storage, opened, call):
    case = opened(who="Somebody")
    bare = replace(call, case_id=case.id)
    with storage.transaction():
        storage.follow_ups.add(bare)
    found = storage.follow_ups.get(bare.id)
    assert (found.case_number, found.who, found.phone) == (case.number, "Somebody", "")


def test_what_is_done_or_settled_is_no_longer_open(storage, call, promise, now):
    done = replace(call, state=FollowUpState.DONE, done_at=now, done_by=uuid7(), answers={"satisfied": "5"})
    kept = replace(promise, state=PromiseState.KEPT, settled_at=now)
    with storage.transaction():
        storage.follow_ups.add(call)
        storage.promises.add(promise)
        storage.follow_ups.update(done)
        storage.promises.update(kept)
        storage.promises.update(kept)
    assert storage.follow_ups.open_ones() == storage.promises.open_ones() == []
    assert storage.follow_ups.get(call.id) == done
    assert storage.promises.get(promise.id) == kept
    assert [entry.fields for entry in storage.trail.of_row(promise.id)] == [(), ("state", "settled_at")]


def test_only_what_is_due_by_then_is_given_earliest_first(storage, call, promise, now):
    with storage.transaction():
        for hours in (3, 1, 2):
            storage.follow_ups.add(replace(call, id=uuid7(), due_at=now + hours * HOUR))
            storage.promises.add(replace(promise, id=uuid7(), due_at=now + hours * HOUR))
    for store in (storage.follow_ups, storage.promises):
        assert [one.due_at for one in store.open_ones(now + 2 * HOUR)] == [now + HOUR, now + 2 * HOUR]
        assert [one.due_at for one in store.open_ones()] == [now + hours * HOUR for hours in (1, 2, 3)]
        assert len(store.of_case(call.case_id)) == 3
        assert store.of_case(uuid7()) == []


def test_what_is_not_there_is_a_key_error(storage, call, promise):
    for store, one in ((storage.follow_ups, call), (storage.promises, promise)):
        with pytest.raises(KeyError):
            store.get(one.id)
        with pytest.raises(KeyError), storage.transaction():
            store.update(one)
