"""A case through the real window: nothing typed is lost, and a step says what it still needs."""

import json
from contextlib import contextmanager
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseAct, CaseState
from desktop_cs.cases.steps import Step, StepState
from desktop_cs.clock import FixedClock
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.changes import Changes
from desktop_cs.errors import ShopError

LATEST_MS = 400  # Source: look.md, autosave


@pytest.fixture
def page(window, taken):
    """Return the page of the case that was just taken."""
    window.go("case", taken.id)
    return window.pages.page()


@pytest.fixture
def opened(shop, taken):
    """Return that case once its first step was passed: it is no draft any more."""
    story = shop.casework.story(taken.id)
    return shop.casework.steps.skip_step(story, Step.APOLOGY, "in_a_hurry").value.case


@pytest.fixture
def stored(shop, taken):
    """Return a function that reads an answer from the storage."""
    return lambda step, field: shop.storage.cases.entries(taken.id)[step].answers.get(field, "")


@pytest.fixture
def fill(page, answers):
    """Return a function that types the answers of steps, as `FormView` gives them back."""

    def filled(*steps, **changed):
        for step in steps:
            page.go_to(step)
            page.frame.pane.type_in(step, {**answers[step], **changed})
        return page

    return filled


def own_words(page):
    editor = page.frame.pane.view().editor("own_words")
    editor.setFocus()
    return editor.inputs()[0]


def test_a_case_begins_with_the_apology_and_its_first_question(page):
    assert page.frame.rail.item(Step.APOLOGY).isChecked()
    assert QApplication.focusWidget() in page.frame.pane.view().editor("listened_to_end").findChildren(object)


def test_what_is_typed_is_stored_while_typing_goes_on(qtbot, page, stored):
    field, timer = own_words(page), page.frame.pane.autosave.findChild(QTimer)
    assert timer.interval() < LATEST_MS
    QTest.keyClick(field, Qt.Key.Key_I)
    begun = timer.timerId()  # another one at each start
    assert timer.isActive()
    with qtbot.waitSignal(page.frame.pane.story_changed):
        QTest.keyClicks(field, " am so sorry. I should have asked you first.")
        assert timer.timerId() == begun, "further keys do not put the write off"
    assert stored(Step.APOLOGY, "own_words").startswith("i am so sorry.")
    assert "Saved on this PC" in page.frame.bar.findChild(type(page.frame.bar._saved)).text()


@pytest.mark.parametrize("leaving", ["next step", "another place", "closing"])
def test_nothing_is_lost_by_leaving(window, page, stored, leaving):
    QTest.keyClicks(own_words(page), "I am sorry")
    if leaving == "next step":
        page.go_to(Step.REVIEW)
    elif leaving == "another place":
        window.go("today")
    else:
        window.close()
    assert stored(Step.APOLOGY, "own_words") == "I am sorry"


def test_going_back_brings_the_case_and_its_step(window, page):
    page.go_to(Step.RESOLUTION)
    window.go("today")
    window.pages.go_back()
    assert window.pages.page().subject().step is Step.RESOLUTION


def test_a_step_with_gaps_is_not_done_and_the_focus_goes_to_the_first(page, shop, taken):
    page.frame.bar.next.click()
    assert page.subject().step is Step.APOLOGY
    row = page.frame.pane.view().editor("feeling_named")
    assert row.isAncestorOf(QApplication.focusWidget())
    assert shop.storage.cases.entries(taken.id).get(Step.APOLOGY) is None or (
        shop.storage.cases.entries(taken.id)[Step.APOLOGY].state is StepState.TODO
    )


def test_a_done_step_leads_to_the_next(page, fill, shop, taken):
    fill(Step.APOLOGY)
    page.frame.bar.next.click()
    assert page.subject().step is Step.REVIEW
    assert shop.storage.cases.entries(taken.id)[Step.APOLOGY].state is StepState.DONE


def test_a_step_is_skipped_with_a_reason_only_and_can_be_taken_up_again(window, page, shop, taken):
    page.frame.bar.skip.click()
    panel = page._acts._asking.panel
    panel.act.click()
    assert panel.isVisible()
    QTest.keyClicks(panel.words, "The mother of the customer came")
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    entry = shop.storage.cases.entries(taken.id)[Step.APOLOGY]
    assert (entry.state, entry.skip_reason) == (StepState.SKIPPED, "The mother of the customer came")
    window.acts.undo()
    assert shop.storage.cases.entries(taken.id)[Step.APOLOGY].state is StepState.TODO


def test_escape_takes_the_question_away_and_leaves_the_notice(qtbot, window, page):
    window.notices.show_notice("The printer is out of paper.", "warn")
    page.frame.bar.skip.click()
    panel = page._acts._asking.panel
    assert panel.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.notices.isVisible()


def test_the_second_failure_is_said(window, shop, taken, opened):
    shop.casework.close(opened, "settled")
    customer = shop.storage.customers.get(taken.customer_id)
    shop.clock = FixedClock(shop.clock.now() + timedelta(days=3))
    again = shop.casework.take(Intake("Still nothing", customer=customer)).value
    window.go("case", again.id)
    assert "Second time" in window.pages.page().frame.header.spoken()


def test_who_noted_the_words_and_when_is_filled_in(page, stored):
    page.go_to(Step.REVIEW)
    words = page.frame.pane.view().editor("in_their_words").inputs()[0]
    QTest.keyClicks(words, "It leaks")
    page.leave()
    (line,) = json.loads(stored(Step.REVIEW, "in_their_words"))
    assert line == {"text": "It leaks", "who": "Tom Reed", "at": "2026-11-03T14:00"}


def test_hard_words_for_the_customer_are_marked_and_block_nothing(qtbot, page, fill):
    field = own_words(page)
    QTest.keyClicks(field, "You probably used it wrongly.")
    row = page.frame.pane.view()._questions.row("own_words")
    qtbot.waitUntil(lambda: row.hint.startswith("2 of 2: “used it wrongly”"))
    fill(Step.APOLOGY, own_words="You probably used it wrongly.")
    page.frame.bar.next.click()
    assert page.subject().step is Step.REVIEW


def test_beyond_the_limit_a_manager_approves_by_digits(page, fill, shop, taken, enter_digits):
    fill(Step.RESOLUTION, goodwill='[{"gesture":"Taxi","cost":"60.00"}]')
    line = page.frame.pane.authority.approval
    assert line.isVisible()
    enter_digits(line, "0000")
    assert shop.storage.cases.approved(taken.id) == 0
    enter_digits(line, "2580")
    assert shop.storage.cases.approved(taken.id) == 6000
    assert not line.isVisible()


def test_a_whole_case_is_checked_and_finished(page, fill, shop, taken):
    for step in Step:
        fill(step)
        page.frame.bar.next.click()
    assert page.subject().step is None
    page.frame.bar.next.click()
    assert shop.storage.cases.by_id(taken.id).logged_at == shop.clock.now()
    assert page.frame.bar.reopen.isVisible()


def test_finishing_with_gaps_shows_them_with_the_way_there(page, fill):
    page.go_to(None)
    page.frame.bar.next.click()
    gap = QApplication.focusWidget()
    assert "still needed" in gap.accessibleName()
    gap.click()
    assert page.subject().step is Step.APOLOGY


def test_steps_with_all_their_answers_are_done_in_whatever_order_they_were_walked(page, fill, shop, taken):
    fill(Step.REVIEW, Step.APOLOGY)
    page.go_to(None)
    entries = shop.storage.cases.entries(taken.id)
    assert [entries[step].state for step in (Step.APOLOGY, Step.REVIEW)] == [StepState.DONE] * 2
    assert Step.RESOLUTION not in entries


@pytest.mark.parametrize(
    ("act", "state"), [(CaseAct.CLOSE, CaseState.CLOSED), (CaseAct.CANCEL, CaseState.CANCELLED)]
)
def test_a_case_is_over_with_a_reason_and_can_only_be_read_then(page, opened, shop, taken, act, state):
    page.load(taken.id)
    page.frame.header.act_wanted.emit(act)
    panel = page._acts._asking.panel
    QTest.keyClicks(panel.words, "Taken twice")
    panel.act.click()
    case = shop.storage.cases.by_id(taken.id)
    assert (case.state, case.close_reason) == (state, "Taken twice")
    assert page.subject().step is None
    assert not page.frame.bar.next.isVisible()
    assert page.frame.bar.reopen.isVisible() is (state is CaseState.CLOSED)


def test_a_closed_case_is_reopened_with_a_reason(page, shop, taken, opened, window):
    shop.casework.close(opened, "Settled at the counter")
    window.go("case", taken.id)
    page.frame.bar.reopen.click()
    panel = page._acts._asking.panel
    QTest.keyClicks(panel.words, "It failed again")
    panel.act.click()
    assert shop.storage.cases.by_id(taken.id).state is CaseState.REOPENED
    assert page.subject().step is Step.REVIEW


def test_what_another_program_changes_appears_and_what_is_typed_stays(window, page, shop, taken):
    QTest.keyClicks(own_words(page), "I am sorry")
    changed = shop.casework.change_header(Case(**{**_fields(taken), "mood": "shouting"}))
    window.acts.tell(changed.changed)
    assert "Shouting" in page.frame.header.spoken()
    assert page.frame.pane.view().raw_answers()["own_words"] == "I am sorry"


@pytest.fixture
def full_disk(shop, monkeypatch):
    """Return a context in which nothing of a case can be stored."""

    def refuse(*_args):
        raise ShopError("The disk is full. What you typed stays here.")

    @contextmanager
    def full():
        with monkeypatch.context() as broken:
            broken.setattr(shop.storage.cases, "save_entry", refuse)
            yield

    return full


def test_text_that_cannot_be_stored_stays_and_is_kept_as_a_draft(window, page, shop, taken, full_disk):
    with full_disk():
        QTest.keyClicks(own_words(page), "I am sorry")
        assert not page.leave()
        assert page.frame.bar.retry.isVisible()
        assert page.frame.bar.copy.isVisible()
        assert window.notices.isVisible()
        assert page.frame.pane.view().raw_answers()["own_words"] == "I am sorry"
        assert len(list((shop.storage.folder / "drafts").iterdir())) == 1
    page.frame.bar.retry.click()
    assert shop.storage.cases.entries(taken.id)[Step.APOLOGY].answers["own_words"] == "I am sorry"
    assert list((shop.storage.folder / "drafts").iterdir()) == []
    assert not window.notices.isVisible()  # "Saved on this PC" and that it is not would stand side by side


def test_a_word_about_something_else_stays_when_what_failed_is_stored(window, page, full_disk):
    with full_disk():
        QTest.keyClicks(own_words(page), "I am sorry")
        assert not page.leave()
    window.notices.show_notice("The printer is out of paper.", "warn")
    page.frame.bar.retry.click()
    assert window.notices.isVisible()


def test_after_a_failed_closing_that_was_mended_the_next_one_is_told_again(window, page, full_disk):
    with full_disk():
        QTest.keyClicks(own_words(page), "I am sorry")
        assert not window.close()
    page.frame.bar.retry.click()
    assert not window.notices.isVisible()
    with full_disk():
        QTest.keyClicks(own_words(page), " indeed")
        assert not window.close()
    page.frame.bar.retry.click()


@pytest.mark.parametrize("name", ["retry", "copy"])
def test_after_a_failed_save_the_work_goes_on_where_it_was(page, full_disk, name):
    words = own_words(page)
    button = getattr(page.frame.bar, name)
    with full_disk():
        QTest.keyClicks(words, "I am sorry")
        assert not page.leave()
        button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not button.isVisible()
    assert words.hasFocus()


def test_a_page_that_cannot_be_left_stays_marked_in_the_navigation(window, page, full_disk):
    with full_disk():
        QTest.keyClicks(own_words(page), "I am sorry")
        window.navigation.button("today").click()
        assert window.pages.place == "case"
        assert not window.navigation.button("today").isChecked()
        assert window.navigation.button("cases").isChecked()
    window.navigation.button("today").click()
    assert window.pages.place == "today"


def test_a_draft_is_offered_when_the_case_is_opened_again(window, page, shop, taken):
    from desktop_cs.desk.drafts import Drafts

    Drafts(shop.storage.folder).keep(taken.id, Step.REVIEW, {"product": "Dryer 7"})
    window.go("today")
    window.go("case", taken.id)
    assert page._drafts.take.hasFocus()
    page._drafts.take.click()
    assert page.subject().step is Step.REVIEW
    assert shop.storage.cases.entries(taken.id)[Step.REVIEW].answers["product"] == "Dryer 7"
    assert Drafts(shop.storage.folder).of_case(taken.id) == {}


def test_every_control_of_a_case_has_a_name(page, window, unnamed):
    for step in (*Step, None):
        page.go_to(step)
        assert unnamed(window) == []


def _fields(case):
    return {name: getattr(case, name) for name in case.__dataclass_fields__}


def test_like_cases_say_when_to_promise(fill, page, shop, answers):
    now = shop.clock.now()
    shop.clock = FixedClock(now - timedelta(days=14))
    like = shop.casework.take(Intake("The dryer stands still", "Nina Bauer")).value
    for step in Step:
        shop.casework.steps.save_answers(shop.casework.story(like.id), step, answers[step])
        shop.casework.steps.finish_step(shop.casework.story(like.id), step)
    shop.clock = FixedClock(now - timedelta(days=11))
    shop.casework.finish(shop.casework.story(like.id))
    shop.clock = FixedClock(now)
    fill(Step.REVIEW)
    page.go_to(Step.RESOLUTION)
    view = page.frame.pane.view()
    fill(Step.RESOLUTION, all_on_the_spot="no")
    assert (
        view.editor("promises").parentWidget().note
        == "Like cases: aim at Fri 6 Nov 14:00, tell Mon 9 Nov 14:00."
    )
    labels = [widget.text() for widget in view.editor("promises").inputs() if hasattr(widget, "text")]
    assert "Fri 6 Nov 14:00" in labels
    assert "Mon 9 Nov 14:00" in labels


def test_who_promises_is_who_writes_it_down(qtbot, fill, page):
    fill(Step.RESOLUTION, all_on_the_spot="no")
    lines = page.frame.pane.view().editor("promises")
    lines.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "We call you")
    assert json.loads(lines.raw())[0]["by_whom"] == "Tom Reed"


def test_what_they_said_is_only_added_to_once_the_step_is_done(fill, page, shop, taken):
    fill(Step.APOLOGY, Step.REVIEW)
    page.go_to(Step.RESOLUTION)
    shop.casework.steps.finish_step(shop.casework.story(taken.id), Step.REVIEW)
    page.go_to(Step.REVIEW)
    lines = page.frame.pane.view().editor("in_their_words")
    assert [line.isEnabled() for line in lines._lines] == [False, True]


def test_a_case_left_open_past_midnight_takes_the_new_day(page, shop, monkeypatch):
    page.go_to(Step.REVIEW)
    told = []
    monkeypatch.setattr(page.frame.pane.view(), "set_now", lambda now, *_moments: told.append(now.date()))
    monkeypatch.setattr(shop, "clock", FixedClock(shop.clock.now() + timedelta(days=1)))
    page.hear(Changes(day=True))
    assert told == [shop.settings.hours.wall(shop.clock.now()).date()]


def test_the_rail_of_a_closed_case_offers_no_answering(page, shop, opened):
    assert not page.frame.rail._hint.isHidden()
    shop.casework.close(opened, "They moved away")
    page.load(opened.id)
    assert page.frame.rail._hint.isHidden()
