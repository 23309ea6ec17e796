"""The key beside the records."""

import hmac
import json
import os

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.keys.key_slots import (
    KEY_FILES,
    copy_keys,
    damaged_copies,
    has_key,
    new_key,
    read_keys,
    write_key,
)


@pytest.fixture
def key(tmp_path):
    """Return the key that lies in the folder."""
    key = new_key()
    write_key(tmp_path, key)
    return key


def test_a_key_has_64_digits_and_32_of_the_salt_and_is_never_the_same():
    keys = {new_key() for _ in range(50)}
    assert len(keys) == 50
    assert {len(bytes.fromhex(key)) for key in keys} == {48}


def test_the_key_is_read_back_and_only_this_account_may_read_it(tmp_path, key):
    assert read_keys(tmp_path) == [key]
    assert has_key(tmp_path)
    if os.name == "posix":
        assert {(tmp_path / name).stat().st_mode & 0o777 for name in KEY_FILES} == {0o600}


@pytest.mark.parametrize("name", KEY_FILES)
@pytest.mark.parametrize("harm", ["gone", "empty", "cut", "garbled", "a digit", "no table"])
def test_a_damaged_copy_is_mended_from_the_other(tmp_path, key, name, harm):
    path = tmp_path / name
    whole = path.read_text("utf-8")
    digit = "0" if key[5] != "0" else "1"
    harmed = {
        "empty": "",
        "cut": whole[:100],
        "garbled": "\0" * len(whole),
        "a digit": whole.replace(key, key[:5] + digit + key[6:]),
        "no table": "[1]",
    }
    if harm == "gone":
        path.unlink()
    else:
        path.write_text(harmed[harm], "utf-8")
    assert damaged_copies(tmp_path) == [name]
    assert read_keys(tmp_path) == [key]
    assert damaged_copies(tmp_path) == []
    assert path.read_text("utf-8") == whole


def test_every_flipped_bit_of_the_key_file_is_noticed(tmp_path, key):
    path = tmp_path / KEY_FILES[0]
    whole = path.read_bytes()
    unnoticed = []
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        if not damaged_copies(tmp_path) and read_keys(tmp_path) != [key]:
            unnoticed.append(place)
    assert unnoticed == []


def test_two_damaged_copies_are_told_and_nothing_is_written(tmp_path, key):
    for name in KEY_FILES:
        (tmp_path / name).write_text("{}", "utf-8")
    with pytest.raises(ShopError, match=r"shop\.key and shop\.key\.2") as caught:
        read_keys(tmp_path)
    assert "copies" in str(caught.value)
    assert [(tmp_path / name).read_text("utf-8") for name in KEY_FILES] == ["{}", "{}"]


def test_two_whole_copies_that_differ_are_both_given(tmp_path, key):
    other = tmp_path / "other"
    other.mkdir()
    write_key(other, new_key())
    (other / KEY_FILES[0]).replace(tmp_path / KEY_FILES[0])
    assert [len(found) for found in read_keys(tmp_path)] == [96, 96]
    assert read_keys(tmp_path)[1] == key


def test_a_folder_of_the_first_format_is_upgraded_when_its_key_is_next_written(tmp_path, key):
    content = {"format": 1, "slots": [{"kind": "open", "key": key}]}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    mac = hmac.new(bytes.fromhex(key), text.encode(), "sha256").hexdigest()
    for name in KEY_FILES:
        (tmp_path / name).write_text(json.dumps({**content, "mac": mac}), "utf-8")
    assert read_keys(tmp_path) == [key]
    write_key(tmp_path, key)
    assert json.loads((tmp_path / KEY_FILES[0]).read_text("utf-8"))["format"] == 2
    assert read_keys(tmp_path) == [key]


def test_slots_are_copied_as_they_are_and_a_damaged_copy_is_not(tmp_path, key):
    (tmp_path / KEY_FILES[1]).write_text("{}")
    into = tmp_path / "into"
    into.mkdir()
    copy_keys(tmp_path, into)
    assert damaged_copies(into) == []
    assert [(into / name).read_bytes() for name in KEY_FILES] == [(tmp_path / KEY_FILES[0]).read_bytes()] * 2
