"""A whole form's answers: what is stored, what is not right yet, what is missing, what is read back."""

import json

import pytest

from desktop_cs.forms.answers import check, express_form, from_table, missing, summary_rows
from desktop_cs.forms.definition import Column, Condition, Field, Form, Option, Section

YES_NO_OTHER = tuple(Option(name, {"en": name.title()}, {}) for name in ("yes", "no", "other"))
EXTRA = (
    Column("gesture", "text", {"en": "What"}, required=True),
    Column("cost", "money", {"en": "Cost"}, required=True),
)


def question(own_id, kind="text", **more):
    return Field(own_id, kind, {"en": own_id.title(), "zh_CN": f"“{own_id}”"}, {}, **more)


FORM = Form(
    "visit",
    1,
    {"en": "Visit"},
    {},
    (
        Section(
            "first",
            {"en": "First"},
            {},
            (
                question("glad", "choice", options=YES_NO_OTHER, required=True, express=True),
                question("glad_other", required=True, visible_when=Condition("glad", ("other",))),
                question("why", "long_text", visible_when=Condition("glad_other", filled=True)),
                question("again", visible_when=Condition(rule="second_failure"), required=True),
                question("abuse", "yes_no", private=True),
                question("former", retired=True, required=True),
            ),
        ),
        Section(
            "second",
            {"en": "Second"},
            {},
            (
                question("extra", "lines", columns=EXTRA, express=True),
                question("none_because", visible_when=Condition("extra", filled=False), required=True),
            ),
        ),
    ),
)
GIFT = json.dumps([{"gesture": "Tea", "cost": "1.50"}])


def ids(fields):
    return [field.id for field in fields]


def test_right_answers_are_stored_and_wrong_ones_explained(context):
    checked = check(FORM, {"glad": "yes", "extra": '[{"gesture":"Tea","cost":"much"}]'}, context)
    assert checked.stored == {"glad": "yes"}
    assert list(checked.problems) == ["extra"]
    assert "“much” is not an amount" in checked.problems["extra"]


def test_an_empty_answer_is_neither_stored_nor_a_problem(context):
    checked = check(FORM, {"glad": " ", "none_because": ""}, context)
    assert (checked.stored, checked.problems) == ({}, {})


def test_hidden_and_retired_questions_are_neither_checked_nor_stored(context):
    raw = {"glad": "yes", "glad_other": "\x00", "why": "because", "again": "x", "former": "x"}
    checked = check(FORM, raw, context)
    assert (checked.stored, checked.problems) == ({"glad": "yes"}, {})


def test_a_question_is_asked_when_the_one_it_waits_for_is_answered(context):
    raw = {"glad": "other", "glad_other": "relieved", "why": "because"}
    assert check(FORM, raw, context).stored == raw


def test_a_question_is_asked_when_its_rule_holds(context):
    assert check(FORM, {"again": "twice"}, context, {"second_failure"}).stored == {"again": "twice"}


def test_a_key_that_is_no_question_is_a_problem(context):
    assert check(FORM, {"glat": "yes"}, context).problems == {
        "glat": "There is no question “glat” (did you mean “glad”?)."
    }


def test_missing_is_what_is_required_and_asked():
    assert ids(missing(FORM, {})) == ["glad", "none_because"]
    assert ids(missing(FORM, {"glad": "other", "none_because": "no time"})) == ["glad_other"]
    assert ids(missing(FORM, {"glad": "yes", "none_because": "no time"}, {"second_failure"})) == ["again"]
    assert missing(FORM, {"glad": "yes", "none_because": "no time"}) == []


def test_either_an_extra_or_the_reason_for_none_is_needed_never_both(context):
    with_extra = check(FORM, {"glad": "yes", "extra": GIFT, "none_because": "no time"}, context)
    assert list(with_extra.stored) == ["glad", "extra"]
    assert missing(FORM, with_extra.stored) == []


def test_a_half_written_line_is_kept_but_missing(context):
    checked = check(FORM, {"glad": "yes", "extra": '[{"gesture":"Tea"}]'}, context)
    assert checked.problems == {}
    assert ids(missing(FORM, checked.stored)) == ["extra"]


def test_the_express_page_asks_only_its_own_questions():
    express = express_form(FORM)
    assert ids(express.fields()) == ["glad", "extra"]
    assert ids(missing(express, {})) == ["glad"]
    assert [section.id for section in express_form(Form("f", 1, {}, {}, FORM.sections[:1])).sections] == [
        "first"
    ]


def test_a_table_of_a_file_is_checked_like_something_typed(context):
    table = {"glad": "yes", "extra": [{"gesture": "Tea", "cost": 1.5}], "abuse": False}
    checked = from_table(FORM, table, context)
    assert checked.problems == {}
    assert checked.stored == {"glad": "yes", "abuse": "no", "extra": '[{"gesture":"Tea","cost":"150"}]'}


@pytest.mark.parametrize(
    ("table", "key", "problem"),
    [
        ({"gladd": "yes"}, "gladd", "did you mean “glad”"),
        ({"glad": True}, "glad", "A text in quotation marks is needed here."),
        ({"glad": "yess"}, "glad", "did you mean “yes”"),
        ({"extra": "tea"}, "extra", "A list of lines is needed here"),
        ({"glad": "yes", "glad_other": "relieved"}, "glad_other", "not asked here"),
        ({"former": "x"}, "former", "not asked here"),
        ({"again": "twice"}, "again", "not asked here"),
    ],
)
def test_nothing_in_a_table_is_dropped_in_silence(table, key, problem, context):
    problems = from_table(FORM, table, context).problems
    assert list(problems) == [key]
    assert problem in problems[key]


def test_the_summary_reads_back_what_was_answered(context):
    stored = {"glad": "yes", "abuse": "no", "extra": '[{"gesture":"Tea","cost":"150"}]', "former": "blue"}
    assert summary_rows(FORM, stored, context) == [
        ("glad", "Glad", "Yes"),
        ("former", "Former", "blue"),
        ("extra", "Extra", "Tea · €1.50"),
    ]
    assert ("abuse", "Abuse", "No") in summary_rows(FORM, stored, context, with_private=True)


def test_the_summary_leaves_out_what_is_no_longer_asked(context):
    assert summary_rows(FORM, {"glad": "yes", "glad_other": "relieved"}, context) == [("glad", "Glad", "Yes")]
    assert summary_rows(FORM, {"again": "twice"}, context, {"second_failure"}) == [
        ("again", "Again", "twice")
    ]
