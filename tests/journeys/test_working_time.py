"""Working time against tables made by hand: weekends, closed days, and the nights when the clocks change.

Moments are in UTC; beside each row stands how it was worked out on the wall of the shop. In 2026 the clocks
change in Berlin (+1, summer +2) on 29 March and 25 October, in New York (-5, summer -4) on 8 March and
1 November, on Lord Howe Island (+10:30, summer +11: half an hour) on 5 April and 4 October, in Shanghai (+8)
never.  Source: the IANA time zone database.
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from desktop_cs.cases.findings import Outcome
from desktop_cs.followups.followup import FollowUpKind
from desktop_cs.followups.plan import plan_follow_ups
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.shop.settings import ShopSettings

BERLIN, NEW_YORK, SHANGHAI, LORD_HOWE = (
    "Europe/Berlin",
    "America/New_York",
    "Asia/Shanghai",
    "Australia/Lord_Howe",
)
CLOSED = {
    BERLIN: frozenset({date(2026, 5, 1)}),  # a Friday
    SHANGHAI: frozenset(date(2026, 10, 1) + timedelta(days=day) for day in range(7)),  # Thursday to Wednesday
}


def shop(zone):
    """Return the hours of a shop that is open from Monday to Friday, 9 to 18."""
    return OpeningHours(weekdays(time(9), time(18)), CLOSED.get(zone, frozenset()), zone)


def bakery(zone):
    """Return the hours of one that is open every night from 0 to 6, while the clocks change."""
    return OpeningHours(weekdays(time(0), time(6), range(7)), frozenset(), zone)


def utc(text):
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "moment", "opening"),
    [
        # Friday 18:30 summer time; Monday 9:00 is winter time
        (BERLIN, "2026-10-23 16:30", "2026-10-26 08:00"),
        # Friday 19:00 winter time; Monday 9:00 is summer time
        (BERLIN, "2026-03-27 18:00", "2026-03-30 07:00"),
        # Thursday 30 April 18:01; Friday is 1 May, so Monday 4 May 9:00
        (BERLIN, "2026-04-30 16:01", "2026-05-04 07:00"),
        # Monday 18:00 on the dot still counts as open
        (BERLIN, "2026-10-26 17:00", "2026-10-26 17:00"),
        # Monday 8:59 opens a minute later
        (BERLIN, "2026-10-26 07:59", "2026-10-26 08:00"),
        # Friday 6 March 20:00 (-5) is Saturday in UTC; Monday 9:00 (-4)
        (NEW_YORK, "2026-03-07 01:00", "2026-03-09 13:00"),
        # Friday 30 October 18:30 (-4); Monday 9:00 (-5)
        (NEW_YORK, "2026-10-30 22:30", "2026-11-02 14:00"),
        # Friday 18:30; Monday 9:00; no clock is changed
        (SHANGHAI, "2026-10-23 10:30", "2026-10-26 01:00"),
        # Wednesday 30 September 18:30; closed for a week; Thursday 8 October 9:00
        (SHANGHAI, "2026-09-30 10:30", "2026-10-08 01:00"),
        # Friday 3 April 19:00 (+11); Monday 9:00 (+10:30) is Sunday in UTC
        (LORD_HOWE, "2026-04-03 08:00", "2026-04-05 22:30"),
        # Friday 2 October 19:00 (+10:30); Monday 9:00 (+11)
        (LORD_HOWE, "2026-10-02 08:30", "2026-10-04 22:00"),
    ],
)
def test_the_next_opening_is_the_one_on_the_wall(zone, moment, opening):
    assert shop(zone).next_open(utc(moment)) == utc(opening)


@pytest.mark.parametrize(
    ("zone", "moment", "days", "later"),
    [
        # Thursday 22 October 10:00 (+2): Friday, Monday, Tuesday 10:00 (+1)
        (BERLIN, "2026-10-22 08:00", 3, "2026-10-27 09:00"),
        # Thursday 26 March 10:00 (+1): Friday, Monday, Tuesday 10:00 (+2)
        (BERLIN, "2026-03-26 09:00", 3, "2026-03-31 08:00"),
        # Wednesday 29 April 15:00: Thursday, not 1 May, Monday 15:00
        (BERLIN, "2026-04-29 13:00", 2, "2026-05-04 13:00"),
        # Saturday 11:00 (+2): the first open day is Monday, 11:00 (+1)
        (BERLIN, "2026-10-24 09:00", 1, "2026-10-26 10:00"),
        # no days at all
        (BERLIN, "2026-10-24 09:00", 0, "2026-10-24 09:00"),
        # Friday 6 March 12:00 (-5): Monday 12:00 (-4)
        (NEW_YORK, "2026-03-06 17:00", 1, "2026-03-09 16:00"),
        # Friday 30 October 12:00 (-4): the fifth open day is Friday 6 November, 12:00 (-5)
        (NEW_YORK, "2026-10-30 16:00", 5, "2026-11-06 17:00"),
        # Wednesday 30 September 16:00: Thursday 8 October 16:00
        (SHANGHAI, "2026-09-30 08:00", 1, "2026-10-08 08:00"),
        # Thursday 2 April 10:00 (+11): Friday, Monday 10:00 (+10:30)
        (LORD_HOWE, "2026-04-01 23:00", 2, "2026-04-05 23:30"),
        # Friday 2 October 10:00 (+10:30): Monday 10:00 (+11)
        (LORD_HOWE, "2026-10-01 23:30", 1, "2026-10-04 23:00"),
    ],
)
def test_working_days_keep_the_time_on_the_wall(zone, moment, days, later):
    assert shop(zone).add_working_days(utc(moment), days) == utc(later)


@pytest.mark.parametrize(
    ("zone", "moment", "days", "later"),
    [
        # Saturday 24 October 12:00 (+2) and a day: Sunday 12:00 (+1), 25 hours later
        (BERLIN, "2026-10-24 10:00", 1, "2026-10-25 11:00"),
        # Saturday 28 March 2:30 and a day: 2:30 is jumped over, so 3:30 (+2)
        (BERLIN, "2026-03-28 01:30", 1, "2026-03-29 01:30"),
        # Saturday 24 October 2:30 and a day: 2:30 comes twice, the first of them (+2) is meant
        (BERLIN, "2026-10-24 00:30", 1, "2026-10-25 00:30"),
        # 30 days over the end of summer time
        (NEW_YORK, "2026-10-15 14:00", 30, "2026-11-14 15:00"),
        (SHANGHAI, "2026-10-15 02:00", 30, "2026-11-14 02:00"),
        # Saturday 4 April 12:00 (+11) and a day: 12:00 (+10:30), 24 and a half hours later
        (LORD_HOWE, "2026-04-04 01:00", 1, "2026-04-05 01:30"),
    ],
)
def test_days_keep_the_time_on_the_wall(zone, moment, days, later):
    assert shop(zone).add_days(utc(moment), days) == utc(later)


@pytest.mark.parametrize(
    ("zone", "start", "end", "minutes"),
    [
        # Friday 17:00 (+2) to Monday 10:00 (+1): an hour and an hour
        (BERLIN, "2026-10-23 15:00", "2026-10-26 09:00", 120),
        # a whole week, from midnight to midnight: five days of nine hours
        (BERLIN, "2026-10-18 22:00", "2026-10-25 23:00", 2700),
        # the week of 1 May: four days of nine hours
        (BERLIN, "2026-04-26 22:00", "2026-05-03 22:00", 2160),
        # Tuesday 12:00 to 12:30, and backwards
        (BERLIN, "2026-10-27 11:00", "2026-10-27 11:30", 30),
        (BERLIN, "2026-10-27 11:30", "2026-10-27 11:00", 0),
        # Saturday to Sunday
        (NEW_YORK, "2026-10-31 14:00", "2026-11-01 22:00", 0),
        # Wednesday 17:00 to Thursday of the next week 10:00, closed between
        (SHANGHAI, "2026-09-30 09:00", "2026-10-08 02:00", 120),
        # Friday 17:30 (+11) to Monday 9:30 (+10:30)
        (LORD_HOWE, "2026-04-03 06:30", "2026-04-05 23:00", 60),
    ],
)
def test_working_minutes_count_while_the_shop_is_open(zone, start, end, minutes):
    assert shop(zone).working_minutes(utc(start), utc(end)) == minutes


@pytest.mark.parametrize(
    ("zone", "midnight", "six", "minutes"),
    [
        (BERLIN, "2026-10-24 22:00", "2026-10-25 05:00", 420),  # the hour after 2 comes twice
        (BERLIN, "2026-03-28 23:00", "2026-03-29 04:00", 300),  # the hour after 2 is left out
        (NEW_YORK, "2026-11-01 04:00", "2026-11-01 11:00", 420),
        (NEW_YORK, "2026-03-08 05:00", "2026-03-08 10:00", 300),
        (SHANGHAI, "2026-10-24 16:00", "2026-10-24 22:00", 360),
        (LORD_HOWE, "2026-04-04 13:00", "2026-04-04 19:30", 390),  # half an hour comes twice
        (LORD_HOWE, "2026-10-03 13:30", "2026-10-03 19:00", 330),  # half an hour is left out
    ],
)
def test_in_the_night_of_the_change_the_minutes_that_go_by_are_counted(zone, midnight, six, minutes):
    assert bakery(zone).working_minutes(utc(midnight), utc(six)) == minutes


@pytest.mark.parametrize(
    ("zone", "resolved", "promised", "immediate", "until", "wrap_up"),
    [
        # On the spot, Friday 23 October 10:00 (+2): at once; 30 days: 10:00 (+1); Friday 30 10:00 (+1)
        (BERLIN, "2026-10-23 08:00", (), "2026-10-23 08:00", "2026-11-22 09:00", "2026-10-30 09:00"),
        # Told for Friday 17:50 (+2): 18:10 is closed, so Monday 9:00 (+1); a week: Friday 17:50 (+1)
        (
            BERLIN,
            "2026-10-23 08:00",
            ("2026-10-23 15:50",),
            "2026-10-26 08:00",
            "2026-11-22 09:00",
            "2026-10-30 16:50",
        ),
        # The last of two promises counts: Saturday 24 October 12:00 (+2). Monday 9:00; a week later is
        # Saturday, so Monday 2 November 9:00 (+1)
        (
            BERLIN,
            "2026-10-23 08:00",
            ("2026-10-24 10:00", "2026-10-23 12:00"),
            "2026-10-26 08:00",
            "2026-11-22 09:00",
            "2026-11-02 08:00",
        ),
        # Resolved Monday 2 March 11:00 (-5), told for Tuesday 12:00: 12:20; 1 April 11:00 (-4); Tuesday
        # 10 March 12:00 (-4)
        (
            NEW_YORK,
            "2026-03-02 16:00",
            ("2026-03-03 17:00",),
            "2026-03-03 17:20",
            "2026-04-01 15:00",
            "2026-03-10 16:00",
        ),
        # Told for Wednesday 30 September 17:50: closed until Thursday 8 October 9:00, which is also when the
        # wrap-up of Wednesday the 7th may be
        (
            SHANGHAI,
            "2026-09-30 02:00",
            ("2026-09-30 09:50",),
            "2026-10-08 01:00",
            "2026-10-30 02:00",
            "2026-10-08 01:00",
        ),
        # Resolved Friday 3 April 10:00 (+11), told for 17:50: Monday 9:00 (+10:30); 3 May 10:00 (+10:30);
        # Friday 10 April 17:50 (+10:30)
        (
            LORD_HOWE,
            "2026-04-02 23:00",
            ("2026-04-03 06:50",),
            "2026-04-05 22:30",
            "2026-05-02 23:30",
            "2026-04-10 07:20",
        ),
    ],
)
def test_the_three_follow_ups_fall_into_opening_hours(zone, resolved, promised, immediate, until, wrap_up):
    settings = ShopSettings(
        hours=shop(zone), immediate_after_minutes=20, internal_for_days=30, wrap_up_after_days=7
    )
    told = [utc(moment) for moment in promised]
    plan = {one.kind: one for one in plan_follow_ups(utc(resolved), told, Outcome("yes", "yes"), settings)}
    assert plan[FollowUpKind.IMMEDIATE].due_at == utc(immediate)
    assert plan[FollowUpKind.INTERNAL].due_at == utc(resolved)
    assert plan[FollowUpKind.INTERNAL].until == utc(until)
    assert plan[FollowUpKind.WRAP_UP].due_at == utc(wrap_up)
