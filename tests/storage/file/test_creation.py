"""Making records, and bringing old ones to the newest version."""

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.file.creation import bring_records_up
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.file.versions import NEWEST_VERSION
from desktop_cs.storage.file.window_lock import WindowLock, is_held_here
from desktop_cs.storage.keys.key_slots import read_keys
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.tables.migrations import MIGRATIONS


def add_shelf(connection):
    connection.execute("ALTER TABLE recovery_case ADD COLUMN shelf TEXT NOT NULL DEFAULT ''")


def fail_halfway(connection):
    connection.execute("ALTER TABLE recovery_case ADD COLUMN drawer TEXT NOT NULL DEFAULT ''")
    connection.execute("UPDATE recovery_case SET who = 'lost'")
    connection.execute("UPDATE nowhere SET who = 'lost'")


@pytest.fixture
def old(storage, opened):
    """Return records of the newest version, which the tests take for old ones."""
    opened()
    database = CipherDatabase(storage.folder / "shop.db", read_keys(storage.folder)[0])
    yield database
    database.close_everywhere()


def version_of(database):
    return database.run("PRAGMA user_version").fetchone()[0]


def columns_of(database):
    return {row[1] for row in database.run("PRAGMA table_info(recovery_case)").fetchall()}


def test_the_versions_are_as_many_as_the_steps(old):
    assert len(MIGRATIONS) == NEWEST_VERSION == version_of(old)


def test_old_records_are_copied_first_and_then_brought_up(old, folder, clock):
    bring_records_up(folder, old, clock, [*MIGRATIONS, add_shelf])
    assert version_of(old) == NEWEST_VERSION + 1
    assert "shelf" in columns_of(old)
    [copy] = (folder / "copies").iterdir()
    before = open_storage(copy, clock)
    assert before.cases.get(1).who == "Mrs Stone"
    before.close()


def test_a_step_that_fails_leaves_the_records_as_they_were(old, folder, clock, storage):
    with pytest.raises(ShopError, match="as they were, and a backup"):
        bring_records_up(folder, old, clock, [*MIGRATIONS, fail_halfway])
    assert version_of(old) == NEWEST_VERSION
    assert "drawer" not in columns_of(old)
    assert storage.cases.get(1).who == "Mrs Stone"
    assert storage.check() == []


def test_steps_that_were_done_before_one_fails_are_kept(old, folder, clock):
    with pytest.raises(ShopError):
        bring_records_up(folder, old, clock, [*MIGRATIONS, add_shelf, fail_halfway])
    assert version_of(old) == NEWEST_VERSION + 1


def test_records_that_are_up_to_date_stay_as_they_are(old, folder, clock):
    bring_records_up(folder, old, clock)
    assert version_of(old) == NEWEST_VERSION


def test_a_window_of_this_process_may_bring_its_records_up(old, folder, clock):
    window = WindowLock(folder)
    assert window.take()
    bring_records_up(folder, old, clock, [*MIGRATIONS, add_shelf])
    assert not WindowLock(folder).take(), "the window keeps its lock"
    assert is_held_here(folder), "and may put a backup back or change the key later on"
    window.free()


def test_nothing_is_brought_up_under_another_window(old, folder, clock, monkeypatch):
    window = WindowLock(folder)
    assert window.take()
    monkeypatch.setattr("desktop_cs.storage.file.window_lock._held_here", set())
    with pytest.raises(ShopError, match="another window"):
        bring_records_up(folder, old, clock, [*MIGRATIONS, add_shelf])
    assert version_of(old) == NEWEST_VERSION
    assert not (folder / "copies").exists()
    window.free()


def test_old_records_are_brought_up_when_they_are_opened(old, folder, clock, monkeypatch):
    monkeypatch.setattr("desktop_cs.storage.opening.NEWEST_VERSION", NEWEST_VERSION + 1)
    monkeypatch.setattr("desktop_cs.storage.file.creation.MIGRATIONS", (*MIGRATIONS, add_shelf))
    opened = open_storage(folder, clock)
    assert opened.cases.get(1).who == "Mrs Stone"
    assert "shelf" in columns_of(opened._database)
    opened.close()
