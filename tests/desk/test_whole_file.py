"""Files that are whole or not there."""

import errno

import pytest

from desktop_cs.desk.whole_file import write_whole
from desktop_cs.errors import ShopError


def test_a_file_is_written_over_the_one_before(tmp_path):
    file = tmp_path / "letter.pdf"
    for content in (b"first", b"second"):
        write_whole(file, content)
    assert file.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [file]


def test_a_full_disk_leaves_what_was_there_before(tmp_path, monkeypatch):
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"before")

    def full(path, content):
        with path.open("wb") as half:
            half.write(content[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(ShopError, match="room on the disk"):
        write_whole(file, b"after")
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ShopError, match="nowhere"):
        write_whole(tmp_path / "nowhere" / "letter.pdf", b"x")


def test_a_path_through_a_file_is_told_in_a_sentence(tmp_path):
    (tmp_path / "letters").write_bytes(b"no folder")
    with pytest.raises(ShopError, match="Is there such a folder"):
        write_whole(tmp_path / "letters" / "letter.pdf", b"x")


def test_whoever_stops_the_program_in_the_middle_leaves_no_half_file(tmp_path, monkeypatch):
    def stopped(path, _content):
        path.touch()
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.write_bytes", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "letter.pdf", b"x")
    assert not list(tmp_path.iterdir())
