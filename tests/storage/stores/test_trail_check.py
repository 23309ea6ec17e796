"""Whatever is done to the trail behind the program's back is found, and a restore is told as what it is."""

from datetime import timedelta

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.stores.trail import RESTORED
from desktop_cs.storage.stores.trail_anchors import Anchor
from desktop_cs.storage.stores.trail_check import FaultKind
from desktop_cs.storage.uuid7 import uuid7

COLUMNS = ("id", "shop_id", "act_id", "at", "by", "what", "row_id", "fields", "digest", "link")
OTHER = {"at": 7, "what": "case.read", "fields": "who", "shop_id": b"other"}


@pytest.fixture
def long(storage, opened):
    """Return records with 20 entries."""
    for _turn in range(20):
        opened()
    return storage


def spoil(storage, *statements):
    """Change the trail as somebody would who has the file open elsewhere."""
    storage._database.run("PRAGMA foreign_keys = OFF")
    for sql, *values in statements:
        storage._database.run(sql, values)


def found(storage, *anchors):
    """Return kind, first and last place of every fault."""
    return [(fault.kind, fault.first, fault.last) for fault in storage.trail.verify(anchors).faults]


def anchor(storage, now, count=None):
    """Return the anchor of this moment, or of an earlier length."""
    head = storage.trail.head()
    return Anchor(count or head[0], storage.trail.link_at(count) if count else head[1], now, "a stick")


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_of_an_entry_is_covered(long, column):
    spoil(long, (f'UPDATE trail SET "{column}" = ? WHERE place = 9', OTHER.get(column, uuid7().bytes)))
    assert found(long)[0][:2] == (FaultKind.CHANGED, 9)


@pytest.mark.parametrize("column", ["by", "digest", "what", "at", "id"])
@pytest.mark.parametrize("value", [b"", "", 5, 1.5])
def test_columns_of_another_kind_are_found_too(long, column, value):
    spoil(long, (f'UPDATE trail SET "{column}" = ? WHERE place = 9', value))
    assert (FaultKind.CHANGED, 9, 9) in found(long)


def test_a_deleted_entry_leaves_a_gap(long):
    spoil(long, ("DELETE FROM trail WHERE place IN (1, 9, 10)",))
    assert found(long) == [(FaultKind.MISSING, 1, 1), (FaultKind.MISSING, 9, 10)]


def test_closing_the_gap_does_not_help(long):
    spoil(
        long,
        ("DELETE FROM trail WHERE place = 9",),
        ("UPDATE trail SET place = place - 1 WHERE place > 9",),
    )
    assert found(long) == [(FaultKind.CHANGED, 9, 19)]


def test_swapped_entries_are_found(long):
    spoil(
        long,
        ("UPDATE trail SET place = -1 WHERE place = 9",),
        ("UPDATE trail SET place = 9 WHERE place = 10",),
        ("UPDATE trail SET place = 10 WHERE place = -1",),
    )
    assert found(long) == [(FaultKind.CHANGED, 9, 11)]


def test_an_added_entry_is_found(long):
    columns = "shop_id, act_id, at, by, what, row_id, fields, digest, link"
    spoil(long, (f"INSERT INTO trail SELECT 21, ?, {columns} FROM trail WHERE place = 20", uuid7().bytes))
    assert found(long) == [(FaultKind.CHANGED, 21, 21)]


def test_a_cut_end_is_found_by_an_anchor_and_not_without(long, now):
    kept = anchor(long, now)
    spoil(long, ("DELETE FROM trail WHERE place > 15",))
    assert found(long) == []
    assert found(long, kept) == [(FaultKind.CUT, 16, 20)]


def test_a_trail_that_was_emptied_is_found_by_an_anchor(long, now):
    kept = anchor(long, now)
    spoil(long, ("DELETE FROM trail",))
    assert found(long, kept) == [(FaultKind.CUT, 1, 20)]


def test_whoever_has_the_key_and_writes_the_chain_anew_is_found_by_an_anchor(long, now, opened):
    kept = anchor(long, now)
    spoil(long, ("DELETE FROM trail WHERE place > 15",))
    for _turn in range(5):
        opened()
    assert found(long) == []
    assert found(long, kept) == [(FaultKind.OTHER, 1, 20)]


def test_a_key_that_was_taken_out_is_found(long):
    spoil(long, ("DELETE FROM trail_key",))
    long.trail._linker = None
    assert found(long) == [(FaultKind.CHANGED, 1, 20)]


def test_a_restored_backup_is_told_as_such_and_not_as_forgery(long, now, clock, opened):
    late = anchor(long, now)
    spoil(long, ("DELETE FROM trail WHERE place > 15",))
    clock.moment = now + timedelta(hours=1)
    with long.transaction():
        long.trail.note(RESTORED, long._file.shop_id)
    for _turn in range(9):
        opened()
    report = long.trail.verify([late, anchor(long, now, 15)])
    assert report.is_whole
    assert [(one.place, one.at, one.lost) for one in report.restores] == [(16, clock.moment, 1)]


def test_a_restore_does_not_explain_what_was_cut_after_it(long, now, clock, opened):
    with long.transaction():
        long.trail.note(RESTORED, long._file.shop_id)
    clock.moment = now + timedelta(hours=1)
    opened()
    late = anchor(long, clock.moment)
    spoil(long, ("DELETE FROM trail WHERE place > 21",))
    assert found(long, late) == [(FaultKind.CUT, 22, 22)]


def test_progress_is_told_and_may_stop_it(long):
    told = []
    long.trail.verify((), told.append)
    assert told == [1.0]

    def stop(_share):
        raise KeyError

    with pytest.raises(KeyError):
        long.trail.verify((), stop)
    assert long.trail.verify().is_whole  # the transaction of the look-through is over


def test_a_damaged_file_is_a_sentence(long):
    spoil(long, ("DROP TABLE trail",))
    with pytest.raises(ShopError):
        long.trail.verify()


def test_a_restore_that_wrote_before_it_was_noted_is_told_as_such(long, now, clock, opened):
    late = anchor(long, now, 17)
    spoil(long, ("DELETE FROM trail WHERE place > 15",))
    for _turn in range(5):
        opened()
    clock.moment = now + timedelta(hours=1)
    with long.transaction():
        long.trail.note(RESTORED, long._file.shop_id, ["15"])
    report = long.trail.verify([late])
    assert report.is_whole
    assert [one.lost for one in report.restores] == [1]


def test_a_restore_does_not_explain_another_beginning(long, now, clock):
    late = Anchor(14, "ab" * 32, now)
    clock.moment = now + timedelta(hours=1)
    with long.transaction():
        long.trail.note(RESTORED, long._file.shop_id, ["15"])
    assert found(long, late) == [(FaultKind.OTHER, 1, 14)]
