"""What backups know of the trail: a wrong clock raises no alarm, and an end that was cut off is found."""

from datetime import timedelta

import pytest

from desktop_cs.storage.copying.anchoring import anchors_in
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.restoring import restore
from desktop_cs.storage.file.data_folder import COPIES
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.stores.trail import RESTORED
from desktop_cs.storage.stores.trail_anchors import CLOSING, Anchor, keep_anchor, read_anchors
from desktop_cs.storage.stores.trail_check import FaultKind

YEAR = timedelta(days=365)


@pytest.fixture
def gone_back(filled, opened, clock):
    """Return records that went back to a backup, after others were made while the clock was a year ahead."""
    first = back_up(filled)
    clock.moment += YEAR
    opened(who="Of next year")
    back_up(filled)
    keep_anchor(filled.folder, Anchor(*filled.trail.head(), clock.now(), CLOSING))
    filled.close()
    clock.moment -= YEAR
    restore(filled.folder, first.folder, clock)
    storage = open_storage(filled.folder, clock)
    yield storage
    storage.close()


def faults(storage):
    """Return what is wrong with the trail by all that is known beside it."""
    anchors = [*read_anchors(storage.folder), *anchors_in(storage, storage.folder / COPIES)]
    return [fault.kind for fault in storage.trail.verify(anchors).faults]


def save(storage, new_case, count=3):
    for _number in range(count):
        with storage.transaction():
            storage.cases.open_case(new_case())


def cut(storage, place):
    """Cut the end of the trail off from a place on, as somebody would who has the file open elsewhere."""
    storage._database.run("DELETE FROM trail WHERE place >= ?", (place,))


def place_of_the_restore(storage):
    return storage._file.value("SELECT place FROM trail WHERE what = ?", (RESTORED,))


@pytest.mark.parametrize("years", [0, 2])
def test_backups_of_a_clock_that_was_ahead_are_explained_by_going_back(gone_back, clock, years):
    clock.moment += years * YEAR
    assert faults(gone_back) == []
    assert gone_back.check() == []


def test_they_stay_explained_as_work_goes_on_and_more_backups_are_made(gone_back, new_case):
    save(gone_back, new_case, 20)
    back_up(gone_back)
    assert faults(gone_back) == []


def test_an_end_that_is_cut_off_after_going_back_is_found(gone_back, new_case):
    save(gone_back, new_case)
    back_up(gone_back)
    cut(gone_back, place_of_the_restore(gone_back) + 1)
    assert faults(gone_back) == [FaultKind.CUT]


def test_it_is_found_by_a_backup_of_a_clock_that_was_ahead_too(gone_back, new_case, clock):
    save(gone_back, new_case)
    clock.moment += YEAR
    back_up(gone_back)
    clock.moment -= YEAR
    cut(gone_back, place_of_the_restore(gone_back) + 1)
    save(gone_back, new_case, 20)
    assert faults(gone_back) == [FaultKind.OTHER]


def test_an_end_that_is_cut_off_with_the_note_of_going_back_is_found(gone_back):
    cut(gone_back, place_of_the_restore(gone_back))
    assert set(faults(gone_back)) == {FaultKind.CUT}


def test_a_backup_that_cannot_be_read_explains_nothing(gone_back, harm):
    (ahead,) = (gone_back.folder / COPIES).glob("2027*")
    harm(ahead / "shop.db", 0.0, 4096)
    assert faults(gone_back) == [FaultKind.OTHER]


def test_backups_of_other_shops_and_places_that_are_gone_say_nothing(gone_back, clock, tmp_path):
    other = open_storage(tmp_path / "other", clock)
    back_up(other, gone_back.folder / COPIES)
    other.close()
    ours = anchors_in(gone_back, gone_back.folder / COPIES)
    assert len(ours) == 3
    assert anchors_in(gone_back, tmp_path / "gone") == []
