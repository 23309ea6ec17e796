"""Cheap before dear, then how it was taken, then what suits."""

import pytest

from desktop_cs.cases.gesture_ranking import EXTRA, GOODWILL, Evidence, name_key, ranked
from desktop_cs.cases.gestures import Gesture, GestureKind, GestureState
from desktop_cs.storage.uuid7 import uuid7


def gesture(name, cost=0, kind=GestureKind.EITHER, **more):
    return Gesture(uuid7(), name, cost, kind, **more)


def names(gestures, line=EXTRA, taken=None, matters="", room=None):
    return [offer.gesture.name for offer in ranked(gestures, line, taken or {}, matters, room)]


def test_what_is_free_comes_first_and_what_is_dear_last():
    assert names([gesture("dear", 9000), gesture("low", 300), gesture("free")]) == ["free", "low", "dear"]


def test_what_is_equally_dear_is_ordered_by_how_it_was_taken():
    taken = {
        "gladly": Evidence({"gladly": 3}),
        "flat": Evidence({"no": 2, "reluctantly": 1}),
        "plain": Evidence({"yes": 5}),
    }
    found = names([gesture("flat"), gesture("untried"), gesture("plain"), gesture("gladly")], taken=taken)
    assert found == ["gladly", "plain", "untried", "flat"]


def test_prices_within_one_doubling_count_as_the_same_but_not_beyond():
    taken = {"350": Evidence({"gladly": 3}), "900": Evidence({"gladly": 9})}
    assert names([gesture("300", 300), gesture("350", 350), gesture("900", 900)], taken=taken) == [
        "350",
        "300",
        "900",
    ]


def test_what_suits_the_customer_comes_before_its_equals():
    found = names([gesture("a"), gesture("b", suits="quick,safety")], matters="safety")
    assert found == ["b", "a"]
    assert names([gesture("a"), gesture("b", suits="quick")], matters="") == ["a", "b"]


def test_two_cases_say_nothing_about_how_a_gesture_is_taken():
    assert Evidence({"no": 2}).mean is None
    assert Evidence({"no": 2, "not_asked_yet": 5, "": 3}).mean is None
    assert Evidence({"gladly": 1, "reluctantly": 1, "no": 1}).mean == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("room", "marked"), [(None, []), (500, ["dear"]), (0, ["dear", "low"]), (-300, ["dear", "low"])]
)
def test_what_is_beyond_ones_authority_is_marked_and_what_is_free_never_is(room, marked):
    offers = ranked([gesture("free"), gesture("low", 500), gesture("dear", 501)], EXTRA, {}, "", room)
    assert sorted(one.gesture.name for one in offers if one.needs_manager) == marked


def test_only_what_is_adopted_not_on_hold_and_meant_for_the_line_is_offered():
    catalogue = [
        gesture("offered", kind=GestureKind.GOODWILL),
        gesture("held", on_hold=True),
        gesture("idea", state=GestureState.IDEA),
        gesture("gone", state=GestureState.RETIRED),
        gesture("extra", kind=GestureKind.EXTRA),
    ]
    assert names(catalogue, GOODWILL) == ["offered"]


def test_a_gesture_is_known_again_however_it_was_typed():
    assert name_key("  A Bag  of pegs ") == name_key("a bag of Pegs")
