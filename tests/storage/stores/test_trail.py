"""The trail: who changed what, chained."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_cs.cases.promises import Promise
from desktop_cs.storage.copying.backing_up import back_up
from desktop_cs.storage.keys.key_slots import read_keys
from desktop_cs.storage.stores.trail import TrailEntry, trail_head
from desktop_cs.storage.stores.trail_anchors import Anchor
from desktop_cs.storage.uuid7 import uuid7

ROOT = Path(__file__).parents[3]
WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desktop_cs.clock import FixedClock
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.uuid7 import uuid7
storage = open_storage(Path(sys.argv[1]), FixedClock(datetime(2026, 11, 23, tzinfo=UTC)))
for _turn in range(int(sys.argv[2])):
    with storage.transaction():
        storage.trail.note("case.read", uuid7())
        storage.trail.note("case.read", uuid7())
storage.close()
"""


def test_every_change_names_who_when_what_and_one_act(storage, new_case, now):
    by = uuid7()
    with storage.transaction(by):
        case = storage.cases.open_case(new_case())
        storage.trail.note("case.read", case.id, ["who", "phone"])
    first, second = storage.trail.of_row(case.id)
    assert first == TrailEntry(second.act_id, now, by, "case.opened", case.id, (), 1)
    assert second == TrailEntry(first.act_id, now, by, "case.read", case.id, ("who", "phone"), 2)


def test_two_acts_have_two_ids_and_nobody_may_act(storage, opened):
    acts = [storage.trail.of_row(opened().id)[0] for _ in range(2)]
    assert acts[0].act_id != acts[1].act_id
    assert [act.by for act in acts] == [None, None]
    assert storage.trail.of_row(uuid7()) == []


def test_a_new_trail_is_whole_and_so_is_one_with_entries(storage, opened):
    assert storage.trail.head() == (0, "00" * 32)
    assert storage.trail.verify().is_whole
    for _turn in range(3):
        opened()
    report = storage.trail.verify()
    assert (report.entries, report.head) == storage.trail.head()
    assert report.entries == 3
    assert report.is_whole


def test_what_is_rolled_back_leaves_no_gap_in_the_places(storage, opened, new_case):
    def fail():
        with storage.transaction():
            storage.cases.open_case(new_case())
            raise KeyError

    opened()
    with pytest.raises(KeyError):
        fail()
    with storage.transaction():
        with pytest.raises(KeyError):
            fail()
        storage.cases.open_case(new_case())
    report = storage.trail.verify()
    assert report.is_whole
    assert report.entries == 2


def test_the_head_of_another_connection_is_that_of_the_file(storage, opened, folder):
    opened()
    assert trail_head(storage._file.connection()) == storage.trail.head()
    assert storage.trail.link_at(1) == storage.trail.head()[1]
    assert storage.trail.link_at(2) == ""


def test_processes_and_threads_that_write_at_once_never_fork_the_chain(storage, folder):
    command = [sys.executable, "-c", WRITER, str(folder), "40"]
    writers = [subprocess.Popen(command, cwd=ROOT) for _ in range(3)]

    def write(_turn):
        with storage.transaction():
            storage.trail.note("case.read", uuid7())
        storage.release()

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(write, range(60)))
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0]
    report = storage.trail.verify()
    assert report.is_whole
    assert report.entries == 3 * 80 + 60


def test_the_salt_of_what_is_erased_goes_and_that_is_noted(storage, opened):
    case = opened()
    kept = "SELECT count(*) FROM trail_salt WHERE id = ?"
    assert storage._file.value(kept, (case.id.bytes,)) == 1
    with storage.transaction():
        storage.trail.forget_salt(case.id)
        storage.trail.forget_salt(case.id)
    assert storage._file.value(kept, (case.id.bytes,)) == 0
    assert [entry.what for entry in storage.trail.of_row(case.id)] == ["case.opened", "words.forgotten"]


def test_the_first_entry_of_a_file_has_the_salt_that_is_kept(storage, now, opened):
    with storage.transaction():
        storage.cases.open_case(opened_case := replace(opened(), id=uuid7()))
    promise = Promise(uuid7(), opened_case.id, "Call", now, now)
    with storage.transaction():
        storage.promises.add(promise)
    assert storage._file.value("SELECT count(*) FROM trail_salt") == 2
    assert storage.trail.changed_rows() == []


def test_nothing_that_was_written_stands_in_the_trail(storage, opened):
    opened(who="Mrs Canary", one_line="The canary stopped singing")
    for row in storage._file.rows("SELECT * FROM trail"):
        assert b"anary" not in b"".join(str(value).encode() for value in row)


def test_a_backup_carries_the_anchor_of_its_moment(storage, opened, folder):
    opened()
    backup = back_up(storage)
    opened()
    anchor = Anchor(backup.trail_count, backup.trail_head, backup.made_at)
    assert storage.trail.link_at(anchor.count) == anchor.head
    assert storage.trail.verify([anchor]).is_whole
    assert read_keys(folder)
