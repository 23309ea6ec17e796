"""From version 3 to version 4: the trail gets its chain."""

import pytest

from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.keys.key_slots import new_key
from desktop_cs.storage.stores.trail_check import check_trail
from desktop_cs.storage.stores.trail_links import linker
from desktop_cs.storage.tables.migrations import MIGRATIONS, bring_up
from desktop_cs.storage.uuid7 import uuid7

SHOP = b"shop".ljust(16)
COUNT = 2_000


@pytest.fixture
def third(tmp_path):
    """Return a file of version 3 with entries of the trail, the newest written first."""
    database = CipherDatabase(tmp_path / "shop.db", new_key(), create=True)
    bring_up(database.own_connection(), MIGRATIONS[:3])
    database.run("INSERT INTO shop (id, made_at, settings) VALUES (?, 0, '{}')", (SHOP,))
    keys = [uuid7().bytes for _ in range(COUNT)]
    add = "INSERT INTO trail VALUES (?, ?, ?, ?, ?, 'case.opened', ?, 'who')"
    connection = database.own_connection()
    connection.execute("BEGIN")
    for number, key in reversed(list(enumerate(keys))):
        connection.execute(add, (key, SHOP, key, number, None if number % 2 else key, key))
    connection.execute("COMMIT")
    yield database, keys
    database.close_everywhere()


def test_old_entries_are_chained_in_their_order_and_keep_all_they_told(third):
    database, keys = third
    bring_up(database.own_connection())
    rows = database.run(
        'SELECT place, id, at, "by", what, row_id, fields, digest FROM trail ORDER BY place'
    ).fetchall()
    assert rows == [
        (number + 1, key, number, None if number % 2 else key, "case.opened", key, "who", None)
        for number, key in enumerate(keys)
    ]
    ((key,),) = database.run("SELECT key FROM trail_key").fetchall()
    report = check_trail(database.own_connection(), linker(key), (), None)
    assert report.is_whole
    assert report.entries == COUNT
    assert database.run("PRAGMA foreign_key_check").fetchall() == []


def test_two_files_have_two_keys(third, tmp_path):
    keys = set()
    for name in ("one", "two"):
        database = CipherDatabase(tmp_path / name, new_key(), create=True)
        bring_up(database.own_connection(), MIGRATIONS[:3])
        database.run("INSERT INTO shop (id, made_at, settings) VALUES (?, 0, '{}')", (SHOP,))
        bring_up(database.own_connection())
        keys |= set(database.run("SELECT key FROM trail_key").fetchall())
        database.close_everywhere()
    assert len(keys) == 2


def test_an_empty_file_gets_its_key_with_its_shop(storage):
    assert storage._file.value("SELECT count(*) FROM trail_key") == 1
