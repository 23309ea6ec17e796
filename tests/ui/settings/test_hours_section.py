"""The week, the closed days and the time zone."""

from datetime import date, time

import pytest

from desktop_cs.shop.opening_hours import Shift

MONDAY, SATURDAY, SUNDAY = 0, 5, 6


def give(row, opens, closes):
    row.opens.setText(opens)
    row.closes.setText(closes)
    row.closes.editingFinished.emit()


def test_the_week_is_shown_as_it_is_stored(section):
    week = section("hours").week
    assert [row.open.text() for row in week][:2] == ["Monday", "Tuesday"]
    assert (week[MONDAY].opens.text(), week[MONDAY].closes.text()) == ("09:00", "18:00")
    assert not week[SUNDAY].open.isChecked()
    assert not week[SUNDAY].opens.isVisible()


def test_hours_are_saved_when_they_are_left_and_can_be_taken_back(section, desk, actions):
    hours = section("hours")
    give(hours.week[MONDAY], "10", "1930")
    assert desk.settings.hours.week[MONDAY] == Shift(time(10), time(19, 30))
    actions.undo()
    assert desk.settings.hours.week[MONDAY] == Shift(time(9), time(18))
    assert hours.week[MONDAY].opens.text() == "09:00"


def test_a_closed_day_opens_with_usual_hours(section, desk):
    section("hours").week[SATURDAY].open.click()
    assert desk.settings.hours.week[SATURDAY] == Shift(time(9), time(18))


def test_a_day_that_is_closed_loses_its_hours(section, desk):
    section("hours").week[MONDAY].open.click()
    assert desk.settings.hours.week[MONDAY] is None


@pytest.mark.parametrize(
    ("opens", "closes", "told"),
    [
        ("18:00", "9:00", "later than"),
        ("9:00", "9:00", "later than"),
        ("9:00", "", "both"),
        ("x", "9:00", "both"),
    ],
)
def test_hours_that_cannot_be_are_said_in_words_and_not_stored(section, desk, opens, closes, told):
    hours = section("hours")
    give(hours.week[MONDAY], opens, closes)
    assert told in hours.week[MONDAY].problem
    assert desk.settings.hours.week[MONDAY] == Shift(time(9), time(18))
    assert not hours.leave()


def test_a_shop_that_is_never_open_is_refused(section, desk):
    hours = section("hours")
    for row in hours.week[:5]:
        row.open.click()
    assert "at least one day" in hours.problem
    assert sum(shift is not None for shift in desk.settings.hours.week) == 1


def test_a_closed_day_is_added_and_taken_out(section, desk, actions):
    closed = section("hours").closed
    closed.line.setText("24.12.2026")
    closed.add.click()
    assert desk.settings.hours.closed_days == {date(2026, 12, 24)}
    assert closed.line.text() == ""
    actions.undo()
    assert desk.settings.hours.closed_days == frozenset()
    assert closed.days() == frozenset()


@pytest.mark.parametrize("typed", ["", "soon", "31.2.2027"])
def test_what_is_no_day_is_said_at_the_line(section, desk, typed):
    closed = section("hours").closed
    closed.line.setText(typed)
    closed.add.click()
    assert "Write the day like" in closed.problem
    assert desk.settings.hours.closed_days == frozenset()


def test_a_day_is_not_listed_twice(section):
    closed = section("hours").closed
    for _time in range(2):
        closed.line.setText("24.12.2026")
        closed.add.click()
    assert "already" in closed.problem
    assert closed.days() == {date(2026, 12, 24)}


def test_the_time_zone_is_found_by_a_part_of_its_name(section, desk):
    hours = section("hours")
    hours.zone.setText("berlin")
    hours.zone.editingFinished.emit()
    assert desk.settings.hours.zone_name == "Europe/Berlin"
    assert hours.zone.text() == "Europe/Berlin"


def test_a_time_zone_that_there_is_not_is_refused_at_the_field(section, desk):
    hours = section("hours")
    hours.zone.setText("Atlantis")
    hours.zone.editingFinished.emit()
    assert "Choose one from the list" in hours.zone_line.problem
    assert desk.settings.hours.zone_name == "UTC"
    assert not hours.leave()
