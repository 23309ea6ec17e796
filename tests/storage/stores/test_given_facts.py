"""What was given in past cases, found by an index however many cases there are."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from desktop_cs.cases.fair_hand import LikeCase
from desktop_cs.cases.remedies import GestureLine
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.storage.stores import given_facts

FIRST, AFTER = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture
def past(storage, opened, now):
    """Return a function that keeps a case that is over, with what was given in it."""

    def one(accepts="gladly", resolution=None, price="", state=StepState.DONE, at=now, **changes):
        usual = {"state": CaseState.CLOSED, "customer_accepts": accepts, "failure_kind": "faulty"}
        case = opened(**{**usual, **changes})
        with storage.transaction():
            storage.cases.save_entry(
                case.id, StepEntry(Step.REVIEW, StepState.DONE, {"price": price} if price else {})
            )
            storage.cases.save_entry(case.id, StepEntry(Step.RESOLUTION, state, resolution or {}, done_at=at))
        return case

    return one


def lines(*given):
    return json.dumps([{"gesture": name, "cost": str(cost)} for name, cost in given])


def test_what_was_given_comes_with_how_it_was_taken(storage, past):
    past("gladly", {"goodwill": lines(("Loan dryer", 800)), "extra": lines(("A call", 0))})
    past("no", {"extra": lines(("A call", 0))}, state=StepState.SKIPPED)
    past("no", {"extra": lines(("Pegs", 0))}, state=StepState.DONE)
    past("no", {})
    assert sorted(storage.given.taken()) == [
        ("gladly", (GestureLine("Loan dryer", 800), GestureLine("A call", 0))),
        ("no", (GestureLine("Pegs", 0),)),
    ]


def test_only_the_newest_cases_that_are_over_are_read(storage, opened, past, now):
    for day in range(3):
        past("yes", {"extra": lines((f"Day {day}", 0))}, opened_at=now + timedelta(days=day))
    opened(opened_at=now + timedelta(days=9))
    found = storage.given.taken(2)
    assert sorted(gestures[0].gesture for _accepts, gestures in found) == ["Day 1", "Day 2"]


def test_like_cases_come_newest_first_without_the_case_that_asks(storage, past, now):
    past(resolution={"goodwill": lines(("a", 100))}, price="42000", opened_at=now - timedelta(days=2))
    past(resolution={"extra": lines(("b", 7))}, opened_at=now - timedelta(days=1))
    past(resolution={"extra": lines(("c", 9))}, failure_kind="late")
    asking = past(resolution={"extra": lines(("d", 5))})
    assert storage.given.like("faulty", asking.id.bytes) == [LikeCase(0, 7), LikeCase(42000, 100)]


def test_a_table_that_says_nothing_of_gifts_does_not_say_that_there_were_none(storage, past):
    past(imported_from="repairs")
    past(imported_from="repairs", resolution={"goodwill": lines(("a", 100))})
    past()
    found = storage.given.like("faulty", b"")
    assert sorted(one.given for one in found) == [0, 100]


def test_money_back_goodwill_and_extra_of_the_month_are_spent(storage, past):
    both = {"entitlement_kind": "money_back", "entitlement_value": "9000", "goodwill": lines(("a", 100))}
    past(resolution={**both, "extra": lines(("b", 20))})
    past(resolution={"entitlement_kind": "price_cut", "entitlement_value": "3"})
    past(resolution={"entitlement_kind": "repair"})
    past(resolution={"goodwill": lines(("a", 5))}, at=FIRST - timedelta(seconds=1))
    past(resolution={"goodwill": lines(("a", 6))}, at=AFTER)
    with_cancelled = {"entitlement_kind": "money_back", "entitlement_value": "70000"}
    cancelled = past(resolution=with_cancelled)
    with storage.transaction():
        from dataclasses import replace

        storage.cases.update(replace(cancelled, state=CaseState.CANCELLED))
    assert storage.given.spent(FIRST, AFTER) == 9000 + 100 + 20 + 3


def plan(storage, statement, count):
    values = (0,) * count
    return [row[3] for row in storage._file.rows(f"EXPLAIN QUERY PLAN {statement.sql}", values)]


@pytest.mark.parametrize(
    ("statement", "values", "index"),
    [
        (given_facts._NEWEST_TAKEN, 3, "case_by_place"),
        (given_facts._LIKE, 3, "case_by_kind"),
        (given_facts._GIVEN_ON_TOP, 3, "entry_given"),
        (given_facts._PAID_BACK, 3, "entry_paid_back"),
    ],
    ids=["taken", "like", "given", "paid back"],
)
def test_each_question_is_answered_by_an_index_without_sorting(storage, statement, values, index):
    found = plan(storage, statement, values)
    assert any(f"INDEX {index}" in step for step in found), found
    assert not any("TEMP B-TREE" in step for step in found), found
    scanned = [step for step in found if step.startswith("SCAN") and step != "SCAN t1"]
    assert scanned in ([], ["SCAN t3 USING INDEX case_by_place"]), found  # t1 holds the few newest cases
