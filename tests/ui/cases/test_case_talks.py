"""Telling customers, asking colleagues: above the form, by keyboard, each with its way back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_cs.cases.promises import Promise
from desktop_cs.clock import FixedClock
from desktop_cs.shop.staff import Role
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.cases.case_menu import CaseTalk
from desktop_cs.ui.cover import cover, is_veiled

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window, taken):
    """Return the page of the case that was just taken."""
    window.go("case", taken.id)
    return window.pages.page()


@pytest.fixture
def begin(page):
    """Return a function that begins a talk and gives its panel."""

    def begun(talk):
        page.frame.header.talk_wanted.emit(talk)
        return page._acts._asking.panel

    return begun


@pytest.fixture
def manager(shop):
    """Return the manager of the shop."""
    return next(one for one in shop.shop.staff() if one.is_manager)


def offered(page):
    return [one.text() for one in page.frame.header.menu.actions() if one.text()]


def stored(shop, case):
    return shop.casework.story(case.id)


def test_a_word_of_progress_is_typed_and_kept_and_the_page_stays(page, begin, shop, taken, window):
    page.go_to("review")
    panel = begin(CaseTalk.TELL)
    assert QApplication.focusWidget() is panel.words
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert panel.isVisible()
    QTest.keyClicks(panel.words, "The part is on its way")
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert page._acts._asking.panel is None
    assert page.subject().step == "review"
    assert stored(shop, taken).events[-1].reason == "The part is on its way"
    window.acts.undo()
    assert [one.what for one in stored(shop, taken).events] == ["taken"]


def test_escape_gives_the_focus_back(page, begin):
    before = QApplication.focusWidget()
    panel = begin(CaseTalk.TELL)
    QTest.keyClick(panel.words, Qt.Key.Key_Escape)
    assert page._acts._asking.panel is None
    assert QApplication.focusWidget() is before


def test_a_call_is_promised_for_the_time_they_named(page, begin, shop, taken, window):
    panel = begin(CaseTalk.CALL_BACK)
    assert QApplication.focusWidget() is panel.line.day
    panel.give()
    assert panel.isVisible()
    QTest.keyClicks(panel.line.time, "16:30")
    QTest.keyClicks(panel.words, "the part")
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    (promise,) = stored(shop, taken).promises
    assert (promise.kind, promise.what) == ("callback", "Call back: the part")
    assert promise.due_at - shop.clock.now() == timedelta(hours=2, minutes=30)
    assert "trust 100 %" in page.frame.header.spoken()
    window.acts.undo()
    assert stored(shop, taken).promises[0].state == "renegotiated"
    assert page.frame.header.trust.isHidden()


def test_a_time_at_which_the_shop_is_closed_is_said_and_taken(begin, shop, taken):
    panel = begin(CaseTalk.CALL_BACK)
    QTest.keyClicks(panel.line.time, "20:00")
    assert not panel.note.isHidden()
    panel.line.time.clear()
    QTest.keyClicks(panel.line.time, "17:00")
    assert panel.note.isHidden()
    panel.line.time.clear()
    QTest.keyClicks(panel.line.time, "20:00")
    panel.give()
    assert len(stored(shop, taken).promises) == 1


def test_one_key_asks_for_help_and_asks_once(page, shop, taken, manager, window):
    for _press in range(2):
        QTest.keyClick(page, Qt.Key.Key_F8)
    (asked,) = shop.requests.mine()
    assert "Help is asked for" in page.frame.header.spoken()
    shop.actor = manager
    shop.requests.answer(asked, True)
    shop.actor = next(one for one in shop.shop.staff() if not one.is_manager)
    page.load(taken.id)
    assert "Mara Bell comes" in page.frame.header.spoken()


def test_asking_for_help_is_taken_back(page, shop, window):
    QTest.keyClick(page, Qt.Key.Key_F8)
    window.acts.undo()
    assert shop.requests.mine() == []


def test_a_hand_over_waits_for_the_colleague_and_can_be_taken_back(page, begin, shop, taken, manager, window):
    panel = begin(CaseTalk.HAND_OVER)
    panel.give()
    assert panel.isVisible()
    assert [one.text() for one in panel.people.buttons()] == ["Mara Bell"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClicks(panel.words, "I am off tomorrow")
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    (asked,) = shop.requests.mine()
    assert (asked.asked_of, asked.words) == (manager.id, "I am off tomorrow")
    assert "Mara Bell is asked" in page.frame.header.spoken()
    assert "Take back the hand-over" in offered(page)
    page.frame.header.talk_wanted.emit(CaseTalk.TAKE_BACK)
    assert shop.requests.mine() == []
    window.acts.undo()
    assert shop.requests.mine() == [asked]


def test_whoever_is_asked_answers_on_the_case_itself(page, begin, shop, taken, manager, window):
    asked = shop.requests.ask_hand_over(taken, manager, "Please").value
    counter, shop.actor = shop.actor, manager
    page.load(taken.id)
    assert "Answer a request …" in offered(page)
    panel = begin(CaseTalk.ANSWER)
    assert QApplication.focusWidget() is panel.act
    QTest.keyClick(panel.act, Qt.Key.Key_Return)
    assert stored(shop, taken).case.owner == manager.id
    window.acts.undo()
    assert stored(shop, taken).case.owner == counter.id
    panel = begin(CaseTalk.ANSWER)
    QTest.keyClicks(panel.words, "I am full")
    panel.decline.click()
    assert shop.storage.requests.get(asked.id).answer == "I am full"
    shop.actor = counter
    page.load(taken.id)
    assert "Mara Bell cannot" in page.frame.header.spoken()


def test_a_colleague_takes_a_case_over_without_being_asked(page, begin, shop, taken, manager):
    shop.actor = manager
    page.load(taken.id)
    assert "With Tom Reed" in page.frame.header.spoken()
    panel = begin(CaseTalk.HAND_OVER)
    assert panel.people.buttons()[0].text() == "I take it over myself"
    panel.people.pick_number(1)
    panel.give()
    assert stored(shop, taken).case.owner == manager.id
    assert "With Tom Reed" not in page.frame.header.spoken()
    assert "Hands passed: 1" in page.frame.header.spoken()


def test_a_manager_is_called_with_a_word(begin, shop, taken, manager, window):
    panel = begin(CaseTalk.MANAGER)
    QTest.keyClicks(panel.words, "They are shouting")
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    (asked,) = shop.requests.mine()
    assert (asked.kind, asked.words) == ("attention", "They are shouting")
    window.acts.undo()
    assert shop.requests.mine() == []


def test_the_cover_hides_what_is_asked_and_how_trust_stands(page, begin, shop, taken, manager):
    shop.follow_ups.call_back(taken, shop.clock.now() + timedelta(hours=4))
    shop.requests.ask_help(taken, "They are shouting")
    shop.actor = manager
    page.load(taken.id)
    panel = begin(CaseTalk.ANSWER)
    cover.turn(on=True)
    try:
        assert is_veiled(panel.words)
        assert is_veiled(page.frame.header.trust)
        assert not is_veiled(page.frame.header.more)
    finally:
        cover.turn(on=False)


def test_the_menu_offers_what_fits_the_case(page, shop, taken, window):
    assert offered(page)[:3] == ["Tell them something …", "Call them back when they say …", "Progress slip …"]
    assert "Ask a colleague to help\tF8" in offered(page)
    shop.casework.cancel(taken, "typed twice")
    page.load(taken.id)
    assert offered(page) == []


def test_trust_runs_down_each_minute_while_it_is_seen(page, begin, shop, taken, window):
    shop.follow_ups.call_back(taken, shop.clock.now() + timedelta(hours=4))
    page.load(taken.id)
    line = page.frame.header.trust
    assert line._minute.isActive()
    shop.clock = FixedClock(shop.clock.now() + timedelta(hours=2))
    line._minute.timeout.emit()
    assert "trust 50 %" in line.text()
    assert "2 h left, 2 h of it open" in line.text()
    shop.clock = FixedClock(shop.clock.now() + timedelta(hours=3))
    line._minute.timeout.emit()
    assert "1 h late · trust -25 %" in line.text()
    window.go("today")
    assert not line._minute.isActive()


def test_what_we_aim_at_stands_before_what_was_told(page, shop, taken):
    now = shop.clock.now()
    promise = Promise(
        uuid7(), taken.id, "Repair", now, now + timedelta(hours=20), aim_at=now + timedelta(hours=2)
    )
    with shop.storage.transaction():
        shop.storage.promises.add(promise)
    page.load(taken.id)
    told = page.frame.header.trust.text()
    assert told == "Aim 16:00, told Wed 4 Nov 10:00 · trust 100 % · 20 h left, 5 h of it open"


def test_a_promise_that_is_far_beyond_late_shows_no_huge_figure(page, shop, taken):
    due = shop.clock.now() + timedelta(minutes=1)
    shop.follow_ups.call_back(taken, due)
    shop.clock = FixedClock(due + timedelta(days=3))
    page.load(taken.id)
    assert "3 days late · trust -100 %" in page.frame.header.trust.text()


def test_every_control_of_every_panel_has_a_name(page, begin, shop, managing, taken, unnamed):
    with managing():
        shop.shop.add_staff("Ann Lee", Role.TECHNICIAN, "3691")
    for talk in (CaseTalk.TELL, CaseTalk.CALL_BACK, CaseTalk.HAND_OVER, CaseTalk.MANAGER):
        begin(talk)
        assert unnamed(page) == []


def test_hard_words_told_to_a_customer_are_marked_and_block_nothing(qtbot, page, begin):
    page.go_to("review")
    panel = begin(CaseTalk.TELL)
    QTest.keyClicks(panel.words, "You probably used it wrongly")
    qtbot.waitUntil(lambda: bool(panel.mark_line.text()))
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert page._acts._asking.panel is None
