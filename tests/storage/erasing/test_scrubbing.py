"""What is left of a value when its words are erased."""

import json

import pytest

from desktop_cs.cases.steps import SKIP_REASONS
from desktop_cs.storage.erasing.fates import Fate
from desktop_cs.storage.erasing.scrubbing import Scrubber, code_of

SCRUBBER = Scrubber("(erased)", {"A cake"})


def left(fate, column, **row):
    return SCRUBBER.left_of(fate, row, column)


@pytest.mark.parametrize(
    "value", ["", "faulty", "let_down,worried", "4", "-12", "2026-11-23", "2026-11-23T09:30"]
)
def test_what_was_chosen_or_counted_stays(value):
    assert left(Fate.LISTED, "mood", mood=value) == value


@pytest.mark.parametrize("value", ["Mrs Stone", "mrs stone", "Stone", "石太太", "a@b.c", "4 years"])
def test_what_was_typed_in_its_place_goes(value):
    assert left(Fate.LISTED, "mood", mood=value) == ""


def test_a_reason_of_ones_own_for_skipping_becomes_the_word_for_others():
    assert left(Fate.LISTED, "skip_reason", skip_reason="stone") == "other"
    for reason in ("", *SKIP_REASONS):
        assert left(Fate.LISTED, "skip_reason", skip_reason=reason) == reason


def test_only_the_number_of_another_case_stays_as_the_reason_of_an_event():
    assert left(Fate.REASON, "reason", what="tied", reason="12") == "12"
    assert left(Fate.REASON, "reason", what="told", reason="12") == ""
    assert left(Fate.REASON, "reason", what="tied", reason="Mrs Stone") == ""


def test_an_idea_stays_once_it_is_in_the_catalogue():
    for state, name in (
        ("adopted", "A cake"),
        ("retired", "A cake"),
        ("idea", "(erased)"),
        ("declined", "(erased)"),
    ):
        assert left(Fate.IDEA, "name", name="A cake", state=state) == name


def test_of_what_was_given_the_money_stays_and_names_of_the_catalogue():
    lines = [{"gesture": "A cake", "cost": "350"}, {"gesture": "For Ann", "cost": "200", "reason": "Ann"}]
    answers = json.dumps({"goodwill": json.dumps(lines), "extra": "no lines", "unheard_of": "x"})
    stored = json.loads(left(Fate.ANSWERS, "answers", answers=answers))
    assert json.loads(stored["goodwill"]) == [
        {"gesture": "A cake", "cost": "350"},
        {"gesture": "(erased)", "cost": "200"},
    ]
    assert stored["extra"] == ""
    assert "unheard_of" not in stored


def test_a_code_tells_the_same_from_another_and_nothing_else():
    code = code_of("old program", "R-1")
    assert code == code_of("old program", "R-1")
    assert code not in (code_of("old program", "R-2"), code_of("other", "R-1"))
    assert "R-1" not in code
    assert code_of("old program", "") == ""
    assert code_of("old program", code) == code
