"""Keeping cases, their steps and what happened to them."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_cs.cases.case import Case, CaseEvent
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.storage.uuid7 import uuid7

TEXTS = st.text(max_size=30)
IDS = st.uuids()
MOMENTS = st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001 (hypothesis wants bounds without a zone)
CASES = st.builds(
    Case,
    id=IDS,
    number=st.just(0),
    state=st.sampled_from(CaseState),
    opened_at=MOMENTS,
    customer_id=st.none(),
    earlier_case_id=st.none(),
    opened_by=st.none() | IDS,
    owner=st.none() | IDS,
    first_helper=st.none() | IDS,
    hands_passed=st.integers(0, 2**40),
    earlier_days=st.none() | st.integers(0, 10_000),
    logged_at=st.none() | MOMENTS,
    closed_at=st.none() | MOMENTS,
    **{field.name: TEXTS for field in fields(Case) if field.type is str},
)
ENTRIES = st.builds(
    StepEntry,
    step=st.sampled_from([Step.APOLOGY, Step.REVIEW, Step.LOGGING]),
    state=st.sampled_from(StepState),
    answers=st.dictionaries(TEXTS, TEXTS, max_size=4),
    form_version=st.integers(0, 2**31),
    skip_reason=TEXTS,
    done_at=st.none() | MOMENTS,
    done_by=st.none() | IDS,
)
SAME_RECORDS = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)


@SAME_RECORDS
@given(case=CASES, entry=ENTRIES)
def test_every_case_and_step_comes_back_as_it_was_kept(storage, case, entry):
    with storage.transaction():
        kept = storage.cases.open_case(replace(case, id=uuid7()))
        storage.cases.save_entry(kept.id, entry)
    assert replace(kept, id=case.id, number=0) == case
    assert storage.cases.get(kept.number) == storage.cases.by_id(kept.id) == kept
    assert storage.cases.entries(kept.id) == {entry.step: entry}


@SAME_RECORDS
@given(first=CASES, second=CASES)
def test_every_change_of_a_case_comes_back_as_it_was_kept(storage, first, second):
    with storage.transaction():
        kept = storage.cases.open_case(replace(first, id=uuid7()))
        changed = replace(second, id=kept.id, number=kept.number)
        storage.cases.update(changed)
    assert storage.cases.by_id(kept.id) == changed
    assert storage.check() == []


def test_numbers_go_up_by_one_and_are_never_given_twice(storage, opened):
    assert [opened().number for _ in range(3)] == [1, 2, 3]


def test_a_case_that_is_not_there_is_a_key_error(storage, opened):
    opened()
    with pytest.raises(KeyError):
        storage.cases.get(2)
    with pytest.raises(KeyError):
        storage.cases.by_id(uuid7())
    with pytest.raises(KeyError), storage.transaction():
        storage.cases.update(replace(storage.cases.get(1), id=uuid7()))


def test_only_what_differs_is_written_and_noted(storage, opened):
    case = opened()
    with storage.transaction(by=case.id):
        storage.cases.update(replace(case, state=CaseState.CLOSED, close_reason="all well"), ["close_reason"])
        storage.cases.update(replace(case, state=CaseState.CLOSED, close_reason="all well"))
    noted = storage.trail.of_row(case.id)
    assert [(entry.what, entry.fields) for entry in noted] == [
        ("case.opened", ()),
        ("case.changed", ("state", "close_reason")),
    ]
    assert noted[1].by == case.id


def test_a_step_is_kept_over_what_it_held_before(storage, opened, now):
    case = opened()
    first = StepEntry(Step.REVIEW, answers={"in_their_words": "it stopped"})
    second = StepEntry(
        Step.REVIEW, StepState.DONE, {"in_their_words": "it stopped again"}, 2, "", now, uuid7()
    )
    with storage.transaction():
        storage.cases.save_entry(case.id, first)
        storage.cases.save_entry(case.id, StepEntry(Step.APOLOGY))
        storage.cases.save_entry(case.id, second)
    assert list(storage.cases.entries(case.id).items()) == [
        (Step.APOLOGY, StepEntry(Step.APOLOGY)),
        (Step.REVIEW, second),
    ]


def test_the_trail_names_answers_but_never_tells_them(storage, opened):
    case = opened()
    with storage.transaction():
        storage.cases.save_entry(
            case.id, StepEntry(Step.APOLOGY, answers={"own_words": "canary"}), ["own_words"]
        )
    last = storage.trail.of_row(case.id)[-1]
    assert (last.what, last.fields) == ("apology.saved", ("own_words",))
    assert "canary" not in repr(storage.trail.of_row(case.id))


def test_events_are_told_in_the_order_they_happened(storage, opened, now):
    case = opened()
    events = [
        CaseEvent(case.id, now, "opened", uuid7()),
        CaseEvent(case.id, now + timedelta(days=1), "closed", None, "all well"),
        CaseEvent(case.id, now + timedelta(days=2), "reopened", uuid7(), "it came back"),
    ]
    with storage.transaction():
        for event in reversed(events):
            storage.cases.add_event(event)
    assert storage.cases.events(case.id) == events
    assert storage.cases.events(uuid7()) == []


def test_the_highest_approval_counts(storage, opened, now):
    case = opened()
    assert storage.cases.approved(case.id) == 0
    with storage.transaction():
        storage.cases.save_approval(case.id, 12_000, uuid7(), now)
        storage.cases.save_approval(case.id, 9_000, uuid7(), now)
    assert storage.cases.approved(case.id) == 12_000


def test_imported_cases_come_with_their_steps_and_go_on_with_the_numbers(storage, opened, new_case):
    opened()
    entry = StepEntry(Step.LOGGING, answers={"kind_words": "found by words"})
    cases = [(new_case(reference=f"R{n}", imported_from="table"), {Step.LOGGING: entry}) for n in range(3)]
    with storage.transaction():
        assert storage.cases.add_imported(cases) == 3
    assert [storage.cases.get(number).reference for number in (2, 3, 4)] == ["R0", "R1", "R2"]
    assert storage.cases.entries(cases[1][0].id) == {Step.LOGGING: entry}
    assert len(storage.search.cases("found by words")) == 3


def test_an_import_that_fails_leaves_nothing(storage, new_case):
    case = new_case(imported_from="table")
    with pytest.raises(Exception, match="UNIQUE"), storage.transaction():
        storage.cases.add_imported([(case, {}), (case, {})])
    assert storage.cases.count() == 0


def test_a_step_of_a_case_that_is_not_there_cannot_be_kept(storage):
    with pytest.raises(Exception, match="FOREIGN KEY"), storage.transaction():
        storage.cases.save_entry(UUID(int=5), StepEntry(Step.APOLOGY))


def test_naughty_strings_come_back_as_they_were(storage, new_case, shared_data):
    texts = json.loads((shared_data / "naughty_strings.json").read_text("utf-8"))
    answers = [{"in_their_words": text, text: "[{"} for text in texts]
    with storage.transaction():
        cases = [storage.cases.open_case(new_case(one_line=text, who=text)) for text in texts]
        for case, given_answers in zip(cases, answers, strict=True):
            storage.cases.save_entry(case.id, StepEntry(Step.REVIEW, answers=given_answers))
    assert [storage.cases.get(case.number) for case in cases] == cases
    assert [storage.cases.entries(case.id)[Step.REVIEW].answers for case in cases] == answers
    for text in texts:
        storage.search.cases(text)
        storage.customers.find(text)
    assert storage.check() == []
