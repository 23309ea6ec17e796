"""What the tests of storage share: real records in a folder of their own, and cases to put into them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState
from desktop_cs.clock import FixedClock
from desktop_cs.customers.customer import Customer
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.uuid7 import uuid7

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def now():
    """Return the moment at which the tests' clock stands."""
    return NOW


@pytest.fixture
def clock():
    """Return a clock that stands still."""
    return FixedClock(NOW)


@pytest.fixture
def folder(tmp_path):
    """Return the path of a data folder that is not there yet."""
    return tmp_path / "shop"


def make_empty(folder):
    """Make empty records."""
    open_storage(folder, FixedClock(NOW)).close()


@pytest.fixture
def storage(put_copy, folder, clock):
    """Return new, empty records."""
    opened = open_storage(put_copy(folder, make_empty), clock)
    yield opened
    opened.close()


@pytest.fixture
def new_case():
    """Return a function that makes a case that has no number yet."""
    plain = Case(uuid7(), 0, CaseState.OPEN, "Mrs Stone", "The dryer stopped", NOW)
    return lambda **changes: replace(plain, **{"id": uuid7(), **changes})


@pytest.fixture
def new_customer():
    """Return a function that makes a customer."""
    plain = Customer(uuid7(), "Mrs Stone", "Mrs", "+44 20 7946 0958", "1 High Street", "en")
    return lambda **changes: replace(plain, **{"id": uuid7(), **changes})


@pytest.fixture
def opened(storage, new_case):
    """Return a function that opens a case."""

    def open_one(**changes):
        with storage.transaction():
            return storage.cases.open_case(new_case(**changes))

    return open_one
