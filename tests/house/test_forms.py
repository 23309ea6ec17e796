"""Every form that is shipped is sound, complete in every language, and short enough to be said aloud."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from desktop_cs.forms.answers import check, express_form, missing
from desktop_cs.forms.definition import words_in
from desktop_cs.forms.field_types import COLUMN_TYPES, FIELD_TYPES, WITH_OPTIONS, CheckContext
from desktop_cs.forms.loader import load_form, load_forms
from desktop_cs.forms.soundness import STEPS
from desktop_cs.i18n import LANGUAGES

FOLDER = Path(__file__).parents[2] / "forms"
FILES = sorted(FOLDER.glob("*.toml"))
CONTEXT = CheckContext("EUR", datetime.fromisoformat("2026-11-02T12:00"), "en")

# Stored with every answer: an id may be added and retired, but never taken away or changed.
IDS = {
    "apology": "listened_to_end feeling_named feeling_named_other parts_said own_words our_mistake_told"
    " times_told immediate_need",
    "review": "in_their_words failure_kind failure_nature happened_at remedy_sought remedy_sought_other"
    " what_matters_most what_it_cost_them severity customer_suggestion suggestion_outcome"
    " suggestion_reason product device serial till_receipt"
    " price earlier_repair_elsewhere earlier_repair_elsewhere_details basic_questions cause_told"
    " sure_or_checking prevention_told suspected_abuse",
    "resolution": "explained ways_offered customer_chose entitlement_kind entitlement_value work_done"
    " repair_warranty_until goodwill extra"
    " extra_none_because charged charge_reason refused refusal_reason override_rule override_reason"
    " all_on_the_spot promises problem_solved customer_accepts",
    "logging": "root_cause root_cause_details finding where_it_started what_would_have_prevented_it idea"
    " asked_for_and_we_lack kind_words why_leaving hard_on_me",
    "followup": "reached told_result still_solved satisfied would_come_again would_recommend in_their_words"
    " came_back_and_spent",
}
EXPRESS = {
    "apology": "feeling_named feeling_named_other parts_said",
    "review": "in_their_words failure_kind",
    "resolution": "extra extra_none_because all_on_the_spot promises problem_solved customer_accepts",
    "logging": "root_cause",
}


@pytest.fixture(scope="module")
def forms():
    return load_forms(FOLDER)


def texts_of(form):
    """Yield (place, what it is, the text in every language) for all that a person reads."""
    yield form.id, "title", form.title
    yield form.id, "intro", form.intro
    for section in form.sections:
        yield section.id, "title", section.title
        yield section.id, "help", section.help
    for field in form.fields():
        yield field.id, "label", field.label
        yield field.id, "help", field.help
        for column in field.columns:
            yield f"{field.id}.{column.id}", "option", column.label
        for option in field.options:
            yield f"{field.id}.{option.id}", "option", option.label
            yield f"{field.id}.{option.id}", "help", option.help


def filled_texts(form):
    return [(place, kind, words) for place, kind, words in texts_of(form) if words]


def test_the_steps_and_the_follow_up_have_their_forms(forms):
    assert set(forms) >= {*STEPS, "followup"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_form_is_sound(path):
    assert load_form(path).id == path.stem


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_form_is_complete_in_every_language(path):
    for place, kind, words in filled_texts(load_form(path)):
        for language in LANGUAGES:
            assert words.get(language, "").strip(), (place, kind, language)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_ids_are_unique_in_a_form_and_in_every_list(path):
    form = load_form(path)
    for ids in (
        [field.id for field in form.fields()],
        [section.id for section in form.sections],
        *([option.id for option in field.options] for field in form.fields()),
        *([column.id for column in field.columns] for field in form.fields()),
    ):
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_two_answers_of_a_question_read_alike(path):
    for field in load_form(path).fields():
        for language in LANGUAGES:
            labels = [words_in(option.label, language) for option in field.options]
            assert len(labels) == len(set(labels)), field.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_texts_are_short_enough_to_be_said_aloud(path):
    most = {"title": (32, 10), "intro": (60, 20), "label": (40, 16), "option": (28, 10), "help": (60, 20)}
    for place, kind, words in filled_texts(load_form(path)):
        english, chinese = most[kind]
        assert len(words["en"]) <= english, (place, kind, words["en"])
        assert len(words["zh_CN"]) <= chinese, (place, kind, words["zh_CN"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_chinese_is_written_with_chinese_signs(path):
    for place, kind, words in filled_texts(load_form(path)):
        text = words["zh_CN"]
        assert re.search(r"[\u4e00-\u9fff]", text), (place, kind)
        assert not re.search(r"[,.!?:;'\"…]$|[\u4e00-\u9fff][,.!?:;]|\.\.\.", text.removesuffix("……")), (
            place,
            text,
        )
        assert not set(text) & set("你妳們個這麼嗎說"), (place, text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_looks_for_the_fault_in_the_customer(path):
    for place, _kind, words in filled_texts(load_form(path)):
        assert not re.search(
            r"misus|user error|own fault|their fault|blame|policy", words["en"], re.IGNORECASE
        ), place


@pytest.mark.parametrize("form_id", IDS)
def test_no_id_was_ever_taken_away(form_id, forms):
    assert {field.id for field in forms[form_id].fields()} >= set(IDS[form_id].split())


@pytest.mark.parametrize("form_id", STEPS)
def test_the_express_page_asks_the_few_needed_questions(form_id, forms):
    assert [field.id for field in express_form(forms[form_id]).fields()] == EXPRESS[form_id].split()


@pytest.mark.parametrize(
    ("form_id", "answers"),
    [
        ("apology", {"feeling_named": "let_down", "parts_said": "regret,repair_offer"}),
        ("review", {"in_their_words": '[{"text":"The kettle leaks."}]', "failure_kind": "faulty"}),
        (
            "resolution",
            {
                "extra": '[{"gesture":"A cup of tea","cost":"0"}]',
                "all_on_the_spot": "yes",
                "problem_solved": "yes",
                "customer_accepts": "gladly",
            },
        ),
        ("logging", {"root_cause": "part"}),
    ],
)
def test_a_small_matter_is_done_on_the_express_page(form_id, answers, forms):
    express = express_form(forms[form_id])
    checked = check(express, answers, CONTEXT)
    assert checked.problems == {}
    assert missing(express, checked.stored) == []
    for left_out in answers:
        fewer = check(express, {key: text for key, text in answers.items() if key != left_out}, CONTEXT)
        assert missing(express, fewer.stored) != []


@pytest.mark.parametrize("form_id", IDS)
def test_a_condition_on_the_express_page_asks_about_that_page(form_id, forms):
    express = {field.id for field in express_form(forms[form_id]).fields()}
    for field in express_form(forms[form_id]).fields():
        assert field.visible_when is None or field.visible_when.rule or field.visible_when.field in express


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_type_is_known_and_every_choice_has_a_choice(path):
    for field in load_form(path).fields():
        assert field.type in FIELD_TYPES
        assert all(column.type in COLUMN_TYPES for column in field.columns)
        assert len(field.options) >= 2 or field.type not in WITH_OPTIONS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_answer_of_something_else_asks_what(path):
    form = load_form(path)
    for field in form.fields():
        if "other" in {option.id for option in field.options}:
            assert form.field(f"{field.id}_other").visible_when.one_of == ("other",)


def test_nobody_gives_an_extra_without_an_explanation(forms):
    order = [field.id for field in forms["resolution"].fields()]
    assert order.index("explained") < order.index("goodwill") < order.index("extra")
    assert "explained" in {field.id for field in missing(forms["resolution"], {})}


def test_an_extra_or_the_reason_for_none_is_needed(forms):
    needed = {field.id for field in missing(forms["resolution"], {})}
    assert "extra_none_because" in needed
    with_extra = check(forms["resolution"], {"extra": '[{"gesture":"Tea","cost":"0"}]'}, CONTEXT).stored
    assert not {"extra", "extra_none_because"} & {
        field.id for field in missing(forms["resolution"], with_extra)
    }


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"refused": "yes"}, "refusal_reason"),
        ({"entitlement_kind": "money_back"}, "entitlement_value"),
        ({"charged": "90"}, "charge_reason"),
        ({"override_rule": "30 days"}, "override_reason"),
        ({"all_on_the_spot": "no"}, "promises"),
    ],
)
def test_one_answer_makes_another_needed(answers, asked, forms):
    form = forms["resolution"]
    assert asked not in {field.id for field in missing(form, {})}
    assert asked in {field.id for field in missing(form, check(form, answers, CONTEXT).stored)}


def test_basic_questions_wait_for_the_apology(forms):
    folded = [section for section in forms["review"].sections if section.folded_until == "apology"]
    assert [field.id for section in folded for field in section.fields] == ["basic_questions"]


def test_the_wish_is_asked_before_anything_is_offered(forms):
    assert forms["review"].field("remedy_sought").required
    assert not any("offer" in field.id for field in forms["review"].fields())


def test_what_is_private_is_never_meant_for_the_customer(forms):
    private = {field.id for form in forms.values() for field in form.fields() if field.private}
    assert private >= {"suspected_abuse", "hard_on_me", "severity", "finding", "override_rule", "parts_said"}
    assert not any(field.private and field.for_customer for form in forms.values() for field in form.fields())
