"""The month is told in words, and nothing is told without ground."""

from dataclasses import replace

import pytest

from desktop_cs.summary.month import Month, MonthFigures
from desktop_cs.summary.sentences import findings, headline, label_of, of_all

LABELS = {"failure_kind": {"faulty": "It is faulty", "late": "We are late"}}
EMPTY = MonthFigures(Month(2026, 11))
MONTH = replace(EMPTY, opened=30, done=28, by_failure_kind={"faulty": 18, "late": 10})


def told(**figures):
    return findings(replace(EMPTY, **figures), LABELS, "en")


def test_the_headline_says_how_many_cases_were_done():
    assert headline(EMPTY, "en") == "No case was done in this month."
    assert headline(replace(EMPTY, done=1), "en") == "1 case was done in this month."
    assert headline(replace(EMPTY, done=1129), "en") == "1,129 cases were done in this month."


def test_an_empty_month_says_so_and_nothing_else():
    assert told() == ("Nothing was opened, promised or given either.",)
    assert told(opened=1) == ()


def test_the_most_frequent_kind_is_named_with_its_share():
    assert findings(MONTH, LABELS, "en") == ("Most frequent: “It is faulty”, 18 of 28 (64%).",)


@pytest.mark.parametrize("kinds", [{"faulty": 5}, {"faulty": 5, "late": 5}, {"": 9}])
def test_no_kind_is_named_where_none_stands_out(kinds):
    assert told(done=10, by_failure_kind=kinds) == ()


def test_promises_are_told_kept_or_not():
    assert told(promises_kept=1) == ("The one promise that was settled was kept.",)
    assert told(promises_kept=4) == ("Every promise that was settled was kept (4).",)
    assert told(promises_kept=3, promises_broken=1) == ("Promises kept: 3 of 4.",)
    assert told(promises_broken=1) == ("Promises kept: 0 of 1.",)


def test_second_failures_open_and_imported_cases_are_told():
    assert told(second_failures=1) == ("1 was a second failure: start with that one.",)
    assert told(second_failures=2, still_open=1) == (
        "2 were second failures: start with those.",
        "1 case was left open.",
    )
    assert told(done=5, imported=2) == ("2 came in from another program.",)
    assert "They came in from another program" in told(done=5, imported=5)[0]


def test_small_totals_bear_no_percentage():
    assert of_all(3, 19, "en") == "3 of 19"
    assert of_all(3, 20, "en") == "3 of 20 (15%)"


def test_only_nothing_and_all_are_nought_and_a_hundred_percent():
    assert of_all(0, 400, "en") == "0 of 400 (0%)"
    assert of_all(1, 400, "en") == "1 of 400 (1%)"
    assert of_all(399, 400, "en") == "399 of 400 (99%)"
    assert of_all(400, 400, "en") == "400 of 400 (100%)"


def test_an_option_that_the_forms_forgot_is_still_readable():
    assert label_of(LABELS, "failure_kind", "late") == "We are late"
    assert label_of(LABELS, "failure_kind", "missing_part") == "missing part"
    assert label_of({}, "root_cause", "") == "not noted"
    assert label_of({}, "repair_status", "end_of_life") == "Beyond repair"
