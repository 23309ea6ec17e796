"""Who may open the shop's records, as a manager decides it at the desk."""

import peewee
import pypdfium2
import pytest

from desktop_cs.desk.desk import open_desk
from desktop_cs.desk.key_work import Strength
from desktop_cs.errors import LockedError, UserError
from desktop_cs.storage.copying.restoring import restore
from desktop_cs.storage.file.data_folder import DATABASE_FILE
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.keys.key_slots import read_keys
from desktop_cs.storage.opening import open_database

PHRASE = "my aunt feeds three grey hens"
OTHER = "three hens in the morning rain"


@pytest.fixture
def lock(desk, clock, manager):
    """Return a function that sets the first pass phrase and opens the desk again."""
    opened = []

    def locked(phrase=PHRASE):
        work = desk.keys.locking(phrase, phrase)
        desk.close()
        carried = work(lambda _share: None)
        again = open_desk(desk.storage.folder, clock, secret=phrase)
        again.actor = manager
        opened.append(again)
        return again, carried

    yield locked
    for one in opened:
        one.close()


def deeds(desk):
    """Return what the trail says was done with the keys."""
    entries = desk.storage.trail.of_row(desk.storage.shop_id)
    return [entry.what for entry in entries if entry.what.startswith("keys.")]


@pytest.fixture
def manager(desk, staff):
    """Let the manager act."""
    desk.actor = staff[0]
    return staff[0]


@pytest.mark.parametrize(
    "name", ["2026-11-01_100000.salvaged", "copies/before the sale", "2026-11-01_100000.before-restore"]
)
def test_no_copy_that_lies_with_the_records_keeps_its_key_in_the_open(desk, lock, name):
    aside = desk.storage.copy_to().rename(desk.storage.folder / name)
    _locked, carried = lock()
    assert (carried.done, carried.left) == (1, ())
    with pytest.raises(LockedError):
        open_database(aside)


def test_the_practice_shop_needs_no_pass_phrase(desk, lock, clock):
    practice = desk.storage.folder / "practice"
    opened = open_desk(practice, clock)
    shop_id = opened.storage.shop_id
    opened.close()
    lock()
    again = open_desk(practice, clock)
    assert again.storage.shop_id == shop_id
    assert not again.keys.state().has_phrase
    again.close()


def test_the_first_pass_phrase_locks_the_records_and_the_backups_in_reach(desk, lock, clock):
    copy = desk.storage.copy_to()
    locked, carried = lock()
    assert carried.done == 1
    assert locked.keys.state().has_phrase
    assert deeds(locked) == ["keys.phrase_set"]
    for opening in (lambda: open_desk(desk.storage.folder, clock), lambda: open_database(copy)):
        with pytest.raises(LockedError):
            opening()
    open_database(copy, PHRASE).close_everywhere()


def test_changing_the_pass_phrase_reaches_the_backups(desk, lock):
    copy = desk.storage.copy_to()
    locked, _carried = lock()
    result = locked.keys.set_phrase(OTHER, OTHER)
    assert result.value.done == 1
    open_database(copy, OTHER).close_everywhere()
    with pytest.raises(UserError):
        open_database(copy, PHRASE)
    assert deeds(locked) == ["keys.phrase_set", "keys.phrase_changed"]


def test_what_a_restore_put_aside_is_locked_too(desk, lock):
    aside = desk.storage.copy_to().rename(desk.storage.folder / "2026-11-01_100000.before-restore")
    _locked, carried = lock()
    assert carried.done == 1
    with pytest.raises(LockedError):
        open_database(aside)


def test_taking_it_away_opens_records_and_backups_again(desk, lock, clock):
    locked, _carried = lock()
    copy = locked.storage.copy_to()
    assert locked.keys.take_phrase_away().value.done == 1
    open_database(copy).close_everywhere()
    open_desk(desk.storage.folder, clock).close()


def test_a_sheet_opens_nothing_before_two_groups_were_typed_back(lock, clock):
    locked, _carried = lock()
    code = locked.keys.new_sheet()
    with pytest.raises(UserError, match="Group 5") as caught:
        locked.keys.keep_sheet(code, {1: code.groups[1], 4: "WRONG"})
    assert caught.value.field == "group_4"
    assert not locked.keys.state().has_sheet
    locked.keys.keep_sheet(code, {1: code.groups[1].lower(), 4: code.groups[4]})
    assert locked.keys.state().has_sheet
    open_desk(locked.storage.folder, clock, secret=code.text).close()


def test_the_sheet_is_printed_with_the_shop_on_it(lock):
    locked, _carried = lock()
    pdf = locked.keys.sheet_pdf(locked.keys.new_sheet())
    words = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    assert locked.settings.name in words


def test_no_sheet_without_a_pass_phrase(desk, manager):
    with pytest.raises(UserError, match="pass phrase first"):
        desk.keys.new_sheet()


def test_a_second_first_pass_phrase_is_refused(lock):
    locked, _carried = lock()
    with pytest.raises(UserError, match="set already"):
        locked.keys.locking(OTHER, OTHER)
    with pytest.raises(UserError, match="new key already"):
        locked.keys.renewing()


@pytest.mark.parametrize(
    "act",
    [
        lambda keys: keys.locking(PHRASE, PHRASE),
        lambda keys: keys.renewing(),
        lambda keys: keys.set_phrase(PHRASE, PHRASE),
        lambda keys: keys.take_phrase_away(),
        lambda keys: keys.new_sheet(),
        lambda keys: keys.keep_sheet(None),
        lambda keys: keys.use_keychain(on=True),
    ],
)
def test_only_a_manager_changes_who_opens_the_records(desk, staff, act):
    desk.actor = staff[2]
    with pytest.raises(UserError, match="Only a manager"):
        act(desk.keys)
    assert deeds(desk) == []


def test_what_everybody_in_town_would_try_is_known(desk, manager):
    assert desk.keys.strength(f"{desk.settings.name} 1") in (Strength.KNOWN, Strength.TOO_SHORT)
    assert desk.keys.strength("grace okafor") is Strength.KNOWN
    with pytest.raises(UserError) as caught:
        desk.keys.locking("grace okafor", "grace okafor")
    assert caught.value.field == "phrase"


def test_the_phrase_is_found_nowhere_in_the_folder(desk, lock):
    locked, _carried = lock()
    code = locked.keys.new_sheet()
    locked.keys.keep_sheet(code)
    for path in locked.storage.folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert PHRASE.encode() not in content
        assert code.text.encode() not in content
        assert code.secret.hex().encode() not in content


def test_on_a_new_pc_a_backup_and_the_sheet_are_enough(lock, tmp_path, clock):
    """The PC is gone: a stick with a backup, a sheet of paper, nobody remembers the pass phrase."""
    locked, _carried = lock()
    code = locked.keys.new_sheet()
    stick = locked.storage.copy_to(tmp_path / "stick")
    result = locked.keys.keep_sheet(code, {0: code.groups[0], 5: code.groups[5]})
    assert result.value.done == 0  # the stick was pulled out: its backup still has the slots of before
    new = tmp_path / "new"
    with pytest.raises(UserError):
        restore(new, stick, clock, secret=code.text)
    locked.storage.keys.carry([stick])
    restore(new, stick, clock, secret=code.text.lower().replace("-", " "))
    with pytest.raises(LockedError):
        open_desk(new, clock)
    desk = open_desk(new, clock, secret=code.digits)
    assert desk.settings.name == "Corner Store"
    desk.actor = next(one for one in desk.shop.staff() if one.is_manager)
    desk.keys.set_phrase(OTHER, OTHER)
    desk.close()
    open_desk(new, clock, secret=OTHER).close()


def test_an_open_backup_on_a_stick_does_not_open_the_records_of_now(desk, lock, tmp_path):
    stick = desk.storage.copy_to(tmp_path / "stick")
    (old,) = read_keys(stick)
    locked, _carried = lock()
    database = CipherDatabase(locked.storage.folder / DATABASE_FILE, old)
    with pytest.raises(peewee.DatabaseError):
        database.run("SELECT * FROM shop")
    assert read_keys(stick) == [old]
