"""`backup`, `restore`, `check`, `drill`, `salvage`."""

import json
import shutil

import pytest

from desktop_cs.cli import after_damage
from desktop_cs.storage.copying.salvaging import Salvage
from desktop_cs.storage.keys.key_slots import KEY_FILES


@pytest.fixture
def shop(command, answers):
    """Return the command of a shop with some cases."""
    for _number in range(5):
        command("case", "add", answers())
    return command


def spoil(file, place):
    content = bytearray(file.read_bytes())
    start = int(len(content) * place)
    content[start : start + 64] = bytes(one ^ 0x55 for one in content[start : start + 64])
    file.write_bytes(content)
    return bytes(content)


@pytest.mark.parametrize("full", [(), ("--full",)])
def test_sound_data_is_said_to_be_sound(shop, full):
    assert (shop("check", *full).code, shop("check", *full).out) == (0, "The data is sound.\n")
    assert json.loads(shop("check", *full, "--json").out) == {"sound": True, "problems": []}


@pytest.mark.parametrize("place", [0.0, 0.3, 0.9])
def test_damaged_data_is_told_and_left_as_it_is(shop, folder, place):
    content = spoil(folder / "shop.db", place)
    ended = shop("check")
    assert ended.code == 1
    assert "amaged" in ended.told
    assert (folder / "shop.db").read_bytes() == content
    assert "No whole backup lies beside it" in ended.told
    assert f'desktop-cs --data "{folder}" salvage --to DIR\n' in ended.told


@pytest.mark.parametrize(("place", "words"), [(0.0, ("case", "list")), (0.0, ("check",)), (0.9, ("check",))])
def test_the_command_that_brings_the_newest_backup_back_is_named_wherever_damage_is_met(
    shop, folder, place, words
):
    made = shop("backup").out.strip()
    spoil(folder / "shop.db", place)
    ended = shop(*words)
    assert ended.code == 1
    assert f'newest whole backup: desktop-cs --data "{folder}" restore "{made}"\n' in ended.told


def test_what_a_refused_restore_needs_is_not_itself(shop, folder):
    made = shop("backup").out.strip()
    spoil(folder / "copies" / made.rpartition("/")[2] / "shop.db", 0.0)
    assert "salvage" not in shop("restore", made).told


def test_a_backup_is_made_and_listed(shop, folder, tmp_path):
    (tmp_path / "stick").mkdir()
    made = shop("backup")
    assert made.code == 0
    assert made.out.startswith(str(folder / "copies"))
    other = json.loads(shop("backup", "--to", tmp_path / "stick", "--full", "--json").out)
    assert other["folder"].startswith(str(tmp_path / "stick"))
    [listed] = json.loads(shop("backup", "--list", "--json").out)
    assert (listed["folder"], listed["cases"], listed["whole"]) == (made.out.strip(), 5, True)
    assert "  5 cases  whole\n" in shop("backup", "--list").out
    assert "no backup there yet" in shop("backup", "--list", "--to", tmp_path).told


def test_a_stick_that_is_not_there_is_a_sentence(shop, tmp_path):
    ended = shop("backup", "--to", tmp_path / "no" / "stick")
    assert (ended.code, ended.out) == (1, "")
    assert "Put the stick back in" in ended.told


def test_the_data_is_again_as_a_backup_was(shop, answers, folder):
    made = shop("backup").out.strip()
    shop("case", "add", answers())
    ended = shop("restore", made)
    assert ended.code == 0
    assert "What was there before is kept in" in ended.told
    assert len(json.loads(shop("case", "list", "--json").out)) == 5
    [before] = folder.glob("*.before-restore")
    assert len(json.loads(shop("--data", before, "case", "list", "--json").out)) == 6


def test_a_new_pc_gets_its_data_from_a_stick(shop, folder, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    made = shop("backup", "--to", stick).out.strip()
    shutil.rmtree(folder)
    ended = shop("restore", made)
    assert (ended.code, ended.told) == (0, "")
    assert len(json.loads(shop("case", "list", "--json").out)) == 5


def test_a_damaged_backup_is_a_sentence_and_the_data_stays(shop, folder):
    made = shop("backup").out.strip()
    spoil(folder / "copies" / made.rpartition("/")[2] / "shop.db", 0.5)
    ended = shop("restore", made)
    assert (ended.code, ended.out) == (1, "")
    assert "Nothing was changed" in ended.told
    assert shop("check", "--full").code == 0
    tried = shop("drill", made)
    assert tried.code == 1
    assert "does not come back whole" in tried.told


def test_a_folder_that_is_no_backup_is_a_sentence(shop, tmp_path):
    for words in (("restore", tmp_path / "x"), ("drill", tmp_path / "x")):
        ended = shop(*words)
        assert ended.code == 1
        assert "shop.db" in ended.told or "could not be tried out" in ended.told


def test_the_newest_backup_is_tried_out(shop):
    assert "no backup yet" in shop("drill").told
    shop("backup")
    ended = shop("drill")
    assert ended.code == 0
    assert "came back" in ended.out
    told = json.loads(shop("drill", "--json").out)
    assert told["came_back"]
    assert told["rows"]["recovery_case"] == 5


def test_what_damaged_data_holds_is_saved_into_a_new_folder(shop, folder, tmp_path):
    content = spoil(folder / "shop.db", 0.6)
    ended = shop("salvage", "--to", tmp_path / "saved", "--json")
    assert ended.code == 0
    assert json.loads(ended.out)["rows"]["shop"] == 1
    assert (folder / "shop.db").read_bytes() == content
    again = shop("salvage", "--to", tmp_path / "saved")
    assert again.code == 1
    assert "is not empty" in again.told
    second = shop("salvage", "--to", tmp_path / "second")
    assert "rows lie in" in second.out
    assert "The damaged data is as it was. To go on with what was saved" in second.told


def test_what_was_lost_is_told_in_words(shop, tmp_path, monkeypatch):
    found = Salvage({"shop": 1}, {"follow_up": 17, "staff": None}, tmp_path / "shop.db", [])
    monkeypatch.setattr("desktop_cs.storage.copying.salvaging.salvage", lambda *_some, **_more: found)
    told = shop("salvage", "--to", tmp_path / "saved").told
    assert told.startswith("Lost: Follow-ups: 17\nLost: Other records (staff): of unknown number\n")


def test_where_no_backup_can_be_looked_for_the_damage_is_told_all_the_same(shop, folder, monkeypatch):
    spoil(folder / "shop.db", 0.6)

    def unreadable(_place):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(after_damage, "backups_in", unreadable)
    ended = shop("check", "--full")
    assert ended.code == 1
    assert "salvage --to DIR" in ended.told


def test_data_without_its_key_cannot_be_saved_and_says_so(shop, folder, tmp_path):
    for name in KEY_FILES:
        (folder / name).unlink()
    ended = shop("salvage", "--to", tmp_path / "saved")
    assert ended.code == 1
    assert not (tmp_path / "saved").exists()


def test_locked_data_asks_for_its_secret(shop, folder, tmp_path, monkeypatch):
    from io import StringIO

    monkeypatch.setattr("sys.stdin", StringIO("four plain words here\nfour plain words here\n"))
    assert shop("--secret-stdin", "key", "phrase").code == 0
    monkeypatch.setattr("sys.stdin", StringIO("four plain words here\n"))
    made = shop("--secret-stdin", "backup").out.strip()
    new = tmp_path / "new"
    monkeypatch.setattr("sys.stdin", StringIO(""))
    assert shop("--data", new, "restore", made).code == 1
    monkeypatch.setattr("sys.stdin", StringIO("four plain words here\n"))
    assert shop("--data", new, "--secret-stdin", "restore", made).code == 0
    monkeypatch.setattr("sys.stdin", StringIO("four plain words here\n"))
    assert shop("--data", new, "--secret-stdin", "check", "--full").out == "The data is sound.\n"


def test_one_pass_phrase_is_asked_for_once_by_a_restore(shop, monkeypatch):
    from io import StringIO

    monkeypatch.setattr("sys.stdin", StringIO("four plain words here\n" * 2))
    assert shop("--secret-stdin", "key", "phrase").code == 0
    monkeypatch.setattr("sys.stdin", StringIO("four plain words here\n"))
    made = shop("--secret-stdin", "backup").out.strip()
    monkeypatch.setattr("sys.stdin", StringIO("four plain words here\n"))
    assert shop("--secret-stdin", "restore", made).code == 0


def test_a_backup_with_a_pass_phrase_of_its_own_is_asked_for_it(shop, tmp_path, monkeypatch):
    from io import StringIO

    def said(*lines):
        monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in lines)))

    old, new = "four plain words here", "five other words stand there"
    said(old, old)
    assert shop("--secret-stdin", "key", "phrase").code == 0
    said(old)
    carried = tmp_path / "carried"  # those beside the data get the new pass phrase too
    shutil.copytree(shop("--secret-stdin", "backup").out.strip(), carried)
    said(old, new, new)
    assert shop("--secret-stdin", "key", "phrase").code == 0
    said(new)
    assert "ended before this" in shop("--secret-stdin", "restore", carried).told
    said(new, old)
    assert shop("--secret-stdin", "restore", carried).code == 0


def test_locked_data_gives_way_to_nothing_before_it_is_opened(shop, folder, tmp_path, monkeypatch):
    from io import StringIO

    made, carried = shop("backup").out.strip(), tmp_path / "carried"
    shutil.copytree(made, carried)  # from before the pass phrase: it opens without any
    monkeypatch.setattr("sys.stdin", StringIO("four plain words here\nfour plain words here\n"))
    assert shop("--secret-stdin", "key", "phrase").code == 0
    monkeypatch.setattr("sys.stdin", StringIO(""))
    ended = shop("restore", carried)
    assert ended.code == 1
    assert "locked" in ended.told
    assert not list(folder.glob("*.before-restore"))
