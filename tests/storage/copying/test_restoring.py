"""Putting a backup in the place of the records."""

import errno
import shutil
from dataclasses import replace

import pytest

from desktop_cs.errors import LockedError, ShopError, UserError
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.manifest import backups_in
from desktop_cs.storage.copying.reading import check_backup
from desktop_cs.storage.copying.restoring import restore
from desktop_cs.storage.copying.safety_record import read_record, write_record
from desktop_cs.storage.file.window_lock import WindowLock
from desktop_cs.storage.keys.key_slots import KEY_FILES
from desktop_cs.storage.opening import open_storage

PHRASE = "four plain words here"


@pytest.fixture
def changed(filled, opened):
    """Return a backup of records that were changed after it was made, and are closed."""
    made = back_up(filled)
    with filled.transaction():
        filled.cases.update(replace(filled.cases.get(1), one_line="Changed since"))
    opened(who="Taken since")
    filled.close()
    return made


def lines(folder, clock):
    """Return the first lines of all cases in a folder, whose records must be sound."""
    storage = open_storage(folder, clock, create=False)
    try:
        assert storage.check() == []
        return {
            number: storage.cases.get(number).one_line[:13] for number in range(1, storage.cases.count() + 1)
        }
    finally:
        storage.close()


def everything(folder):
    """Return all files of a folder but its locks."""
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }


def test_the_records_are_again_as_the_backup_was_and_those_of_before_are_kept(changed, folder, clock):
    done = restore(folder, changed.folder, clock)
    assert lines(folder, clock) == dict.fromkeys(range(1, 13), "The dryer sto")
    before = lines(done.before, clock)
    assert before[1] == "Changed since"
    assert len(before) == 13
    assert done.backup.folder == changed.folder
    assert done.later == 2
    assert done.before.name == "2026-11-23_093000.before-restore"


def test_a_log_of_the_old_records_does_not_undo_the_restore(changed, folder, clock):
    kept = open_storage(folder, clock)
    with kept.transaction():
        kept.cases.update(replace(kept.cases.get(2), one_line="In the log alone"))
    log = (folder / "shop.db-wal").read_bytes()
    kept.close()
    (folder / "shop.db-wal").write_bytes(log)  # as a kill leaves it
    restore(folder, changed.folder, clock)
    assert not (folder / "shop.db-wal").exists()
    assert lines(folder, clock)[2] == "The dryer sto"


def test_the_records_of_before_are_backed_up_first(changed, folder, clock):
    restore(folder, changed.folder, clock)
    newest = backups_in(folder / "copies")[0]
    assert newest.counts["recovery_case"] == 13
    assert check_backup(newest) == []
    restore(folder, newest.folder, clock)
    assert len(lines(folder, clock)) == 13, "and so a restore can be taken back"


def test_an_empty_folder_of_a_new_pc_gets_all_of_it(changed, folder, clock, tmp_path):
    stick = shutil.copytree(folder / "copies", tmp_path / "stick")
    shutil.rmtree(folder)
    done = restore(tmp_path / "new" / "pc", stick / changed.folder.name, clock)
    assert len(lines(tmp_path / "new" / "pc", clock)) == 12
    assert not done.before.exists()
    assert done.later is None


def test_the_trail_says_that_a_backup_came_in_and_is_whole(changed, folder, clock):
    restore(folder, changed.folder, clock)
    storage = open_storage(folder, clock)
    entries = storage.trail.of_row(storage.shop_id)
    assert (entries[-1].what, entries[-1].fields) == ("shop.restored", (str(changed.trail_count),))
    assert storage.trail.verify().is_whole
    storage.close()
    assert read_record(folder).restored_at == clock.now()


def test_damage_of_the_records_of_before_is_forgotten_with_them(changed, folder, clock):
    write_record(folder, replace(read_record(folder), check_problems=3))
    restore(folder, changed.folder, clock)
    record = read_record(folder)
    assert (record.check_problems, record.check_at) == (0, clock.now())


def test_damaged_records_give_way_and_are_kept_as_they_are(changed, folder, clock, harm):
    harm(folder / "shop.db", 0.0, 5000)
    spoiled = (folder / "shop.db").read_bytes()
    done = restore(folder, changed.folder, clock)
    assert len(lines(folder, clock)) == 12
    assert (done.before / "shop.db").read_bytes() == spoiled
    assert done.later is None


def test_lost_keys_of_the_records_do_not_matter(changed, folder, clock):
    for name in KEY_FILES:
        (folder / name).unlink()
    restore(folder, changed.folder, clock)
    assert len(lines(folder, clock)) == 12


@pytest.mark.parametrize("place", [0.0, 0.4, 0.9])
def test_a_damaged_backup_takes_nobody_s_place(changed, folder, clock, harm, place):
    harm(changed.path, place)
    before = everything(folder)
    with pytest.raises(ShopError, match="Nothing was changed"):
        restore(folder, changed.folder, clock)
    assert everything(folder) == before


def test_a_backup_of_another_shop_is_refused_until_that_is_wanted(changed, folder, clock, tmp_path):
    other = open_storage(tmp_path / "other", clock)
    theirs = back_up(other)
    other.close()
    before = everything(folder)
    with pytest.raises(UserError, match="another shop"):
        restore(folder, theirs.folder, clock)
    assert everything(folder) == before
    restore(folder, theirs.folder, clock, other_shop=True)
    assert lines(folder, clock) == {}


def test_records_that_cannot_be_read_are_known_by_their_backups(changed, folder, clock, tmp_path, harm):
    other = open_storage(tmp_path / "other", clock)
    theirs = back_up(other)
    other.close()
    harm(folder / "shop.db", 0.0, 5000)
    with pytest.raises(UserError, match="another shop"):
        restore(folder, theirs.folder, clock)


def test_nothing_is_put_under_an_open_window(changed, folder, clock, monkeypatch):
    window = WindowLock(folder)
    assert window.take()
    monkeypatch.setattr("desktop_cs.storage.file.window_lock._held_here", set())
    with pytest.raises(ShopError, match="Another window"):
        restore(folder, changed.folder, clock)
    window.free()


def test_a_window_of_this_process_may_have_its_closed_records_replaced(changed, folder, clock):
    window = WindowLock(folder)
    assert window.take()
    restore(folder, changed.folder, clock)
    assert not WindowLock(folder).take(), "the window keeps its lock"
    window.free()


def test_nothing_is_put_under_a_command_that_has_the_records_open(changed, folder, clock):
    busy = open_storage(folder, clock)
    assert busy.cases.count() == 13
    with pytest.raises(ShopError, match="Another window or command"):
        restore(folder, changed.folder, clock)
    assert busy.cases.get(1).one_line == "Changed since"
    busy.close()


def test_no_room_is_told_before_anything_is_written(changed, folder, clock, monkeypatch):
    free = shutil.disk_usage(folder)._replace(free=10**6)
    monkeypatch.setattr("desktop_cs.storage.copying.disk.shutil.disk_usage", lambda _place: free)
    before = everything(folder)
    with pytest.raises(ShopError, match="not enough room"):
        restore(folder, changed.folder, clock)
    assert everything(folder) == before


@pytest.mark.parametrize("after", [0.1, 0.35, 0.6])
def test_a_restore_that_is_stopped_changes_nothing(changed, folder, clock, after):
    def stop(share):
        if share >= after:
            raise UserError("Stopped")

    with pytest.raises(UserError, match="Stopped"):
        restore(folder, changed.folder, clock, progress=stop)
    assert len(lines(folder, clock)) == 13
    assert not (folder / "restore.partial").exists()


def test_a_stick_that_is_pulled_out_meanwhile_changes_nothing(changed, folder, clock, tmp_path):
    stick = tmp_path / "stick"
    shutil.move(folder / "copies", stick)

    def pull_out(share):
        if share > 0.3:
            shutil.rmtree(stick, ignore_errors=True)

    before = everything(folder)
    with pytest.raises(ShopError, match="Put the stick back in"):
        restore(folder, stick / changed.folder.name, clock, progress=pull_out)
    assert everything(folder) == before


def test_a_disk_that_fills_up_meanwhile_changes_nothing(changed, folder, clock, monkeypatch):
    def full(*_words):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("desktop_cs.storage.copying.bringing.copy_keys", full)
    before = everything(folder)
    with pytest.raises(ShopError, match="disk may be full"):
        restore(folder, changed.folder, clock)
    assert everything(folder) == before


def test_a_locked_backup_needs_its_secret(filled, locked, folder, clock, tmp_path):
    filled = locked(filled)
    made = back_up(filled)
    filled.close()
    new = tmp_path / "new"
    with pytest.raises(LockedError):
        restore(new, made.folder, clock)
    with pytest.raises(UserError):
        restore(new, made.folder, clock, secret="not this one")
    restore(new, made.folder, clock, secret=PHRASE)
    with pytest.raises(LockedError):
        open_storage(new, clock, create=False)
    opened = open_storage(new, clock, create=False, secret=PHRASE)
    assert opened.cases.count() == 12
    opened.close()


def test_files_of_cases_come_back_with_their_case(filled, folder, clock):
    case = filled.cases.get(1)
    kept = filled.attachments.keep(b"%PDF-1.4 a receipt")
    with filled.transaction():
        filled.attachments.add(case.id, kept, "receipt.pdf")
    made = back_up(filled)
    filled.close()
    shutil.rmtree(folder / "attachments")
    restore(folder, made.folder, clock)
    storage = open_storage(folder, clock)
    [attachment] = storage.attachments.of_case(case.id)
    assert storage.attachments.content(attachment) == b"%PDF-1.4 a receipt"
    storage.close()


def test_a_backup_that_was_carried_without_its_pictures_comes_back_all_the_same(
    filled, folder, clock, tmp_path
):
    kept = filled.attachments.keep(b"%PDF-1.4 receipt")
    with filled.transaction():
        filled.attachments.add(filled.cases.get(1).id, kept, "receipt.pdf")
    made = back_up(filled)
    filled.close()
    carried = tmp_path / "stick" / made.folder.name
    shutil.copytree(made.folder, carried)
    done = restore(tmp_path / "new", carried, clock)
    assert done.missing == 1
    again = open_storage(tmp_path / "new", clock)
    assert again.cases.count() == 12
    assert again.check() == ["A picture or file is missing or damaged in case 1."]
    again.close()
    assert restore(folder, carried, clock).missing == 0, "the file is here still"


def test_somebody_who_was_erased_does_not_come_back(filled, folder, clock, new_customer):
    customer = new_customer(name="Zephyrine Quux")
    with filled.transaction():
        filled.customers.add(customer)
    made = back_up(filled)
    filled.erasing.erase_customer(customer.id)
    filled.close()
    restore(folder, made.folder, clock)
    storage = open_storage(folder, clock)
    assert storage.database.run("SELECT count(*) FROM customer").fetchone()[0] == 0
    assert storage.check() == []
    storage.close()


def test_a_data_folder_that_was_copied_by_hand_will_do_with_its_log(filled, folder, clock, tmp_path):
    by_hand = shutil.copytree(folder, tmp_path / "old disk")
    assert (by_hand / "shop.db-wal").stat().st_size
    filled.close()
    restore(tmp_path / "new", by_hand, clock)
    assert len(lines(tmp_path / "new", clock)) == 12


def test_what_a_killed_restore_left_is_in_nobody_s_way(changed, folder, clock):
    (folder / "restore.partial").mkdir()
    (folder / "restore.partial" / "shop.db").write_bytes(b"half")
    restore(folder, changed.folder, clock)
    assert len(lines(folder, clock)) == 12
    assert not (folder / "restore.partial").exists()


def test_an_interrupted_exchange_is_finished_by_the_next_opening(changed, folder, clock, monkeypatch):
    class Killed(BaseException):
        pass

    def kill(_folder, _new, _before):
        from desktop_cs.storage.copying import swap

        swap._write(folder, swap.Swap("restore.partial", "x.before-restore"))
        swap._move_parts(folder, folder / "x.before-restore")
        raise Killed

    monkeypatch.setattr("desktop_cs.storage.copying.restoring.swap", kill)
    with pytest.raises(Killed):
        restore(folder, changed.folder, clock)
    assert not (folder / "shop.db").exists()
    assert len(lines(folder, clock)) == 12
    assert len(lines(folder / "x.before-restore", clock)) == 13
