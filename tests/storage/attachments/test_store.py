"""Which case has which files."""

import os
from datetime import timedelta
from uuid import uuid4

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.attachments.pool import ATTACHMENTS
from desktop_cs.storage.uuid7 import uuid7


@pytest.fixture
def added(storage, opened):
    """Return a function that adds a content to a case, a new one where none is named."""

    def add(content=b"what is in it", name="bill.txt", case=None):
        kept = storage.attachments.keep(content)
        with storage.transaction():
            return storage.attachments.add((case or opened()).id, kept, name)

    return add


@pytest.fixture
def files(folder):
    """Return a function that lists the sealed files."""
    return lambda: sorted(path for path in (folder / ATTACHMENTS).rglob("*") if path.is_file())


def age(files, days):
    """Make files older than they are."""
    for path in files:
        then = path.stat().st_mtime - timedelta(days=days).total_seconds()
        os.utime(path, (then, then))


def test_a_case_has_its_files_in_the_order_in_which_they_were_added(storage, opened, added, now):
    case = opened()
    names = ["b.txt", "a.txt", "c.txt"]
    for number, name in enumerate(names):
        added(bytes([number]), name, case)
    added(b"of another case")
    found = storage.attachments.of_case(case.id)
    assert [one.name for one in found] == names
    assert {(one.case_id, one.bytes, one.added_at, one.added_by) for one in found} == {
        (case.id, 1, now, None)
    }


def test_who_added_a_file_is_kept_and_noted(storage, opened):
    case, who = opened(), uuid7()
    kept = storage.attachments.keep(b"%PDF-1.7")
    with storage.transaction(who):
        one = storage.attachments.add(case.id, kept, "bill.pdf")
    assert storage.attachments.get(one.id) == one
    assert (one.added_by, one.kind) == (who, "pdf")
    assert [(entry.what, entry.by) for entry in storage.trail.of_row(one.id)] == [("attachment.added", who)]


def test_a_removed_file_is_off_its_case_and_can_be_put_back(storage, opened, added):
    case = opened()
    one = added(case=case)
    with storage.transaction():
        removed = storage.attachments.remove(one)
    assert storage.attachments.of_case(case.id) == []
    assert storage.attachments.content(removed) == b"what is in it"
    with storage.transaction():
        assert storage.attachments.put_back(removed) == one
    assert storage.attachments.of_case(case.id) == [one]


def test_what_is_changed_behind_the_program_is_told_by_the_trail(storage, added):
    one, other = added(), added(b"another")
    with storage.transaction():
        storage.attachments.remove(other)
        storage.attachments.put_back(other)
    assert storage.trail.changed_rows() == []
    sql = "UPDATE attachment SET name = 'forged.txt' WHERE id = ?"
    storage._file.connection().execute(sql, (other.id.bytes,))
    (found,) = storage.trail.changed_rows()
    assert (found.table, found.row_id, found.case_id) == ("attachment", other.id, other.case_id)
    storage._file.connection().execute("DELETE FROM attachment WHERE id = ?", (one.id.bytes,))
    assert {(wrong.row_id, wrong.is_gone) for wrong in storage.trail.changed_rows()} == {
        (one.id, True),
        (other.id, False),
    }


def test_what_was_removed_goes_for_good_after_a_day(storage, clock, added, files):
    one, other = added(b"removed"), added(b"stays")
    with storage.transaction():
        storage.attachments.remove(one)
    age(files(), 3)
    clock.moment += timedelta(hours=23)
    assert storage.attachments.sweep() == 0
    clock.moment += timedelta(hours=2)
    assert storage.attachments.sweep() == 1
    assert len(files()) == 1
    assert storage.attachments.content(other) == b"stays"
    with storage.transaction(), pytest.raises(KeyError):
        storage.attachments.put_back(one)
    with pytest.raises(KeyError):
        storage.attachments.get(one.id)
    assert [entry.what for entry in storage.trail.of_row(one.id)][-1] == "attachment.erased"


def test_a_content_that_another_case_has_too_stays(storage, clock, added, files):
    one, other = added(), added()
    with storage.transaction():
        storage.attachments.remove(one)
    age(files(), 3)
    clock.moment += timedelta(days=2)
    assert storage.attachments.sweep() == 0
    assert storage.attachments.content(other) == b"what is in it"


def test_an_orphan_is_swept_only_when_it_is_old(storage, files, clock):
    storage.attachments.keep(b"never added")
    (path,) = files()
    moment = clock.moment.timestamp()
    os.utime(path, (moment, moment))
    assert storage.attachments.orphans() == []
    os.utime(path, (moment - 90_000, moment - 90_000))
    assert len(storage.attachments.orphans()) == 1
    assert storage.attachments.sweep() == 1
    assert files() == []


def test_nothing_that_a_case_has_is_ever_an_orphan(storage, clock, added, files):
    one = added()
    age(files(), 900)
    clock.moment += timedelta(days=900)
    assert storage.attachments.sweep() == 0
    assert storage.attachments.content(one) == b"what is in it"


def test_erasing_a_case_takes_key_and_file_and_leaves_what_others_have(storage, opened, added, files, folder):
    case = opened()
    added(b"a canary in a picture", "canary.jpg", case)
    shared, other = added(b"shared", case=case), added(b"shared")
    with storage.transaction():
        storage.attachments.remove(shared)
    sealed = [path.read_bytes() for path in files()]
    with storage.transaction():
        names = storage.attachments.erase_of_case(case.id)
    storage.attachments.discard(names)
    assert len(sealed) == 2
    assert len(files()) == 1
    assert storage.attachments.of_case(case.id) == []
    assert storage.attachments.content(other) == b"shared"
    assert [row[0] for row in storage._file.rows("SELECT name FROM attachment")] == ["bill.txt"]


def test_erasing_that_is_not_kept_takes_nothing_away(storage, opened, added):
    case = opened()
    one = added(case=case)
    named = []

    def erase_and_fail():
        with storage.transaction():
            named.extend(storage.attachments.erase_of_case(case.id))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        erase_and_fail()
    storage.attachments.discard(named)
    assert len(named) == 1
    assert storage.attachments.content(one) == b"what is in it"


@pytest.mark.parametrize("harm", ["flip", "cut", "grow", "swap", "lose"])
def test_a_file_that_is_not_as_it_was_is_refused_in_words(storage, added, files, harm):
    one = added(b"x" * 500)
    other = added(b"y" * 500)
    mine = next(path for path in files() if storage.attachments.names()[0].endswith(path.name))
    others = next(path for path in files() if path != mine)
    content = bytearray(mine.read_bytes())
    content[250] ^= 1
    damaged = {
        "flip": content,
        "cut": mine.read_bytes()[:-20],
        "grow": mine.read_bytes() + b"z",
        "swap": others.read_bytes(),
    }
    if harm == "lose":
        mine.unlink()
    else:
        mine.write_bytes(damaged[harm])
    with pytest.raises(ShopError, match="The case and all else are kept"):
        storage.attachments.content(one)
    assert storage.attachments.content(other) == b"y" * 500


def test_a_thumbnail_is_kept_with_the_content(storage, added):
    one = added()
    assert storage.attachments.thumbnail(one) is None
    with storage.transaction():
        storage.attachments.save_thumbnail(one, b"small", has_place=True)
    assert storage.attachments.thumbnail(one) == b"small"
    assert storage.attachments.get(one.id).has_place
    assert storage.attachments.content(one) == b"what is in it"


def test_nothing_of_a_name_or_content_is_found_in_the_folder(folder, storage, added):
    added(b"Xylophone canary in the content", "Xylophone canary.jpg")
    storage.close()
    for path in folder.rglob("*"):
        assert b"Xylophone" not in path.name.encode()
        if path.is_file():
            assert b"Xylophone" not in path.read_bytes()


def test_a_file_that_never_was_is_not_found(storage):
    with pytest.raises(KeyError):
        storage.attachments.get(uuid4())
