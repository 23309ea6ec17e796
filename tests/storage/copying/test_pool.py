"""The files of cases beside the backups."""

from pathlib import Path

import pytest

from desktop_cs.storage.attachments.pool import Pool
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.pool import sweep_pool

UNREADABLE = Path("/proc/self/mem")  # reading its first byte fails as on a worn disk


@pytest.fixture
def receipts(filled):
    """Return records two of whose cases have a file."""
    for number in (1, 2):
        kept = filled.attachments.keep(f"%PDF-1.4 receipt {number}".encode())
        with filled.transaction():
            filled.attachments.add(filled.cases.get(number).id, kept, "receipt.pdf")
    return filled


def pooled(place):
    return sorted(
        path.relative_to(place / "attachments").as_posix() for path in place.glob("attachments/*/*")
    )


def test_each_file_is_copied_once_for_all_backups(receipts):
    first = back_up(receipts)
    place = first.folder.parent
    stamps = {path: path.stat().st_mtime_ns for path in place.glob("attachments/*/*")}
    second = back_up(receipts)
    assert (
        pooled(place) == sorted(first.names) == sorted(second.names) == sorted(receipts.attachments.names())
    )
    assert {path: path.stat().st_mtime_ns for path in place.glob("attachments/*/*")} == stamps


def test_a_file_that_a_kill_cut_short_is_copied_again(receipts):
    made = back_up(receipts)
    path = made.folder.parent / "attachments" / made.names[0]
    whole = path.read_bytes()
    path.write_bytes(whole[:5])
    back_up(receipts)
    assert path.read_bytes() == whole


def rot(path):
    """Turn a bit over in a file, which keeps its size."""
    whole = path.read_bytes()
    path.write_bytes(whole[:9] + bytes([whole[9] ^ 1]) + whole[10:])
    return whole


def test_a_file_that_rotted_beside_the_backups_is_written_anew_and_nothing_else(receipts):
    made = back_up(receipts)
    place = made.folder.parent
    first, second = (place / "attachments" / name for name in made.names)
    whole, stamp = rot(first), second.stat().st_mtime_ns
    assert receipts.attachments.mend(place) == 1
    assert (first.read_bytes(), second.stat().st_mtime_ns) == (whole, stamp)
    assert pooled(place) == sorted(made.names)
    assert receipts.attachments.mend(place) == 0


@pytest.mark.skipif(not UNREADABLE.exists(), reason="a file that the system never gives is needed")
def test_a_file_that_the_disk_does_not_give_any_more_is_written_anew_and_stops_no_other(receipts):
    made = back_up(receipts)
    place = made.folder.parent
    first, second = (place / "attachments" / name for name in sorted(made.names))
    first.unlink()
    first.symlink_to(UNREADABLE)
    whole, shares = rot(second), []
    assert receipts.attachments.mend(place, shares.append) == 2
    assert (first.is_symlink(), second.read_bytes()) == (False, whole)
    assert shares == pytest.approx([1 / 2, 1])


@pytest.mark.skipif(not UNREADABLE.exists(), reason="a file that the system never gives is needed")
def test_a_file_of_a_case_that_the_disk_does_not_give_any_more_is_told_with_its_case(receipts):
    first = next((receipts.folder / "attachments").glob("*/*"))
    first.unlink()
    first.symlink_to(UNREADABLE)
    (told,) = receipts.attachments.verify()
    assert "missing or damaged in case" in told


def test_what_rotted_stays_where_the_records_have_nothing_better(receipts):
    made = back_up(receipts)
    place, name = made.folder.parent, made.names[0]
    rot(place / "attachments" / name)
    rot(receipts.folder / "attachments" / name)
    before = (place / "attachments" / name).read_bytes()
    assert receipts.attachments.mend(place) == 0
    assert (place / "attachments" / name).read_bytes() == before


def test_what_rotted_stays_until_the_new_file_is_read_and_proven(receipts, monkeypatch):
    made = back_up(receipts)
    place, name = made.folder.parent, made.names[0]
    rot(place / "attachments" / name)
    before, write = (place / "attachments" / name).read_bytes(), Pool.write

    def written_badly(self, name, pieces):
        write(self, name, pieces)
        rot(place / "attachments" / name)

    monkeypatch.setattr(Pool, "write", written_badly)
    assert receipts.attachments.mend(place) == 0
    assert (place / "attachments" / name).read_bytes() == before
    assert pooled(place) == sorted(made.names)


def test_a_file_that_the_place_lacks_is_left_to_the_next_backup(receipts, tmp_path):
    made = back_up(receipts)
    (made.folder.parent / "attachments" / made.names[0]).unlink()
    assert receipts.attachments.mend(made.folder.parent) == 0
    assert receipts.attachments.mend(tmp_path / "nowhere") == 0


def test_a_file_that_the_records_lack_keeps_nobody_from_backing_up(receipts):
    names = receipts.attachments.names()
    (receipts.folder / "attachments" / names[0]).unlink()
    assert back_up(receipts).names == (names[1],)


def test_what_no_backup_names_is_swept(receipts):
    made = back_up(receipts)
    place = made.folder.parent
    (place / "attachments" / "zz").mkdir()
    (place / "attachments" / "zz" / "zz00").write_bytes(b"left")
    assert sweep_pool(place) == 1
    assert pooled(place) == sorted(made.names)


def test_nothing_is_swept_while_a_backup_cannot_say_what_it_needs(receipts):
    made = back_up(receipts)
    place = made.folder.parent
    (place / "attachments" / "zz").mkdir()
    (place / "attachments" / "zz" / "zz00").write_bytes(b"left")
    (place / "2026-11-23_100000.01234567.partial").mkdir()
    assert sweep_pool(place) == 0
    (place / "2026-11-23_100000.01234567.partial").rmdir()
    (made.folder / "manifest.json").write_text("{")
    assert sweep_pool(place) == 0


def test_a_backup_that_somebody_renamed_keeps_its_files(receipts):
    made = back_up(receipts)
    place = made.folder.parent
    made.folder.rename(place / "before the sale")
    assert sweep_pool(place) == 0
    assert pooled(place) == sorted(made.names)
