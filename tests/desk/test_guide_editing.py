"""A manager changes the guide; what cannot be shown is refused, and there is always a way back."""

import pytest

from desktop_cs.cases.steps import Step
from desktop_cs.errors import UserError
from desktop_cs.guide.advice import Advice, Hint

OWN = Advice(
    (Hint("I am sorry[, {customer}].", "Short is honest."), Hint("[{customer}, ]that was us.")),
    listen_for=(Hint('The "bus" they \\ ran for'),),
)


@pytest.fixture
def manager(desk, staff):
    desk.actor = staff[0]
    return staff[0]


@pytest.fixture
def late(take, fill):
    return fill(take(), "review", failure_kind="late")


def test_what_a_manager_saves_stands_in_the_guide_at_once(desk, manager, late):
    desk.guide.editing.save("en", "late", "apology", OWN)
    page = desk.guide.page(late, Step.APOLOGY)
    assert page.say.text.startswith("I am sorry")
    assert page.say.because == "Short is honest."
    assert page.listen_for == OWN.listen_for
    assert page.better_not == desk.guide.editing.advice("en", "any", "apology").better_not
    assert desk.guide.editing.stored("en", "late", "apology").edited_by == manager.id


def test_the_other_language_and_the_other_steps_stay_as_they_are(desk, manager):
    before = desk.guide.editing.advice("zh_CN", "late", "apology")
    review = desk.guide.editing.advice("en", "late", "review")
    desk.guide.editing.save("en", "late", "apology", OWN)
    assert desk.guide.editing.advice("zh_CN", "late", "apology") == before
    assert desk.guide.editing.advice("en", "late", "review") == review


def test_back_to_the_shipped_text_and_back_again(desk, manager):
    editing = desk.guide.editing
    shipped = editing.advice("en", "late", "apology")
    editing.save("en", "late", "apology", OWN)
    before = editing.stored("en", "late", "apology")
    editing.reset("en", "late", "apology")
    assert editing.advice("en", "late", "apology") == shipped
    editing.put_back(before)
    assert editing.advice("en", "late", "apology") == OWN


def test_saving_what_is_shipped_is_no_version_of_ones_own(desk, manager):
    editing = desk.guide.editing
    editing.save("en", "late", "apology", OWN)
    shipped = desk.guide.guides("en").shipped("late", "apology")
    assert editing.save("en", "late", "apology", shipped).value.text == ""


@pytest.mark.parametrize(
    "advice",
    [Advice(OWN.you_could_say[:1]), Advice(better_not=(Hint("{custmer}"),)), Advice(may_offer=(Hint(""),))],
)
def test_what_cannot_be_shown_is_refused_in_words(desk, manager, advice):
    with pytest.raises(UserError):
        desk.guide.editing.save("en", "late", "apology", advice)
    assert desk.guide.editing.stored("en", "late", "apology").text == ""


def test_the_guide_for_every_case_cannot_lose_its_wordings(desk, manager):
    with pytest.raises(UserError):
        desk.guide.editing.save("en", "any", "apology", Advice())
    desk.guide.editing.save("en", "late", "apology", Advice())
    assert desk.guide.problems("en") == []


def test_only_a_manager_changes_the_guide(desk):
    with pytest.raises(UserError, match="Only a manager"):
        desk.guide.editing.save("en", "late", "apology", OWN)
    with pytest.raises(UserError, match="Only a manager"):
        desk.guide.editing.reset("en", "late", "apology")


def test_the_preview_shows_what_is_typed_before_what_is_shipped(desk):
    page = desk.guide.editing.page("en", "late", "apology", OWN, 0, known=True)
    assert page.say.text == "I am sorry, Mrs Fallon."
    assert desk.guide.editing.page("en", "late", "apology", OWN, 0, known=False).say.text == "I am sorry."
    assert page.better_not == tuple(desk.guide.editing.advice("en", "any", "apology").better_not)


def test_the_preview_of_a_nature_stands_on_the_second_failure(desk):
    page = desk.guide.editing.page("en", "second_failure.both", "apology", Advice(), 0, known=False)
    assert page.is_second_failure
    assert page.better_not == desk.guide.editing.advice("en", "second_failure", "apology").better_not
