"""From version 3 to version 4: pictures and files begin empty, and belong to cases that are there."""

import pytest

from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.keys.key_slots import new_key
from desktop_cs.storage.tables.migrations import MIGRATIONS, bring_up


@pytest.fixture
def third(tmp_path):
    """Return a file of version 3."""
    database = CipherDatabase(tmp_path / "shop.db", new_key(), create=True)
    bring_up(database.own_connection(), MIGRATIONS[:3])
    database.run("INSERT INTO shop (id, made_at, settings) VALUES (x'01', 0, '{}')")
    yield database
    database.close_everywhere()


@pytest.mark.parametrize("table", ["attachment", "attachment_content"])
def test_pictures_and_files_begin_empty(third, table):
    bring_up(third.own_connection())
    assert third.run(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,)


def test_no_file_belongs_to_a_case_or_content_that_is_not_there(third):
    bring_up(third.own_connection())
    third.run("PRAGMA foreign_keys = OFF")
    third.run(
        "INSERT INTO attachment (id, shop_id, case_id, content_id, name, added_at)"
        " VALUES (x'02', x'01', x'03', x'04', 'bill.pdf', 5)"
    )
    rows = third.run("PRAGMA foreign_key_check(attachment)").fetchall()
    assert {row[2] for row in rows} == {"recovery_case", "attachment_content"}
