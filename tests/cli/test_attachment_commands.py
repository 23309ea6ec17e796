"""`case attach`, `case files`, `case file`."""

import json

import pytest


@pytest.fixture
def attached(command, answers, tmp_path):
    """Return a function that attaches a file to the one case and returns how that ended."""
    command("case", "add", answers())

    def attach(content=b"what is in it", name="bill.txt"):
        path = tmp_path / name
        path.write_bytes(content)
        return command("case", "attach", 1, path)

    return attach


def test_files_are_attached_listed_and_saved_byte_for_byte(attached, command, tmp_path):
    content = bytes(range(256))
    file_id = attached(content, "dump.bin").out.strip()
    listed = command("case", "files", 1)
    assert (listed.code, listed.out) == (0, f"{file_id}  file         256  dump.bin\n")
    saved = command("case", "file", file_id, "-o", tmp_path / "copy.bin")
    assert (saved.code, saved.out) == (0, f"{tmp_path / 'copy.bin'}\n")
    assert (tmp_path / "copy.bin").read_bytes() == content


def test_the_list_can_be_read_by_programs(attached, command):
    file_id = attached().out.strip()
    (told,) = json.loads(command("case", "files", 1, "--json").out)
    assert told.pop("added_at").startswith("20")
    assert told == {"id": file_id, "name": "bill.txt", "kind": "text", "bytes": 13, "has_place": False}


def test_one_that_is_refused_keeps_no_other_from_being_added(attached, command, tmp_path):
    attached()
    ended = command("case", "attach", 1, tmp_path / "gone.txt", tmp_path / "bill.txt")
    assert ended.code == 1
    assert "“gone.txt” cannot be opened" in ended.told
    assert len(ended.out.splitlines()) == 1
    assert len(json.loads(command("case", "files", 1, "--json").out)) == 2


def test_a_picture_that_tells_its_place_says_so_when_it_is_saved(attached, command, tmp_path, shared_data):
    content = (shared_data / "attachments" / "exif_gps.jpg").read_bytes()
    file_id = attached(content, "here.jpg").out.strip()
    saved = command("case", "file", file_id, "-o", tmp_path / "copy.jpg")
    assert (saved.code, (tmp_path / "copy.jpg").read_bytes()) == (0, content)
    assert "carries the place where it was taken" in saved.told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("case", "attach", "99", "x"), "99"),
        (("case", "files", "99"), "99"),
        (("case", "file", "nonsense", "-o", "x"), "“nonsense” is no id"),
        (("case", "file", "0" * 32, "-o", "x"), "no longer kept"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(attached, command, words, sentence):
    attached()
    ended = command(*words)
    assert (ended.code, ended.out) == (1, "")
    assert sentence in ended.told
