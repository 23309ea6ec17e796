"""What like cases were given: median and range."""

import pytest

from desktop_cs.cases.fair_hand import FairHand, LikeCase, fair_hand


def like(*given, price=0):
    return [LikeCase(price, amount) for amount in given]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((800, 0, 2500), FairHand(800, 0, 2500, 3)),
        ((800, 0, 2500, 1000), FairHand(900, 0, 2500, 4)),
        ((0, 1, 2, 9), FairHand(1, 0, 9, 4)),
        ((5, 5, 5), FairHand(5, 5, 5, 3)),
    ],
    ids=["odd", "even", "even, rounded down", "all the same"],
)
def test_the_median_is_in_the_middle_and_the_range_holds_all(given, told):
    assert fair_hand(0, like(*given)) == told


@pytest.mark.parametrize("given", [(), (800,), (800, 900)])
def test_fewer_than_three_like_cases_say_nothing(given):
    assert fair_hand(0, like(*given)) is None


@pytest.mark.parametrize(("price", "count"), [(500, 6), (1000, 6), (2000, 6), (499, 3), (2001, 3), (0, 6)])
def test_a_price_more_than_twice_as_high_or_low_is_no_like_case(price, count):
    cases = [*like(1, 2, 3, price=1000), *like(4, 5, 6, price=0)]
    assert fair_hand(price, cases).count == count


def test_only_the_newest_fifty_count():
    found = fair_hand(0, like(*[100] * 50, *[9999] * 50))
    assert (found.count, found.highest) == (50, 100)
