"""From version 1 to version 2, with what a shop wrote in version 1."""

import json

import pytest

from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.keys.key_slots import new_key
from desktop_cs.storage.tables.migrations import MIGRATIONS, bring_up

SHOP, CASE = b"shop", b"case"


@pytest.fixture
def first(tmp_path):
    """Return a file of version 1 with one case that paid money back, and one promise."""
    database = CipherDatabase(tmp_path / "shop.db", new_key(), create=True)
    bring_up(database.own_connection(), MIGRATIONS[:1])
    database.run("INSERT INTO shop (id, made_at, settings) VALUES (?, 0, '{}')", (SHOP,))
    columns = [row[1:4] for row in database.run("PRAGMA table_info(recovery_case)").fetchall()]
    needed = [(name, "" if kind == "TEXT" else 0) for name, kind, not_null in columns if not_null]
    values = dict(needed) | {"id": CASE, "shop_id": SHOP, "number": 1}
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    database.run(f"INSERT INTO recovery_case ({names}) VALUES ({marks})", tuple(values.values()))
    yield database
    database.close_everywhere()


def entry(database, step, answers):
    """Write one step as version 1 wrote it."""
    database.run(
        "INSERT INTO step_entry (id, shop_id, case_id, step, state, answers, form_version, skip_reason,"
        " goodwill,"
        " extra, suspected_abuse) VALUES (?, ?, ?, ?, 'done', ?, 1, '', 500, 0, 0)",
        (step.encode(), SHOP, CASE, step, json.dumps(answers)),
    )


def test_what_was_paid_back_is_read_from_the_answers(first):
    entry(first, "resolution", {"entitlement_kind": "money_back", "entitlement_value": "90000"})
    entry(first, "review", {"price": "90000"})
    bring_up(first.own_connection())
    rows = dict(first.run("SELECT step, money_back FROM step_entry").fetchall())
    assert rows == {"resolution": 90000, "review": 0}
    assert first.run("SELECT goodwill FROM step_entry").fetchall() == [(500,), (500,)]


def test_a_repair_pays_nothing_back(first):
    entry(first, "resolution", {"entitlement_kind": "repair", "entitlement_value": "90000"})
    bring_up(first.own_connection())
    assert first.run("SELECT money_back FROM step_entry").fetchall() == [(0,)]


def test_a_case_of_version_1_is_found_by_its_till_receipt(first):
    entry(first, "review", {"till_receipt": "TR-1187"})
    bring_up(first.own_connection())
    found = "SELECT rowid FROM case_words WHERE case_words MATCH ?"
    assert first.run(found, ("tr1187",)).fetchall() == [(0,)]
    assert first.run(found, ("tr1188",)).fetchall() == []


def test_a_promise_of_version_1_is_a_task(first):
    first.run(
        "INSERT INTO promise (id, shop_id, case_id, what, made_at, due_at, by_whom, told_as, state)"
        " VALUES (?, ?, ?, 'Call', 0, 1, '', '', 'open')",
        (b"promise", SHOP, CASE),
    )
    bring_up(first.own_connection())
    assert first.run("SELECT kind FROM promise").fetchall() == [("task",)]
    assert first.run("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert first.run("PRAGMA foreign_key_check").fetchall() == []
