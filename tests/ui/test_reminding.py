"""Being reminded: the badges, a word when something falls due, a new day, a clock that was set."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from desktop_cs.clock import FixedClock
from desktop_cs.desk.casework import Intake
from desktop_cs.desk.desk import open_desk
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.storage.uuid7 import uuid7
from desktop_cs.ui import staying
from desktop_cs.ui.reminding import Reminding
from desktop_cs.ui.tray import Tray

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")  # the screen of the tests has no tray


class Clocks:
    """What the PC shows besides its clock."""

    steady_s = 0.0
    offset = timedelta()


@pytest.fixture
def due_in(shop, taken):
    """Return a function that plans a call for this case, so many minutes from now."""

    def planned(minutes):
        due = shop.clock.now() + timedelta(minutes=minutes)
        with shop.storage.transaction(None):
            shop.storage.follow_ups.add(FollowUp(uuid7(), taken.id, FollowUpKind.IMMEDIATE, due))

    return planned


@pytest.fixture
def clocks():
    return Clocks()


@pytest.fixture
def beside(monkeypatch):
    """Give the desktop a place beside its clock, and return what is said there."""
    said = []
    monkeypatch.setattr(staying, "has_tray", lambda: True)
    monkeypatch.setattr(Tray, "tell", lambda _tray, sentence, _more: said.append(sentence))
    return said


@pytest.fixture
def reminding(window, clocks):
    made = Reminding(window.acts, window, lambda: clocks.steady_s, lambda: clocks.offset)
    made.watch(window)
    made.begin_beside()
    return made


def pass_minutes(shop, minutes):
    shop.clock = FixedClock(shop.clock.now() + timedelta(minutes=minutes))


def badge(window):
    return window.navigation.button("today").accessibleDescription()


def notice(window):
    """Return what the notice of the window says, "" without one."""
    if not window.notices.isVisible():
        return ""
    return " ".join(label.text() for label in window.notices.findChildren(QLabel) if label.isVisible())


def test_all_badges_and_the_headline_count_the_same_people(window, beside, reminding, due_in):
    due_in(-5)
    due_in(30)
    window.go("today")
    reminding.look()
    assert badge(window) == "1 person is waiting"
    assert reminding.findChild(Tray).count == 1
    assert window.pages.page().headline.text() == "1 person is waiting to hear from you"


def test_the_badge_counts_who_is_waiting(window, reminding, due_in):
    due_in(-5)
    reminding.look()
    assert badge(window) == "1 person is waiting"


def test_a_notice_comes_when_something_falls_due_and_only_once(window, reminding, shop, due_in):
    due_in(20)
    window.go("cases")
    assert not window.notices.isVisible()
    pass_minutes(shop, 21)
    reminding.look()
    assert window.notices.isVisible()
    window.notices.clear()
    reminding.look()
    assert not window.notices.isVisible()


def test_nothing_comes_over_an_open_case_but_right_after_it(window, reminding, shop, due_in, taken):
    due_in(20)
    window.go("case", taken.id)
    pass_minutes(shop, 21)
    reminding.look()
    assert not window.notices.isVisible()
    window.go("cases")
    assert window.notices.isVisible()


def test_what_fell_due_while_the_pc_was_off_is_there_at_the_start(window, shop, due_in):
    due_in(-600)
    window.go("cases")
    Reminding(window.acts, window).watch(window)
    assert window.notices.isVisible()
    assert badge(window) == "1 person is waiting"


def test_what_another_program_takes_appears_in_the_open_window(qtbot, window, reminding, shop):
    heard = []
    window.acts.changed.connect(lambda changes, _source: heard.append(changes))
    beside = open_desk(shop.storage.folder, shop.clock)
    beside.casework.take(Intake("Taken by a command", who="Zita Quill"))
    beside.close()
    reminding.look_outside()
    assert len(heard) == 1
    reminding.look_outside()
    assert len(heard) == 1


def test_the_records_are_tidied_while_no_case_is_open(qtbot, window, reminding, taken):
    window.go("today")
    reminding.tidy()
    assert window.acts.is_busy()
    qtbot.waitUntil(lambda: not window.acts.is_busy())
    window.go("case", taken.id)
    qtbot.waitUntil(lambda: not window.acts.is_busy())
    reminding.tidy()
    assert not window.acts.is_busy()


def test_a_minimised_window_is_spoken_for_beside_the_clock_once(window, beside, reminding, shop, due_in):
    due_in(20)
    window.showMinimized()
    pass_minutes(shop, 21)
    reminding.look()
    reminding.look()
    assert beside == ["1 person is waiting to hear from you"]


def test_what_was_said_in_the_window_is_not_said_beside_the_clock_too(
    window, beside, reminding, shop, due_in
):
    due_in(20)
    window.go("cases")
    pass_minutes(shop, 21)
    reminding.look()
    assert "is waiting to hear from you" in notice(window)
    window.hide()
    reminding.look()
    assert beside == []


def test_a_hidden_case_is_spoken_for_beside_the_clock_and_tells_again_once_it_is_left(
    window, beside, reminding, shop, due_in, taken
):
    due_in(20)
    window.go("case", taken.id)
    window.hide()
    pass_minutes(shop, 21)
    reminding.look()
    assert (len(beside), notice(window)) == (1, "")
    window.show()
    window.go("cases")
    assert "is waiting to hear from you" in notice(window)
    reminding.look()
    assert len(beside) == 1


def test_the_morning_after_a_night_in_the_tray_is_one_word(window, beside, reminding, shop, due_in):
    due_in(60)
    due_in(22 * 60)
    window.hide()
    pass_minutes(shop, 19 * 60)  # nine o'clock the next day
    reminding.look()
    reminding.look()
    assert beside == ["1 person is waiting to hear from you"]


def test_the_practice_shop_has_nothing_beside_the_clock(window, beside, clocks, shop, managing):
    with managing():
        shop.shop.save_settings(replace(shop.settings, is_practice=True))
    made = Reminding(window.acts, window, lambda: clocks.steady_s, lambda: clocks.offset)
    made.watch(window)
    made.begin_beside()
    assert made.findChild(Tray) is None


def test_a_pc_that_slept_looks_at_once_and_says_one_word(window, reminding, clocks, shop, due_in):
    for minutes in (20, 30, 40):
        due_in(minutes)
    window.go("cases")
    reminding.beat()
    pass_minutes(shop, 600)
    clocks.steady_s += 36_000
    reminding.beat()
    assert notice(window).count("waiting to hear") == 1
    assert "clock" not in notice(window)


def test_a_clock_set_back_is_said_and_tells_nothing_twice(window, reminding, clocks, shop, due_in):
    due_in(20)
    window.go("cases")
    reminding.beat()
    pass_minutes(shop, 21)
    clocks.steady_s += 21 * 60
    reminding.beat()
    window.notices.clear()
    pass_minutes(shop, -0.9)
    clocks.steady_s += 2
    reminding.beat()
    assert notice(window) == ""  # within what is let pass
    pass_minutes(shop, -120)
    clocks.steady_s += 2
    reminding.beat()
    assert "went back by 2 h" in notice(window)
    assert "waiting to hear" not in notice(window)


def test_what_is_said_of_the_clock_waits_for_the_end_of_an_open_case(window, reminding, clocks, shop, taken):
    reminding.beat()
    window.go("case", taken.id)
    pass_minutes(shop, 300)
    reminding.beat()
    assert notice(window) == ""
    window.go("cases")
    assert "went ahead by 5 h" in notice(window)


def test_a_pc_that_is_put_into_another_zone_is_told_whose_clock_counts(window, reminding, clocks):
    window.go("today")
    reminding.beat()
    clocks.offset = timedelta(hours=2)
    reminding.beat()
    assert "This PC now shows 16:00, the clock of the shop 14:00." in notice(window)


def test_a_new_day_is_told_to_the_pages_once(window, reminding, shop):
    heard = []
    window.acts.changed.connect(lambda changes, _source: heard.append(changes.day))
    reminding.beat()
    shop.clock = FixedClock(datetime(2026, 11, 4, 0, 0, 1, tzinfo=UTC))
    reminding.beat()
    reminding.beat()
    assert heard == [True]


def test_a_clock_that_goes_back_leaves_the_trail_in_order(shop, taken):
    times = (0, 10, -120, 5)
    for number, minutes in enumerate(times):
        shop.clock.moment += timedelta(minutes=minutes)  # the clock of the records too
        shop.casework.change_header(replace(shop.casework.story(taken.id).case, one_line=f"Words {number}"))
    changed = [entry for entry in shop.storage.trail.of_row(taken.id) if entry.what == "case.changed"]
    passed = [entry.at - changed[0].at for entry in changed]
    assert passed == [
        timedelta(minutes=minutes) for minutes in (0, 10, -110, -105)
    ]  # in the order of the acts


def test_a_request_of_a_colleague_is_told_to_whom_it_concerns(window, reminding, shop, taken):
    shop.requests.ask_help(taken)
    window.go("cases")
    reminding.look()
    assert notice(window) == ""  # whoever asks knows it
    shop.actor = next(one for one in shop.shop.staff() if one.name == "Mara Bell")
    reminding.look()
    assert "A colleague asks you for something." in notice(window)
    window.notices.clear()
    reminding.look()
    assert notice(window) == ""


def test_today_reads_itself_again_when_something_falls_due_and_not_when_it_was_just_read(
    window, reminding, shop, due_in
):
    due_in(20)
    due_in(60)
    window.go("cases")
    reminding.look()
    heard = []
    window.acts.changed.connect(lambda changes, _source: heard.append(changes))
    pass_minutes(shop, 21)
    window.go("today")
    reminding.look()
    assert heard == []
    pass_minutes(shop, 60)
    reminding.look()
    assert len(heard) == 1


def test_nothing_comes_over_a_slip_that_is_handed_to_a_customer(window, reminding, shop, due_in, taken):
    due_in(20)
    window.go("slip", taken.id)
    pass_minutes(shop, 21)
    reminding.look()
    assert not window.notices.isVisible()
