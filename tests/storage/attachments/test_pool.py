"""The folder of sealed files."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.attachments.pool import ATTACHMENTS, Pool

NAME, OTHER = "ab/ab12", "cd/cd34"
NOW = datetime.now(UTC)


@pytest.fixture
def pool(tmp_path):
    """Return the pool of a folder that has none yet."""
    return Pool(tmp_path)


@pytest.fixture
def files(tmp_path):
    """Return a function that lists the files in the pool."""
    folder = tmp_path / ATTACHMENTS
    return lambda: {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def age(tmp_path, name, **span):
    moment = (NOW - timedelta(**span)).timestamp()
    os.utime(tmp_path / ATTACHMENTS / name, (moment, moment))


def test_a_file_comes_back_whole_and_nothing_lies_beside_it(pool, files):
    pool.write(NAME, [b"one", b"", b"two"])
    assert pool.read(NAME, 100) == b"onetwo"
    assert pool.read(NAME, 4) == b"onet"
    assert files() == {NAME}


def test_a_file_that_is_not_there_is_none(pool):
    assert pool.read(NAME, 100) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such rights")
def test_nobody_else_may_read_the_files(pool, tmp_path):
    pool.write(NAME, [b"one"])
    path = tmp_path / ATTACHMENTS / NAME
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_disk_that_fails_in_the_middle_leaves_nothing_and_says_so(pool, files):
    def pieces():
        yield b"one"
        raise OSError(28, "No space left on device")

    with pytest.raises(ShopError, match="What was kept before is safe") as failed:
        pool.write(NAME, pieces())
    assert "No space left" in failed.value.details
    assert files() == set()


def test_a_file_in_the_place_of_the_folder_is_said(pool, tmp_path):
    (tmp_path / ATTACHMENTS).write_text("not a folder")
    with pytest.raises(ShopError, match="could not be kept"):
        pool.write(NAME, [b"one"])
    assert pool.read(NAME, 100) is None
    assert pool.strays(set(), NOW) == []


def test_what_the_disk_does_not_give_is_said(pool, tmp_path):
    pool.write(NAME, [b"one"])
    path = tmp_path / ATTACHMENTS / NAME
    path.unlink()
    path.mkdir()
    with pytest.raises(ShopError, match="does not give this file"):
        pool.read(NAME, 100)


def test_a_stray_is_what_nobody_names_for_more_than_a_day(pool, tmp_path):
    for name in (NAME, OTHER, "ef/ef56", "ef/ef56.12.partial"):
        pool.write(name, [b"x"])
    for name in (NAME, OTHER, "ef/ef56.12.partial"):
        age(tmp_path, name, hours=25)
    age(tmp_path, "ef/ef56", hours=23)
    assert pool.strays({NAME}, NOW) == [OTHER, "ef/ef56.12.partial"]
    assert pool.strays({NAME}, NOW - timedelta(days=2)) == []


def test_discarding_takes_just_these_files_away(pool, files):
    pool.write(NAME, [b"x"])
    pool.write(OTHER, [b"y"])
    pool.discard([NAME, "no/such"])
    assert files() == {OTHER}
