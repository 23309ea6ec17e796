"""A form of the right shape can still make no sense; every such mistake is named."""

import pytest

from desktop_cs.forms.definition import Column, Condition, Field, Form, Option, Section
from desktop_cs.forms.soundness import RULES, STEPS, unsound

GREEN_OR_BLACK = (Option("green", {}, {}), Option("black", {}, {}))
COST = (Column("cost", "money", {}, required=True),)


def question(own_id="tea", kind="text", **more):
    return Field(own_id, kind, {}, {}, **more)


def form_of(*fields, **more):
    return Form("visit", 1, {}, {}, (Section("first", {}, {}, fields, **more),))


@pytest.mark.parametrize(
    "field",
    [
        question(kind="choice", options=GREEN_OR_BLACK, default="black"),
        question(kind="checklist", options=GREEN_OR_BLACK, default="green,black", at_most=2),
        question(kind="number", at_least=1, at_most=5, default="3"),
        question(kind="number", at_least=3, at_most=3),
        question(kind="choices", options=GREEN_OR_BLACK, at_most=1),
        question(kind="yes_no", default="no"),
        question(kind="text", default="none"),
        question(kind="lines", columns=COST),
        question(
            kind="lines", columns=(Column("tea", "choice", {}, required=False, options=GREEN_OR_BLACK),)
        ),
        question(kind="day", not_in_future=True),
        *(question(visible_when=Condition(rule=rule)) for rule in RULES),
    ],
)
def test_a_sensible_question_is_sound(field):
    assert unsound(form_of(field)) == []


@pytest.mark.parametrize("step", STEPS)
def test_a_section_may_stay_folded_until_a_step(step):
    assert unsound(form_of(question(), folded_until=step)) == []


@pytest.mark.parametrize(
    ("earlier", "condition"),
    [
        (question("kind", "choice", options=GREEN_OR_BLACK), Condition("kind", ("green", "black"))),
        (question("kind", "checklist", options=GREEN_OR_BLACK), Condition("kind", ("green",))),
        (question("kind", "yes_no"), Condition("kind", ("no",))),
        (question("kind", "lines", columns=COST), Condition("kind", filled=False)),
        (question("kind", "money"), Condition("kind", filled=True)),
    ],
)
def test_a_question_may_wait_for_an_earlier_answer(earlier, condition):
    assert unsound(form_of(earlier, question(visible_when=condition))) == []


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        (question(kind="txt"), "there is no type “txt” (did you mean “text”?)"),
        (question(kind="choice"), "its options are missing"),
        (question(kind="money", options=GREEN_OR_BLACK), "a field of type “money” has no options"),
        (
            question(kind="choice", options=(*GREEN_OR_BLACK, GREEN_OR_BLACK[1])),
            "option “black” is there twice",
        ),
        (
            question(kind="choice", options=(Option("a,b", {}, {}),)),
            "option “a,b”: an id is made of small letters",
        ),
        (question(kind="lines"), "its columns are missing"),
        (question(kind="text", columns=COST), "a field of type “text” has no columns"),
        (question(kind="lines", columns=COST * 2), "column “cost” is there twice"),
        (
            question(kind="lines", columns=(Column("a", "lines", {}, required=False),)),
            "column “a”: there is no type “lines”",
        ),
        (
            question(kind="lines", columns=(Column("a", "choice", {}, required=False),)),
            "column “a”: its options are missing",
        ),
        (question(at_most=2), "“at_most” means nothing for type “text”"),
        (
            question(kind="choices", options=GREEN_OR_BLACK, at_least=1),
            "“at_least” means nothing for type “choices”",
        ),
        (question(kind="money", not_in_future=True), "“not_in_future” means nothing for type “money”"),
        (question(kind="number", at_least=4, at_most=3), "“at_most” is too small"),
        (question(kind="choices", options=GREEN_OR_BLACK, at_most=0), "“at_most” is too small"),
        (
            question(kind="choice", options=GREEN_OR_BLACK, default="blac"),
            "default: There is no answer “blac”",
        ),
        (
            question(kind="checklist", options=GREEN_OR_BLACK, default="black,green"),
            "default: write it as “green,black”",
        ),
        (question(kind="number", at_least=1, default="0"), "default: Please write 1 or more."),
        (question(kind="money", default="3"), "a field of type “money” has no default"),
        (question(visible_when=Condition("tea", filled=True)), "there is no earlier field “tea”"),
        (question(visible_when=Condition("te", filled=True)), "there is no earlier field “te”"),
        (question(visible_when=Condition(rule="safty")), "there is no rule “safty” (did you mean “safety”?)"),
    ],
)
def test_a_question_that_makes_no_sense_is_named(field, problem):
    (found,) = unsound(form_of(field))
    assert found.startswith("field “tea”: ")
    assert problem in found


@pytest.mark.parametrize(
    "earlier",
    [
        question("kind", "choice", options=GREEN_OR_BLACK),
        question("kind", "yes_no"),
        question("kind", "text"),
        question("kind", "lines", columns=COST),
    ],
)
def test_nobody_waits_for_an_answer_that_cannot_be_given(earlier):
    later = question(visible_when=Condition("kind", ("maybe",)))
    assert unsound(form_of(earlier, later)) == ["field “tea”: visible_when: “kind” has no answer “maybe”"]


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        (form_of(question(), question()), "field “tea” is there twice"),
        (
            Form("visit", 1, {}, {}, (Section("a", {}, {}, ()), Section("a", {}, {}, ()))),
            "section “a” is there twice",
        ),
        (
            Form("Visit", 1, {}, {}, ()),
            "form “Visit”: an id is made of small letters a to z, digits and _, 40 at most",
        ),
        (
            form_of(question("x" * 41)),
            f"field “{'x' * 41}”: an id is made of small letters a to z, digits and _, 40 at most",
        ),
        (
            form_of(question(), folded_until="apologie"),
            "section “first”: there is no step “apologie” (did you mean “apology”?)",
        ),
    ],
)
def test_a_form_that_makes_no_sense_is_named(form, problem):
    assert unsound(form) == [problem]
