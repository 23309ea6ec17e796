"""What may be given, said on the page of a case; a manager is asked at once or later."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_cs.cases.promises import PromiseState
from desktop_cs.cases.requests import RequestState
from desktop_cs.cases.steps import Step
from desktop_cs.customers.customer import Customer
from desktop_cs.desk import people_work
from desktop_cs.desk.casework import Intake
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui.cover import cover, is_veiled
from desktop_cs.ui.widgets.labels import TextLabel


@pytest.fixture
def give(window, taken, answers):
    """Return a function that gives an amount as goodwill in the case that was taken, and the bar then."""

    def given(amount):
        if window.pages.place != "case":
            window.go("case", taken.id)
        page = window.pages.page()
        page.go_to(Step.RESOLUTION)
        line = f'[{{"gesture":"Taxi","cost":"{amount}"}}]'
        page.frame.pane.type_in(Step.RESOLUTION, {**answers["resolution"], "goodwill": line})
        return page.frame.pane.authority

    return given


@pytest.fixture
def manager(shop):
    return next(one for one in shop.shop.staff() if one.is_manager)


@pytest.fixture
def answer(shop, taken, manager):
    """Return a function in which a manager answers what waits in the case."""

    def answered(granted, words=""):
        [request] = shop.storage.requests.of_case(taken.id)
        before, shop.actor = shop.actor, manager
        done = shop.requests.answer(request, granted, words)
        shop.actor = before
        return done

    return answered


def told(bar):
    return [label.text() for label in bar.findChildren(TextLabel) if label.isVisible() and label.text()]


def requests(shop, taken):
    return shop.storage.requests.of_case(taken.id)


def ask(bar, time=""):
    bar.later.click()
    if time:
        bar.later_panel.line.time.setText(time)
    bar.later_panel.ask.click()


def test_inside_the_limit_nothing_asks(give):
    bar = give("40.00")
    assert told(bar) == ["You give $40.00 of $50.00; nobody needs to be asked."]
    assert not bar.approval.isVisible()
    assert not bar.later.isVisible()


def test_asking_later_suggests_a_time_and_says_what_was_promised(give, shop, taken):
    bar = give("60.00")
    bar.later.click()
    assert bar.later_panel.line.time.text() == "15:00"
    QTest.keyClicks(bar.later_panel.words, "They paid a taxi")
    QTest.keyClick(bar.later_panel.words, Qt.Key.Key_Return)
    [request] = requests(shop, taken)
    assert (request.amount, request.words) == (6000, "They paid a taxi")
    assert "Asked Mara Bell at 14:00; you told the customer they hear by 15:00." in told(bar)
    assert bar.later_panel is None
    assert not bar.later.isVisible()
    assert bar.approval.isVisible()  # the manager may still come by


def test_esc_puts_the_question_away(give, shop, taken):
    bar = give("60.00")
    bar.later.click()
    QTest.keyClick(bar.later_panel.line.time, Qt.Key.Key_Escape)
    assert bar.later_panel is None
    assert bar.later.hasFocus()
    assert requests(shop, taken) == []


@pytest.mark.parametrize("time", ["13:00", "", "half"])
def test_a_time_that_cannot_be_is_said_at_once(give, shop, taken, time):
    bar = give("60.00")
    bar.later.click()
    bar.later_panel.line.time.setText(time)
    bar.later_panel.ask.click()
    assert any("time" in sentence for sentence in told(bar.later_panel))
    assert requests(shop, taken) == []


@pytest.fixture
def refuse(enter_digits):
    """Return a function that types digits which are no manager's."""

    def refused(bar):
        enter_digits(bar.approval, "1111")
        assert any("not a manager’s digits" in one for one in told(bar))

    return refused


def test_what_was_wrong_goes_with_the_next_digit(give, refuse):
    bar = give("120")
    refuse(bar)
    QTest.keyClicks(bar.approval.field, "2")
    assert not any("digits" in one for one in told(bar))


def test_what_was_wrong_is_not_said_at_the_next_case(give, refuse, window, shop):
    bar = give("120")
    refuse(bar)
    other = shop.casework.take(Intake("The kettle hums", newcomer=Customer(uuid7(), "Ada Kane"))).value
    window.go("case", other.id)
    page = window.pages.page()
    page.go_to(Step.RESOLUTION)
    line = '[{"gesture":"Taxi","cost":"120"}]'
    page.frame.pane.type_in(Step.RESOLUTION, {"goodwill": line})
    assert bar.approval.isVisible()
    assert not any("digits" in one for one in told(bar))


def test_what_was_wrong_is_not_said_to_whoever_comes_next(give, refuse, window, shop):
    bar = give("120")
    other = next(one for one in shop.shop.staff() if one.id != shop.actor_id)
    refuse(bar)
    window.entrance.change_person(other)
    window.entrance.let_in(other)
    assert not any("digits" in one for one in told(window.pages.page().frame.pane.authority))


@pytest.fixture
def slow_match(monkeypatch):
    """Hold up the looking at digits until the event that is returned is set."""
    gate, match = threading.Event(), people_work.digits_match

    def held(digits, digits_hash):
        gate.wait(20)
        return match(digits, digits_hash)

    monkeypatch.setattr(people_work, "digits_match", held)
    yield gate
    gate.set()


def enter(bar, digits):
    QTest.keyClicks(bar.approval.field, digits)
    QTest.keyClick(bar.approval.field, Qt.Key.Key_Return)


def test_digits_are_looked_at_beside_the_window_and_what_is_typed_meanwhile_counts_once(
    qtbot, give, window, shop, taken, manager, slow_match
):
    bar = give("120")
    enter(bar, "1111")
    enter(bar, "2222")
    QTest.keyClick(bar.approval.field, Qt.Key.Key_Return)
    QTest.keyClicks(bar.approval.field, "25")
    assert shop.storage.cases.approved(taken.id) == 0
    slow_match.set()
    qtbot.waitUntil(lambda: any("3 tries are left" in one for one in told(bar)), timeout=20_000)
    assert shop.storage.people.tries()[manager.id].wrong == 2
    QTest.keyClicks(bar.approval.field, "80")
    QTest.keyClick(bar.approval.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not bar.approval.isVisible(), timeout=20_000)
    assert shop.storage.cases.approved(taken.id) == 12000


def test_who_has_left_the_case_meanwhile_stays_where_they_are_and_it_is_approved(
    qtbot, give, window, shop, taken, slow_match
):
    bar = give("120")
    enter(bar, "2580")
    window.go("customers")
    focus = window.focusWidget()
    slow_match.set()
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=20_000)
    assert shop.storage.cases.approved(taken.id) == 12000
    assert window.pages.place == "customers"
    assert window.focusWidget() is focus
    window.go("case", taken.id)
    window.pages.page().go_to(Step.RESOLUTION)
    assert told(bar)[0] == "$120.00 was approved by a manager."


def test_what_was_raised_meanwhile_is_not_approved(qtbot, give, shop, taken, slow_match, window):
    bar = give("120")
    enter(bar, "2580")
    give("150")
    slow_match.set()
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=20_000)
    assert shop.storage.cases.approved(taken.id) == 12000
    assert told(bar)[0] == "$120.00 was approved; $150.00 needs approval anew. Say so at once."


def test_wrong_digits_are_not_told_to_whoever_is_there_by_then(
    qtbot, give, shop, taken, manager, slow_match, window
):
    bar = give("120")
    enter(bar, "1111")
    window.entrance.change_person(manager)
    window.entrance.let_in(manager)
    slow_match.set()
    qtbot.waitUntil(lambda: not window.acts.is_busy(), timeout=20_000)
    assert shop.storage.people.tries()[manager.id].wrong == 1
    assert not any("digits" in one for one in told(bar))


def test_after_the_approval_the_case_goes_on(give, window, enter_digits):
    bar = give("120")
    enter_digits(bar.approval, "2580")
    assert not bar.approval.isVisible()
    assert window.pages.page().frame.pane.isAncestorOf(window.focusWidget())


def test_what_the_manager_granted_is_told_and_the_promise_kept(give, shop, taken, answer, window):
    bar = give("60.00")
    ask(bar)
    shop.clock.moment += timedelta(minutes=20)
    window.pages.page().hear(answer(granted=True, words="Of course.").changed)
    assert told(bar) == [
        (
            "Mara Bell approved $60.00 at 14:20. “Of course.” "
            "Tell the customer; they were promised to hear by 15:00."
        )
    ]
    bar.know.click()
    [promise] = shop.storage.promises.of_case(taken.id)
    assert promise.state is PromiseState.KEPT
    assert told(bar) == ["Mara Bell approved $60.00 at 14:20. “Of course.”"]


def test_a_declined_one_says_so_with_the_managers_words(give, answer, window):
    bar = give("60.00")
    ask(bar)
    window.pages.page().hear(answer(granted=False, words="Offer the loan device.").changed)
    assert any("said no to $60.00 at 14:00. “Offer the loan device.”" in one for one in told(bar))
    assert bar.later.isVisible()


def test_an_amount_raised_after_approval_asks_anew(give, enter_digits):
    bar = give("60.00")
    enter_digits(bar.approval, "2580")
    assert told(bar) == ["$60.00 was approved by a manager."]
    give("60.01")
    assert told(bar)[0] == "$60.00 was approved; $60.01 needs approval anew. Say so at once."


def test_an_amount_changed_while_it_waits_is_asked_anew(give, shop, taken):
    bar = give("60.00")
    ask(bar)
    give("70.00")
    assert any("You asked for $60.00; now it is $70.00. Ask anew." in one for one in told(bar))
    ask(bar)
    assert [one.state for one in requests(shop, taken)] == [RequestState.WITHDRAWN, RequestState.WAITING]
    give("10.00")
    assert any("take the question back" in one for one in told(bar))
    bar.withdraw.click()
    assert told(bar) == ["You give $10.00 of $50.00; nobody needs to be asked."]


def test_limits_of_another_currency_are_said_plainly(give, shop, managing):
    with managing():
        shop.shop.save_settings(replace(shop.settings, currency="EUR"))
    assert "The limits were set in USD; the shop counts in EUR now. A manager sets them anew." in told(
        give("1.00")
    )


def test_the_budget_is_for_managers_alone(give, shop, manager):
    bar = give("40.00")
    shop.actor = manager
    shop.authority.save_revenue(shop.months.this_month(), 2_000_000)
    give("41.00")
    assert told(bar)[-1] == "November 2026: $0.00 spent of $100.00, $100.00 left."


def test_the_cover_veils_what_may_be_given(give):
    bar = give("40.00")
    cover.turn(on=True)
    try:
        assert is_veiled(bar)
    finally:
        cover.turn(on=False)


def test_every_part_has_a_name_for_a_screen_reader(give, unnamed):
    bar = give("60.00")
    bar.later.click()
    assert unnamed(bar) == []


def test_what_was_promised_is_seen_at_once_at_the_top_of_the_case(give, window):
    bar = give("60.00")
    header = window.pages.page().frame.header
    assert not any("15:00" in sentence for sentence in told(header))
    ask(bar)
    assert any("15:00" in sentence for sentence in told(header))
