"""Damaged records are only read: here and in other programs, after a restart, until they are whole again."""

import os
import shutil
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_cs.errors import DamagedError, ShopError
from desktop_cs.shop.lock_out import WrongTries
from desktop_cs.storage.copying import checking
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.restoring import restore
from desktop_cs.storage.copying.salvaging import salvage
from desktop_cs.storage.file import engine
from desktop_cs.storage.file.data_folder import COPIES, DAMAGE_FILE, DATABASE_FILE
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.uuid7 import uuid7

REFUSED = "nothing more is saved"


@pytest.fixture
def again(clock, folder):
    """Return a function that opens the records once more, as another program does."""
    opened = []

    def open_one(place=folder):
        opened.append(open_storage(place, clock))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def save(new_case):
    """Return a function that saves a case."""

    def saved(storage):
        with storage.transaction():
            storage.cases.open_case(new_case())

    return saved


@pytest.fixture
def spoil(folder):
    """Return a function that turns a bit over in the middle of the records, or back."""

    def spoilt():
        path = folder / DATABASE_FILE
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    return spoilt


@pytest.fixture
def damaged(storage, save, spoil, clock):
    """Return opened records with one case, whose damage a check has seen, and a backup of before."""
    save(storage)
    back_up(storage)
    storage.close()
    spoil()
    assert storage.check()
    return storage


def count(storage):
    return storage._file.value("SELECT count(*) FROM recovery_case")


def test_whole_records_are_written_and_have_no_mark(storage, save, folder):
    save(storage)
    assert storage.check() == []
    save(storage)
    assert count(storage) == 2
    assert not (folder / DAMAGE_FILE).exists()


def test_what_a_check_finds_damaged_is_written_no_more_and_still_read(damaged, save):
    before = (damaged.folder / DATABASE_FILE).read_bytes()
    with pytest.raises(DamagedError, match=REFUSED) as refusal:
        save(damaged)
    assert "damaged on the disk" in refusal.value.details
    assert count(damaged) == 1
    damaged.close()
    assert (damaged.folder / DATABASE_FILE).read_bytes() == before


def test_a_look_at_the_pages_alone_finds_it_too(storage, save, spoil):
    save(storage)
    storage.close()
    spoil()
    assert storage.check(full=False)
    with pytest.raises(DamagedError, match=REFUSED):
        save(storage)


def test_whole_records_are_not_called_damaged_because_another_program_writes_for_long(
    storage, again, save, monkeypatch
):
    monkeypatch.setattr(engine, "_PATIENCE_SECONDS", 0.0)
    other = again()
    with other.transaction(), pytest.raises(ShopError, match="Another program is writing") as refusal:
        storage.check()
    assert not isinstance(refusal.value, DamagedError)
    save(storage)


@pytest.mark.parametrize("full", [True, False])
def test_whole_records_are_not_called_damaged_because_the_engine_was_stopped(storage, save, full):
    connection = storage.database.own_connection()
    connection.set_progress_handler(lambda: 1, 1)
    with pytest.raises(ShopError):
        storage.check(full=full)
    save(storage)


def test_a_check_that_found_no_memory_says_so_and_calls_nothing_damaged(storage, save, monkeypatch):
    def scarce(_connection, *, full):
        raise MemoryError

    monkeypatch.setattr(checking, "damage_of", scarce)
    with pytest.raises(ShopError, match="no memory left"):
        storage.check()
    save(storage)


def test_a_restart_changes_nothing(damaged, again, save):
    damaged.close()
    with pytest.raises(DamagedError, match=REFUSED):
        save(again())


def test_what_another_program_found_holds_here_at_once(storage, again, save, spoil):
    save(storage)
    storage.close()
    other = again()
    spoil()
    assert other.check()
    with pytest.raises(DamagedError, match=REFUSED):
        save(storage)


def test_what_is_being_saved_while_another_program_finds_damage_is_not_kept(storage, again, new_case, save):
    save(storage)
    other = again()

    def save_meanwhile():
        with storage.transaction():
            storage.cases.open_case(new_case())
            other.damage.note_proven("page 7")

    with pytest.raises(DamagedError, match=REFUSED):
        save_meanwhile()
    assert count(storage) == 1


def test_a_full_check_that_finds_nothing_lets_all_programs_write_again(damaged, again, save, spoil):
    other = again()
    damaged.close()
    other.close()
    spoil()
    assert damaged.check(full=False) == []
    with pytest.raises(DamagedError, match=REFUSED):
        save(other)
    assert damaged.check() == []
    save(other)
    save(damaged)
    assert count(damaged) == 3


def test_what_was_found_during_a_check_is_not_lifted_by_it(storage, clock):
    storage.damage.note_met("page 7")
    seen = storage.damage.read()
    clock.moment += timedelta(seconds=1)
    storage.damage.note_proven("page 9")
    storage.damage.lift(seen)
    assert storage.damage.read().found == "page 9"


def test_what_was_only_met_and_is_whole_at_the_next_start_locks_nobody_out(storage, again, save, folder):
    storage.damage.note_met("malformed")
    with pytest.raises(DamagedError, match=REFUSED):
        save(storage)
    storage.close()
    save(again())
    assert not (folder / DAMAGE_FILE).exists()


@pytest.mark.parametrize("mark", [b"", b"[", b'{"found": 3}', b"[1]", b"\xff"])
def test_a_mark_that_cannot_be_read_counts_until_the_next_start_has_looked(
    storage, again, save, folder, mark
):
    (folder / DAMAGE_FILE).write_bytes(mark)
    with pytest.raises(DamagedError, match=REFUSED):
        save(storage)
    storage.close()
    save(again())


def test_a_good_file_that_somebody_put_in_its_place_is_written_again(damaged, again, save, folder):
    damaged.close()
    (backup,) = (folder / COPIES).glob("2*")
    shutil.copyfile(backup / DATABASE_FILE, folder / DATABASE_FILE)
    os.utime(folder / DATABASE_FILE, (1, 1))
    storage = again()
    before = storage.cases.count()
    save(storage)
    assert storage.cases.count() == before + 1


def test_the_damaged_file_in_a_copied_folder_is_still_the_damaged_one(damaged, again, save, folder, tmp_path):
    damaged.close()
    shutil.copytree(folder, tmp_path / "stick")
    with pytest.raises(DamagedError, match=REFUSED):
        save(again(tmp_path / "stick"))


def test_a_backup_that_takes_its_place_is_written_again(damaged, again, save, folder, clock):
    damaged.close()
    (backup,) = (folder / COPIES).glob("2*")
    restored = restore(folder, backup, clock)
    save(again())
    assert not (folder / DAMAGE_FILE).exists()
    assert (restored.before / DAMAGE_FILE).exists()


def test_what_is_saved_out_of_it_is_written_again(damaged, again, save, folder, clock, tmp_path):
    damaged.close()
    salvage(folder, tmp_path / "saved", clock)
    assert (folder / DAMAGE_FILE).exists()
    save(again(tmp_path / "saved"))
    restore(folder, tmp_path / "saved", clock)
    save(again())


def test_where_the_mark_cannot_be_written_who_found_it_remembers(storage, save, folder, monkeypatch):
    save(storage)
    (folder / f"{DAMAGE_FILE}.{os.getpid()}.partial").mkdir()
    storage.damage.note_proven("page 7")
    assert not (folder / DAMAGE_FILE).exists()
    with pytest.raises(DamagedError, match=REFUSED):
        save(storage)
    assert storage.check() == []
    save(storage)


def test_no_missing_file_gap_in_the_trail_or_lost_copy_of_the_key_stops_anybody(
    storage, save, folder, new_case
):
    kept = storage.attachments.keep(b"a receipt")
    with storage.transaction():
        case = storage.cases.open_case(new_case())
        storage.attachments.add(case.id, kept, "receipt.txt")
    for one in (folder / "attachments").rglob("*"):
        if one.is_file():
            one.unlink()
    (folder / "shop.key.2").unlink()
    storage._file._database.run("DELETE FROM trail WHERE place = 1")
    assert len(storage.check()) == 3
    save(storage)


def test_no_file_of_a_case_is_taken_in_or_swept_away(damaged, folder):
    before = sorted(folder.rglob("*"))
    with pytest.raises(DamagedError, match=REFUSED):
        damaged.attachments.keep(b"a receipt")
    with pytest.raises(DamagedError, match=REFUSED):
        damaged.attachments.sweep()
    assert sorted(folder.rglob("*")) == before


def test_nobody_is_erased_and_the_list_says_nothing_was_begun(damaged, folder):
    with pytest.raises(DamagedError, match=REFUSED):
        damaged.erasing.erase_customer(uuid7())
    assert not (folder / "shop.erased").exists()
    assert damaged.erasing.finish()


def test_an_act_that_only_reads_is_done(damaged):
    with damaged.transaction():
        assert count(damaged) == 1


def test_wrong_digits_are_counted_beside_damaged_records_and_in_them_again_later(
    damaged, again, spoil, folder
):
    someone = WrongTries(uuid7(), 5, 1000)
    with damaged.transaction():
        damaged.people.save_tries(someone)
        damaged.people.note("staff.wrong_digits", someone.staff_id)
    damaged.close()
    assert again().people.tries() == {someone.staff_id: someone}
    spoil()
    assert damaged.check() == []
    assert damaged.people.tries() == {someone.staff_id: someone}
    more = replace(someone, wrong=6)
    with damaged.transaction():
        damaged.people.save_tries(more)
    assert damaged.people.tries() == {someone.staff_id: more}
    assert damaged._file.value("SELECT count(*) FROM wrong_tries") == 1
    assert (folder / "shop.tries").read_bytes() == b"[]"


@pytest.mark.parametrize("text", ["", "{", "{}", '[{"staff_id": 3}]', "[3]", '[{"staff_id": "x"}]'])
def test_a_file_of_wrong_digits_that_cannot_be_read_tells_of_nothing(storage, folder, text):
    (folder / "shop.tries").write_text(text)
    assert storage.people.tries() == {}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the open files of a process are looked at")
def test_a_check_that_finds_damage_leaves_no_file_open(damaged, folder):
    damaged.close()
    opened = [str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.exists()]
    assert [name for name in opened if name.startswith(str(folder))] == []
