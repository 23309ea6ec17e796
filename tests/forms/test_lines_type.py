"""Answers of several lines: promises, gestures, what was said."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.errors import UserError
from desktop_cs.forms.field_types import FIELD_TYPES, CheckContext, line_gaps, lines_of

LINES = FIELD_TYPES["lines"]
PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs")))


def test_lines_keep_every_column_and_drop_empty_rows(context, gestures):
    raw = json.dumps([{"gesture": " Loan dryer ", "cost": "8"}, {"gesture": " ", "cost": ""}])
    stored = LINES.check(gestures, raw, context)
    assert stored == '[{"gesture":"Loan dryer","cost":"800","by":""}]'
    assert lines_of(stored) == [{"gesture": "Loan dryer", "cost": "800", "by": ""}]


def test_a_line_names_the_column_that_is_wrong(context, gestures):
    raw = json.dumps([{"gesture": "Tea", "cost": "1"}, {"gesture": "Cake", "cost": "much"}])
    with pytest.raises(UserError, match=r"^Line 2, Cost: “much” is not an amount"):
        LINES.check(gestures, raw, context)


def test_a_line_may_be_half_written_and_says_what_it_lacks(context, gestures):
    stored = LINES.check(gestures, '[{"gesture":"Tea","cost":"1"},{"gesture":"Cake"}]', context)
    assert [(number, column.id) for number, column in line_gaps(gestures, stored)] == [(2, "cost")]


def test_an_unknown_column_is_named_not_dropped(context, gestures):
    for convert in (
        lambda: LINES.check(gestures, '[{"gestur":"Tea"}]', context),
        lambda: LINES.from_value(gestures, [{"gestur": "Tea"}]),
    ):
        with pytest.raises(
            UserError, match=r"Line 1: there is no “gestur” here \(did you mean “gesture”\?\)"
        ):
            convert()


@pytest.mark.parametrize("value", ["text", {"gesture": "Tea"}, [["Tea"]], [{"gesture": 5}]])
def test_lines_of_a_file_are_a_list_of_tables(value, gestures):
    with pytest.raises(UserError):
        LINES.from_value(gestures, value)


def test_lines_are_shown_one_below_the_other(context, gestures):
    stored = (
        '[{"gesture":"Tea","cost":"0","by":""},{"gesture":"Loan dryer","cost":"800","by":"2026-11-06T10:00"}]'
    )
    assert LINES.shown(gestures, stored, context) == ("Tea · €0.00\nLoan dryer · €8.00 · 6 Nov 2026, 10:00")


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "gesture": PRINTABLE,
                "cost": st.decimals(0, 10**9, places=2).map(str),
                "by": st.datetimes().map(lambda moment: moment.isoformat(timespec="minutes")),
            }
        )
    )
)
def test_stored_lines_can_be_opened_and_saved_again_without_change(context, gestures, lines):
    here = CheckContext("JPY", context.now, "en")
    raw = json.dumps([line | {"cost": line["cost"].partition(".")[0]} for line in lines])
    stored = LINES.check(gestures, raw, here)
    assert LINES.check(gestures, LINES.as_typed(gestures, stored, here), here) == stored
