"""The handle-with-care card: there whenever its customer or device is met, read by each for themselves."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_cs.cases.steps import Step
from desktop_cs.desk.casework import Intake
from desktop_cs.ui.cover import cover, is_veiled


@pytest.fixture
def logged(shop, taken, answers):
    """Return the logged case of Mrs Fallon's dryer, whose serial number is known."""
    answers["review"]["serial"] = "WT-512"
    for step in Step:
        story = shop.casework.story(taken.id)
        shop.casework.steps.save_answers(story, step, answers[step])
        if step is not Step.LOGGING:
            shop.casework.steps.finish_step(shop.casework.story(taken.id), step)
    return shop.casework.finish(shop.casework.story(taken.id)).value


@pytest.fixture
def keeper(window, logged):
    """Return what keeps the cards of the window."""
    window.equip()
    return window.at_hand.cards


def told(window):
    return " ".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())


def test_it_stands_above_the_customer_a_search_opened(window, keeper, shop, logged):
    window.go("customers", shop.customers.get(logged.customer_id))
    assert keeper.card.case_id == logged.id
    words = told(window)
    for part in (
        "Handle with care: Deirdre Fallon",
        "The dryer stands still again. They felt: Upset, Let down.",
        "Given and promised: Repair, A bag of pegs.",
        "What helps now: Greet them by name and ask whether all is well now.",
    ):
        assert part in words


def test_it_goes_with_the_page(window, keeper, logged):
    window.go("case", logged.id)
    assert keeper.card is not None
    window.go("settings")
    assert keeper.card is None


def test_a_scan_of_the_device_and_a_new_case_of_the_customer_bring_it_up(window, keeper, shop, logged):
    window.at_hand.take_scan("WT-512")
    assert keeper.card.case_id == logged.id
    window.go("new_case", shop.customers.get(logged.customer_id))
    assert keeper.card.case_id == logged.id
    page = window.pages.page()
    page.fields.choice.choose(None)
    page.look()
    assert keeper.card is None
    page.take_scan("WT-512")
    page.look()
    assert keeper.card.case_id == logged.id


def test_a_case_being_worked_on_shows_no_card_of_its_own(window, keeper, shop, logged):
    shop.casework.reopen(logged, "It stands still again")
    window.go("case", logged.id)
    assert keeper.card is None
    other = shop.casework.take(Intake("Invoice", customer=shop.customers.get(logged.customer_id))).value
    window.go("case", other.id)
    assert keeper.card.case_id == logged.id


def test_reading_it_by_key_folds_it_names_the_reader_and_can_be_undone(window, keeper, logged):
    window.go("case", logged.id)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert keeper.card.read_by_me
    assert "Read by Tom Reed 14:00" in told(window)
    assert "What helps now" not in told(window)
    window.undo()
    assert not keeper.card.read_by_me
    assert "What helps now" in told(window)


def test_what_was_read_can_be_shown_again(window, keeper, logged):
    window.go("case", logged.id)
    keeper.read()
    window.go("cases")
    window.go("case", logged.id)
    assert "What helps now" not in told(window)
    keeper.bar.unfolded.emit()
    assert "What helps now" in told(window)


def test_it_never_takes_the_focus_from_who_types(window, keeper, shop, logged):
    window.go("new_case")
    page = window.pages.page()
    page.fields.one_line.setFocus()
    page.take_scan("WT-512")
    page.look()
    assert keeper.card is not None
    assert page.fields.one_line.hasFocus()


def test_it_ends_by_its_date(window, keeper, shop, logged):
    window.go("case", logged.id)
    shop.clock.moment = keeper.card.until + timedelta(minutes=1)
    keeper.end_past()
    window.go("cases")
    window.go("case", logged.id)
    assert keeper.card is None


def test_nothing_of_it_is_seen_under_the_cover(window, keeper, logged):
    window.go("case", logged.id)
    cover.turn(on=True)
    try:
        assert all(is_veiled(one) for one in keeper.bar.findChildren(QLabel))
    finally:
        cover.turn(on=False)


def test_a_low_window_shows_what_helps_now_alone(window, keeper, logged):
    window.resize(1093, 580)
    window.go("case", logged.id)
    assert "What helps now" in told(window)
    assert "They felt" not in told(window)
    keeper.bar.unfolded.emit()
    assert "They felt" in told(window)


def test_the_form_that_was_left_takes_no_card_away(window, keeper, logged):
    window.go("new_case")
    page = window.pages.page()
    page.fields.changed.emit()
    window.go("case", logged.id)
    assert not page._pause.isActive()
    assert keeper.card is not None
