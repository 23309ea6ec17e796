"""A small matter on one page, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step
from desktop_cs.errors import ShopError
from desktop_cs.ui.cases.case_page import CasePlace

FEW = {
    Step.APOLOGY: {"feeling_named": "let_down", "parts_said": "regret,repair_offer"},
    Step.REVIEW: {"in_their_words": '[{"text":"It leaks."}]', "failure_kind": "faulty"},
    Step.RESOLUTION: {
        "extra": '[{"gesture":"A cup of tea","cost":"0"}]',
        "all_on_the_spot": "yes",
        "problem_solved": "yes",
        "customer_accepts": "gladly",
    },
    Step.LOGGING: {"root_cause": "part"},
}


def said(notices):
    """Return everything that the notices say."""
    return " ".join(label.text() for label in notices.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def page(window, taken):
    window.go("express", taken.id)
    return window.pages.page()


def test_the_few_answers_finish_a_small_matter(page, window, shop, taken):
    for step, typed in FEW.items():
        page.type_in(step, typed)
    page.bar.next.click()
    case = shop.storage.cases.by_id(taken.id)
    assert case.logged_at == shop.clock.now()
    assert case.state in {CaseState.LOGGED, CaseState.CLOSED}
    assert window.pages.place == "case"


@pytest.mark.parametrize("name", ["retry", "copy"])
def test_after_a_failed_save_the_work_goes_on_where_it_was(window, page, shop, monkeypatch, name):
    def full_disk(*_args):
        raise ShopError("The disk is full.")

    editor = page.view(Step.REVIEW).editor("in_their_words")
    editor.setFocus()
    words = QApplication.focusWidget()
    button = getattr(page.bar, name)
    with monkeypatch.context() as broken:
        broken.setattr(shop.storage.cases, "save_entry", full_disk)
        QTest.keyClicks(words, "It leaks.")
        assert not page.leave()
        button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not button.isVisible()
    assert words.hasFocus()
    assert window.notices.isVisible() is (name == "copy")  # the copy is saved, the answer still is not
    assert page.leave()


def test_what_is_missing_is_said_and_the_focus_goes_there(page, shop, taken):
    page.type_in(Step.APOLOGY, FEW[Step.APOLOGY])
    page.bar.next.click()
    assert page.view(Step.REVIEW).editor("in_their_words").isAncestorOf(QApplication.focusWidget())
    assert shop.storage.cases.by_id(taken.id).logged_at is None


def test_what_is_typed_here_stands_on_the_full_page(page, window):
    page.type_in(Step.APOLOGY, FEW[Step.APOLOGY])
    page.bar.back.click()
    full = window.pages.page().frame.pane.view()
    assert full.raw_answers()["feeling_named"] == "let_down"


def test_answers_of_the_full_page_are_kept(page, window, shop, taken):
    story = shop.casework.story(taken.id)
    before = {"own_words": "I am sorry", "feeling_named": "angry"}
    shop.casework.steps.save_answers(story, Step.APOLOGY, before)
    window.go("today")
    window.go("express", taken.id)
    page.type_in(Step.APOLOGY, {"feeling_named": "worried"})
    kept = shop.storage.cases.entries(taken.id)[Step.APOLOGY].answers
    assert (kept["own_words"], kept["feeling_named"]) == ("I am sorry", "worried")


def test_beyond_authority_leads_to_the_line_with_a_sentence_and_keeps_all_that_was_typed(
    page, window, shop, taken
):
    gift = {"extra": '[{"gesture":"A new dryer","cost":"900.00"}]'}
    for step, typed in FEW.items():
        page.type_in(step, typed | (gift if step is Step.RESOLUTION else {}))
    page.bar.next.click()
    assert window.pages.page().subject() == CasePlace(taken.id, Step.RESOLUTION)
    assert "A manager still has to approve what is given." in said(window.notices)
    entries = shop.storage.cases.entries(taken.id)
    assert {step: entries[step].answers.keys() for step in FEW} == {
        step: typed.keys() for step, typed in FEW.items()
    }
    assert "A new dryer" in entries[Step.RESOLUTION].answers["extra"]
    assert shop.storage.cases.by_id(taken.id).logged_at is None
