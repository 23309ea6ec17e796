"""Whether the records are sound."""

import random

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.keys.key_slots import KEY_FILES
from desktop_cs.storage.opening import open_storage


@pytest.fixture
def filled(storage, opened):
    """Return the closed file with some cases in it."""
    for number in range(60):
        opened(who=f"Customer {number}", one_line="The dryer stopped " * 10)
    storage.close()
    return storage.folder


def test_sound_records_have_no_problems(storage, opened):
    opened()
    assert storage.check() == []


def test_every_flipped_bit_of_the_file_is_found(filled, clock):
    path = filled / "shop.db"
    whole = path.read_bytes()
    chosen = random.Random(7)
    missed = []
    for _ in range(40):
        place = chosen.randrange(
            16, len(whole)
        )  # the first 16 bytes are not needed: their like is in the key
        path.write_bytes(
            whole[:place] + bytes([whole[place] ^ (1 << chosen.randrange(8))]) + whole[place + 1 :]
        )
        try:
            storage = open_storage(filled, clock)
        except ShopError:
            continue
        if not storage.check():
            missed.append(place)
        storage.close()
    assert missed == []


def test_a_row_that_belongs_to_nothing_is_found(storage, opened):
    case = opened()
    connection = storage._file.connection()
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM recovery_case WHERE id = ?", (case.id.hex,))
    connection.execute(
        "INSERT INTO approval VALUES ('a', ?, ?, 1, 'b', 1)", (storage._file.shop_id.hex, case.id.hex)
    )
    problems = storage.check()
    assert len(problems) == 1
    assert "approval" in problems[0]


def test_a_case_that_cannot_be_found_by_searching_is_noticed(storage, opened):
    opened()
    storage._file.connection().execute("DELETE FROM case_words")
    assert "case_words: 0 / 1" in storage.check()[0]


def test_a_damaged_key_copy_is_named(storage):
    (storage.folder / KEY_FILES[1]).write_text("{}")
    assert KEY_FILES[1] in storage.check()[0]
