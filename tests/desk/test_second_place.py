"""The second place: told from every other, found again on another drive, never the shop's own folder."""

import pytest

from desktop_cs.desk import second_place
from desktop_cs.desk.second_place import FOLDER
from desktop_cs.errors import UserError
from desktop_cs.storage.uuid7 import uuid7

OURS = uuid7()
MARK = second_place.new_mark()


def test_a_folder_is_made_on_the_stick_and_known_again(tmp_path):
    folder = second_place.prepare(tmp_path / "stick", OURS, tmp_path / "data", MARK)
    assert folder == tmp_path / "stick" / FOLDER
    assert second_place.found(str(folder), OURS, MARK) == folder
    assert second_place.prepare(folder, OURS, tmp_path / "data", MARK) == folder


def test_another_shops_place_is_left_alone(tmp_path):
    folder = second_place.prepare(tmp_path / "stick", uuid7(), tmp_path / "data", MARK)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(UserError, match="Another shop’s backups"):
        second_place.prepare(tmp_path / "stick", OURS, tmp_path / "data", MARK)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert second_place.found(str(folder), OURS, MARK) is None


@pytest.mark.parametrize("below", ["", "copies", "deep/inside"])
def test_the_data_folder_itself_is_no_second_place(tmp_path, below):
    data = tmp_path / "data"
    (data / below).mkdir(parents=True)
    with pytest.raises(UserError, match="would be lost with it"):
        second_place.prepare(data / below, OURS, data, MARK)


def test_a_stick_is_known_on_another_drive(tmp_path, monkeypatch):
    folder = second_place.prepare(tmp_path / "E", OURS, tmp_path / "data", MARK)
    (tmp_path / "E").rename(tmp_path / "F")
    monkeypatch.setattr(second_place, "_drives", lambda: iter([tmp_path / "D", tmp_path / "F"]))
    assert second_place.found(str(folder), OURS, MARK) == tmp_path / "F" / FOLDER
    assert second_place.known(str(folder), MARK) is None


def test_no_place_chosen_and_a_place_that_is_gone_are_none(tmp_path):
    assert second_place.found("", OURS, MARK) is None
    assert second_place.found(str(tmp_path / "gone"), OURS, MARK) is None
    assert second_place.known("", MARK) is None


@pytest.mark.parametrize(
    "forged", ["{id}\n", "{id}\nsecret\n", "{id}\n{mark} more\n", "{id}{mark}", "\xe9", "{id}\n" * 9999]
)
def test_a_stick_with_a_forged_mark_gets_no_backups(tmp_path, monkeypatch, forged):
    folder = second_place.prepare(tmp_path / "E", OURS, tmp_path / "data", MARK)
    thief = tmp_path / "F" / FOLDER
    thief.mkdir(parents=True)
    (thief / "belongs-to.txt").write_text(forged.replace("{id}", str(OURS)).replace("{mark}", MARK[:-1]))
    monkeypatch.setattr(second_place, "_drives", lambda: iter([tmp_path / "F"]))
    assert second_place.found(str(folder), OURS, MARK) == folder
    (folder / "belongs-to.txt").unlink()
    assert second_place.found(str(folder), OURS, MARK) is None
    assert second_place.found(str(thief), OURS, MARK) is None
    assert second_place.known(str(thief), MARK) is None


def test_a_place_of_before_there_were_secrets_is_known_only_where_it_was(tmp_path, monkeypatch):
    old = tmp_path / "E" / FOLDER
    old.mkdir(parents=True)
    (old / "belongs-to.txt").write_text(f"{OURS}\n")
    assert second_place.found(str(old), OURS, "") == old
    assert second_place.known(str(old), "") == old
    (tmp_path / "E").rename(tmp_path / "F")
    monkeypatch.setattr(second_place, "_drives", lambda: iter([tmp_path / "F"]))
    assert second_place.found(str(old), OURS, "") is None
