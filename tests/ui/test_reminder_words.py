"""The words of a reminder."""

from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest

from desktop_cs.followups.clock_watch import ClockNews
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.followups.telling import News
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.ui.reminder_words import asked_words, clock_words, span_words, told_beside, told_in_window

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
BERLIN = OpeningHours(weekdays(time(9), time(18)), zone_name="Europe/Berlin")


def calls(*names):
    return tuple(FollowUp(uuid4(), uuid4(), FollowUpKind.IMMEDIATE, NOON, who=name) for name in names)


def test_one_person_is_named_in_the_window_and_never_beside_the_clock_where_others_see_it():
    news = News(calls("Wang Li"))
    assert told_in_window(news) == "Wang Li is waiting to hear from you."
    assert told_beside(news) == ("1 person is waiting to hear from you", "Click here for Today.")


@pytest.mark.parametrize(
    ("late", "today", "window", "beside"),
    [
        (2, 0, "2 people are waiting to hear from you.", "2 people are waiting to hear from you"),
        (2, 1, "2 people are waiting to hear from you. 1 more is due today.", None),
        (0, 1, "1 person is to hear from you today.", "A new day"),
        (0, 3, "3 people are to hear from you today.", "A new day"),
    ],
)
def test_a_day_that_opens_is_one_word(late, today, window, beside):
    news = News(calls(*"AB"[:late]), calls(*"CDE"[:today]), opens_day=True)
    assert told_in_window(news) == window
    if beside:
        assert told_beside(news)[0] == beside


def test_what_is_asked_is_counted():
    assert asked_words(1) == "A colleague asks you for something."
    assert asked_words(3) == "Colleagues ask you for 3 things."


def test_a_clock_that_runs_as_it_should_is_no_word():
    assert clock_words(ClockNews(away=timedelta(hours=9), new_day=True), NOON, BERLIN) == []


def test_a_clock_that_was_set_asks_for_a_look_at_it():
    back, ahead = (ClockNews(moved=timedelta(hours=hours)) for hours in (-2, 2))
    assert clock_words(back, NOON, BERLIN) == [
        "The clock of this PC went back by 2 h. Is it right? What is due goes by it."
    ]
    assert "went ahead by 2 h" in clock_words(ahead, NOON, BERLIN)[0]


def test_a_pc_that_shows_another_time_than_the_shop_is_told_which_of_them_counts():
    told = clock_words(ClockNews(differs=timedelta(hours=-1)), NOON, BERLIN)
    assert told == ["This PC now shows 12:00, the clock of the shop 13:00. What is due goes by the shop."]


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=61), "1 min"),
        (timedelta(minutes=90), "90 min"),
        (timedelta(hours=2, seconds=-2), "2 h"),
        (timedelta(hours=47), "47 h"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=2541), "2541 days"),
    ],
)
def test_a_span_is_said_in_the_unit_that_fits(span, words):
    assert span_words(span) == words
