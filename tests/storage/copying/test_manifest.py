"""What a backup says of itself."""

import json
import shutil
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.manifest import MANIFEST, _check_sum, backups_in, read_backup
from desktop_cs.storage.copying.retention import kept


def test_no_word_of_any_person_stands_in_it(storage, new_customer, opened):
    with storage.transaction():
        storage.customers.add(new_customer(name="Zephyrine Quux", phone="+44 20 7946 0001"))
    opened(who="Zephyrine Quux", one_line="A canary in a cage")
    text = (back_up(storage).folder / MANIFEST).read_text()
    for word in ("Zephyrine", "Quux", "7946", "canary"):
        assert word not in text


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[1]", '{"format": 1}', '{"format": 9, "check": "x"}', "\x00" * 9, "[" * 50_000]
)
def test_a_damaged_one_leaves_a_backup_that_is_not_known_to_be_whole(backup, text):
    (backup.folder / MANIFEST).write_text(text)
    [found] = backups_in(backup.folder.parent)
    assert (found.folder, found.is_whole, found.order) == (backup.folder, False, 0)
    assert found.made_at == backup.made_at, "its name still tells"


def test_a_changed_one_is_noticed_by_its_check_sum(backup):
    path = backup.folder / MANIFEST
    told = json.loads(path.read_text())
    path.write_text(json.dumps({**told, "made_at": "2030-01-01T00:00:00+00:00"}))
    assert not read_backup(backup.folder).is_whole


@pytest.mark.parametrize(
    "changed",
    [
        {"order": float("inf")},
        {"order": -1},
        {"order": 10**30},
        {"bytes": "9"},
        {"counts": {"shop": float("nan")}},
        {"made_at": "2026-11-23T09:30:00"},
        {"made_at": "0001-01-01T00:00:00+14:00"},
        {"made_at": "9999-12-31T23:59:59-12:00"},
    ],
)
def test_one_that_somebody_made_up_spoils_nothing_of_its_place(backup, changed):
    place, path = backup.folder.parent, backup.folder / MANIFEST
    other = place / "2026-11-22_080000"
    shutil.copytree(backup.folder, other)
    told = {**json.loads(path.read_text()), **changed}
    del told["check"]
    (other / MANIFEST).write_text(json.dumps({**told, "check": _check_sum(told)}))
    assert [(one.folder, one.is_whole) for one in backups_in(place)] == [
        (backup.folder, True),
        (other, False),
    ]
    assert kept(backups_in(place), ZoneInfo("America/New_York"))


def test_a_backup_whose_file_or_key_is_gone_is_not_whole(filled):
    first, second = back_up(filled), back_up(filled)
    first.path.unlink()
    for name in ("shop.key", "shop.key.2"):
        (second.folder / name).unlink()
    assert [one.is_whole for one in backups_in(first.folder.parent)] == [False, False]


def test_other_things_in_the_place_are_no_backups(backup):
    place = backup.folder.parent
    (place / "holiday").mkdir()
    (place / "2026-11-23_093001.partial").mkdir()
    (place / "2026-11-23_093002").write_text("a file")
    assert [one.folder for one in backups_in(place)] == [backup.folder]


def test_a_place_that_is_not_there_has_none(tmp_path):
    assert backups_in(tmp_path / "nowhere") == []
    found = read_backup(tmp_path / "nowhere")
    assert (found.made_at, found.shop_id) == (datetime(1970, 1, 1, tzinfo=UTC), UUID(int=0))
