"""Lists of cases."""

from datetime import timedelta

import pytest

from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.cases.states import CaseState


def numbers(cases):
    return [case.number for case in cases]


def test_the_newest_case_comes_first_and_a_number_decides_between_equals(storage, opened, now):
    for days in (1, 3, 2, 2):
        opened(opened_at=now - timedelta(days=days))
    assert numbers(storage.cases.listed()) == [1, 4, 3, 2]


@pytest.mark.parametrize(
    "wanted",
    [
        CaseFilter(),
        CaseFilter(states=frozenset({CaseState.OPEN, CaseState.CLOSED})),
        CaseFilter(failure_kind="late"),
        CaseFilter(failure_kind="late", states=frozenset({CaseState.OPEN})),
        CaseFilter(text="dryer"),
        CaseFilter(text="dryer", states=frozenset({CaseState.OPEN})),
    ],
    ids=["all", "states", "kind", "kind and state", "words", "words and state"],
)
def test_pages_follow_each_other_without_gap_or_repetition(storage, opened, now, wanted):
    for number in range(30):
        opened(
            opened_at=now - timedelta(days=number // 2),
            state=list(CaseState)[number % 6],
            failure_kind="late" if number % 3 else "faulty",
        )
    everything = storage.cases.listed(wanted, limit=100)
    assert everything
    pages, before = [], None
    while page := storage.cases.listed(wanted, limit=4, before=before):
        pages += page
        before = (page[-1].opened_at, page[-1].number)
    assert pages == everything
    assert len(everything) == storage.cases.count(wanted)


def test_a_list_shows_only_what_the_filter_lets_through(storage, opened, new_customer, now):
    stone = new_customer()
    with storage.transaction():
        storage.customers.add(stone)
    opened(state=CaseState.OPEN, failure_kind="late")
    opened(state=CaseState.LOGGED, failure_kind="late", logged_at=now)
    opened(
        state=CaseState.CLOSED, failure_kind="faulty", logged_at=now - timedelta(days=9), customer_id=stone.id
    )

    def shown(**wanted):
        asked = CaseFilter(**wanted)
        found = numbers(storage.cases.listed(asked))
        assert storage.cases.count(asked) == len(found)
        return found

    assert shown() == [3, 2, 1]
    assert shown(states=frozenset({CaseState.OPEN, CaseState.CLOSED})) == [3, 1]
    assert shown(failure_kind="late") == [2, 1]
    assert shown(failure_kind="late", states=frozenset({CaseState.LOGGED})) == [2]
    assert shown(customer_id=stone.id) == [3]
    assert shown(customer_id=stone.id, states=frozenset({CaseState.OPEN})) == []
    assert shown(logged_from=now) == [2]
    assert shown(logged_until=now) == [3]
    assert shown(logged_from=now - timedelta(days=9), logged_until=now) == [3]
    assert shown(logged_from=now - timedelta(days=9), states=frozenset({CaseState.LOGGED})) == [2]
    assert shown(text="dryer", failure_kind="faulty") == [3]
    assert shown(text="dryer", states=frozenset({CaseState.OPEN})) == [1]
    assert shown(text="nobody") == []
    assert shown(text="?!") == []


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (CaseFilter(), "case_by_place"),
        (CaseFilter(states=frozenset({CaseState.OPEN})), "case_by_state"),
        (CaseFilter(failure_kind="late"), "case_by_kind"),
    ],
    ids=["all", "state", "kind"],
)
def test_a_page_is_found_by_an_index_alone(storage, opened, wanted, index, monkeypatch):
    opened()
    asked = []
    found = storage._file.found
    monkeypatch.setattr(storage._file, "found", lambda query: asked.append(query) or found(query))
    storage.cases.listed(wanted)
    sql, values = asked[0].sql()
    plan = [row[3] for row in storage._file.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert len(plan) == 1, plan
    assert f"USING COVERING INDEX {index}" in plan[0]
