"""Earlier, like and unfinished cases."""

from datetime import timedelta

import pytest

from desktop_cs.cases.promises import Promise, PromiseState
from desktop_cs.cases.second_failure import EarlierCase, KnownBy, find_second_failure
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def stone(storage, new_customer):
    """Return a customer who is on record."""
    customer = new_customer()
    with storage.transaction():
        storage.customers.add(customer)
    return customer


def test_the_dryer_that_was_repaired_twelve_days_ago_is_found_with_its_broken_promise(
    storage, opened, stone, now
):
    then = now - timedelta(days=12)
    first = opened(
        serial="WD-77", customer_id=stone.id, opened_at=then, failure_kind="faulty", root_cause="our_process"
    )
    with storage.transaction():
        for state in (PromiseState.BROKEN, PromiseState.KEPT):
            storage.promises.add(Promise(uuid7(), first.id, "call", then, then, state=state, settled_at=then))
    earlier = storage.cases.earlier_of("WD-77", None, now, 90)
    assert earlier == [EarlierCase(first.id, 1, then, stone.id, "WD-77", "faulty", "our_process", 1)]
    assert find_second_failure(KnownBy("WD-77"), now, earlier, 90).days == 12
    assert storage.cases.earlier_of("", stone.id, now, 90) == earlier
    assert storage.cases.earlier_of("WD-77", stone.id, now, 90) == earlier


def test_other_devices_later_cancelled_and_old_cases_are_not_earlier_ones(storage, opened, stone, now):
    day = timedelta(days=1)
    opened(serial="B", opened_at=now - day)
    opened(serial="A", opened_at=now)
    opened(serial="A", opened_at=now - day, state=CaseState.CANCELLED)
    opened(serial="A", opened_at=now - 92 * day, customer_id=stone.id)
    assert storage.cases.earlier_of("A", stone.id, now, 90) == []
    assert storage.cases.earlier_of("", None, now, 90) == []
    assert [case.number for case in storage.cases.earlier_of("A", None, now, 100)] == [4]


def test_the_window_counts_whole_days(storage, opened, now):
    opened(serial="A", opened_at=now - timedelta(days=90, hours=23))
    earlier = storage.cases.earlier_of("A", None, now, 90)
    assert find_second_failure(KnownBy("A"), now, earlier, 90) is not None


def test_unfinished_cases_are_those_still_worked_on_newest_first(storage, opened, now):
    me, other = uuid7(), uuid7()
    for days, (state, owner, opened_by) in enumerate(
        [
            (CaseState.OPEN, me, other),
            (CaseState.DRAFT, other, me),
            (CaseState.REOPENED, other, other),
            (CaseState.LOGGED, me, me),
            (CaseState.CLOSED, me, me),
            (CaseState.CANCELLED, me, me),
        ]
    ):
        opened(state=state, owner=owner, opened_by=opened_by, opened_at=now - timedelta(days=days))
    assert [case.number for case in storage.cases.unfinished()] == [1, 2, 3]
    assert [case.number for case in storage.cases.unfinished(me)] == [1, 2]
    assert storage.cases.unfinished(uuid7()) == []


def test_at_most_twenty_unfinished_cases_are_shown(storage, opened):
    for _ in range(22):
        opened()
    assert [case.number for case in storage.cases.unfinished()] == list(range(22, 2, -1))


def test_references_that_were_imported_before_are_known(storage, opened):
    opened(reference="R1", imported_from="table")
    opened(reference="R2", imported_from="another table")
    opened(reference="R3")
    asked = [f"R{n}" for n in range(1_200)]
    assert storage.cases.by_reference("table", asked) == {"R1"}
    assert storage.cases.by_reference("", asked) == set()
    assert storage.cases.by_reference("table", []) == set()


def test_what_somebody_gave_today_counts_other_cases_only(storage, opened, now):
    me, day = uuid7(), timedelta(days=1)
    lines = {
        "goodwill": '[{"gesture":"loan","cost":"800"}]',
        "extra": '[{"gesture":"call","cost":"50"},{"cost":""}]',
    }

    def gave(at=now, by=uuid7(), owner=me, **changes):  # noqa: B008 (somebody else finished it)
        case = opened(owner=owner, **changes)
        with storage.transaction():
            entry = StepEntry(Step.RESOLUTION, StepState.DONE, lines, done_at=at, done_by=by)
            storage.cases.save_entry(case.id, entry)
        return case

    this = gave()
    gave()
    gave(at=now - day)
    gave(by=me, owner=uuid7())
    gave(owner=None)
    gave(state=CaseState.CANCELLED)
    assert storage.cases.spent_today(me, now, now + day, this.id) == 850
    assert storage.cases.spent_today(me, now - day, now + day, uuid7()) == 3 * 850
    assert storage.cases.spent_today(me, now + day, now + 2 * day, uuid7()) == 0
    assert storage.cases.spent_today(None, now, now + day, uuid7()) == 850


def test_like_cases_tell_how_long_they_took(storage, opened, now):
    def done(days, **changes):
        began = now - timedelta(days=days)
        opened(
            **{
                "failure_kind": "late",
                "state": CaseState.CLOSED,
                "opened_at": began,
                "logged_at": now,
                **changes,
            }
        )
        return began, now

    long_ago, lately = done(9), done(2, state=CaseState.LOGGED)
    done(1, failure_kind="faulty")
    done(1, imported_from="table")
    done(1, state=CaseState.OPEN, logged_at=None)
    assert storage.cases.like_working_days("late") == [lately, long_ago]
    assert storage.cases.like_working_days("late", limit=1) == [lately]
    assert storage.cases.like_working_days("damaged") == []
