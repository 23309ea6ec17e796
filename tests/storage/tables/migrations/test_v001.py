"""From nothing to version 1."""

import pytest

from desktop_cs.storage.file.engine import APPLICATION_ID, CipherDatabase
from desktop_cs.storage.keys.key_slots import new_key
from desktop_cs.storage.tables.migrations import MIGRATIONS, bring_up


@pytest.fixture
def empty(tmp_path):
    """Return an empty file of version 0."""
    database = CipherDatabase(tmp_path / "shop.db", new_key(), create=True)
    yield database
    database.close_everywhere()


def test_an_empty_file_becomes_version_1_with_the_name_of_the_program(empty):
    bring_up(empty.own_connection(), MIGRATIONS[:1])
    assert empty.run("PRAGMA user_version").fetchone() == (1,)
    assert empty.run("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert empty.run("PRAGMA foreign_key_check").fetchall() == []
    tables = {row[0] for row in empty.run("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()}
    assert {"shop", "customer", "recovery_case", "step_entry", "trail", "case_words"} <= tables


def test_it_is_all_made_or_nothing(empty):
    def fail(connection):
        MIGRATIONS[0](connection)
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 (our own)
        bring_up(empty.own_connection(), [fail])
    assert empty.run("PRAGMA user_version").fetchone() == (0,)
    assert empty.run("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
