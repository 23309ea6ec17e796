"""The catalogue of gestures: what is offered, what like cases were given, ideas of staff."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_cs.cases.gestures import Gesture, GestureKind, GestureState
from desktop_cs.errors import UserError
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.summary.month import AdoptedIdea, Month


@pytest.fixture
def manager(desk, staff):
    """Let the manager act."""
    desk.actor = staff[0]
    return staff[0]


def named(gestures, name):
    return next(one for one in gestures if one.name == name)


def test_a_new_shop_takes_over_the_shipped_catalogue_once(desk):
    first = desk.gestures.all()
    assert desk.gestures.all() == first
    offered = [one for one in first if one.is_offered]
    assert len(offered) >= 8
    assert {one.cost for one in offered} == {0}
    assert all(one.idea_by is None for one in desk.gestures.ideas())
    assert len(first) == len(offered) + len(desk.gestures.ideas())


def test_a_shop_that_speaks_chinese_begins_with_the_chinese_catalogue(in_charge):
    in_charge.shop.save_settings(replace(in_charge.settings, language="zh_CN"))
    assert any("师傅" in one.name for one in in_charge.gestures.all())


def test_what_costs_something_is_offered_once_the_manager_said_how_much(desk, manager, take):
    idea = named(desk.gestures.ideas(), "A loan device until theirs is back")
    desk.gestures.adopt(replace(idea, cost=800))
    names = [one.gesture.name for one in desk.gestures.offers(take(), "goodwill")]
    assert names[-1] == "A loan device until theirs is back"
    assert all(one.idea_by is None for one in desk.gestures.all())


def test_offers_are_ranked_by_what_past_cases_tell(desk, take, walk):
    loved, hated = "Carried to the car", "A call from the manager"
    for name, accepts in ((loved, "gladly"), (hated, "no")):
        for _number in range(3):
            extra = json.dumps([{"gesture": name.upper(), "cost": "0"}])
            desk.casework.finish(walk(resolution={"extra": extra, "customer_accepts": accepts}))
    offers = desk.gestures.offers(take(), "extra")
    assert (offers[0].gesture.name, offers[0].taken) == (loved, 2.0)
    assert (offers[-1].gesture.name, offers[-1].taken) == (hated, -1.0)


def test_what_matters_most_to_this_customer_is_asked_of_the_review(desk, take, fill):
    story = fill(take(), "review", what_matters_most="safety")
    assert desk.gestures.offers(story, "extra")[0].suits


def test_what_is_beyond_what_is_left_of_the_limit_needs_a_manager(desk, manager, staff, take, fill):
    for name, cost in (("Small", 1000), ("Large", 1001)):
        desk.gestures.save(Gesture(uuid7(), name, cost))
    desk.actor = staff[-1]
    story = fill(take(), "resolution", finish=False, goodwill='[{"gesture":"x","cost":"40.00"}]', extra="")
    marks = {one.gesture.name: one.needs_manager for one in desk.gestures.offers(story, "goodwill")}
    assert (marks["Small"], marks["Large"]) == (False, True)


def test_like_cases_give_the_fair_hand(desk, take, fill, walk):
    for amount in ("0", "8.00", "25.00"):
        extra = json.dumps([{"gesture": "Loan", "cost": amount}])
        desk.casework.finish(walk(resolution={"extra": extra}))
    fresh = take()
    assert desk.gestures.fair_hand(fresh) is None  # nobody knows yet what went wrong
    hand = desk.gestures.fair_hand(fill(fresh, "review"))
    assert (hand.median, hand.lowest, hand.highest, hand.count) == (800, 0, 2500, 3)
    assert desk.gestures.fair_hand(fill(take(), "review", failure_kind="late")) is None


def test_the_idea_of_a_logged_case_is_kept_under_its_authors_name(desk, walk, staff):
    story = walk(logging={"idea": "A bag of pegs  for every dryer"})
    desk.casework.finish(story)
    [idea] = [one for one in desk.gestures.ideas() if one.idea_by]
    assert (idea.name, idea.idea_by, idea.case_id) == (
        "A bag of pegs for every dryer",
        staff[-1].id,
        story.case.id,
    )
    assert not idea.is_offered


def test_an_idea_that_was_mended_is_kept_once_until_it_was_answered(desk, walk, fill, staff):
    story = walk(logging={"idea": "Pegs"})

    def logged_again(words):
        case = desk.casework.reopen(desk.casework.story(story.case.id).case, "more to write").value
        again = fill(desk.casework.story(case.id), "logging", idea=words)
        desk.casework.finish(again)
        return [one for one in desk.gestures.all() if one.idea_by]

    desk.casework.finish(story)
    [idea] = logged_again("A bag of pegs")
    assert idea.name == "A bag of pegs"
    counter, desk.actor = desk.actor, staff[0]
    desk.gestures.adopt(idea)
    desk.actor = counter
    assert len(logged_again("a bag of pegs")) == 1
    assert sorted(one.name for one in logged_again("A drying rack")) == ["A bag of pegs", "A drying rack"]


def test_a_case_without_an_idea_keeps_none(desk, walk):
    desk.casework.finish(walk())
    assert not any(one.idea_by for one in desk.storage.gestures.all())


def test_a_manager_adopts_an_idea_and_the_month_thanks_its_author(desk, staff, clock):
    desk.gestures.suggest("A bag of pegs", GestureKind.EXTRA)
    desk.gestures.suggest("Label the shelves")
    desk.gestures.suggest("Free trips to the moon")
    pegs, shelves, moon = (
        named(desk.gestures.ideas(), name)
        for name in ("A bag of pegs", "Label the shelves", "Free trips to the moon")
    )
    with pytest.raises(UserError, match="Only a manager"):
        desk.gestures.adopt(pegs)
    desk.actor = staff[0]
    desk.gestures.adopt(replace(pegs, cost=350))
    clock.moment += timedelta(minutes=1)
    desk.gestures.adopt(shelves, as_gesture=False)
    desk.gestures.decline(moon)
    november = Month(2026, 11)
    assert desk.months.whole_figures(november).adopted == (
        AdoptedIdea("A bag of pegs", "Aoife Byrne"),
        AdoptedIdea("Label the shelves", "Aoife Byrne"),
    )
    offered = [one.name for one in desk.gestures.all() if one.is_offered]
    assert "A bag of pegs" in offered
    assert not {"Label the shelves", "Free trips to the moon"} & set(offered)
    assert desk.months.whole_figures(Month(2026, 12)).adopted == ()
    desk.gestures.put_back(pegs)
    assert len(desk.months.whole_figures(november).adopted) == 1


@pytest.mark.parametrize(
    ("name", "cost", "field"),
    [("  ", 0, "name"), ("x" * 81, 0, "name"), ("carried  to the CAR", 0, "name"), ("Tea", -1, "cost")],
)
def test_an_entry_needs_words_of_its_own_and_a_cost(desk, manager, name, cost, field):
    desk.gestures.all()
    with pytest.raises(UserError) as refusal:
        desk.gestures.save(Gesture(uuid7(), name, cost))
    assert refusal.value.field == field


def test_what_is_on_hold_or_retired_is_offered_to_nobody_and_its_name_is_free(desk, manager, take):
    car = named(desk.gestures.all(), "Carried to the car")
    desk.gestures.save(replace(car, on_hold=True))
    assert "Carried to the car" not in [o.gesture.name for o in desk.gestures.offers(take(), "extra")]
    desk.gestures.save(replace(car, state=GestureState.RETIRED))
    fresh = desk.gestures.save(Gesture(uuid7(), "Carried to the car", 100)).value
    assert fresh.added_at is not None


def test_the_summary_names_budget_and_authors(desk, walk):
    desk.casework.finish(walk())
    budget = desk.months.whole_figures(Month(2026, 11)).budget
    assert (budget.spent, budget.amount) == (350, None)
    assert desk.months.whole_figures(Month(2026, 10)).budget is None


def test_an_idea_can_be_taken_back_until_a_manager_answered_it(desk, staff):
    first, second = (desk.gestures.suggest(name).value for name in ("Pegs", "A drying rack"))
    desk.gestures.take_back(first)
    assert desk.storage.gestures.get(first.id).state is GestureState.DECLINED
    desk.actor = staff[0]
    desk.gestures.adopt(second)
    with pytest.raises(UserError, match="meanwhile"):
        desk.gestures.take_back(second)
    assert desk.storage.gestures.get(second.id).is_offered
