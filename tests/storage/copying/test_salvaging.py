"""Saving what a damaged file still holds."""

import random
import shutil

import pytest

from desktop_cs.errors import LockedError, ShopError, UserError
from desktop_cs.storage.copying.restoring import restore
from desktop_cs.storage.copying.salvaging import copy_readable, salvage
from desktop_cs.storage.opening import open_database, open_storage

PAGE = 4096
TABLES = ("recovery_case", "customer", "trail", "trail_salt", "step_entry", "shop", "staff")


@pytest.fixture
def large(storage, new_case, new_customer, folder):
    """Return the folder of closed records with a thousand cases."""
    customer = new_customer()
    with storage.transaction():
        storage.customers.add(customer)
        for number in range(1000):
            text = f"The dryer stopped for the {number}th time " * 6
            storage.cases.open_case(new_case(customer_id=customer.id, one_line=text))
    storage.close()
    return folder


def rows_of(folder):
    """Return all rows of the tables of a folder."""
    database = open_database(folder)
    found = {table: set(database.run(f"SELECT * FROM {table}").fetchall()) for table in TABLES}
    database.close_everywhere()
    return found


def destroy(folder, count, seed):
    """Overwrite pages of a file, none of its first."""
    path, chosen = folder / "shop.db", random.Random(seed)
    content = bytearray(path.read_bytes())
    for page in chosen.sample(range(1, len(content) // PAGE), count):
        content[page * PAGE : (page + 1) * PAGE] = chosen.randbytes(PAGE)
    path.write_bytes(content)


@pytest.mark.parametrize("seed", range(3))
def test_rows_around_destroyed_pages_are_saved_and_none_of_them_is_wrong(large, clock, tmp_path, seed):
    before = rows_of(large)
    destroy(large, 3, seed)
    spoiled = {path.name: path.read_bytes() for path in large.iterdir() if path.is_file()}
    found = salvage(large, tmp_path / "saved", clock)
    assert {path.name: path.read_bytes() for path in large.iterdir() if path.is_file()} == spoiled
    after = rows_of(tmp_path / "saved")
    for table in TABLES:
        assert after[table] <= before[table], f"wrong rows in {table}"
        assert found.rows[table] == len(after[table])
    lost = {table for table in TABLES if after[table] != before[table]}
    assert lost <= set(found.lost)
    saved, there = (sum(map(len, rows.values())) for rows in (after, before))
    assert saved >= 0.9 * there


def test_of_an_undamaged_file_everything_is_saved_and_can_be_found(large, clock, tmp_path):
    before = rows_of(large)
    found = salvage(large, tmp_path / "saved", clock)
    assert (found.lost, found.problems) == ({}, [])
    assert rows_of(tmp_path / "saved") == before
    saved = open_storage(tmp_path / "saved", clock, create=False)
    assert len(saved.search.cases("dryer", 2000)) == 1000
    assert saved.trail.verify().is_whole
    saved.close()


def test_damage_to_the_search_alone_costs_no_row(large, clock, tmp_path):
    before = rows_of(large)
    database = open_database(large)
    database.run("DELETE FROM case_words_data")
    database.close_everywhere()
    found = salvage(large, tmp_path / "saved", clock)
    assert rows_of(tmp_path / "saved") == before
    assert found.problems == []


def test_what_lies_in_the_log_alone_is_saved_too(filled, clock, tmp_path):
    by_hand = shutil.copytree(filled.folder, tmp_path / "killed")
    assert (by_hand / "shop.db-wal").stat().st_size
    found = salvage(by_hand, tmp_path / "saved", clock)
    assert found.rows["recovery_case"] == 12
    assert (by_hand / "shop.db-wal").stat().st_size


def test_what_was_saved_can_take_the_place_of_the_records_though_its_trail_has_a_gap(large, clock, tmp_path):
    database = open_database(large)
    database.run("DELETE FROM trail WHERE place BETWEEN 20 AND 30")
    database.close_everywhere()
    destroy(large, 3, 1)
    assert any("trail" in one for one in salvage(large, tmp_path / "saved", clock).problems)
    done = restore(large, tmp_path / "saved", clock)
    storage = open_storage(large, clock, create=False)
    assert storage.cases.count() > 900
    storage.close()
    assert (done.before / "shop.db").exists()


def test_the_row_of_the_shop_is_made_anew_where_it_was_lost(large, clock, tmp_path):
    database = open_database(large)
    database.run("PRAGMA foreign_keys = OFF")
    shop_id = database.run("SELECT id FROM shop").fetchone()[0]
    database.run("DELETE FROM shop")
    database.close_everywhere()
    salvage(large, tmp_path / "saved", clock)
    [row] = rows_of(tmp_path / "saved")["shop"]
    assert row[0] == shop_id


def test_rows_whose_case_is_lost_go_and_those_that_can_stand_alone_stay(large, clock, tmp_path):
    database = open_database(large)
    database.run("PRAGMA foreign_keys = OFF")
    database.run("DELETE FROM customer")
    database.close_everywhere()
    found = salvage(large, tmp_path / "saved", clock)
    assert found.rows["recovery_case"] == 1000
    saved = open_storage(tmp_path / "saved", clock, create=False)
    assert saved.cases.get(1).customer_id is None
    saved.close()


def test_without_the_first_page_nothing_can_be_read_and_nothing_is_left(large, clock, tmp_path, harm):
    harm(large / "shop.db", 0.0, 200)
    with pytest.raises(ShopError, match="Take the newest good backup"):
        salvage(large, tmp_path / "saved", clock)
    assert not (tmp_path / "saved").exists()


def test_a_salvage_that_is_stopped_leaves_nothing(large, clock, tmp_path):
    def stop(share):
        if share > 0.5:
            raise UserError("Stopped")

    with pytest.raises(UserError, match="Stopped"):
        salvage(large, tmp_path / "saved", clock, progress=stop)
    assert not (tmp_path / "saved").exists()


def test_a_folder_that_holds_something_is_not_written_into(large, clock):
    with pytest.raises(UserError, match="is not empty"):
        salvage(large, large, clock)


def test_locked_records_need_their_secret_for_it(filled, locked, clock, tmp_path):
    locked(filled).close()
    with pytest.raises(LockedError):
        salvage(filled.folder, tmp_path / "saved", clock)
    found = salvage(filled.folder, tmp_path / "saved", clock, secret="four plain words here")
    assert found.rows["recovery_case"] == 12


def test_pages_that_the_disk_does_not_give_become_zeros(tmp_path, monkeypatch):
    from desktop_cs.storage.copying import salvaging

    source = tmp_path / "failing"
    source.write_bytes(random.Random(1).randbytes(600 * PAGE))

    class Failing:
        def __init__(self, file):
            self._file = file

        def seek(self, place):
            self._place = place
            self._file.seek(place)

        def read(self, length):
            if self._place <= 300 * PAGE < self._place + length:
                raise OSError("unreadable")
            return self._file.read(length)

    read = salvaging._read
    monkeypatch.setattr(salvaging, "_read", lambda file, start, length: read(Failing(file), start, length))
    assert copy_readable(source, tmp_path / "copy") == 1
    expected = bytearray(source.read_bytes())
    expected[300 * PAGE : 301 * PAGE] = bytes(PAGE)
    assert (tmp_path / "copy").read_bytes() == expected
