"""What was given: three lines that are never mixed."""

import json

import pytest

from desktop_cs.cases.remedies import GestureLine, Remedies, remedies_of


def lines(*rows):
    return json.dumps([{"gesture": gesture, "cost": cost, "reason": ""} for gesture, cost in rows])


def test_the_answers_of_the_resolution_tell_what_was_given():
    answers = {
        "entitlement_kind": "money_back",
        "entitlement_value": "90000",
        "goodwill": lines(("Courier tonight", "12000")),
        "extra": lines(("Call", "0"), ("Cake", "350")),
        "charged": "500",
    }
    given = remedies_of(answers)
    assert given.goodwill == (GestureLine("Courier tonight", 12000),)
    assert given.extra == (GestureLine("Call"), GestureLine("Cake", 350))
    assert (given.spent, given.entitlement_value, given.charged) == (12350, 90000, 500)
    assert given.is_given


def test_what_the_law_owes_is_not_spent():
    assert Remedies("money_back", 90000).spent == 0


@pytest.mark.parametrize("kind", ["", "none"])
def test_nothing_owed_and_nothing_added_is_nothing_given(kind):
    assert not Remedies(kind).is_given
    assert Remedies(kind, extra=(GestureLine("Call"),)).is_given
    assert not remedies_of({}).is_given


@pytest.mark.parametrize(("extra", "beyond"), [(49_99, False), (50_00, False), (50_01, True)])
def test_beyond_half_as_much_again_as_the_price_more_gains_nothing(extra, beyond):
    given = Remedies("money_back", 100_00, extra=(GestureLine("Voucher", extra),))
    assert given.is_beyond_generous(100_00) is beyond
    assert not given.is_beyond_generous(0), "no price is known"
