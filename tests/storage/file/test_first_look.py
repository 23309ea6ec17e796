"""Records of which parts are missing are told at the start, before anybody works with them."""

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.opening import open_storage


@pytest.fixture
def damaged(storage, folder, clock):
    """Return what runs a statement in the file and opens it again."""

    def spoil(statement):
        storage._database.run("PRAGMA foreign_keys = OFF")
        storage._database.run(statement)
        storage.close()
        return open_storage(folder, clock)

    return spoil


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("DELETE FROM shop", "shop: 0"),
        ("DROP TABLE step_entry", "step_entry"),
        ("DROP TABLE case_words", "case_words"),
    ],
)
def test_a_file_without_its_parts_is_not_opened(damaged, statement, missing):
    with pytest.raises(ShopError, match="records are not whole") as refusal:
        damaged(statement)
    assert refusal.value.details == missing


def test_a_whole_file_is_opened(damaged):
    opened = damaged("DELETE FROM staff")
    assert opened.shop.staff() == []
    assert opened.check() == []
    opened.close()
