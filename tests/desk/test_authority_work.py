"""Beyond one's authority: a manager is asked later, and the customer knows by when they hear."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.requests import RequestState
from desktop_cs.errors import UserError
from desktop_cs.shop.staff import Role
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.summary.month import Month

NOVEMBER = Month(2026, 11)


def goodwill(amount):
    line = f'[{{"gesture":"Delivery tonight","cost":"{amount}"}}]'
    return {"goodwill": line, "extra": "", "extra_none_because": "They are in a hurry"}


@pytest.fixture
def beyond(take, fill):
    """Return the story of a case in which 120.00 are given, 70.00 beyond the limit."""
    return fill(take(), "resolution", finish=False, **goodwill("120.00"))


@pytest.fixture
def later(desk, clock):
    """Return a function that asks a manager for what is given, to be told in an hour."""

    def asked(story, minutes=60, words=""):
        return desk.authority.ask_approval(story, clock.moment + timedelta(minutes=minutes), words).value

    return asked


@pytest.fixture
def as_manager(desk, staff):
    """Return a function that answers in the manager's name, and puts whoever acted back."""

    def answered(request, granted, words=""):
        before, desk.actor = desk.actor, staff[0]
        try:
            return desk.authority.decide(request, granted, words).value
        finally:
            desk.actor = before

    return answered


@pytest.fixture
def again(desk):
    """Return a function that reads a story anew."""
    return lambda story: desk.casework.story(story.case.id)


def open_promises(story):
    return [one for one in story.promises if one.state is PromiseState.OPEN]


def test_asking_later_makes_a_request_and_a_promise(desk, beyond, later, again, clock):
    request = later(beyond, words=" They need it  tonight. ")
    assert (request.amount, request.words, request.state) == (
        12000,
        "They need it tonight.",
        RequestState.WAITING,
    )
    [promise] = open_promises(again(beyond))
    assert promise.id == request.promise_id
    assert promise.due_at == clock.moment + timedelta(hours=1)
    assert promise.by_whom == "Aoife Byrne"
    asked = desk.authority.asked(again(beyond))
    assert asked.is_waiting
    assert not asked.is_to_be_told
    assert asked.manager == "Grace Okafor"  # the only one there is


def test_among_several_managers_none_is_named_until_one_answers(
    desk, beyond, later, as_manager, again, managing
):
    with managing():
        desk.shop.add_staff("Ines Weiss", Role.MANAGER, "8642")
    request = later(beyond)
    assert desk.authority.asked(again(beyond)).manager == ""
    as_manager(request, granted=True)
    assert desk.authority.asked(again(beyond)).manager == "Grace Okafor"


def test_granted_holds_for_the_amount_that_was_asked_for_and_no_more(
    desk, beyond, later, as_manager, again, fill
):
    as_manager(later(beyond), granted=True, words="Of course.")
    story = again(beyond)
    assert desk.casework.judgement(story).within
    assert desk.authority.asked(story).request.answer == "Of course."
    assert [one.what for one in story.events][-1] == "approved"
    raised = fill(story, "resolution", finish=False, **goodwill("120.01"))
    assert not desk.casework.judgement(raised).within
    assert later(raised).amount == 12001


def test_declined_says_so_in_the_managers_words_and_approves_nothing(desk, beyond, later, as_manager, again):
    declined = as_manager(later(beyond), granted=False, words="Offer the loan device instead.")
    assert (declined.state, declined.answer) == (RequestState.DECLINED, "Offer the loan device instead.")
    assert not desk.casework.judgement(again(beyond)).within
    assert desk.authority.asked(again(beyond)).is_to_be_told


def test_the_promise_is_kept_once_the_customer_was_told(desk, beyond, later, as_manager, again, clock):
    as_manager(later(beyond), granted=True)
    clock.moment += timedelta(minutes=20)
    desk.authority.told(desk.authority.asked(again(beyond)))
    [promise] = again(beyond).promises
    assert (promise.state, promise.settled_at) == (PromiseState.KEPT, clock.moment)
    with pytest.raises(UserError, match="told already"):
        desk.authority.told(desk.authority.asked(again(beyond)))


def test_the_customer_was_told_once_whichever_page_is_quicker(desk, beyond, later, as_manager, again, clock):
    as_manager(later(beyond), True)
    page = desk.authority.asked(again(beyond))
    told = desk.authority.told(page).value
    clock.moment += timedelta(hours=3)
    with pytest.raises(UserError, match="told already"):
        desk.authority.told(page)
    assert [one.settled_at for one in again(beyond).promises] == [told.settled_at]


def test_nothing_can_be_told_before_a_manager_answered(desk, beyond, later, again):
    later(beyond)
    with pytest.raises(UserError, match="not answered"):
        desk.authority.told(desk.authority.asked(again(beyond)))


def test_the_promise_survives_leaving_and_finishing_the_step(desk, beyond, later, again, fill):
    later(beyond)
    story = fill(again(beyond), "resolution", **goodwill("120.00"))
    desk.casework.steps.leave_step(story.case.id, "resolution")
    assert [one.state for one in again(story).promises] == [PromiseState.OPEN]


def test_asking_anew_takes_the_place_of_what_waits_with_its_promise(desk, beyond, later, again, fill):
    first = later(beyond)
    second = later(fill(again(beyond), "resolution", finish=False, **goodwill("90.00")))
    assert desk.storage.requests.get(first.id).state is RequestState.WITHDRAWN
    assert second.promise_id == first.promise_id
    third = later(again(beyond), minutes=90)
    assert [one.state for one in again(beyond).promises] == [PromiseState.RENEGOTIATED, PromiseState.OPEN]
    assert third.promise_id == open_promises(again(beyond))[0].id
    assert [one.id for one in desk.storage.requests.waiting()] == [third.id]


def test_a_new_time_that_the_customer_agreed_to_is_the_one_that_is_shown(desk, beyond, later, again, clock):
    later(beyond)
    [promise] = again(beyond).promises
    desk.follow_ups.renegotiate(promise, clock.moment + timedelta(hours=5))
    assert desk.authority.asked(again(beyond)).promise.due_at == clock.moment + timedelta(hours=5)
    desk.casework.steps.leave_step(beyond.case.id, "resolution")
    assert len(open_promises(again(beyond))) == 1


def test_a_manager_who_comes_by_answers_what_waits_with_digits(desk, beyond, later, again):
    request = later(beyond)
    assert desk.authority.approve(again(beyond), "2468").value == "Grace Okafor"
    stored = desk.storage.requests.get(request.id)
    assert (stored.state, desk.authority.asked(again(beyond)).manager) == (
        RequestState.GRANTED,
        "Grace Okafor",
    )
    assert again(beyond).approved == 12000
    with pytest.raises(UserError, match="manager"):
        desk.authority.approve(again(beyond), "1357")


def test_only_a_manager_answers_and_only_once(desk, beyond, later, as_manager):
    request = later(beyond)
    with pytest.raises(UserError, match="manager has to answer"):
        desk.authority.decide(request, granted=True)
    as_manager(request, granted=False)
    with pytest.raises(UserError, match="meanwhile"):
        as_manager(request, granted=True)
    assert desk.storage.cases.approved(request.case_id) == 0


def test_what_needs_nobody_or_comes_too_late_is_not_asked(desk, beyond, later, take, fill):
    with pytest.raises(UserError, match="still to come") as refusal:
        later(beyond, minutes=0)
    assert refusal.value.field == "tell_by"
    inside = fill(take(), "resolution", finish=False, **goodwill("12.00"))
    with pytest.raises(UserError, match="nobody needs to be asked"):
        later(inside)
    desk.casework.cancel(beyond.case, "taken twice")
    with pytest.raises(UserError, match="over"):
        later(desk.casework.story(beyond.case.id))


def test_the_budget_is_a_share_of_the_revenue_and_counts_all_that_was_given(desk, walk, staff):
    paid = {"entitlement_kind": "money_back", "entitlement_value": "30.00", **goodwill("10.00")}
    walk(resolution=paid)
    walk()
    assert (desk.authority.budget(NOVEMBER).spent, desk.authority.budget(NOVEMBER).amount) == (
        3000 + 1000 + 350,
        None,
    )
    desk.actor = staff[0]
    desk.authority.save_revenue(NOVEMBER, 2_000_000)
    assert desk.authority.budget(NOVEMBER).left == 10_000 - 4350
    desk.shop.save_settings(replace(desk.settings, budget_basis_points=100))
    assert desk.authority.budget(NOVEMBER).amount == 20_000
    assert desk.authority.budget(Month(2026, 10)).spent == 0


def test_a_revenue_can_be_taken_back_and_put_back_by_a_manager_alone(desk, staff):
    with pytest.raises(UserError, match="Only a manager"):
        desk.authority.save_revenue(NOVEMBER, 5)
    desk.actor = staff[0]
    desk.authority.save_revenue(NOVEMBER, 2_000_000)
    before = desk.authority.revenue(NOVEMBER)
    desk.authority.save_revenue(NOVEMBER, None)
    assert desk.authority.revenue(NOVEMBER) is None
    desk.authority.put_revenue(NOVEMBER, before)
    assert desk.authority.budget(NOVEMBER).revenue == 2_000_000


def test_a_revenue_is_never_below_nothing(desk, staff):
    desk.actor = staff[0]
    with pytest.raises(UserError, match="below nothing"):
        desk.authority.save_revenue(NOVEMBER, -1)
    assert desk.authority.revenue(NOVEMBER) is None
    assert desk.authority.save_revenue(NOVEMBER, 0).value.amount == 0


def test_a_revenue_in_the_old_currency_is_not_counted(desk, staff):
    desk.actor = staff[0]
    desk.authority.save_revenue(NOVEMBER, 2_000_000)
    desk.shop.save_settings(replace(desk.settings, currency="USD"))
    found = desk.authority.budget(NOVEMBER)
    assert (found.amount, found.typed_in) == (None, "EUR")


def test_limits_keep_the_currency_in_which_they_were_set(in_charge):
    desk = in_charge
    desk.shop.save_settings(replace(desk.settings, currency="USD"))
    assert desk.settings.limits_currency == "EUR"
    assert not desk.settings.limits_fit
    desk.shop.save_settings(replace(desk.settings, name="Corner Store 2"))
    assert desk.settings.limits_currency == "EUR"
    desk.shop.save_settings(replace(desk.settings, currency="EUR"))
    assert desk.settings.limits_fit


def test_a_new_shop_sets_its_limits_in_its_own_currency(bare_desk):
    bare_desk.shop.save_settings(replace(bare_desk.settings, name="New", currency="CNY"))
    assert bare_desk.settings.limits_fit


def test_with_limits_in_another_currency_a_manager_approves_everything(desk, take, fill, managing):
    with managing():
        desk.shop.save_settings(replace(desk.settings, currency="USD"))
    story = fill(take(), "resolution", finish=False, **goodwill("1.00"))
    judgement = desk.casework.judgement(story)
    assert (judgement.within, judgement.limit) == (False, 0)


def test_nothing_was_asked_in_a_case_of_nobodys_asking(desk, take):
    assert desk.authority.asked(take()) is None
    with pytest.raises(KeyError):
        desk.storage.requests.get(uuid7())


def test_a_manager_answers_through_the_list_of_requests(desk, beyond, later, again, staff):
    request = later(beyond)
    desk.actor = staff[0]
    assert [one.id for one in desk.requests.waiting()] == [request.id]
    desk.requests.answer(request, granted=True)
    assert again(beyond).approved == 12000


def test_the_suggested_time_is_the_next_full_hour(desk, clock):
    assert desk.authority.suggested_answer_time() == clock.moment + timedelta(hours=1)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"explained": ""}, "explained"),
        ({"extra": ""}, "extra_none_because"),
        ({"charged": "90.00"}, "charge_reason"),
        ({"override_rule": "No loan without a deposit"}, "override_reason"),
        ({"refused": "yes"}, "refusal_reason"),
        ({"goodwill": '[{"gesture":"Taxi"}]'}, "goodwill"),
    ],
    ids=["explained before given", "extra or why none", "a charge", "a rule bent", "a no", "a cost"],
)
def test_what_giving_asks_for_is_needed_before_the_step_is_done(desk, take, fill, answers, asked):
    story = fill(take(), "resolution", finish=False, **answers)
    assert set(desk.casework.steps.step_problems(story, "resolution")) == {asked}


def test_with_its_reason_a_rule_may_be_bent_within_the_limit_and_not_beyond(desk, take, fill):
    bent = {"override_rule": "No loan without a deposit", "override_reason": "They need it tonight"}
    inside = fill(take(), "resolution", **bent)
    assert not [gap for gap in desk.casework.gaps(inside) if gap.step == "resolution"]
    beyond = fill(take(), "resolution", **bent, **goodwill("50.01"))
    assert [gap.field_id for gap in desk.casework.gaps(beyond)][-1] == "goodwill"


def test_a_case_that_is_logged_within_the_limit_asks_no_manager_any_more(desk, beyond, later, walk, again):
    request = later(beyond)
    desk.casework.finish(walk(again(beyond)))
    assert desk.storage.requests.get(request.id).state is RequestState.WITHDRAWN
    assert len(open_promises(again(beyond))) == 1  # the customer still expects to hear
