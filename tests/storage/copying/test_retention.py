"""Which backups stay."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desktop_cs.clock import FixedClock
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.manifest import Backup, backups_in
from desktop_cs.storage.copying.retention import kept, swept

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
SHOP = UUID(int=7)


def made(*moments):
    """Return backups made at these moments, one after the other, the last made first."""
    backups = [
        Backup(Path(f"b{number}"), moment, SHOP, is_whole=True, order=number + 1)
        for number, moment in enumerate(moments)
    ]
    return backups[::-1]


def hours_back(*hours):
    return [NOW - timedelta(hours=one) for one in sorted(hours, reverse=True)]


def test_all_of_two_days_stay():
    backups = made(*hours_back(*range(48)))
    assert kept(backups, UTC) == backups


def test_after_two_days_the_last_of_each_day_stays():
    backups = made(*hours_back(*range(24 * 10)))
    days = [one.made_at.date() for one in kept(backups, UTC) if NOW - one.made_at > timedelta(days=2)]
    assert days == sorted(set(days), reverse=True)
    assert len(days) == 8  # of ten days and a part, two are kept whole


def test_in_the_long_run_fourteen_days_eight_weeks_and_twelve_months_stay():
    backups = made(*(NOW - timedelta(days=one) for one in range(800, -1, -1)))
    left = kept(backups, UTC)
    assert left[0] == backups[0]
    assert len(left) <= 14 + 8 + 12
    assert {(one.made_at.year, one.made_at.month) for one in left} == {
        (month.year, month.month) for month in (NOW - timedelta(days=one) for one in range(330))
    } | {(2025, 12)}
    assert all(NOW - timedelta(days=one) in [two.made_at for two in left] for one in range(14))


def test_days_begin_and_end_where_the_shop_is():
    old = NOW - timedelta(days=5)
    evening, night = old.replace(hour=15, minute=59), old.replace(hour=16, minute=1)
    backups = made(evening, night, NOW)
    assert len(kept(backups, UTC)) == 2, "one day in UTC"
    assert len(kept(backups, ZoneInfo("Asia/Shanghai"))) == 3, "two days in Shanghai"


def test_a_clock_that_was_years_ahead_takes_nothing_that_is_needed():
    real = [NOW - timedelta(days=one) for one in range(12, -1, -1)]
    backups = made(*real[:-2], NOW.replace(year=2031), *real[-2:])
    left = {one.made_at for one in kept(backups, UTC)}
    assert left >= set(real), "no day is lost"
    assert kept(backups, UTC)[0].made_at == NOW


def test_a_clock_that_is_set_back_takes_nothing_at_all():
    backups = made(*hours_back(*range(0, 480, 24)), NOW.replace(year=2001))
    left = kept(backups, UTC)
    assert left[0].made_at.year == 2001, "the last made is the newest, whatever the clock says"
    assert len(left) == len(backups)


@given(st.lists(st.datetimes(timezones=st.just(UTC)), min_size=1, max_size=80))
def test_whatever_the_clock_did_the_last_made_stays_and_there_are_not_too_few(moments):
    backups = made(*moments)
    left = kept(backups, UTC)
    assert left[0] == backups[0]
    assert {one.folder for one in left} <= {one.folder for one in backups}
    assert len(left) >= min(len({moment.date() for moment in moments}), 14)


def test_what_goes_is_gone_and_nothing_that_is_not_ours_is_touched(filled, tmp_path, harm):
    stick = tmp_path / "stick"
    for days in (40, 39, 33, 32, 0):
        filled._file.clock = FixedClock(NOW - timedelta(days=days, hours=1))
        back_up(filled, stick)
        filled._file.clock = FixedClock(NOW - timedelta(days=days))
        back_up(filled, stick)
    (stick / "photos").mkdir()
    (stick / "2025-01-01_000000").mkdir()  # somebody's own, by chance
    damaged = next(one for one in backups_in(stick) if one.made_at == NOW - timedelta(days=39, hours=1))
    damaged.path.write_bytes(b"cut")
    gone = swept(stick, UTC, filled.shop_id)
    assert sorted(one.name for one in gone) == [
        f"{NOW - timedelta(days=days, hours=1):%Y-%m-%d_%H%M%S}" for days in (40, 33, 32)
    ]
    assert not any(one.exists() for one in gone)
    assert (stick / "photos").exists()
    assert (stick / "2025-01-01_000000").exists()
    assert damaged.folder.exists()


def test_what_a_restore_put_aside_stays_until_there_are_two_weeks_of_later_backups(filled):
    copies, aside = filled.folder / "copies", filled.folder / f"{NOW:%Y-%m-%d_%H%M%S}.before-restore"
    own = filled.folder / "holiday.before-restore"
    aside.mkdir()
    own.mkdir()
    for days in range(1, 16):
        filled._file.clock = FixedClock(NOW + timedelta(days=days))
        back_up(filled)
        swept(copies, UTC, filled.shop_id)
        assert aside.exists() == (days < 15), days
    assert own.exists()


def test_a_clock_that_jumps_ahead_takes_nothing_of_what_was_put_aside(filled):
    aside = filled.folder / f"{NOW:%Y-%m-%d_%H%M%S}.before-restore"
    aside.mkdir()
    for year in (2031, 2032):
        filled._file.clock = FixedClock(NOW.replace(year=year))
        back_up(filled)
        swept(filled.folder / "copies", UTC, filled.shop_id)
    assert aside.exists()


def test_a_clock_that_was_wrong_at_the_restore_takes_nothing_of_what_was_put_aside(filled):
    for days in range(20, 0, -1):
        filled._file.clock = FixedClock(NOW - timedelta(days=days))
        back_up(filled)
    aside = filled.folder / "2000-01-01_000000.before-restore"  # its battery was empty
    aside.mkdir()
    filled._file.clock = FixedClock(NOW)
    back_up(filled)
    swept(filled.folder / "copies", UTC, filled.shop_id)
    assert aside.exists()


def test_another_shop_s_backups_stay_whatever_their_number(filled, tmp_path):
    stick = tmp_path / "stick"
    for days in (9, 8.9):
        filled._file.clock = FixedClock(NOW - timedelta(days=days))
        back_up(filled, stick)
    assert swept(stick, UTC, UUID(int=9)) == []
    assert swept(tmp_path / "nowhere", UTC, filled.shop_id) == []
    assert len(backups_in(stick)) == 2
