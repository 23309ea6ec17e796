"""What Today shows."""

from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest

from desktop_cs.cases.promises import Promise
from desktop_cs.followups.followup import FollowUp, FollowUpKind
from desktop_cs.followups.reminders import Agenda, agenda
from desktop_cs.shop.opening_hours import OpeningHours, weekdays

NEW_YORK = OpeningHours(weekdays(time(9), time(18)), zone_name="America/New_York")
NOW = NEW_YORK.moment(datetime(2026, 11, 2, 10))  # noqa: DTZ001 (wall time of the shop)


def call(due, kind=FollowUpKind.WRAP_UP, until=None):
    return FollowUp(uuid4(), uuid4(), kind, due, until)


def promise(due):
    return Promise(uuid4(), uuid4(), "Call", NOW - timedelta(days=30), due)


def at(**after):
    return NOW + timedelta(**after)


@pytest.mark.parametrize(
    ("due", "place"),
    [
        (at(days=-40), "late"),
        (at(seconds=-1), "late"),
        (at(), "today"),
        (at(hours=13, minutes=59), "today"),
        (at(hours=14), "next_days"),
        (at(days=7, hours=13), "next_days"),
        (at(days=7, hours=14), None),
    ],
)
@pytest.mark.parametrize("make", [call, promise])
def test_the_shops_own_midnight_divides_today_from_the_next_days(make, due, place):
    item = make(due)
    shown = agenda([item], [], NOW, NEW_YORK) if make is call else agenda([], [item], NOW, NEW_YORK)
    assert shown == (Agenda(**{place: (item,)}) if place else Agenda())


def test_calls_and_promises_stand_in_the_order_of_their_times():
    first, second, third = promise(at(hours=-3)), call(at(hours=-2)), promise(at(hours=-1))
    shown = agenda([second], [third, first], NOW, NEW_YORK)
    assert shown.late == (first, second, third)


def test_the_badge_counts_who_waits_until_tonight():
    shown = agenda([call(at(hours=-1)), call(at(days=2))], [promise(at(hours=1))], NOW, NEW_YORK)
    assert shown.waiting == 2


def test_a_card_is_read_until_its_end_and_is_never_late():
    standing = call(at(days=-20), FollowUpKind.INTERNAL, until=at())
    ended = call(at(days=-40), FollowUpKind.INTERNAL, until=at(seconds=-1))
    endless = call(at(days=-2), FollowUpKind.INTERNAL)
    shown = agenda([standing, ended, endless], [], NOW, NEW_YORK)
    assert shown == Agenda(to_read=(standing, endless))
    assert shown.waiting == 0


def test_nothing_open_is_an_empty_day():
    assert agenda([], [], datetime(2026, 1, 1, tzinfo=UTC), NEW_YORK) == Agenda()
