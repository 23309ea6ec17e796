"""Checking a backup without changing anything of it."""

import json
import shutil

import pytest

from desktop_cs.errors import LockedError, ShopError, UserError
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.manifest import read_backup
from desktop_cs.storage.copying.reading import check_backup, fitting_key
from desktop_cs.storage.file.versions import NEWEST_VERSION
from desktop_cs.storage.keys.key_slots import KEY_FILES, new_key, write_key
from desktop_cs.storage.opening import open_database, open_storage


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_sound_backup_has_no_problems_and_is_left_as_it_is(backup):
    before = files_of(backup.folder)
    assert check_backup(backup) == []
    assert check_backup(backup.folder) == []
    assert files_of(backup.folder) == before


def test_every_flipped_bit_is_found(backup):
    path, whole = backup.path, backup.path.read_bytes()
    for place in range(7, len(whole), len(whole) // 25):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert check_backup(backup) != [], place


@pytest.mark.parametrize("length", [0, 100, 4096, 40_000])
def test_a_backup_that_is_cut_short_says_so(backup, length):
    backup.path.write_bytes(backup.path.read_bytes()[:length])
    assert not read_backup(backup.folder).is_whole
    [problem, *_more] = check_backup(backup)
    assert "cut short" in problem


def test_a_backup_without_its_key_says_where_to_take_it(backup):
    for name in KEY_FILES:
        (backup.folder / name).unlink()
    [problem] = check_backup(backup)
    assert "shop.key) is missing" in problem
    assert not read_backup(backup.folder).is_whole


def test_a_backup_with_another_key_says_so(backup):
    write_key(backup.folder, new_key())
    [problem] = check_backup(backup)
    assert "different backups" in problem


def test_a_backup_without_its_file_says_so(backup):
    backup.path.unlink()
    [problem] = check_backup(backup)
    assert "(shop.db) is missing" in problem


def test_a_backup_of_a_newer_version_says_what_to_install(backup):
    database = open_database(backup.folder)
    database.run(f"PRAGMA user_version = {NEWEST_VERSION + 1}")
    database.run("PRAGMA journal_mode = DELETE").fetchall()
    database.close_everywhere()
    assert any("newer version" in problem for problem in check_backup(backup))


def test_what_a_backup_says_of_itself_may_not_be_changed(backup):
    manifest = backup.folder / "manifest.json"
    told = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**told, "trail_count": 1}))
    assert any("manifest.json" in problem for problem in check_backup(backup.folder))


def test_a_row_that_was_changed_with_the_right_key_is_noticed(backup, clock):
    harmed = open_storage(backup.folder, clock)
    harmed._file.connection().execute("DELETE FROM trail WHERE place = 1")
    harmed.close()
    problems = check_backup(backup)
    assert any("not as it was" in problem for problem in problems)
    assert any("rows" in problem for problem in problems)


def test_a_file_of_a_case_that_is_missing_beside_the_backups_is_counted(filled, new_case):
    case = filled.cases.get(1)
    kept = filled.attachments.keep(b"%PDF-1.4 a receipt")
    with filled.transaction():
        filled.attachments.add(case.id, kept, "receipt.pdf")
    made = back_up(filled)
    assert made.attachments == 1
    assert check_backup(made) == []
    shutil.rmtree(made.folder.parent / "attachments")
    assert check_backup(made) == ["Files of cases are missing from this backup: 1"]


def test_a_locked_backup_is_opened_by_its_secret_or_by_the_open_records(filled, locked):
    filled = locked(filled)
    made = back_up(filled)
    with pytest.raises(LockedError):
        check_backup(made)
    with pytest.raises(UserError):
        check_backup(made, "something else")
    assert check_backup(made, "four plain words here") == []
    assert check_backup(made, opened=filled) == []


def test_a_folder_that_is_no_backup_has_no_key(tmp_path):
    with pytest.raises(ShopError, match=r"\(shop.db\) is missing"):
        fitting_key(tmp_path)
