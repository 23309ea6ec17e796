"""From version 2 to version 3, with a letter of version 2."""

import pytest

from desktop_cs.letters.look import LetterLook
from desktop_cs.storage.file.engine import CipherDatabase
from desktop_cs.storage.keys.key_slots import new_key
from desktop_cs.storage.tables.fields import LookField
from desktop_cs.storage.tables.migrations import MIGRATIONS, bring_up

SHOP, CASE = b"shop", b"case"


@pytest.fixture
def second(tmp_path):
    """Return a file of version 2 with one letter."""
    database = CipherDatabase(tmp_path / "shop.db", new_key(), create=True)
    bring_up(database.own_connection(), MIGRATIONS[:2])
    database.run("INSERT INTO shop (id, made_at, settings) VALUES (?, 0, '{}')", (SHOP,))
    columns = [row[1:4] for row in database.run("PRAGMA table_info(recovery_case)").fetchall()]
    values = {name: "" if kind == "TEXT" else 0 for name, kind, not_null in columns if not_null}
    values |= {"id": CASE, "shop_id": SHOP, "number": 1}
    marks = ", ".join("?" * len(values))
    database.run(f"INSERT INTO recovery_case ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))
    database.run(
        "INSERT INTO letter (id, shop_id, case_id, language, text_blocks, seed, paper, style, made_at)"
        " VALUES (?, ?, ?, 'en', '[]', 7, 'A6', 'natural', 5)",
        (b"letter", SHOP, CASE),
    )
    yield database
    database.close_everywhere()


def test_the_paper_and_the_manner_of_a_letter_go_into_its_look(second):
    bring_up(second.own_connection())
    ((look, kind, seed),) = second.run("SELECT look, kind, seed FROM letter").fetchall()
    assert LookField().python_value(look) == LetterLook(paper="A6", degree="natural")
    assert (kind, seed) == ("thank_you", 7)


def test_own_hands_and_signatures_begin_empty(second):
    bring_up(second.own_connection())
    for table in ("own_hand", "signature"):
        assert second.run(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,)
