"""Finding cases by what somebody types."""

from dataclasses import replace

import pytest

from desktop_cs.cases.steps import Step, StepEntry


@pytest.fixture
def case(storage, opened, new_customer):
    """Return a case with something to find in every corner, among others."""
    customer = new_customer(name="李小龙 Lee", phone="138 0013 8000")
    with storage.transaction():
        storage.customers.add(customer)
    opened(who="Mr Reed", one_line="Late delivery")
    found = opened(
        who="The man in the red hat",
        one_line="洗衣机坏了",
        product="Tumbler 3000",
        serial="WD-77/X",
        reference="AB-9",
        customer_id=customer.id,
    )
    answers = {
        "in_their_words": '[{"who":"Ann","said":"nobody called me back"}]',
        "own_words": "we regret it",
        "feeling_named": "tired_of_it",
        "listened_to_end": "yes",
    }
    with storage.transaction():
        storage.cases.save_entry(found.id, StepEntry(Step.REVIEW, answers=answers))
    return found


@pytest.mark.parametrize(
    "typed",
    [
        "red hat",
        "李小龙",
        "lee",
        "8000",
        "138-0013",
        "衣机",
        "tumbl",
        "wd77x",
        "WD-77",
        "ab9",
        "called me",
        "regre",
        "#2",
        "2",
        " 2 ",
    ],
)
def test_a_case_is_found_by_whatever_is_known_of_it(storage, case, typed):
    assert storage.search.cases(typed)[0] == case


@pytest.mark.parametrize(
    "typed", ["tired_of_it", "yes", "5", "#78", "", '" OR "', "99999999999999999999", "hat blue"]
)
def test_what_was_only_ticked_or_is_not_there_finds_nothing(storage, case, typed):
    assert storage.search.cases(typed) == []


def test_the_case_with_that_very_number_comes_before_newer_ones_that_mention_it(storage, opened):
    first = opened()
    newer = opened(one_line="See case 1")
    assert storage.search.cases("1") == [first, newer]
    assert storage.search.cases("1", limit=1) == [first]


def test_the_newest_cases_come_first(storage, opened):
    cases = [opened() for _ in range(5)]
    assert storage.search.cases("dryer") == cases[::-1]
    assert storage.search.cases("dryer", limit=2) == cases[:-3:-1]


def test_a_changed_case_is_found_by_its_new_words_only(storage, case):
    with storage.transaction():
        storage.cases.update(replace(case, one_line="A broken screen"))
        storage.cases.save_entry(case.id, StepEntry(Step.REVIEW, answers={"in_their_words": "it fell down"}))
    assert storage.search.cases("洗衣机") == storage.search.cases("called me") == []
    assert [found.number for found in storage.search.cases("screen fell")] == [case.number]
    assert storage.check() == []


def test_a_case_that_moves_in_the_list_is_found_once(storage, case, now):
    moved = replace(case, opened_at=now.replace(year=2020))
    with storage.transaction():
        storage.cases.update(moved)
    assert storage.search.cases("red hat") == [moved]
    assert storage.check() == []
