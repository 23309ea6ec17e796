"""Copies of the records."""

from dataclasses import replace

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.opening import open_storage


def test_a_copy_is_a_folder_that_opens_by_itself(storage, opened, clock):
    case = opened()
    copy = storage.copy_to()
    assert copy.parent == storage.folder / "copies"
    restored = open_storage(copy, clock, create=False)
    assert restored.cases.get(case.number) == case
    assert restored.check() == []
    restored.close()


def test_a_copy_is_named_by_its_time_and_never_takes_the_place_of_another(storage, tmp_path):
    copies = [storage.copy_to(tmp_path / "stick") for _ in range(3)]
    assert [copy.name for copy in copies] == [
        "2026-11-23_093000",
        "2026-11-23_093000-2",
        "2026-11-23_093000-3",
    ]
    assert sorted(path.name for path in (tmp_path / "stick").iterdir()) == [copy.name for copy in copies]


def test_what_is_saved_after_a_copy_is_not_in_it(storage, opened, clock):
    case = opened()
    copy = storage.copy_to()
    with storage.transaction():
        storage.cases.update(replace(case, one_line="Another line"))
    old = open_storage(copy, clock)
    assert old.cases.get(1).one_line == "The dryer stopped"
    old.close()


def test_a_copy_made_while_a_save_is_under_way_holds_only_what_was_kept(storage, opened, new_case, clock):
    opened()
    from threading import Thread

    copies = []
    with storage.transaction():
        storage.cases.open_case(new_case())
        thread = Thread(target=lambda: (copies.append(storage.copy_to()), storage.release()))
        thread.start()
        thread.join()
    copy = open_storage(copies[0], clock)
    assert copy.cases.count() == 1
    assert storage.cases.count() == 2
    copy.close()


def test_a_place_that_cannot_be_written_to_is_told_and_leaves_nothing(storage, tmp_path):
    (tmp_path / "stick").write_text("no folder")
    with pytest.raises(ShopError, match="could not be made"):
        storage.copy_to(tmp_path / "stick")
    assert storage.check() == []


def test_damaged_records_give_no_copy_that_looks_sound(storage, opened, clock, tmp_path):
    for _ in range(40):
        opened()
    storage.close()
    path = storage.folder / "shop.db"
    content = bytearray(path.read_bytes())
    content[-2000] ^= 1
    path.write_bytes(content)
    harmed = open_storage(storage.folder, clock)
    with pytest.raises(ShopError, match="could not be made"):
        harmed.copy_to(tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []
    harmed.close()
