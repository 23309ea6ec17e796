"""The trail in windows."""

import pytest

from desktop_cs.cases.promises import Promise
from desktop_cs.storage.stores.trail_reading import Subject, TrailFilter
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def case(storage, opened, now):
    """Return a case with a promise, between two others."""
    opened()
    middle = opened(who="Mr Hill")
    with storage.transaction():
        storage.promises.add(Promise(uuid7(), middle.id, "Call", now, now))
    opened()
    return middle


def test_entries_of_a_case_are_those_of_all_that_belongs_to_it(storage, case):
    found = storage.trail_reading.window(None, 10, TrailFilter(case_id=case.id))
    assert [entry.what for entry in found] == ["promise.added", "case.opened"]


def test_subjects_are_numbers_of_cases_and_names_of_people(storage, case, new_customer):
    customer = new_customer()
    with storage.transaction():
        storage.customers.add(customer)
    (promise,) = storage.promises.of_case(case.id)
    found = storage.trail_reading.subjects([case.id, promise.id, customer.id, uuid7()])
    assert found == {
        case.id: Subject(case_number=2),
        promise.id: Subject(case_number=2),
        customer.id: Subject(name="Mrs Stone"),
    }
    assert storage.trail_reading.subjects([]) == {}


def test_a_window_ends_below_a_place(storage, case):
    places = [entry.place for entry in storage.trail_reading.window(3, 10, TrailFilter())]
    assert places == [2, 1]


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (TrailFilter(by=uuid7()), "trail_by_person"),
        (TrailFilter(case_id=uuid7()), "trail_by_row"),
    ],
)
def test_a_long_trail_is_searched_by_an_index(storage, opened, wanted, index, monkeypatch):
    opened()
    asked = []
    rows = storage._file.rows

    def watched(sql, values=()):
        asked.append((sql, values))
        return rows(sql, values)

    monkeypatch.setattr(storage._file, "rows", watched)
    storage.trail_reading.window(None, 10, wanted)
    plan = [row[3] for row in rows(f"EXPLAIN QUERY PLAN {asked[-1][0]}", asked[-1][1])]
    assert any(index in line for line in plan), plan
