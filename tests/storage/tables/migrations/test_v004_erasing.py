"""From version 3 to version 4: the table of what was erased."""

import pytest

from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.keys.key_slots import new_key
from desktop_cs.storage.tables.migrations import MIGRATIONS, bring_up

SHOP, CUSTOMER = b"shop", b"customer"


@pytest.fixture
def third(tmp_path):
    """Return a file of version 3 with one customer."""
    database = CipherDatabase(tmp_path / "shop.db", new_key(), create=True)
    bring_up(database.own_connection(), MIGRATIONS[:3])
    database.run("INSERT INTO shop (id, made_at, settings) VALUES (?, 0, '{}')", (SHOP,))
    database.run(
        "INSERT INTO customer (id, shop_id, name, form_of_address, phone, address, language, place, seen_at)"
        " VALUES (?, ?, 'Mrs Stone', '', '', '', '', 1, 0)",
        (CUSTOMER, SHOP),
    )
    yield database
    database.close_everywhere()


def test_nobody_counts_as_erased_in_older_records(third):
    bring_up(third.own_connection())
    assert third.run("SELECT count(*) FROM erasure").fetchone() == (0,)
    assert third.run("SELECT name FROM customer").fetchone() == ("Mrs Stone",)


def test_each_thing_is_marked_once(third):
    bring_up(third.own_connection())
    mark = "INSERT INTO erasure (id, shop_id, row_id, what, at) VALUES (?, ?, ?, 'customer', 5)"
    third.run(mark, (b"one", SHOP, CUSTOMER))
    with pytest.raises(Exception, match="UNIQUE"):
        third.run(mark, (b"two", SHOP, CUSTOMER))
