"""Nothing is saved into a file that lost its name while it was open."""

import os
import shutil

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage import opening
from desktop_cs.storage.file.data_folder import DATABASE_FILE
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.opening import open_storage

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace a file that is open")


def save(storage, new_case):
    with storage.transaction():
        return storage.cases.open_case(new_case())


def test_a_file_that_was_replaced_takes_nothing_more_and_says_so(storage, folder, new_case):
    save(storage, new_case)
    other = folder / "copy.db"
    shutil.copy(folder / DATABASE_FILE, other)
    before = other.read_bytes()
    other.replace(folder / DATABASE_FILE)
    with pytest.raises(ShopError, match="moved or replaced while the program was open"):
        save(storage, new_case)
    assert (folder / DATABASE_FILE).read_bytes() == before


def replaced(folder):
    """Put another file in the place of the records, as renewing the key does."""
    other = folder / "copy.db"
    shutil.copy(folder / DATABASE_FILE, other)
    other.replace(folder / DATABASE_FILE)


def test_a_file_that_is_replaced_while_it_is_being_opened_takes_nothing(
    storage, folder, clock, new_case, monkeypatch
):
    storage.close()
    monkeypatch.setattr(opening, "look_first", lambda _database: replaced(folder))
    late = open_storage(folder, clock)
    with pytest.raises(ShopError, match="moved or replaced"):
        save(late, new_case)
    late.close()


def test_a_file_that_is_replaced_while_somebody_waits_for_their_turn_takes_nothing(
    storage, folder, new_case, monkeypatch
):
    storage.close()
    run = CipherDatabase.run

    def waited(database, sql, values=()):
        done = run(database, sql, values)
        if sql == "BEGIN IMMEDIATE":
            replaced(folder)
        return done

    monkeypatch.setattr(CipherDatabase, "run", waited)
    with pytest.raises(ShopError, match="moved or replaced"):
        save(storage, new_case)


def test_a_file_that_was_moved_away_takes_nothing_more_and_works_again_when_it_is_back(
    storage, folder, new_case
):
    path, away = folder / DATABASE_FILE, folder / "away.db"
    save(storage, new_case)
    path.rename(away)
    with pytest.raises(ShopError, match="Nothing of this was saved"):
        save(storage, new_case)
    away.rename(path)
    assert save(storage, new_case).number == 2


def test_what_is_saved_while_a_cleaner_deletes_the_log_is_in_the_file(storage, folder, clock, new_case):
    save(storage, new_case)
    (folder / f"{DATABASE_FILE}-wal").unlink()
    save(storage, new_case)
    for name in ("-wal", "-shm"):  # nothing but the main file is left, as after a power cut
        (folder / f"{DATABASE_FILE}{name}").unlink(missing_ok=True)
    again = open_storage(folder, clock)
    assert again.cases.count() == 2
    assert again.check() == []
    again.close()


def test_after_waking_up_the_file_is_opened_anew(storage, folder, new_case):
    save(storage, new_case)
    storage.open_again()
    assert storage.cases.count() == 1
    (folder / DATABASE_FILE).rename(folder / "away.db")
    with pytest.raises(ShopError, match="moved or replaced"):
        storage.open_again()
