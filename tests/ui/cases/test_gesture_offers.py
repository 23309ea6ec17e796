"""What can be given, one press each, below goodwill and extra."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_cs.cases.gestures import Gesture, GestureKind, GestureState
from desktop_cs.cases.steps import Step
from desktop_cs.desk.casework import Intake
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.cover import cover, is_veiled


@pytest.fixture
def priced(shop):
    """Put two gestures with a price into the catalogue: one within the limit of 50.00, one beyond."""
    manager = next(one for one in shop.shop.staff() if one.is_manager)
    before, shop.actor = shop.actor, manager
    shop.gestures.save(Gesture(uuid7(), "A bag of pegs", 350, GestureKind.EXTRA))
    shop.gestures.save(Gesture(uuid7(), "A new washing line", 5001, GestureKind.EXTRA))
    shop.actor = before


@pytest.fixture
def panel(qtbot, window, taken, answers):
    """Return a function that walks to the Resolution and gives the panel of a line once it is filled."""

    def shown(line, review=None):
        window.go("case", taken.id)
        page = window.pages.page()
        page.go_to(Step.REVIEW)
        page.frame.pane.type_in(Step.REVIEW, {**answers["review"], **(review or {})})
        page.go_to(Step.RESOLUTION)
        offers = page.frame.pane.offers
        qtbot.waitUntil(lambda: not offers._stale and offers.panel(line) is not None, timeout=20_000)
        return offers.panel(line)

    return shown


@pytest.fixture
def settle(qtbot, window):
    """Return a function that stores what was typed and waits until the offers follow."""

    def settled():
        pane = window.pages.page().frame.pane
        assert pane.autosave.flush()
        qtbot.waitUntil(lambda: not pane.offers._stale, timeout=20_000)

    return settled


def words(panel):
    return [button.text() for button in panel.buttons if button.isVisible()]


def given(window, line="extra"):
    return json.loads(window.pages.page().frame.pane.view().raw_answers().get(line) or "[]")


def test_the_four_best_are_offered_and_the_others_on_demand(priced, panel):
    extra = panel("extra")
    assert len(words(extra)) == 4
    assert all(text.endswith(" · free") for text in words(extra))
    extra.more.click()
    assert words(extra)[-2:] == ["A bag of pegs · $3.50", "A new washing line · $50.01 · needs a manager"]
    extra.more.click()
    assert len(words(extra)) == 4


def test_one_press_adds_a_filled_line_and_never_the_same_twice(priced, panel, window, settle, shop, taken):
    extra = panel("extra")
    extra.more.click()
    pegs = next(button for button in extra.buttons if "pegs" in button.text())
    pegs.click()
    pegs.click()
    assert given(window) == [{"gesture": "A bag of pegs", "cost": "3.50"}]
    extra.buttons[0].click()
    assert len(given(window)) == 2
    settle()
    assert shop.casework.story(taken.id).remedies.spent == 350


def test_a_line_in_which_somebody_writes_stays_as_it_is(panel, window):
    extra = panel("extra")
    view = window.pages.page().frame.pane.view()
    cell = view.editor("extra").inputs()[0]
    QTest.keyClicks(cell, "Coffee")
    extra.buttons[0].click()
    assert [line["gesture"] for line in given(window)] == ["Coffee", extra.buttons[0].text().split(" · ")[0]]


def test_the_keyboard_alone_gives_a_gesture(panel, window):
    extra = panel("extra")
    view = window.pages.page().frame.pane.view()
    add_line = view.editor("extra").inputs()[-1]
    add_line.setFocus()
    QTest.keyClick(add_line, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is extra.buttons[0]
    QTest.keyClick(extra.buttons[0], Qt.Key.Key_Return)
    assert len(given(window)) == 1
    assert QApplication.focusWidget() is extra.buttons[0]
    for _stop in range(6):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert view.editor("extra_none_because").isHidden() or not extra.isAncestorOf(QApplication.focusWidget())


def test_what_matters_most_brings_its_gesture_to_the_front(panel):
    extra = panel("extra", {"what_matters_most": "safety"})
    assert words(extra)[0] == "A safety check of what else they use with it · free"
    assert extra.buttons[0].toolTip() == "Suits what matters most to them."


def test_what_is_given_leaves_less_for_the_rest(priced, panel, window, settle):
    extra = panel("extra")
    extra.more.click()
    window.pages.page().frame.pane.type_in(
        Step.RESOLUTION, {"goodwill": '[{"gesture":"Taxi","cost":"47.00"}]'}
    )
    settle()
    assert "A bag of pegs · $3.50 · needs a manager" in words(extra)


def test_it_reminds_to_explain_before_giving(panel, window, settle):
    extra = panel("extra")
    assert extra._explain.isVisible()
    window.pages.page().frame.pane.type_in(Step.RESOLUTION, {"explained": "why"})
    settle()
    assert not extra._explain.isVisible()


def test_a_fair_hand_is_told_once_three_like_cases_are_known(shop, answers, panel):
    for amount in ("0", "8.00", "25.00"):
        case = shop.casework.take(Intake("It stands still", "Somebody")).value
        extra = json.dumps([{"gesture": "Loan", "cost": amount}])
        for step, raw in {**answers, "resolution": {**answers["resolution"], "extra": extra}}.items():
            story = shop.casework.story(case.id)
            story = story.after(shop.casework.steps.save_answers(story, Step(step), raw).value)
            shop.casework.steps.finish_step(story, Step(step))
        shop.casework.finish(shop.casework.story(case.id))
    goodwill = panel("goodwill")
    assert goodwill._hand.text() == "In the last 3 like cases we gave $8.00 ($0.00 to $25.00)."
    cover.turn(on=True)
    try:
        assert is_veiled(goodwill._hand)
    finally:
        cover.turn(on=False)


def test_without_like_cases_no_hand_is_shown(panel):
    assert not panel("goodwill")._hand.isVisible()


def test_somebodys_idea_goes_to_the_manager_and_can_be_taken_back(panel, window, shop, taken):
    extra = panel("extra")
    extra.suggest.click()
    assert extra.idea.hasFocus()
    QTest.keyClicks(extra.idea, "A bag of pegs")
    QTest.keyClick(extra.idea, Qt.Key.Key_Return)
    [idea] = [one for one in shop.gestures.ideas() if one.idea_by]
    assert (idea.name, idea.kind, idea.case_id) == ("A bag of pegs", GestureKind.EXTRA, taken.id)
    assert idea.idea_by == shop.actor.id
    assert not extra.idea.isVisible()
    window.pages.page().actions.undo()
    assert shop.storage.gestures.get(idea.id).state is GestureState.DECLINED


def test_esc_puts_an_idea_away(panel, shop):
    extra = panel("extra")
    extra.suggest.click()
    QTest.keyClick(extra.idea, Qt.Key.Key_Escape)
    assert not extra.idea.isVisible()
    assert extra.suggest.hasFocus()
    assert not any(one.idea_by for one in shop.gestures.ideas())


def test_every_part_has_a_name_for_a_screen_reader(panel, unnamed):
    extra = panel("extra")
    extra.suggest.click()
    assert unnamed(extra) == []


def test_a_form_keeps_its_panel_in_another_language(panel, window):
    extra = panel("extra")
    pane = window.pages.page().frame.pane
    pane.view().show_in("zh_CN", pane._desk.context())
    assert extra.isVisible()
    assert pane.view()._questions.row("extra").below is extra
