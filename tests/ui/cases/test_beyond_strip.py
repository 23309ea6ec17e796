"""Whoever types an amount below the bar still reads that it is beyond what they may give."""

import pytest

from desktop_cs.cases.steps import Step


@pytest.fixture
def pane(window, taken):
    """Return where the steps of the case that was taken are shown."""
    window.resize(1366, 697)
    window.go("case", taken.id)
    page = window.pages.page()
    page.go_to(Step.RESOLUTION)
    return page.frame.pane


def give(pane, answers, amount):
    line = f'[{{"gesture":"Taxi","cost":"{amount}"}}]'
    pane.type_in(Step.RESOLUTION, {**answers["resolution"], "goodwill": line})


def scroll_away(qtbot, pane):
    bar = pane.beyond._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > pane.authority.height())
    bar.setValue(bar.maximum())


def test_the_warning_stays_in_sight_while_its_bar_is_scrolled_away(qtbot, pane, answers):
    give(pane, answers, "60.00")
    assert pane.authority.isVisible()
    assert not pane.beyond.isVisible()
    scroll_away(qtbot, pane)
    assert pane.beyond.isVisible()
    assert pane.beyond.link.text() == pane.authority.warning() != ""
    pane.beyond.link.click()
    assert not pane.beyond.isVisible()
    assert pane.authority.approval.field.hasFocus()


def test_inside_the_limit_nothing_stands_above_the_form(qtbot, pane, answers):
    give(pane, answers, "40.00")
    scroll_away(qtbot, pane)
    assert pane.authority.warning() == ""
    assert not pane.beyond.isVisible()
