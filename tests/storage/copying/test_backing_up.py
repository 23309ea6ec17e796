"""Making a backup."""

import errno
import os
import shutil
from dataclasses import replace
from threading import Thread

import pytest

from desktop_cs.clock import FixedClock
from desktop_cs.errors import ShopError, UserError
from desktop_cs.storage.copying import backing_up
from desktop_cs.storage.copying.backing_up import back_up, leftover_of, sweep_leftovers
from desktop_cs.storage.copying.manifest import backups_in
from desktop_cs.storage.copying.reading import check_backup
from desktop_cs.storage.opening import open_storage


def test_a_backup_is_a_folder_that_opens_by_itself(storage, opened, clock):
    case = opened()
    made = back_up(storage)
    assert made.folder.parent == storage.folder / "copies"
    again = open_storage(made.folder, clock, create=False)
    assert again.cases.get(case.number) == case
    assert again.check() == []
    again.close()


def test_a_backup_says_what_is_in_it(filled, now):
    made = back_up(filled)
    assert (made.made_at, made.shop_id, made.counts["recovery_case"]) == (now, filled.shop_id, 12)
    assert (made.trail_count, made.trail_head) == filled.trail.head()
    assert made.is_whole
    assert made.bytes == made.path.stat().st_size
    assert check_backup(made) == []


def test_a_backup_is_named_by_its_time_and_never_takes_the_place_of_another(storage, tmp_path):
    stick = tmp_path / "stick"
    made = [back_up(storage, stick) for _ in range(3)]
    names = ["2026-11-23_093000", "2026-11-23_093000-2", "2026-11-23_093000-3"]
    assert [one.folder.name for one in made] == names
    assert sorted(path.name for path in stick.iterdir()) == names
    assert [one.order for one in backups_in(stick)] == [3, 2, 1]


def test_what_is_saved_after_a_backup_is_not_in_it(storage, opened, clock):
    case = opened()
    made = back_up(storage)
    with storage.transaction():
        storage.cases.update(replace(case, one_line="Another line"))
    old = open_storage(made.folder, clock)
    assert old.cases.get(1).one_line == "The dryer stopped"
    old.close()


def test_a_backup_made_while_a_save_is_under_way_holds_only_what_was_kept(storage, opened, new_case, clock):
    opened()
    made = []
    with storage.transaction():
        storage.cases.open_case(new_case())
        thread = Thread(target=lambda: (made.append(back_up(storage)), storage.release()))
        thread.start()
        thread.join()
    old = open_storage(made[0].folder, clock)
    assert old.cases.count() == 1
    assert storage.cases.count() == 2
    old.close()


def test_others_save_between_two_portions_and_the_backup_stays_one_moment(filled, opened, monkeypatch):
    monkeypatch.setattr(backing_up, "_PAGES_AT_ONCE", 4)
    shares = []

    def save_meanwhile(share):
        shares.append(share)
        if len(shares) < 6:
            thread = Thread(target=lambda: (opened(), filled.release()))
            thread.start()
            thread.join()

    made = back_up(filled, None, save_meanwhile)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert made.counts["recovery_case"] == 12
    assert filled.cases.count() == 17


def test_a_backup_that_is_stopped_leaves_nothing(filled):
    def stop(share):
        if share > 0.3:
            raise UserError("Stopped")

    with pytest.raises(UserError, match="Stopped"):
        back_up(filled, None, stop)
    assert list((filled.folder / "copies").iterdir()) == []
    assert back_up(filled).is_whole


def test_a_place_that_is_no_folder_is_told(storage, tmp_path):
    (tmp_path / "stick").write_text("no folder")
    with pytest.raises(ShopError, match="could not be made"):
        back_up(storage, tmp_path / "stick")
    assert storage.check() == []


def test_a_stick_that_is_not_there_is_not_made_up(storage, tmp_path):
    with pytest.raises(ShopError, match="is gone or does not answer"):
        back_up(storage, tmp_path / "not plugged in" / "backups")
    assert not (tmp_path / "not plugged in").exists()


def test_a_disk_that_fills_up_leaves_the_older_backups_and_says_so(filled, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    first = back_up(filled, stick)

    def full(_path, _progress):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(backing_up, "digest_of_file", full)
    with pytest.raises(ShopError, match="the disk is full"):
        back_up(filled, stick)
    assert [path.name for path in stick.iterdir()] == [first.folder.name]
    assert check_backup(first) == []


def test_a_stick_that_is_pulled_out_meanwhile_costs_nothing_here(filled, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()

    def pull_out(share):
        if share > 0.3:
            shutil.rmtree(stick, ignore_errors=True)

    with pytest.raises(ShopError, match="Put the stick back in"):
        back_up(filled, stick, pull_out)
    assert filled.check() == []
    assert back_up(filled).is_whole


def test_room_is_measured_before_anything_is_written(filled, tmp_path, monkeypatch):
    free = shutil.disk_usage(tmp_path)._replace(free=20 * 10**6)
    monkeypatch.setattr("desktop_cs.storage.copying.disk.shutil.disk_usage", lambda _place: free)
    stick = tmp_path / "stick"
    assert back_up(filled, stick).is_whole
    monkeypatch.setattr(
        "desktop_cs.storage.copying.disk.shutil.disk_usage", lambda _place: free._replace(free=10**6)
    )
    with pytest.raises(ShopError, match=r"\d+ MB are needed, 1 MB are free"):
        back_up(filled, stick)
    assert len(list(stick.iterdir())) == 1


def test_damaged_records_give_no_backup_that_looks_sound(storage, opened, clock, tmp_path, harm):
    for _ in range(40):
        opened()
    storage.close()
    harm(storage.folder / "shop.db", 0.99, 1)
    harmed = open_storage(storage.folder, clock)
    with pytest.raises(ShopError, match="the records are damaged in places"):
        back_up(harmed, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []
    harmed.close()


@pytest.mark.parametrize("place", [0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_a_page_that_is_damaged_is_noticed_though_the_engine_copies_zeros_without_a_word(
    filled, clock, harm, monkeypatch, place
):
    monkeypatch.setattr(backing_up, "_ALWAYS_CHECKED_BYTES", 0)  # so that it is the copying that notices
    filled.close()
    harm(filled.folder / "shop.db", place, 1)
    with pytest.raises(ShopError, match="damaged"):
        back_up(filled)
    assert not [*filled.folder.glob("copies/*")]
    filled.close()


def test_what_a_killed_backup_left_is_swept_and_nothing_else(filled, tmp_path):
    stick = tmp_path / "stick"
    made = back_up(filled, stick)
    left = leftover_of(stick / "2026-11-23_093001", filled.shop_id)
    others = [stick / "2026-11-23_093002.01234567.partial", stick / "photos.partial", stick / "2026"]
    for folder in (left, *others):
        folder.mkdir()
        (folder / "shop.db").write_bytes(b"half")
    sweep_leftovers(stick, filled.shop_id)
    assert sorted(stick.iterdir()) == sorted([made.folder, *others])


def test_a_backup_that_is_not_like_the_records_gets_no_name(filled, monkeypatch):
    counted = backing_up.facts_of

    def counted_wrong_at_first(connection):
        monkeypatch.setattr(backing_up, "facts_of", counted)
        return replace(counted(connection), trail_count=0)

    monkeypatch.setattr(backing_up, "_ALWAYS_CHECKED_BYTES", 0)
    monkeypatch.setattr(backing_up, "facts_of", counted_wrong_at_first)
    with pytest.raises(ShopError, match="is not like the records"):
        back_up(filled)
    assert list((filled.folder / "copies").iterdir()) == []


def test_another_backup_that_takes_too_long_is_told(filled, monkeypatch):
    monkeypatch.setattr(backing_up, "_PATIENCE_SECONDS", 0.0)
    with backing_up._Turn(filled.folder), pytest.raises(ShopError, match="being made just now"):
        back_up(filled)
    assert back_up(filled).is_whole


def test_the_clock_may_go_back_between_two_backups(filled, now):
    first = back_up(filled)
    filled._file.clock = FixedClock(now.replace(year=2001))
    second = back_up(filled)
    assert [one.folder for one in backups_in(filled.folder / "copies")] == [second.folder, first.folder]
