"""Inside the limits nobody asks anybody; beyond them it is said at once."""

import pytest

from desktop_cs.cases.authority import Judgement, judge
from desktop_cs.shop.settings import Limit

LIMIT = Limit(per_case=5000, per_day=20000)


@pytest.mark.parametrize(
    ("spent", "given_today", "beyond"),
    [
        (0, 0, 0),
        (5000, 0, 0),
        (5001, 0, 1),
        (5000, 15000, 0),
        (5000, 15001, 1),
        (1, 20000, 1),
        (0, 20000, 0),
        (12000, 0, 7000),
        (3000, 30000, 3000),
    ],
)
def test_the_tighter_of_both_limits_decides_to_the_cent(spent, given_today, beyond):
    judged = judge(spent, given_today, LIMIT)
    assert (judged.within, judged.beyond) == (not beyond, beyond)


@pytest.mark.parametrize(("spent", "within"), [(12000, True), (11999, True), (12001, False)])
def test_what_a_manager_approved_holds_up_to_that_amount(spent, within):
    assert judge(spent, 0, LIMIT, approved=12000).within is within


def test_a_role_without_limits_is_always_inside():
    assert judge(10**9, 10**9, Limit()) == Judgement(within=True)


def test_a_limit_of_one_kind_alone_holds():
    assert judge(5001, 10**9, Limit(per_case=5000)).beyond == 1
    assert judge(5001, 14999, Limit(per_day=20000)).within
    assert judge(5002, 14999, Limit(per_day=20000)).beyond == 1
