"""Today, through the real page on a real shop."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_cs.cases.case_filter import CaseFilter
from desktop_cs.desk.changes import EVERYTHING
from desktop_cs.followups.followup import FollowUpKind
from desktop_cs.ui.preferences import Preferences
from desktop_cs.ui.today.due_row import DueRow
from desktop_cs.ui.today.practice_offer import PracticeCard
from desktop_cs.ui.today.today_page import TodayPage

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


def words(widget):
    """Return everything that can be read in a widget."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(labels)


def button(widget, name):
    return next(one for one in widget.findChildren(QPushButton) if one.accessibleName() == name)


def test_the_page_says_how_many_people_wait_and_who_comes_first(follow_up, promise, show_page):
    promise("Wang Li", -2)
    follow_up("Paul Schmidt", 3)
    follow_up("Chen Meiling", 4 * 24, FollowUpKind.WRAP_UP)
    page = show_page()
    assert page.headline.text() == "2 people are waiting to hear from you"
    assert page.advice.text() == "1 is late. Start there."
    assert [row.due.who for row in page.agenda_view.rows] == ["Wang Li", "Paul Schmidt", "Chen Meiling"]
    told = words(page)
    assert "Late · 1" in told
    assert "2 h late" in told
    assert "We promised: Ring when the part is here" in told
    assert "Ask whether all is well now: The dryer fails again · 555 0134" in told
    assert "Tue 24 Nov" in told
    assert page.day_line.text() == "Friday, 20 November"


def test_when_nobody_waits_the_page_says_so(show_page):
    page = show_page()
    assert page.headline.text() == "Nobody is waiting to hear from you"
    assert "Nothing else today." in words(page)
    assert not page.agenda_view.rows


def test_before_the_first_paint_only_the_agenda_and_the_unfinished_cases_are_read(
    follow_up, desk, actions, tmp_path, qtbot, monkeypatch
):
    follow_up("Wang Li", -2)
    follow_up("Chen Meiling", 4 * 24, FollowUpKind.WRAP_UP)
    counted = []
    monkeypatch.setattr(desk.months, "figures", counted.append)
    page = TodayPage(actions, Preferences(tmp_path))
    qtbot.addWidget(page)
    page.load()
    assert [row.due.who for row in page.agenda_view.rows] == ["Wang Li"]
    assert "Unfinished cases" in words(page.side)
    assert not page.day_line.text().strip()
    assert not counted


def test_the_first_row_has_the_focus_and_enter_opens_its_case(follow_up, show_page, qtbot):
    first = follow_up("Wang Li", -2)
    follow_up("Paul Schmidt", 3)
    page = show_page()
    assert QApplication.focusWidget() is page.agenda_view.rows[0]
    with qtbot.waitSignal(page.went) as went:
        qtbot.keyClick(page.agenda_view.rows[0], ENTER)
    assert went.args == ["case", first.case_id]


def test_a_page_that_is_put_into_a_window_in_use_takes_the_focus(follow_up, actions, tmp_path, qtbot):
    follow_up("Wang Li", -2)
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QPushButton("Search", window))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    page = TodayPage(actions, Preferences(tmp_path))
    column.addWidget(page)
    page.load()
    page.focus_first()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.agenda_view.rows[0])


def test_a_click_on_a_row_opens_its_case(follow_up, show_page, qtbot):
    due = follow_up("Wang Li", 2)
    page = show_page()
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(page.agenda_view.rows[0], Qt.MouseButton.LeftButton)
    assert went.args == ["case", due.case_id]


def test_up_and_down_walk_over_all_groups(follow_up, show_page, qtbot):
    for who, hours in (("Late", -2), ("Soon", 3), ("Next", 4 * 24)):
        follow_up(who, hours)
    page = show_page()
    rows = page.agenda_view.rows
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    qtbot.keyClick(rows[1], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[2]
    qtbot.keyClick(rows[2], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[2]
    qtbot.keyClick(rows[2], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is rows[1]


def test_a_row_that_is_gone_leads_nowhere(follow_up, show_page):
    follow_up("Wang Li", 2)
    page = show_page()
    [gone] = page.agenda_view.rows
    page.agenda_view.rows.clear()
    gone.moved.emit(1)
    assert page.agenda_view.rows == []


def test_next_days_that_are_told_twice_leave_no_row_behind(follow_up, desk, show_page):
    follow_up("Chen Meiling", 4 * 24, FollowUpKind.WRAP_UP)
    page = show_page()
    view, now = page.agenda_view, desk.clock.now()
    agenda = desk.due.agenda()
    view.show_next(agenda, now)
    view.show_due(agenda, now)
    view.show_next(agenda, now)
    assert [row for row in view.findChildren(DueRow) if row.isVisible()] == view.rows
    assert len(view.rows) == 1


def test_a_row_on_which_nothing_changed_is_not_built_anew(follow_up, desk, show_page, actions):
    follow_up("Wang Li", -2)
    second = follow_up("Paul Schmidt", 3)
    follow_up("Chen Meiling", 4 * 24)
    page = show_page()
    before = list(page.agenda_view.rows)
    desk.follow_ups.put_off(second, second.due_at + timedelta(minutes=30))
    actions.changed.emit(EVERYTHING, None)
    assert [one is other for one, other in zip(page.agenda_view.rows, before, strict=True)] == [
        True,
        False,
        True,
    ]
    assert all(row.isVisible() for row in page.agenda_view.rows)


def test_tab_goes_down_the_rows_and_then_to_the_cards_also_after_something_changed(
    follow_up, show_page, actions, qtbot
):
    follow_up("Wang Li", -2)
    follow_up("Paul Schmidt", 4 * 24)
    page = show_page()
    actions.changed.emit(EVERYTHING, None)
    page.focus_first()
    walked = []
    page.door.complaint.setFocus()
    for _step in range(4):
        walked.append(QApplication.focusWidget().text())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert walked == ["New complaint", "Repair drop-off", "Find", "Call a manager now"]
    walked = []
    for _step in range(7):
        walked.append(QApplication.focusWidget().accessibleName().split(",")[0])
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert [name.partition(": ")[0] for name in walked] == [
        *("10:00", "Later", "Done"),
        *("Tue 24 Nov", "Later", "Done"),
        "Continue",
    ]


def test_an_unfinished_case_is_gone_on_with_where_it_was_paused(take, show_page, qtbot):
    case = take("Wang Li")
    page = show_page()
    assert "Unfinished case\nWang Li: The dryer fails again\nPaused at “Apology”." in words(page.side)
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(
            button(page.side, "Continue: Wang Li: The dryer fails again"), Qt.MouseButton.LeftButton
        )
    assert went.args == ["case", case.id]


def test_more_unfinished_cases_stand_in_the_list_of_cases(take, show_page, qtbot):
    for number in range(5):
        take(f"Customer {number}")
    page = show_page()
    with qtbot.waitSignal(page.went) as went:
        qtbot.mouseClick(button(page.side, "All unfinished cases"), Qt.MouseButton.LeftButton)
    assert went.args[0] == "cases"
    assert isinstance(went.args[1], CaseFilter)
    assert {str(state) for state in went.args[1].states} == {"draft", "open", "reopened"}


def test_what_changed_elsewhere_is_read_again_and_the_focus_stays(follow_up, desk, show_page, actions):
    follow_up("Wang Li", -2)
    second = follow_up("Paul Schmidt", 3)
    page = show_page()
    page.agenda_view.rows[1].setFocus()
    desk.follow_ups.put_off(second, second.due_at + timedelta(minutes=30))
    actions.changed.emit(EVERYTHING, None)
    assert "15:30" in words(page)
    assert QApplication.focusWidget() is page.agenda_view.rows[1]


@pytest.mark.parametrize(("width", "beside"), [(1262, True), (1021, True), (700, False)])
def test_the_cards_stand_beside_the_rows_where_there_is_room(follow_up, show_page, width, beside):
    follow_up("Wang Li", 2)
    page = show_page(width)
    row = page.agenda_view.rows[0]
    assert (page.side.mapTo(page, page.side.rect().topLeft()).x() > row.width()) is beside


def test_a_name_with_markup_is_shown_as_it_is_written(follow_up, show_page):
    follow_up("<b>Wang</b> & Söhne", -1)
    page = show_page()
    label = next(one for one in page.findChildren(QLabel) if "Wang" in one.text())
    assert label.text() == "<b>Wang</b> & Söhne"
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_long_list_is_built_in_part_until_all_of_it_is_wanted(follow_up, show_page, qtbot):
    for number in range(35):
        follow_up(f"Customer {number}", number - 100)
    page = show_page()
    assert len(page.agenda_view.rows) == 8
    qtbot.mouseClick(button(page, "Show 20 more of 27"), Qt.MouseButton.LeftButton)
    assert len(page.agenda_view.rows) == 28
    assert QApplication.focusWidget() is page.agenda_view.rows[8]
    qtbot.mouseClick(button(page, "Show 7 more"), Qt.MouseButton.LeftButton)
    assert [row.due.who for row in page.agenda_view.rows] == [f"Customer {number}" for number in range(35)]
    assert not [one for one in page.findChildren(QPushButton) if one.isVisible() and "more" in one.text()]
    page.load()
    assert len(page.agenda_view.rows) == 35


def test_practice_is_offered_to_a_new_shop_and_put_away_for_good(show_page, qtbot):
    page = show_page()
    with qtbot.waitSignal(page.practice_wanted):
        qtbot.mouseClick(button(page.side, "Practise"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page.side, "Do not offer practice again"), Qt.MouseButton.LeftButton)
    assert page.side.card("practice") is None
    assert show_page().side.card("practice") is None


def test_practice_is_offered_neither_beside_real_cases_nor_in_a_practice_shop(desk, take, show_page):
    take("Wang Li")
    assert show_page().side.card("practice") is None
    desk.shop.save_settings(replace(desk.settings, is_practice=True))
    assert not isinstance(show_page().side.card("practice"), PracticeCard)


def test_every_control_has_a_name(follow_up, promise, show_page, unnamed, qtbot):
    promise("Wang Li", -2)
    follow_up("Paul Schmidt", 3)
    page = show_page()
    for place in (0, 1):
        qtbot.keyClick(page.agenda_view.rows[place], ENTER, CTRL)
        assert page.agenda_view.panel is not None
        assert unnamed(page) == []
