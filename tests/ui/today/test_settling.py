"""Being done with what is due, putting it off, and the way back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.states import CaseState
from desktop_cs.desk.changes import EVERYTHING
from desktop_cs.followups.followup import FollowUpKind, FollowUpState
from desktop_cs.shop.staff import Role
from desktop_cs.ui.today.follow_up_panel import FollowUpPanel
from desktop_cs.ui.today.later_panel import LaterPanel
from desktop_cs.ui.today.promise_panel import PromisePanel

ENTER, CTRL, ESC = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Escape
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def toasts(actions):
    """Return what the page says that it did."""
    said = []
    actions.done.connect(lambda sentence, undoable: said.append((sentence, undoable)))
    return said


@pytest.fixture
def form_of(show_page, qtbot):
    """Return a function that opens the form of the only follow-up."""

    def opened():
        page = show_page()
        qtbot.keyClick(page.agenda_view.rows[0], ENTER, CTRL)
        panel = page.agenda_view.panel
        assert isinstance(panel, FollowUpPanel)
        return page, panel

    return opened


def pick(panel, field_id, number):
    panel.form.focus_field(field_id)
    panel.form.pick_choice(number)


def test_a_follow_up_is_done_with_its_small_form_and_ctrl_enter(follow_up, form_of, desk, toasts, qtbot):
    due = follow_up("Wang Li", -2)
    page, panel = form_of()
    pick(panel, "reached", 1)
    pick(panel, "still_solved", 1)
    qtbot.keyClick(QApplication.focusWidget(), ENTER, CTRL)
    done = desk.storage.follow_ups.get(due.id)
    assert done.state is FollowUpState.DONE
    assert dict(done.answers) == {"reached": "yes", "still_solved": "yes"}
    assert done.done_by == desk.actor.id
    assert toasts == [("Done: Wang Li", True)]
    assert page.agenda_view.panel is None
    assert not page.agenda_view.rows


def test_undo_brings_the_follow_up_back_with_what_was_answered(follow_up, form_of, desk, actions, qtbot):
    due = follow_up("Wang Li", -2)
    page, panel = form_of()
    pick(panel, "reached", 1)
    qtbot.mouseClick(panel.done, LEFT)
    actions.undo()
    assert desk.storage.follow_ups.get(due.id).state is FollowUpState.OPEN
    qtbot.keyClick(page.agenda_view.rows[0], ENTER, CTRL)
    assert page.agenda_view.panel.form.raw_answers() == {"reached": "yes"}


def test_return_never_finishes_a_follow_up(follow_up, form_of, desk, qtbot):
    due = follow_up("Wang Li", -2)
    page, panel = form_of()
    pick(panel, "reached", 1)
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    assert desk.storage.follow_ups.get(due.id).state is FollowUpState.OPEN
    assert page.agenda_view.panel is panel


def test_what_is_missing_is_said_at_its_question(follow_up, form_of, desk, qtbot):
    due = follow_up("Wang Li", -2)
    _page, panel = form_of()
    qtbot.mouseClick(panel.done, LEFT)
    assert desk.storage.follow_ups.get(due.id).state is FollowUpState.OPEN
    told = [label.text() for label in panel.findChildren(QLabel)]
    assert "“Did you reach them?” is still needed." in told


def test_esc_puts_the_form_away_and_keeps_what_was_typed(follow_up, form_of, desk, qtbot):
    due = follow_up("Wang Li", -2)
    page, panel = form_of()
    pick(panel, "reached", 1)
    panel.form.focus_field("satisfied")
    qtbot.keyClicks(QApplication.focusWidget(), "seven")
    panel.form.focus_field("reached")
    qtbot.keyClick(QApplication.focusWidget(), ESC)
    assert page.agenda_view.panel is None
    assert QApplication.focusWidget() is page.agenda_view.rows[0]
    assert desk.storage.follow_ups.get(due.id).state is FollowUpState.OPEN
    qtbot.keyClick(page.agenda_view.rows[0], ENTER, CTRL)
    assert page.agenda_view.panel.form.raw_answers() == {"reached": "yes", "satisfied": "seven"}


def test_leaving_the_page_keeps_what_was_typed(follow_up, form_of, desk):
    due = follow_up("Wang Li", -2)
    page, panel = form_of()
    pick(panel, "reached", 3)
    assert page.leave()
    assert desk.follow_ups.draft(desk.storage.follow_ups.get(due.id)) == {"reached": "left_word"}


def test_an_open_form_stays_when_something_changes_elsewhere(follow_up, form_of, actions):
    follow_up("Wang Li", -2)
    page, panel = form_of()
    pick(panel, "reached", 1)
    actions.changed.emit(EVERYTHING, None)
    assert page.agenda_view.panel is panel
    assert panel.isVisible()
    assert panel.form.raw_answers() == {"reached": "yes"}


def test_whom_nobody_reached_is_tried_again_at_a_time_that_is_offered(
    follow_up, form_of, desk, actions, qtbot
):
    due = follow_up("Wang Li", -2)
    _page, panel = form_of()
    assert panel.again.isHidden()
    pick(panel, "reached", 2)
    assert panel.done.isHidden()
    assert "14:00" in panel.again.text()
    qtbot.keyClick(QApplication.focusWidget(), ENTER, CTRL)
    tried = desk.storage.follow_ups.get(due.id)
    assert (tried.state, tried.due_at) == (FollowUpState.OPEN, desk.clock.now() + timedelta(hours=2))
    assert [one.what for one in desk.follow_ups.tries(due)] == ["not_reached.immediate"]
    actions.undo()
    assert desk.storage.follow_ups.get(due.id).due_at == due.due_at
    assert desk.follow_ups.tries(due) == []


def test_whom_nobody_reached_can_be_tried_at_any_other_time(follow_up, form_of, desk, actions, qtbot):
    due = follow_up("Wang Li", -2)
    page, panel = form_of()
    pick(panel, "reached", 2)
    qtbot.mouseClick(panel.later, LEFT)
    later = page.agenda_view.panel
    assert isinstance(later, LaterPanel)
    assert desk.storage.follow_ups.get(due.id).due_at == due.due_at
    later.line.day.setText("25.11.")
    later.line.time.setText("9:45")
    later.finish()
    moved = desk.storage.follow_ups.get(due.id).due_at
    assert moved == desk.clock.now() + timedelta(days=4, hours=21, minutes=45)
    assert len(desk.follow_ups.tries(due)) == 1
    actions.undo()
    assert desk.follow_ups.tries(due) == []


def test_a_call_that_is_owed_says_so_and_is_not_done_by_leaving_word(follow_up, form_of, desk, qtbot):
    due = follow_up("Wang Li", -2, FollowUpKind.WRAP_UP, as_call=True)
    _page, panel = form_of()
    assert any("owed" in label.text() for label in panel.findChildren(QLabel))
    pick(panel, "reached", 3)
    assert panel.done.isHidden()
    panel.finish()
    assert desk.storage.follow_ups.get(due.id).state is FollowUpState.OPEN


def test_a_follow_up_is_given_to_a_colleague_and_back(follow_up, form_of, desk, actions):
    desk.shop.add_staff("Ben", Role.COUNTER, "1111")
    due = follow_up("Wang Li", -2, staff_id=desk.actor_id)
    page, panel = form_of()
    assert panel.people.isHidden()
    panel.give.click()
    assert [one.text() for one in panel.people.buttons()] == ["Ben"]
    panel.people.pick_number(1)
    assert desk.follow_ups.whose(desk.storage.follow_ups.get(due.id)) == "Ben"
    assert page.agenda_view.panel is None
    actions.undo()
    assert desk.storage.follow_ups.get(due.id).staff_id == desk.actor_id


def test_nobody_does_what_somebody_did_who_left_until_somebody_takes_it(follow_up, form_of, desk):
    left = desk.shop.add_staff("Ben", Role.COUNTER, "1111").value
    due = follow_up("Wang Li", -2, staff_id=left.id)
    desk.shop.save_staff(replace(left, active=False))
    _page, panel = form_of()
    assert any("nobody (Ben left)" in label.text() for label in panel.findChildren(QLabel))
    panel.give.click()
    panel.people.pick_number(1)
    assert desk.storage.follow_ups.get(due.id).staff_id == desk.actor_id


def test_a_promise_stays_open_when_they_are_told_how_it_stands(promise, show_page, desk, actions, qtbot):
    due = promise("Wang Li", 3)
    page = show_page()
    qtbot.keyClick(page.agenda_view.rows[0], ENTER, CTRL)
    panel = page.agenda_view.panel
    panel.not_yet.click()
    assert panel.kept.isHidden()
    panel.finish()
    assert page.agenda_view.panel is panel
    qtbot.keyClicks(QApplication.focusWidget(), "The part comes tomorrow")
    qtbot.keyClick(QApplication.focusWidget(), ENTER, CTRL)
    story = desk.casework.story(due.case_id)
    assert (story.promises[0].state, story.events[-1].reason) == ("open", "The part comes tomorrow")
    actions.undo()
    assert [one.what for one in desk.casework.story(due.case_id).events] == ["taken"]


def test_who_waits_for_a_call_is_told_their_place(take, show_page, desk, qtbot):
    at = desk.clock.now() + timedelta(hours=2)
    for who in ("Wang Li", "Ann Moss"):
        desk.follow_ups.call_back(take(who), at - timedelta(hours=who == "Ann Moss"))
        desk.clock.moment += timedelta(minutes=1)
    page = show_page()
    qtbot.keyClick(page.agenda_view.rows[0], ENTER, CTRL)
    told = [label.text() for label in page.agenda_view.panel.findChildren(QLabel)]
    assert any("1 person waits for a call before them" in one for one in told)


def test_what_is_not_solved_reopens_its_case_with_one_key(follow_up, form_of, desk, actions, qtbot):
    due = follow_up("Wang Li", -2)
    opened = replace(desk.storage.cases.by_id(due.case_id), state=CaseState.OPEN)
    with desk.storage.transaction():
        desk.storage.cases.update(opened)
    desk.casework.close(opened, "gone on holiday")
    desk.follow_ups.undo(due)
    page, panel = form_of()
    pick(panel, "reached", 1)
    assert panel.reopen.isHidden()
    pick(panel, "still_solved", 3)
    with qtbot.waitSignal(page.went) as went:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_R, CTRL)
    assert went.args == ["case", due.case_id]
    assert desk.storage.cases.by_id(due.case_id).state is CaseState.REOPENED
    assert desk.storage.follow_ups.get(due.id).state is FollowUpState.DONE
    actions.undo()
    assert desk.storage.cases.by_id(due.case_id).state is CaseState.CLOSED
    assert desk.storage.follow_ups.get(due.id).state is FollowUpState.OPEN


def test_a_promise_kept_in_time_says_how_far_we_can_be_trusted(
    promise, show_page, desk, toasts, actions, qtbot
):
    made = promise("Wang Li", 10)
    page = show_page()
    qtbot.keyClick(page.agenda_view.rows[0], ENTER, CTRL)
    panel = page.agenda_view.panel
    assert isinstance(panel, PromisePanel)
    assert panel.trust.text() == "Trust 50 %: sooner than promised."
    qtbot.mouseClick(panel.kept, LEFT)
    assert desk.storage.promises.get(made.id).state is PromiseState.KEPT
    assert toasts == [("Promise kept: Wang Li. Trust 50 %: sooner than promised.", True)]
    actions.undo()
    assert desk.storage.promises.get(made.id).state is PromiseState.OPEN


def test_a_broken_promise_is_said_as_it_is(promise, show_page, desk, toasts, qtbot):
    made = promise("Wang Li", -2)
    page = show_page()
    qtbot.keyClick(page.agenda_view.rows[0], ENTER, CTRL)
    qtbot.mouseClick(page.agenda_view.panel.broken, LEFT)
    assert desk.storage.promises.get(made.id).state is PromiseState.BROKEN
    assert toasts[0][0] == "Promise broken: Wang Li. Trust -25 %: later than promised."


def test_a_promise_kept_earlier_is_settled_at_that_time(promise, show_page, desk, qtbot):
    made = promise("Wang Li", -2)
    page = show_page()
    qtbot.keyClick(page.agenda_view.rows[0], ENTER, CTRL)
    panel = page.agenda_view.panel
    qtbot.keyClicks(panel.line.time, "09:00")
    assert panel.trust.text() == "Trust 12 %: sooner than promised."
    qtbot.keyClick(panel.line.time, ENTER, CTRL)
    settled = desk.storage.promises.get(made.id)
    assert (settled.state, settled.settled_at.hour) == (PromiseState.KEPT, 9)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("23:00", "This moment is still to come."),
        ("00:30", "This was before we promised it."),
        ("half past", "This is not a time. Write it like 14:30."),
    ],
)
def test_a_moment_that_cannot_be_is_refused(promise, show_page, desk, qtbot, typed, sentence):
    made = promise("Wang Li", -2)
    page = show_page()
    qtbot.keyClick(page.agenda_view.rows[0], ENTER, CTRL)
    panel = page.agenda_view.panel
    qtbot.keyClicks(panel.line.time, typed)
    qtbot.mouseClick(panel.kept, LEFT)
    assert panel.trust.text() == sentence
    assert desk.storage.promises.get(made.id).state is PromiseState.OPEN


def test_a_follow_up_is_put_off_with_one_press_and_back(follow_up, show_page, desk, toasts, actions, qtbot):
    due = follow_up("Wang Li", -2)
    page = show_page()
    qtbot.keyClick(page.agenda_view.rows[0], Qt.Key.Key_L, CTRL)
    first = page.agenda_view.panel.quick[0]
    assert QApplication.focusWidget() is first
    assert first.text() == "In 20 minutes"
    qtbot.keyClick(first, ENTER)
    assert desk.storage.follow_ups.get(due.id).due_at.strftime("%H:%M") == "12:20"
    assert toasts == [("Later: Wang Li, 12:20", True)]
    assert page.headline.text() == "1 person is waiting to hear from you"
    actions.undo()
    assert desk.storage.follow_ups.get(due.id).due_at == due.due_at


def test_any_other_time_can_be_typed(follow_up, show_page, desk, qtbot):
    due = follow_up("Wang Li", -2)
    page = show_page()
    qtbot.keyClick(page.agenda_view.rows[0], Qt.Key.Key_L, CTRL)
    panel = page.agenda_view.panel
    qtbot.keyClicks(panel.line.day, "23.11.")
    qtbot.mouseClick(panel.take, LEFT)
    assert desk.storage.follow_ups.get(due.id).due_at.isoformat() == "2026-11-23T09:00:00+00:00"


def test_a_time_that_has_passed_is_refused_in_the_panel(follow_up, show_page, desk, qtbot):
    due = follow_up("Wang Li", -2)
    page = show_page()
    qtbot.keyClick(page.agenda_view.rows[0], Qt.Key.Key_L, CTRL)
    panel = page.agenda_view.panel
    qtbot.keyClicks(panel.line.time, "11:00")
    qtbot.keyClick(panel.line.time, ENTER, CTRL)
    assert "Choose a time that is still to come." in [label.text() for label in panel.findChildren(QLabel)]
    assert desk.storage.follow_ups.get(due.id).due_at == due.due_at


def test_a_promise_gets_a_new_time_and_the_old_one_is_not_forgotten(promise, show_page, desk, actions, qtbot):
    made = promise("Wang Li", -2)
    page = show_page()
    qtbot.keyClick(page.agenda_view.rows[0], Qt.Key.Key_L, CTRL)
    assert any("Agree the new time" in label.text() for label in page.agenda_view.panel.findChildren(QLabel))
    qtbot.mouseClick(page.agenda_view.panel.quick[-1], LEFT)
    states = {one.due_at: one.state for one in desk.storage.promises.of_case(made.case_id)}
    assert states.pop(made.due_at) is PromiseState.RENEGOTIATED
    assert list(states.values()) == [PromiseState.OPEN]
    actions.undo()
    open_ones = [one for one in desk.storage.promises.of_case(made.case_id) if one.state is PromiseState.OPEN]
    assert [one.id for one in open_ones] == [made.id]


def test_after_one_is_done_the_focus_is_on_the_next(follow_up, promise, show_page, qtbot):
    promise("First", -3)
    follow_up("Second", -2)
    page = show_page()
    qtbot.keyClick(page.agenda_view.rows[0], ENTER, CTRL)
    qtbot.mouseClick(page.agenda_view.panel.kept, LEFT)
    assert [row.due.who for row in page.agenda_view.rows] == ["Second"]
    assert QApplication.focusWidget() is page.agenda_view.rows[0]
