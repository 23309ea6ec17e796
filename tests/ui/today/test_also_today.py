"""What else the day holds, through the real page on a real shop."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from desktop_cs.cases.requests import RequestState
from desktop_cs.cases.states import CaseState
from desktop_cs.cases.steps import Step, StepEntry, StepState
from desktop_cs.clock import FixedClock
from desktop_cs.followups.followup import FollowUpKind
from desktop_cs.shop.staff import Role
from desktop_cs.ui.letters.letter_place import LetterPlace

LEFT, ENTER, CTRL = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


def words(widget):
    """Return everything that can be read in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(widget, name):
    return next(one for one in widget.findChildren(QPushButton) if name in (one.accessibleName(), one.text()))


@pytest.fixture
def settled(qtbot, actions):
    """Return a function that waits until the page has read again."""
    return lambda: qtbot.waitUntil(lambda: not actions.is_busy())


@pytest.fixture
def tom(desk):
    """Return somebody else who works here."""
    return desk.shop.add_staff("Tom Reed", Role.COUNTER, "1470").value


@pytest.fixture
def asked(desk, take, tom):
    """Return a function that has Tom ask Mara, the manager, for something about a new case."""

    def ask(what, who="Wang Li"):
        mara, desk.actor = desk.actor, tom
        case = take(who)
        act = getattr(desk.requests, what)
        request = act(case, mara, "I am off at six.") if what == "ask_hand_over" else act(case, "Please.")
        desk.actor = mara
        return request.value

    return ask


def days_pass(desk, days):
    desk.clock = FixedClock(desk.clock.now() + timedelta(days=days))


def test_an_empty_day_shows_no_lists(show_page):
    page = show_page()
    assert page.also.view.isHidden()
    assert page.side.card("asked") is None
    assert "Nothing else today." in words(page)


def test_a_request_stands_beside_the_rows_and_moves_none_of_them(
    follow_up, show_page, asked, actions, settled
):
    follow_up("Paul Schmidt", -1)
    page = show_page()
    before = page.agenda_view.rows[0].mapTo(page, page.agenda_view.rows[0].pos())
    asked("ask_help")
    actions.changed.emit(actions.desk.calls.call().changed, None)
    actions.desk.calls.withdraw(actions.desk.calls.waiting)
    settled()
    assert page.agenda_view.rows[0].mapTo(page, page.agenda_view.rows[0].pos()) == before
    told = words(page.side.card("asked"))
    assert "Tom Reed asks for help with this case. “Please.”" in told
    assert "Wang Li: The dryer fails again" in told


def test_to_come_and_help_is_one_press_and_can_be_taken_back(asked, show_page, desk, qtbot, actions, settled):
    request = asked("ask_help")
    page = show_page()
    qtbot.mouseClick(button(page.side, "I come"), LEFT)
    settled()
    assert desk.storage.requests.get(request.id).state is RequestState.GRANTED
    assert page.side.card("asked") is None
    actions.undo()
    settled()
    assert desk.storage.requests.get(request.id).state is RequestState.WAITING
    assert page.side.card("asked") is not None


def test_a_case_is_declined_with_a_word_and_stays_where_it_is(asked, show_page, desk, qtbot, settled):
    request = asked("ask_hand_over")
    page = show_page()
    qtbot.mouseClick(button(page.side, "Answer…"), LEFT)
    panel = page.also._answering
    line = panel.findChild(QLineEdit)
    qtbot.keyClicks(line, "I leave at five myself")
    qtbot.mouseClick(button(panel, "I cannot"), LEFT)
    settled()
    answered = desk.storage.requests.get(request.id)
    assert (answered.state, answered.answer) == (RequestState.DECLINED, "I leave at five myself")
    assert desk.storage.cases.by_id(request.case_id).owner != desk.actor.id


def test_a_case_is_taken_over_by_accepting(asked, show_page, desk, qtbot, settled):
    request = asked("ask_hand_over")
    page = show_page()
    qtbot.mouseClick(button(page.side, "I take it over"), LEFT)
    settled()
    assert desk.storage.cases.by_id(request.case_id).owner == desk.actor.id


def test_a_request_that_was_answered_elsewhere_is_refused_in_its_panel(asked, show_page, desk, qtbot):
    request = asked("ask_hand_over")
    page = show_page()
    qtbot.mouseClick(button(page.side, "Answer…"), LEFT)
    desk.requests.answer(request, granted=False)
    page.also._answering.give()
    assert "This was answered meanwhile." in words(page.also._answering)
    qtbot.keyClick(page.also._answering, Qt.Key.Key_Escape)
    assert page.also._answering is None


def test_many_requests_are_folded(asked, show_page, qtbot):
    for number in range(5):
        asked("ask_help", f"Customer {number}")
    page = show_page()
    shown = page.side.card("asked")
    assert "Asked of you · 5" in words(shown)
    assert words(shown).count("asks for help") == 3
    qtbot.mouseClick(button(shown, "Show 2 more"), LEFT)
    assert words(shown).count("asks for help") == 5


def test_who_heard_nothing_is_told_something_from_the_list(take, show_page, desk, qtbot, actions, settled):
    take("Wang Li")
    case = desk.storage.cases.listed()[0]
    with desk.storage.transaction(None):
        desk.storage.cases.update(replace(case, state=CaseState.OPEN))
    days_pass(desk, 5)
    page = show_page()
    assert "Heard nothing for too long · 1" in words(page)
    assert page.headline.text() == "Nothing is due today"
    assert "Nothing else today." not in words(page)
    qtbot.mouseClick(button(page, "I told them…: Wang Li"), LEFT)
    panel = page.also.view.panel
    qtbot.keyClicks(panel.words, "The part is on its way")
    qtbot.keyClick(panel.words, ENTER)
    settled()
    assert page.also.view.rows == []
    actions.undo()
    settled()
    assert [row.entry.who for row in page.also.view.rows] == ["Wang Li"]


def test_to_tell_nothing_is_not_to_tell(take, show_page, desk, qtbot):
    take("Wang Li")
    with desk.storage.transaction(None):
        desk.storage.cases.update(replace(desk.storage.cases.listed()[0], state=CaseState.OPEN))
    days_pass(desk, 5)
    page = show_page()
    qtbot.mouseClick(button(page, "I told them…: Wang Li"), LEFT)
    page.also.view.panel.give()
    assert "Write in a few words what you told them." in words(page.also.view.panel)


def test_a_card_is_read_with_one_press_and_can_be_unread(follow_up, show_page, qtbot, actions, settled):
    follow_up("Wang Li", -2, FollowUpKind.INTERNAL, until=None)
    page = show_page()
    assert "Handle with care · 1" in words(page)
    assert page.headline.text() == "Nobody is waiting to hear from you"
    qtbot.mouseClick(button(page, "Read: Wang Li"), LEFT)
    settled()
    assert page.also.view.isHidden()
    actions.undo()
    settled()
    assert [row.entry.who for row in page.also.view.rows] == ["Wang Li"]


def test_a_list_is_folded_and_unfolds_page_by_page(follow_up, show_page, qtbot):
    for number in range(30):
        follow_up(f"Customer {number}", -2, FollowUpKind.INTERNAL, until=None)
    page = show_page()
    assert len(page.also.view.rows) == 3
    qtbot.mouseClick(button(page, "Show 20 more of 27"), LEFT)
    assert len(page.also.view.rows) == 23
    assert QApplication.focusWidget() is page.also.view.rows[3]
    qtbot.mouseClick(button(page, "Show 7 more"), LEFT)
    assert len(page.also.view.rows) == 30


def test_arrows_walk_the_lists_and_enter_opens_the_case(follow_up, show_page, qtbot):
    cards = [follow_up(f"Customer {number}", -2, FollowUpKind.INTERNAL, until=None) for number in range(2)]
    page = show_page()
    rows = page.also.view.rows
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[1]
    with qtbot.waitSignal(page.went) as went:
        qtbot.keyClick(rows[1], ENTER)
    assert went.args[0] == "case"
    assert went.args[1] in {card.case_id for card in cards}
    qtbot.keyClick(rows[1], ENTER, CTRL)


def test_a_log_that_waits_is_written_in_its_case(take, desk, show_page, qtbot):
    case = take("Wang Li")
    resolved = StepEntry(Step.RESOLUTION, StepState.DONE, done_at=desk.clock.now() - timedelta(days=2))
    with desk.storage.transaction(None):
        desk.storage.cases.save_entry(case.id, resolved)
    page = show_page()
    assert "resolved 2 days ago" in words(page)
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(button(page, "To the Log: Wang Li"), LEFT)
    assert went.args == ["case", case.id]


def test_a_letter_that_is_due_is_printed_from_its_page(take, desk, show_page, qtbot):
    case = take("Wang Li")
    logged = replace(case, state=CaseState.CLOSED, logged_at=desk.clock.now() - timedelta(days=15))
    with desk.storage.transaction(None):
        desk.storage.cases.update(logged)
    page = show_page()
    assert "Letters to print · 1" in words(page)
    with qtbot.waitSignal(page.went) as went:
        qtbot.keyClick(page.also.view.rows[0], ENTER, CTRL)
    assert went.args == ["letter", LetterPlace(case.id, "today")]


@pytest.fixture
def unresolved(take, desk):
    """Return a logged case that waits for nothing and that its customer did not accept."""
    logged_at = desk.clock.now() - timedelta(days=3)
    case = replace(take("Wang Li"), state=CaseState.LOGGED, logged_at=logged_at, customer_accepts="no")
    with desk.storage.transaction(None):
        desk.storage.cases.update(case)
    return case


def test_who_is_not_at_peace_is_taken_up_again_in_the_case(unresolved, show_page, desk, qtbot):
    page = show_page()
    assert "Not at peace yet · 1" in words(page)
    assert "logged 3 days ago" in words(page)
    qtbot.mouseClick(button(page, "Take it up again: Wang Li"), LEFT)
    panel = page.also.view.panel
    qtbot.keyClick(panel.words, ENTER)
    assert "Say in a few words why the case comes back." in words(panel)
    qtbot.keyClicks(panel.words, "They rang again")
    with qtbot.waitSignal(page.went) as went:
        qtbot.keyClick(panel.words, ENTER)
    assert went.args == ["case", unresolved.id]
    assert desk.storage.cases.by_id(unresolved.id).state is CaseState.REOPENED


def test_who_is_not_at_peace_is_let_go_with_a_reason(unresolved, show_page, desk, qtbot, settled):
    page = show_page()
    qtbot.mouseClick(button(page, "Close with a reason: Wang Li"), LEFT)
    panel = page.also.view.panel
    qtbot.keyClicks(panel.words, "They moved away")
    qtbot.keyClick(panel.words, ENTER)
    settled()
    assert desk.storage.cases.by_id(unresolved.id).close_reason == "They moved away"
    assert page.also.view.rows == []


def test_a_row_says_who_else_does_it(follow_up, show_page, desk, tom):
    follow_up("Wang Li", -1, staff_id=tom.id)
    follow_up("Paul Schmidt", -2, staff_id=desk.actor.id)
    desk.shop.save_staff(replace(tom, active=False))
    told = words(show_page().agenda_view)
    assert "nobody (Tom Reed left)" in told
    assert "Mara" not in told


def test_what_is_as_before_is_not_built_anew(follow_up, show_page, actions, settled):
    follow_up("Wang Li", -2, FollowUpKind.INTERNAL, until=None)
    page = show_page()
    before = page.also.view.rows[0]
    page.load()
    page.grab()
    settled()
    assert page.also.view.rows[0] is before


def test_the_lists_stand_before_the_next_days(follow_up, show_page):
    follow_up("Next", 4 * 24)
    follow_up("Card", -2, FollowUpKind.INTERNAL, until=None)
    page = show_page()
    card, coming = page.also.view.rows[0], page.agenda_view.rows[0]
    assert card.mapTo(page, card.pos()).y() < coming.mapTo(page, coming.pos()).y()


def test_a_manager_is_called_large_until_one_says_that_they_are_there(
    show_page, desk, qtbot, actions, settled
):
    page = show_page()
    qtbot.mouseClick(page.door.manager, LEFT)
    panel = page.also._call_panel
    assert panel.geometry() == page.rect()
    assert "Manager, please come to the counter" in words(panel)
    assert "Mara called at 12:00." in words(panel)
    assert QApplication.focusWidget().text() == "Go on working"  # a stray key ends no call
    assert panel.here[0].text() == "I am here: Mara"
    panel.here[0].setFocus()
    qtbot.keyClick(panel.here[0], ENTER)
    settled()
    assert panel.isHidden()
    assert desk.calls.waiting is None
    actions.undo()
    settled()
    assert panel.isVisible()


def test_a_call_that_is_put_away_stays_in_the_list(show_page, desk, qtbot, settled):
    page = show_page()
    page.door.manager.click()
    qtbot.keyClick(page.also._call_panel, Qt.Key.Key_Escape)
    page.load()
    page.grab()
    settled()
    assert page.also._call_panel.isHidden()
    assert "Waiting for a manager at the counter since 12:00." in words(page.side.card("asked"))
    qtbot.mouseClick(button(page.side, "Show it"), LEFT)
    assert page.also._call_panel.isVisible()
    qtbot.mouseClick(button(page.also._call_panel, "Not needed any more"), LEFT)
    settled()
    assert (desk.calls.waiting, page.side.card("asked")) == (None, None)


def test_every_control_of_the_lists_has_a_name(follow_up, asked, show_page, unnamed):
    follow_up("Card", -2, FollowUpKind.INTERNAL, until=None)
    asked("ask_help")
    page = show_page()
    page.door.manager.click()
    assert unnamed(page) == []
