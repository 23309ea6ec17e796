"""Damage that comes to light while people work costs the page that lies there, and nothing else."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from desktop_cs.errors import DamagedError
from desktop_cs.shop.staff import Role, Staff
from desktop_cs.storage.file.data_folder import DATABASE_FILE
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.uuid7 import uuid7

PAGE = 4096


EVERY_CASE = "SELECT * FROM recovery_case ORDER BY id"


@pytest.fixture
def spoilt(storage, folder, clock, new_case):
    """Return opened records of many cases, where one page of the cases is overwritten and nothing else."""
    with storage.transaction():
        storage.shop.save_staff(Staff(uuid7(), "Grace Okafor", Role.MANAGER))
        for _number in range(300):
            storage.cases.open_case(new_case(one_line="The kettle leaks at its seam, every morning. " * 8))
    storage.close()
    path = folder / DATABASE_FILE
    whole = path.read_bytes()
    for page in range(len(whole) // PAGE - 1, 1, -1):
        path.write_bytes(whole[: page * PAGE] + os.urandom(PAGE) + whole[(page + 1) * PAGE :])
        opened = open_storage(folder, clock)
        if lies_in_the_cases(opened):
            yield opened
            opened.close()
            return
        opened.close()
    pytest.fail("no page belongs to the cases alone")


def lies_in_the_cases(opened):
    """Say whether some cases can be read, not all of them, and the people too."""
    found, connection = 0, opened._file.connection()
    try:
        connection.execute("SELECT * FROM staff").fetchall()
        for _row in connection.execute(EVERY_CASE):
            found += 1
    except driver.DatabaseError:
        return 0 < found < 300
    finally:
        opened.release()
    return False


def test_damage_in_the_middle_of_many_rows_is_told_and_not_a_fault(spoilt):
    with pytest.raises(DamagedError, match="are damaged"):
        spoilt._file.rows(EVERY_CASE)


def test_what_does_not_lie_there_is_read_as_before_and_nothing_more_is_written(spoilt):
    with spoilt.transaction():
        spoilt.shop.save_staff(Staff(uuid7(), "Tom Reed", Role.COUNTER))
    with pytest.raises(DamagedError):
        spoilt._file.rows(EVERY_CASE)
    assert len(spoilt.shop.staff()) == 2
    with pytest.raises(DamagedError, match="nothing more is saved"), spoilt.transaction():
        spoilt.shop.save_staff(Staff(uuid7(), "Mary Stone", Role.COUNTER))
    assert len(spoilt.shop.staff()) == 2


def test_damage_that_is_met_while_something_is_saved_keeps_none_of_it(spoilt):
    def save_and_read():
        with spoilt.transaction():
            spoilt.shop.save_staff(Staff(uuid7(), "Tom Reed", Role.COUNTER))
            with suppress(DamagedError):
                spoilt._file.rows(EVERY_CASE)

    with pytest.raises(DamagedError, match="nothing more is saved"):
        save_and_read()
    assert [one.name for one in spoilt.shop.staff()] == ["Grace Okafor"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the open files of a process are looked at")
def test_whoever_keeps_the_error_does_not_keep_the_file_open(spoilt, folder):
    with pytest.raises(DamagedError) as kept:
        spoilt._file.rows(EVERY_CASE)
    spoilt.close()
    opened = [str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.exists()]
    assert [name for name in opened if name.startswith(str(folder))] == []
    assert kept.value.details


def test_a_search_whose_own_rows_cannot_be_read_is_damage_too(storage, folder, clock):
    (root,) = storage._file.row("SELECT rootpage FROM sqlite_master WHERE name = 'customer_words_config'")
    storage.close()
    with (folder / DATABASE_FILE).open("r+b") as file:
        file.seek((root - 1) * PAGE)
        file.write(os.urandom(PAGE))
    opened = open_storage(folder, clock)
    with pytest.raises(DamagedError, match="are damaged"):
        opened.customers.find("Stone")
    assert opened.damage.is_set
    opened.close()
