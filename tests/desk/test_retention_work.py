"""How long words are kept: a suggestion, a preview, and an act of a manager; nothing by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.cases.states import CaseState
from desktop_cs.customers.customer import Customer
from desktop_cs.customers.kept_words import Erased, Hold
from desktop_cs.desk.allowed import NotAllowedError
from desktop_cs.desk.casework import Intake
from desktop_cs.errors import UserError
from desktop_cs.shop.keeping_times import KeepingTimes
from desktop_cs.storage.uuid7 import uuid7


def closed(desk, case):
    """Return a case as it is once it was closed."""
    over = replace(case, state=CaseState.CLOSED, closed_at=desk.clock.now())
    with desk.storage.transaction():
        desk.storage.cases.update(over)
    return over


LONG = timedelta(days=3 * 366)


@pytest.fixture
def old(desk, staff, clock):
    """Return a case that was closed more than three years before the clock stands now; the manager acts."""
    desk.actor = staff[0]
    newcomer = Customer(uuid7(), "Deirdre Fallon")
    case = desk.casework.take(Intake("Dryer stands still", newcomer=newcomer)).value
    over = closed(desk, case)
    clock.moment += LONG
    return over


def test_nothing_goes_until_the_shop_says_so(desk, old):
    assert desk.retention.times() == KeepingTimes()
    assert desk.retention.preview().things == ()


def test_the_suggestion_follows_the_law_of_the_country(desk, old):
    for country, years in (("DE", 3), ("CN", 3), ("GB", 6), ("US", 4)):
        desk.shop.save_settings(replace(desk.settings, country=country))
        assert desk.retention.suggested().cases == years


def test_only_a_manager_sets_times_looks_and_lets_go(desk, old, staff):
    desk.retention.save_times(KeepingTimes(cases=3))
    preview = desk.retention.preview()
    desk.actor = staff[-1]
    for act in (
        lambda: desk.retention.save_times(KeepingTimes()),
        desk.retention.preview,
        lambda: desk.retention.carry_out(preview),
    ):
        with pytest.raises(NotAllowedError):
            act()
    assert desk.storage.cases.by_id(old.id).who == "Deirdre Fallon"


@pytest.mark.parametrize("years", [-1, 31, 1000])
def test_a_time_that_makes_no_sense_is_refused(desk, old, years):
    with pytest.raises(UserError, match="0 to 30") as refused:
        desk.retention.save_times(KeepingTimes(letters=years))
    assert refused.value.field == "letters"


def test_setting_a_time_alone_erases_nothing(desk, old):
    desk.retention.save_times(KeepingTimes(cases=1))
    assert desk.storage.cases.by_id(old.id) == old


def test_the_preview_lists_what_would_go_and_the_customer_with_their_last_case(desk, old):
    desk.retention.save_times(KeepingTimes(cases=3))
    preview = desk.retention.preview()
    assert [(one.what, one.number, one.who) for one in preview.things] == [
        (Erased.CASE, old.number, "Deirdre Fallon"),
        (Erased.CUSTOMER, 0, "Deirdre Fallon"),
    ]
    assert preview.counts() == {Erased.CASE: 1, Erased.CUSTOMER: 1}


def test_what_the_preview_showed_goes_and_the_month_stays_the_same(desk, old):
    desk.retention.save_times(KeepingTimes(cases=3))
    month = replace(desk.months.this_month(), year=2026, month=11)
    before = desk.months.figures(month)
    assert desk.retention.carry_out(desk.retention.preview()).value == 2
    assert desk.months.figures(month) == before
    assert desk.storage.cases.by_id(old.id).who == "(erased)"
    assert desk.customers.recent() == []
    assert desk.retention.preview().things == ()


def test_what_is_not_past_its_time_stays(desk, old, clock):
    clock.moment -= timedelta(days=30)
    desk.retention.save_times(KeepingTimes(cases=3))
    assert desk.retention.preview().things == ()


def test_a_customer_with_a_younger_case_stays(desk, old):
    customer = desk.customers.get(old.customer_id)
    young = desk.casework.take(Intake("Iron is cold", customer=customer)).value
    desk.retention.save_times(KeepingTimes(cases=3))
    desk.retention.carry_out(desk.retention.preview())
    assert desk.customers.get(customer.id) == customer
    assert desk.storage.cases.by_id(young.id).customer_id == customer.id


def test_a_matter_of_safety_is_held_back_until_somebody_releases_it(desk, old):
    with desk.storage.transaction():
        desk.storage.cases.update(replace(old, severity="safety"))
    desk.retention.save_times(KeepingTimes(cases=3))
    preview = desk.retention.preview()
    [held] = preview.held()
    assert held.holds == {Hold.SAFETY}
    with pytest.raises(UserError, match="Nothing was erased"):
        desk.retention.carry_out(preview)
    assert desk.retention.carry_out(preview, [held.id]).value == 1


def test_what_came_back_to_life_after_the_preview_stays(desk, old):
    desk.retention.save_times(KeepingTimes(cases=3))
    preview = desk.retention.preview()
    desk.casework.reopen(old, "It hums again")
    with pytest.raises(UserError):
        desk.retention.carry_out(preview)
    assert desk.storage.cases.by_id(old.id).who == "Deirdre Fallon"


def test_the_words_of_a_letter_go_before_the_case_does(desk, old):
    story = desk.casework.story(old.id)
    letter = desk.letters.of_case(story)
    kept = desk.letters.rewrite(letter, letter.text_blocks).value
    desk.retention.save_times(KeepingTimes(cases=10, letters=1))
    assert desk.retention.preview().things == ()  # it was written today
    desk.clock.moment += LONG
    preview = desk.retention.preview()
    assert preview.counts() == {Erased.LETTER: 1}
    desk.retention.carry_out(preview)
    assert [block.text for block in desk.letters.kept(kept.id).text_blocks] == ["(erased)"]
    assert desk.storage.cases.by_id(old.id).who == "Deirdre Fallon"
    assert desk.retention.preview().things == ()
