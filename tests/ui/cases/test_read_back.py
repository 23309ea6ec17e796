"""What is read back to the customer, and what only the shop reads of how it went."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from desktop_cs.cases.steps import Step
from desktop_cs.ui.cases.read_back import ReadBack

PROMISE = '[{"what": "Call back", "by_when": "2026-11-04T17:00", "by_whom": "Tom Reed"}]'


@pytest.fixture
def promised(shop, taken, answers):
    """Return a case in which a call was promised, all steps answered."""
    answers["resolution"] |= {"all_on_the_spot": "no", "promises": PROMISE}
    for step in Step:
        story = shop.casework.story(taken.id)
        shop.casework.steps.save_answers(story, step, answers[step])
        if step is not Step.LOGGING:
            shop.casework.steps.finish_step(shop.casework.story(taken.id), step)
    return taken.id


@pytest.fixture
def read(qtbot, shop):
    """Return a function that gives every text that is read back of a case."""

    def shown(case_id):
        card = ReadBack(shop)
        qtbot.addWidget(card)
        card.show_story(shop.casework.story(case_id))
        qtbot.waitUntil(lambda: not card._idle.isActive())
        return [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]

    return shown


def agree_anew(shop, case_id, days):
    (standing,) = [one for one in shop.casework.story(case_id).promises if one.state == "open"]
    shop.follow_ups.renegotiate(standing, standing.due_at + timedelta(days=days))


def test_earlier_times_of_a_promise_stand_in_how_it_went(shop, promised, read):
    agree_anew(shop, promised, 1)
    agree_anew(shop, promised, 1)
    shop.casework.finish(shop.casework.story(promised))
    lines = read(promised)
    told = "Call back: first promised for Wed 4 Nov 17:00, agreed anew: Thu 5 Nov 17:00, Fri 6 Nov 17:00"
    assert lines.index(told) > lines.index("How it went")


def test_the_customer_hears_only_the_time_that_holds(shop, promised, read):
    agree_anew(shop, promised, 1)
    lines = read(promised)
    assert "Check, then finish" in lines
    assert not any("agreed anew" in line for line in lines)
    assert "Call back · Thu 5 Nov 17:00 · Tom Reed" in lines


def test_a_promise_with_one_time_has_no_history(shop, promised, read):
    shop.casework.finish(shop.casework.story(promised))
    assert not any("agreed anew" in line for line in read(promised))
