"""What is in files, each content once."""

import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from desktop_cs.storage.attachments.pool import ATTACHMENTS
from desktop_cs.storage.opening import open_storage

ADDER = Path(__file__).parent / "adder.py"
KILLS = (1, 4, 9)  # after so many were told to be kept


@pytest.fixture
def added(storage, opened):
    """Return a function that adds a content to a case."""
    case = opened()

    def add(content=b"what is in it", name="bill.txt"):
        kept = storage.attachments.keep(content)
        with storage.transaction():
            return storage.attachments.add(case.id, kept, name)

    return add


@pytest.fixture
def files(folder):
    """Return a function that lists the sealed files."""
    return lambda: sorted(path for path in (folder / ATTACHMENTS).rglob("*") if path.is_file())


def test_the_same_file_twice_is_one_content(storage, added, files):
    first, second = added(), added(name="the same.txt")
    assert first.id != second.id
    assert first.content_id == second.content_id
    assert len(files()) == len(storage.attachments.names()) == 1
    assert [storage.attachments.content(one) for one in (first, second)] == [b"what is in it"] * 2


def test_two_at_once_keep_one_content_and_no_file_too_many(storage, opened, files):
    case = opened()
    kept = [storage.attachments.keep(b"the same") for _person in range(2)]
    with storage.transaction():
        both = [storage.attachments.add(case.id, one, "x") for one in kept]
    assert len(files()) == 1
    assert [storage.attachments.content(one) for one in both] == [b"the same"] * 2


def test_a_content_that_was_swept_away_meanwhile_is_sealed_anew(storage, added, opened):
    first = added(b"the same")
    kept = storage.attachments.keep(b"the same")
    with storage.transaction():
        names = storage.attachments.erase_of_case(first.case_id)
    storage.attachments.discard(names)
    with storage.transaction():
        again = storage.attachments.add(opened().id, kept, "x")
    assert storage.attachments.content(again) == b"the same"
    assert storage.attachments.verify() == []


def test_adding_a_file_again_mends_it_where_it_was_damaged_or_lost(storage, added, files):
    first = added(b"the same")
    for harm in (lambda path: path.unlink(), lambda path: path.write_bytes(b"x")):
        harm(files()[0])
        assert storage.attachments.verify() != []
        added(b"the same")
        assert storage.attachments.content(first) == b"the same"
        assert storage.attachments.verify() == []


def test_all_files_are_read_when_they_are_verified(storage, added, files):
    for number in range(3):
        added(bytes([number]) * 1000)
    shares = []
    assert storage.attachments.verify(shares.append) == []
    assert shares == pytest.approx([1 / 3, 2 / 3, 1])
    damaged = files()[1]
    damaged.write_bytes(damaged.read_bytes()[:-1])
    assert storage.attachments.verify() == ["A picture or file is missing or damaged in case 1."]


def test_what_was_told_to_be_kept_outlives_a_kill_at_any_moment(folder, clock, storage, opened):
    case = opened()
    storage.release()
    kept = []
    for count in KILLS:
        command = [sys.executable, str(ADDER), str(folder), str(case.id)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as adding:
            kept += [adding.stdout.readline().split() for _file in range(count)]
            adding.kill()
            kept += [line.split() for line in adding.stdout.read().splitlines(keepends=True) if "\n" in line]
    sys.path.insert(0, str(ADDER.parent))
    try:
        from adder import content_of
    finally:
        sys.path.pop(0)
    again = open_storage(folder, clock)
    assert again.check() == []
    assert again.attachments.verify() == []
    for attachment_id, seed in kept:
        attachment = again.attachments.get(UUID(attachment_id))
        assert again.attachments.content(attachment) == content_of(int(seed))
    assert len(again.attachments.of_case(case.id)) >= len(kept) >= sum(KILLS)
    again.close()
