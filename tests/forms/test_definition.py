"""When a question is asked, and in which language it is put."""

import pytest

from desktop_cs.forms.definition import Condition, Field, Form, Section, words_in


@pytest.mark.parametrize(
    ("condition", "answers", "rules", "holds"),
    [
        (Condition("a", ("x",)), {"a": "x"}, (), True),
        (Condition("a", ("x",)), {"a": "y"}, (), False),
        (Condition("a", ("x",)), {}, (), False),
        (Condition("a", ("x", "z")), {"a": "y,z"}, (), True),
        (Condition("a", filled=True), {"a": "y"}, (), True),
        (Condition("a", filled=True), {"a": ""}, (), False),
        (Condition("a", filled=False), {}, (), True),
        (Condition(rule="safety"), {}, ("safety",), True),
        (Condition(rule="safety"), {"safety": "yes"}, (), False),
    ],
)
def test_a_condition_holds_or_not(condition, answers, rules, holds):
    assert condition.holds(answers, rules) is holds


def test_a_text_missing_in_a_language_is_shown_in_english():
    assert words_in({"en": "Tea", "zh_CN": "茶"}, "zh_CN") == "茶"
    assert words_in({"en": "Tea"}, "ru") == "Tea"
    assert words_in({}, "en") == ""


def test_a_field_is_found_by_its_id():
    field = Field("a", "text", {}, {})
    form = Form("f", 1, {}, {}, (Section("s", {}, {}, (field,)),))
    assert form.field("a") is field
    with pytest.raises(KeyError):
        form.field("b")
