"""A new key for the records, beside what the engine could not tidy up."""

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.file.data_folder import DATABASE_FILE, LOGS
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.keys.key_slots import new_key
from desktop_cs.storage.keys.renewal import renew


@pytest.fixture
def keys(storage):
    """Return the key of closed records, and one that they might get."""
    key = storage.database.key
    storage.close()
    return key, new_key()


def numbers_in(path, key):
    database = CipherDatabase(path, key)
    try:
        return database.run("SELECT count(*) FROM shop").fetchone()[0]
    finally:
        database.close_everywhere()


@pytest.mark.parametrize("log", LOGS)
def test_what_the_old_file_left_beside_it_does_not_reach_the_new_one(folder, keys, log):
    left = folder / log
    renew(folder, keys, lambda _share: None, lambda: left.write_bytes(b"of the old file" * 400))
    assert not left.exists()
    assert numbers_in(folder / DATABASE_FILE, keys[1]) == 1


def test_where_it_cannot_be_removed_the_records_keep_their_key(folder, keys):
    with pytest.raises(ShopError):
        renew(folder, keys, lambda _share: None, (folder / LOGS[0]).mkdir)
    (folder / LOGS[0]).rmdir()
    assert numbers_in(folder / DATABASE_FILE, keys[0]) == 1
