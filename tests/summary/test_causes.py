"""Causes stand in the order that a manager should look at them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.summary.causes import first_and_rest, pareto, vital_few

COUNTS = {"late": 3, "faulty": 10, "delivery": 3, "": 2, "wrong_item": 0, "damaged": 2}


def test_the_most_frequent_comes_first_and_what_nobody_named_last():
    assert [cause.id for cause in pareto(COUNTS)] == ["faulty", "delivery", "late", "damaged", ""]


def test_shares_run_up_to_all():
    causes = pareto(COUNTS)
    assert [cause.share for cause in causes] == [0.5, 0.15, 0.15, 0.1, 0.1]
    assert [round(cause.running_share, 2) for cause in causes] == [0.5, 0.65, 0.8, 0.9, 1.0]


def test_nothing_counted_gives_no_cause():
    assert pareto({}) == pareto({"late": 0}) == ()
    assert vital_few(()) == 0


def test_the_vital_few_make_four_fifths():
    assert vital_few(pareto(COUNTS)) == 3
    assert vital_few(pareto({"late": 1})) == 1
    assert vital_few(pareto({"late": 79, "faulty": 21})) == 2


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 50), max_size=8))
def test_no_case_is_lost(counts):
    causes = pareto(counts)
    assert sum(cause.count for cause in causes) == sum(counts.values())
    for most in (1, 3, 20):
        first, rest = first_and_rest(causes, most)
        assert sum(cause.count for cause in first) + rest == sum(counts.values())
    if causes:
        assert causes[-1].running_share == pytest.approx(1)
        assert causes[vital_few(causes) - 1].running_share >= 0.8


def test_a_rest_of_one_is_shown_as_itself():
    causes = pareto({"a": 3, "b": 2, "c": 1})
    assert first_and_rest(causes, 2) == (causes, 0)
    assert first_and_rest(causes, 1) == (causes[:1], 3)
