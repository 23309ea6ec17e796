"""Exchanging records so that no kill at any moment costs anything."""

import json
import os
import shutil
from pathlib import Path

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.copying import swap as swapping
from desktop_cs.storage.copying.swap import finish_swap, is_interrupted, swap

OLD = {
    "shop.db": "old",
    "shop.db-wal": "old log",
    "shop.db-journal": "old journal",
    "shop.key": "old key",
    "shop.key.2": "old key",
}
NEW = {"shop.db": "new", "shop.key": "new key", "shop.key.2": "new key", "shop.erased": "ids"}


class Killed(BaseException):
    """The program ends here; nothing of it runs any more."""


def put(folder, files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)


def seen(folder):
    return {path.name: path.read_text() for path in folder.iterdir() if path.name in {*OLD, *NEW}}


@pytest.fixture
def shop(tmp_path):
    """Return a data folder with old records, new ones beside them, and other things that stay."""
    folder = tmp_path / "shop"
    put(folder, OLD)
    put(folder / "attachments" / "ab", {"abc": "old file"})
    put(folder / "restore.partial", NEW)
    put(folder / "restore.partial" / "attachments" / "cd", {"cde": "new file"})
    put(folder / "copies", {"x": "stays"})
    return folder


def steps_until_done(monkeypatch, act, count):
    """Do something, killed before the system call of this number; return how many it made, if it was not."""
    made = 0

    def counted(real):
        def call(*words, **named):
            nonlocal made
            made += 1
            if made == count:
                raise Killed
            return real(*words, **named)

        return call

    with monkeypatch.context() as patched:
        for name in ("rename", "replace", "mkdir", "unlink"):
            patched.setattr(Path, name, counted(getattr(Path, name)))
        patched.setattr(os, "fsync", counted(os.fsync))
        patched.setattr(shutil, "rmtree", counted(shutil.rmtree))
        try:
            act()
        except Killed:
            return None
    return made


def is_old(folder):
    return seen(folder) == OLD and (folder / "attachments/ab/abc").exists()


def is_new(folder):
    before = folder / "x.before-restore"
    return (
        seen(folder) == NEW
        and seen(before) == OLD
        and (before / "attachments/ab/abc").exists()
        and (folder / "attachments/cd/cde").exists()
    )


def test_the_new_records_take_the_place_of_the_old_which_are_kept_whole(shop):
    swap(shop, "restore.partial", "x.before-restore")
    assert is_new(shop)
    assert not is_interrupted(shop)
    assert not (shop / "restore.partial").exists()
    assert (shop / "copies" / "x").read_text() == "stays"


def test_after_a_kill_at_any_moment_either_the_old_or_the_new_records_are_there_whole(shop, monkeypatch):
    whole = shop.with_name("kept")
    shutil.copytree(shop, whole)
    count, states = 0, []
    done = None
    while done is None:
        count += 1
        shutil.rmtree(shop)
        shutil.copytree(whole, shop)
        done = steps_until_done(monkeypatch, lambda: swap(shop, "restore.partial", "x.before-restore"), count)
        if is_interrupted(shop):
            finish_swap(shop)
        assert is_old(shop) or is_new(shop), count
        states.append("new" if is_new(shop) else "old")
    assert count > 15
    assert set(states) == {"old", "new"}
    assert states == sorted(states, reverse=True)


def test_a_kill_while_it_is_finished_is_finished_the_next_time(shop, monkeypatch):
    whole = shop.with_name("kept")
    shutil.copytree(shop, whole)
    for first in range(8, 14):
        for second in range(1, 12):
            shutil.rmtree(shop)
            shutil.copytree(whole, shop)
            steps_until_done(monkeypatch, lambda: swap(shop, "restore.partial", "x.before-restore"), first)
            steps_until_done(monkeypatch, lambda: finish_swap(shop), second)
            finish_swap(shop)
            assert is_new(shop), (first, second)


def test_a_swap_whose_new_records_are_gone_is_undone(shop):
    swapping._write(shop, swapping.Swap("restore.partial", "x.before-restore"))
    swapping._move_parts(shop, shop / "x.before-restore")
    shutil.rmtree(shop / "restore.partial")
    finish_swap(shop)
    assert is_old(shop)
    assert not (shop / "x.before-restore").exists()


def test_a_note_that_cannot_be_read_changes_nothing(shop):
    (shop / "shop.restore").write_text("{")
    with pytest.raises(ShopError, match="Nothing was deleted"):
        finish_swap(shop)
    assert is_old(shop)


def test_a_note_never_leads_out_of_the_data_folder(shop, tmp_path):
    put(tmp_path / "elsewhere", NEW)
    (shop / "shop.restore").write_text('{"new": "../elsewhere", "before": "../../b", "phase": "in"}')
    finish_swap(shop)
    assert seen(tmp_path / "elsewhere") == NEW


@pytest.mark.parametrize("name", ["..", ".", "", "/"])
def test_a_note_that_names_the_folder_itself_or_what_it_lies_in_changes_nothing(shop, name):
    note = {"new": name, "before": name, "phase": "in"}
    (shop / "shop.restore").write_text(json.dumps(note))
    with pytest.raises(ShopError, match="Nothing was deleted"):
        finish_swap(shop)
    assert is_old(shop)


def test_a_disk_that_stops_us_is_told_and_the_next_opening_goes_on(shop, monkeypatch):
    def refuse(*_words):
        raise PermissionError("no")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refuse)
        with pytest.raises(ShopError, match="Nothing is lost"):
            swap(shop, "restore.partial", "x.before-restore")
    finish_swap(shop)
    assert is_new(shop)


def test_where_nothing_was_begun_nothing_is_finished(shop):
    finish_swap(shop)
    assert is_old(shop)
