"""Columns of a case follow from its answers."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step
from desktop_cs.desk.derived import changed_fields, with_answers

CASE = Case(uuid4(), 1, CaseState.OPEN, "Tom", "Kettle", datetime(2026, 11, 2, tzinfo=UTC))


@pytest.mark.parametrize(
    ("step", "answers", "columns"),
    [
        (Step.REVIEW, {"failure_kind": "late", "device": "D-1"}, {"failure_kind": "late", "product": "D-1"}),
        (Step.REVIEW, {"product": "Dryer", "device": "D-1"}, {"product": "Dryer"}),
        (Step.RESOLUTION, {"customer_accepts": "yes"}, {"customer_accepts": "yes"}),
        (Step.LOGGING, {"finding": "upheld", "idea": "A card"}, {"finding": "upheld"}),
        (Step.APOLOGY, {"feeling_named": "angry"}, {}),
    ],
)
def test_only_what_is_listed_searched_or_counted_becomes_a_column(step, answers, columns):
    assert with_answers(CASE, step, answers) == replace(CASE, **columns)


def test_an_answer_that_is_taken_back_empties_its_column():
    before = replace(CASE, root_cause="part", finding="upheld", product="Dryer")
    after = with_answers(before, Step.LOGGING, {"root_cause": "stock"})
    assert changed_fields(before, after) == ("root_cause", "finding")
    assert after.product == "Dryer"
