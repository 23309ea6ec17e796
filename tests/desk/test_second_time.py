"""The second time is found while a case is taken, proposed and never forced; what was said of it stays."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.desk.case_lookup import NOT_THE_SAME, TIED
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.second_time import Likeness, Said, Thing

DRYER = Thing("Dryer WT 5", "WT-512", "faulty")


@pytest.fixture
def first(desk, walk, take, clock):
    """Return the first case, twelve days old: Deirdre Fallon's dryer, its cause a part."""
    story = walk(take(), review={"serial": "WT-512", "product": "Dryer WT 5"})
    case = desk.casework.finish(story).value
    clock.moment += timedelta(days=12)
    return case


def known(desk, case):
    return Intake("Stands still again", customer=desk.customers.get(case.customer_id))


def test_the_customer_alone_brings_it_up_with_its_days_and_its_cause(desk, first):
    repeat = desk.second_time.look(known(desk, first), Thing())
    assert (repeat.earlier.number, repeat.days, repeat.likeness) == (first.number, 12, Likeness.CUSTOMER)
    assert repeat.cause == "A part"


def test_the_device_brings_it_up_whoever_carries_it(desk, first):
    repeat = desk.second_time.look(Intake("", who="A neighbour"), Thing(serial="WT-512"))
    assert repeat.likeness is Likeness.DEVICE


def test_a_family_is_asked_and_only_with_the_same_product_and_failure(desk, first):
    son = Intake("", who="Tom Fallon")
    kettle, cord = replace(DRYER, product="Kettle", serial=""), replace(DRYER, failure_kind="late", serial="")
    assert desk.second_time.look(son, replace(DRYER, serial="")).likeness is Likeness.FAMILY
    assert desk.second_time.look(son, kettle) is None
    assert desk.second_time.look(son, cord) is None
    assert desk.second_time.look(Intake("", who="Nina Reed"), replace(DRYER, serial="")) is None


def test_out_of_the_window_it_is_the_first_time(desk, first, clock):
    clock.moment += timedelta(days=desk.settings.second_failure_window_days)
    assert desk.second_time.look(known(desk, first), DRYER) is None


def test_a_family_is_never_tied_by_itself(desk, first):
    son = Intake("Stands still", who="Tom Fallon")
    case = desk.second_time.take(son, replace(DRYER, serial=""), Said()).value
    assert case.earlier_case_id is None


def test_what_a_person_tied_stays_tied_when_steps_are_saved(desk, first):
    son = Intake("Stands still", who="Tom Fallon")
    thing = replace(DRYER, serial="")
    case = desk.second_time.take(son, thing, Said(tied=first.number)).value
    assert (case.earlier_case_id, case.earlier_days) == (first.id, 12)
    story = desk.casework.story(case.id)
    desk.casework.steps.save_answers(story, Step.REVIEW, {"product": "Kettle"})
    assert desk.casework.story(case.id).earlier.number == first.number


def test_what_is_not_the_same_is_neither_proposed_nor_tied_again(desk, first):
    intake = known(desk, first)
    case = desk.second_time.take(intake, DRYER, Said(refused=frozenset({first.number}))).value
    assert case.earlier_case_id is None
    assert desk.second_time.look(intake, DRYER, {first.number}, case) is None
    story = desk.casework.story(case.id)
    desk.casework.steps.save_answers(story, Step.REVIEW, DRYER.answers())
    assert desk.casework.change_header(replace(case, mood="upset")).value.earlier_case_id is None


def test_both_are_undone(desk, first):
    case = desk.second_time.take(known(desk, first), DRYER, Said()).value
    assert case.earlier_case_id == first.id
    refused = desk.second_time.refuse(case, first).value
    assert refused.earlier_case_id is None
    assert desk.second_time.undo(refused, NOT_THE_SAME).value.earlier_case_id == first.id
    desk.second_time.refuse(case, first)
    assert desk.second_time.tie(case, first).value.earlier_case_id == first.id
    assert desk.second_time.undo(case, TIED).value.earlier_case_id is None


def test_what_is_known_of_the_thing_stands_in_the_review_already(desk, first):
    case = desk.second_time.take(known(desk, first), DRYER, Said()).value
    assert (case.product, case.serial, case.failure_kind) == ("Dryer WT 5", "WT-512", "faulty")
    assert desk.casework.story(case.id).answers(Step.REVIEW) == DRYER.answers()
    assert desk.second_time.repeat_of(case).likeness is Likeness.DEVICE


def test_a_case_is_never_its_own_second_time(desk, take):
    case = take(customer=None, who="Nina").case
    assert desk.second_time.look(Intake(""), Thing(serial=case.serial), case=case) is None
    assert desk.second_time.repeat_of(case) is None


def test_a_case_that_was_cancelled_is_no_first_time_though_somebody_tied_to_it(desk, take):
    mistaken = take("Dryer", who="Tom Fallon").case
    case = desk.second_time.tie(take(who="Nina Reed").case, mistaken).value
    assert case.is_second_failure
    desk.casework.cancel(mistaken, "taken twice")
    assert desk.casework.story(case.id).earlier is None


def test_what_was_tied_last_counts(desk, take):
    one, other = take("One", who="Ann Moss").case, take("Other", who="Tom Fallon").case
    case = take(who="Nina Reed").case
    for earlier in (one, other, one):
        desk.second_time.tie(case, earlier)
    assert desk.casework.story(case.id).earlier.number == one.number


def test_a_later_case_of_the_family_is_no_earlier_one(desk, walk, take, clock):
    case = take(who="Tom Fallon").case
    clock.moment += timedelta(days=1)
    walk(take(), review={"product": "Dryer WT 5"})
    assert desk.second_time.look(Intake("", who="Tom Fallon"), replace(DRYER, serial=""), case=case) is None


@pytest.mark.parametrize("product", ["Kühlschrank Ä5", "Телефон"])
def test_a_family_is_asked_whatever_script_the_product_has(desk, walk, take, product):
    walk(take(), review={"product": product})
    desk.clock.moment += timedelta(days=1)
    thing = Thing(product.upper(), "", "faulty")
    assert desk.second_time.look(Intake("", who="Tom Fallon"), thing).likeness is Likeness.FAMILY


def test_a_serial_number_typed_in_small_letters_is_the_same_device(desk, first):
    repeat = desk.second_time.look(Intake("", who="A neighbour"), Thing(serial="wt-512"))
    assert repeat.likeness is Likeness.DEVICE
    [card] = desk.cards.cards_for(None, "wt-512")
    assert card.case_id == first.id
    case = desk.second_time.take(Intake("Stands", who="A neighbour"), Thing(serial="wt-512"), Said()).value
    assert desk.second_time.repeat_of(case).likeness is Likeness.DEVICE
