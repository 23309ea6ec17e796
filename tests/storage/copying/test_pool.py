"""The files of cases beside the backups."""

import pytest

from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.copying.pool import sweep_pool


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
