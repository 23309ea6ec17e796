"""Files that are on the disk itself, whole or not at all."""

import errno
import os
from hashlib import sha256

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.copying import disk


def test_a_file_is_copied_whole_with_its_check_sum_and_for_this_account_alone(tmp_path):
    content = os.urandom(9 * 2**20 + 17)
    (tmp_path / "old").write_bytes(content)
    shares = []
    found = disk.copy_file(tmp_path / "old", tmp_path / "new", shares.append)
    assert (tmp_path / "new").read_bytes() == content
    assert found == sha256(content).hexdigest() == disk.digest_of_file(tmp_path / "new")
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    if os.name == "posix":
        assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_an_empty_file_is_a_file_too(tmp_path):
    (tmp_path / "old").touch()
    assert disk.copy_file(tmp_path / "old", tmp_path / "new") == sha256().hexdigest()


def test_a_small_file_that_cannot_be_written_is_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "note"
    disk.put_file(path, b"old")

    def refuse(_file):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(disk.os, "fsync", refuse)
    with pytest.raises(OSError, match="full"):
        disk.put_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_what_is_written_into_is_a_whole_file_though_the_disk_takes_it_in_pieces(tmp_path, monkeypatch):
    content = os.urandom(5000)
    (tmp_path / "old").write_bytes(content)
    monkeypatch.setattr(disk, "_AT_ONCE_BYTES", 7)
    disk.copy_file(tmp_path / "old", tmp_path / "new")
    assert (tmp_path / "new").read_bytes() == content


def test_a_file_system_that_cannot_settle_names_is_no_reason_to_fail(tmp_path, monkeypatch):
    def unknown(_path):
        raise OSError(errno.EINVAL, "no such call")

    monkeypatch.setattr(disk, "settle", unknown)
    disk.settle_names(tmp_path)

    def broken(_path):
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(disk, "settle", broken)
    with pytest.raises(OSError, match="broken"):
        disk.settle_names(tmp_path)


def test_room_for_less_than_is_needed_is_a_sentence_with_both_numbers(tmp_path):
    disk.check_room(tmp_path, 1)
    with pytest.raises(ShopError, match=r"\d+ MB are needed, \d+ MB are free"):
        disk.check_room(tmp_path, 10**18)
