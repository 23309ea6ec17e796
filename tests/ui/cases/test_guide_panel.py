"""The guide beside a step: reasons fold out, what is forgotten is added, nothing shows while covered."""

import pytest
from PySide6.QtCore import Qt

from desktop_cs.cases.steps import Step
from desktop_cs.guide.advice import Hint
from desktop_cs.guide.procedure import GuidePage
from desktop_cs.ui.cases.guide_content import GuideContent
from desktop_cs.ui.cases.guide_panel import GuidePanel, GuideStrip
from desktop_cs.ui.cases.hint_row import HintRow
from desktop_cs.ui.cover import cover, is_veiled

PAGE = GuidePage(
    Hint("I am sorry, Mrs Wang.", "Regret comes first."),
    2,
    (Hint("The bus they missed.", "It was the last."), Hint("The hour.")),
    (Hint("“Calm down.”", "It never calmed anybody."),),
    (Hint("A seat.", "It costs nothing."),),
    "Heard first, they can listen.",
)


@pytest.fixture
def content(qtbot):
    made = GuideContent()
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show_guide(PAGE)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_reason_folds_out_and_in_by_key(qtbot, content, key):
    row = content.rows[1]
    row.setFocus()
    qtbot.keyClick(row, key)
    assert row.reason == "It was the last."
    qtbot.keyClick(row, key)
    assert row.reason == ""


def test_a_reason_folds_out_by_mouse(qtbot, content):
    qtbot.mouseClick(content.rows[0], Qt.MouseButton.LeftButton)
    assert content.rows[0].reason == "Regret comes first."


def test_a_hint_without_a_reason_does_not_fold(qtbot, content):
    row = content.rows[2]
    assert row.accessibleName() == "The hour."
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert row.reason == ""


def test_every_hint_has_a_name_and_its_reason_for_a_screen_reader(content, unnamed):
    assert [row.accessibleDescription() for row in content.rows][:2] == [
        "Regret comes first.",
        "It was the last.",
    ]
    assert unnamed(content) == []


def test_tab_stops_once_and_arrows_go_from_hint_to_hint(qtbot, content):
    stops = [row for row in content.rows if row.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert stops == content.rows[:1]
    stops[0].setFocus()
    for _press in range(2):
        qtbot.keyClick(content.focusWidget(), Qt.Key.Key_Down)
    assert content.focusWidget() is content.rows[2]
    qtbot.keyClick(content.rows[2], Qt.Key.Key_Up)
    assert content.focusWidget() is content.rows[1]


def test_reasons_are_made_only_when_they_are_asked_for(content):
    labels = len(content.rows[0].children())
    content.rows[0].click()
    assert len(content.rows[0].children()) == labels + 1


def test_another_wording_changes_the_sentence_and_leaves_all_else_unfolded(content):
    content.rows[1].click()
    kept, first = content.rows[1], content.rows[0]
    content.show_guide(
        GuidePage(Hint("Forgive us."), 2, PAGE.listen_for, PAGE.better_not, PAGE.may_offer, PAGE.because)
    )
    assert content.rows[0] is not first
    assert content.rows[0].accessibleName() == "“Forgive us.”"
    assert content.rows[1] is kept
    assert kept.reason


def test_the_panel_is_veiled_while_the_screen_is_covered(qtbot):
    panel, strip = GuidePanel(), GuideStrip()
    for made in (panel, strip):
        qtbot.addWidget(made)
    cover.turn(on=True)
    try:
        assert is_veiled(panel.content)
        assert is_veiled(strip)
    finally:
        cover.turn(on=False)
    assert not is_veiled(panel.content)


def test_the_strip_unfolds_the_hints(qtbot):
    strip = GuideStrip()
    qtbot.addWidget(strip)
    strip.show_guide(PAGE)
    assert strip.content is None
    strip.more.click()
    assert [row.accessibleName() for row in strip.content.rows][:2] == ["The bus they missed.", "The hour."]


@pytest.fixture
def case_page(window, taken):
    window.go("case", taken.id)
    return window.pages.page()


def shown(qtbot, page, said):
    """Wait until the guide of the page says this, which it does right after the form."""
    from PySide6.QtWidgets import QLabel

    qtbot.waitUntil(
        lambda: any(said in label.text() for label in page.frame.guide.content.findChildren(QLabel))
    )


def test_what_is_forgotten_is_added_from_the_guide_and_shows_there(qtbot, window, case_page, shop):
    line = case_page.frame.guide.prompt
    shown(qtbot, case_page, "You could say")
    line.open.click()
    qtbot.keyClicks(line.line, "Ask for the charger too")
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert [one.text for one in shop.guide.prompts.all()] == ["Ask for the charger too"]
    shown(qtbot, case_page, "Ask for the charger too")
    assert window.acts.undo()
    assert [one.active for one in shop.guide.prompts.all()] == [False]


def test_nothing_typed_is_no_prompt_and_is_told(qtbot, case_page, shop):
    line = case_page.frame.guide.prompt
    line.open.click()
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert shop.guide.prompts.all() == []
    assert line.line.accessibleDescription()


def test_f1_puts_the_guide_away_and_brings_it_back(qtbot, window, case_page):
    guide = case_page.frame.guide
    assert guide.isVisible()
    case_page.toggle_guide()
    assert not guide.isVisible()
    case_page.toggle_guide()
    assert guide.isVisible()


@pytest.mark.parametrize("size", [(1366, 697), (1093, 580)])
def test_f4_leads_into_the_hints_and_back_to_where_one_was_typing(qtbot, window, case_page, size):
    shown(qtbot, case_page, "You could say")
    window.resize(*size)
    case_page.focus_first()
    typing = window.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_F4)
    hint = window.focusWidget()
    assert isinstance(hint, HintRow)
    qtbot.keyClick(hint, Qt.Key.Key_Return)
    assert hint.reason
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.focusWidget() is typing


def test_no_key_leads_into_a_guide_that_is_covered(qtbot, window, case_page):
    shown(qtbot, case_page, "You could say")
    case_page.focus_first()
    typing = window.focusWidget()
    cover.turn(on=True)
    try:
        qtbot.keyClick(window, Qt.Key.Key_F4)
        assert window.focusWidget() is typing
    finally:
        cover.turn(on=False)


def test_the_guide_speaks_to_this_customer(qtbot, case_page):
    shown(qtbot, case_page, "Mrs Fallon")
    case_page.go_to(Step.REVIEW)
    shown(qtbot, case_page, "may we go through it together")
