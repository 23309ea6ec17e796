"""Acts that are kept whole or not at all, whatever happens to the process, the disk or the engine."""

import os
import random
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from sqlcipher3 import dbapi2 as driver

from desktop_cs.cases.steps import Step, StepEntry
from desktop_cs.errors import ShopError
from desktop_cs.storage.opening import open_storage

WRITER = Path(__file__).parents[1] / "writer.py"


class Cracked:
    """A connection, or its cursor, whose COMMIT fails, before or after it was done."""

    def __init__(self, whole, *, after):
        self._whole = whole
        self._after = after

    def __getattr__(self, name):
        return getattr(self._whole, name)

    def cursor(self):
        return Cracked(self._whole.cursor(), after=self._after)

    def execute(self, sql, values=()):
        if sql != "COMMIT" or self._after:
            self._whole.execute(sql, values)
        if sql == "COMMIT":
            raise driver.OperationalError("disk I/O error")
        return self


def crack(storage, *, after):
    """Make the next COMMIT of this thread fail."""
    state = storage._database._state
    state.conn = Cracked(state.conn, after=after)


def test_what_is_written_in_one_act_is_kept_together(storage, new_case):
    with storage.transaction():
        case = storage.cases.open_case(new_case())
        storage.cases.save_entry(case.id, StepEntry(Step.APOLOGY))
    assert storage.cases.get(1) == case
    assert list(storage.cases.entries(case.id)) == [Step.APOLOGY]


def test_an_error_inside_an_act_undoes_all_of_it(storage, new_case):
    with pytest.raises(ZeroDivisionError), storage.transaction():  # noqa: PT012 (the whole act is meant)
        case = storage.cases.open_case(new_case())
        storage.cases.save_entry(case.id, StepEntry(Step.APOLOGY))
        1 / 0  # noqa: B018 (it is meant to fail)
    assert storage.cases.count() == 0
    assert storage.cases.listed() == storage.search.cases("Stone") == []
    assert storage.trail.of_row(case.id) == []
    assert storage.check() == []


def test_an_act_within_an_act_is_undone_by_the_outer_one(storage, new_case):
    with pytest.raises(ZeroDivisionError), storage.transaction():  # noqa: PT012 (the whole act is meant)
        with storage.transaction():
            storage.cases.open_case(new_case())
        1 / 0  # noqa: B018 (it is meant to fail)
    assert storage.cases.count() == 0


def test_a_failed_act_within_an_act_leaves_the_rest(storage, new_case):
    with storage.transaction():
        kept = storage.cases.open_case(new_case())
        with pytest.raises(ZeroDivisionError), storage.transaction():  # noqa: PT012 (the whole act is meant)
            storage.cases.open_case(new_case())
            1 / 0  # noqa: B018 (it is meant to fail)
    assert storage.cases.listed() == [kept]
    assert storage.check() == []


def test_writing_outside_of_an_act_is_a_mistake(storage, new_case, new_customer):
    with pytest.raises(RuntimeError, match="transaction"):
        storage.cases.open_case(new_case())
    with pytest.raises(RuntimeError, match="transaction"):
        storage.customers.add(new_customer())
    assert storage.cases.count() == 0


def test_a_save_that_failed_before_it_was_kept_is_told_so(storage, new_case):
    with pytest.raises(ShopError, match="Nothing of this was saved"), storage.transaction():  # noqa: PT012 (the whole act is meant)
        storage.cases.open_case(new_case())
        crack(storage, after=False)
    assert storage.cases.count() == 0
    with storage.transaction():
        assert storage.cases.open_case(new_case()).number == 1


def test_a_save_that_was_kept_although_the_engine_failed_counts_as_saved(storage, new_case):
    with storage.transaction():
        case = storage.cases.open_case(new_case())
        crack(storage, after=True)
    assert storage.cases.get(1) == case


def test_where_nobody_can_know_whether_it_was_kept_the_sentence_says_so(storage, new_case, monkeypatch):
    with pytest.raises(ShopError, match="not known whether"), storage.transaction():  # noqa: PT012 (the whole act is meant)
        storage.cases.open_case(new_case())
        crack(storage, after=True)
        monkeypatch.setattr(storage._database, "key", "0" * 96)
    monkeypatch.undo()
    assert storage.cases.count() == 1


def test_half_signs_from_a_broken_clipboard_are_kept_as_a_mark(storage, opened):
    case = opened(one_line="broken \ud83d and \ud83d\ude00 whole \0 too")
    assert storage.cases.get(case.number).one_line == "broken \ufffd and \U0001f600 whole \0 too"


def test_threads_save_side_by_side(storage, new_case):
    def save():
        for _ in range(10):
            with storage.transaction():
                storage.cases.open_case(new_case())
        storage.release()

    threads = [Thread(target=save) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(case.number for case in storage.cases.listed(limit=100)) == list(range(1, 41))
    assert storage.check() == []


def test_closing_closes_the_connections_of_all_threads(storage):
    for _ in range(3):
        thread = Thread(target=storage.cases.count)
        thread.start()
        thread.join()
    assert len(storage._database._opened) == 4
    storage.close()
    assert storage._database._opened == []
    assert not list(storage.folder.glob("shop.db-*")), "the last one out empties the log"


def test_two_opened_records_of_one_folder_see_what_the_other_saved(storage, clock, new_case):
    other = open_storage(storage.folder, clock)
    version = storage.data_version()
    assert storage.data_version() == version
    with other.transaction():
        case = other.cases.open_case(new_case())
    assert storage.data_version() != version
    assert storage.cases.get(1) == case
    other.close()


def test_our_own_saving_is_no_change_from_outside(storage, opened):
    version = storage.data_version()
    opened()
    assert storage.data_version() == version


def run_writer(folder, when="after"):
    return subprocess.Popen([sys.executable, str(WRITER), str(folder), when], stdout=subprocess.PIPE)


def test_two_processes_save_into_one_folder(storage, root):
    writers = [run_writer(storage.folder) for _ in range(2)]
    for writer in writers:
        for _ in range(40):
            assert writer.stdout.readline()
    for writer in writers:
        writer.kill()
        writer.communicate()
    numbers = [case.number for case in storage.cases.listed(limit=10_000)]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 80
    assert storage.check() == []


def killed_once(folder, chosen, when):
    """Start the writer, kill it somewhere, and return the last number that it promised."""
    writer = run_writer(folder, when)
    lines = [writer.stdout.readline() for _ in range(chosen.randrange(1, 60))]
    writer.kill()
    rest = writer.communicate()[0]
    return int(b"".join([*lines, rest]).split()[-1])


def test_what_was_told_as_saved_is_there_after_every_kill(folder, clock):
    chosen = random.Random(11)
    for kill in range(10):  # `packaging/faults.py` kills hundreds of times
        promised = killed_once(folder, chosen, "after")
        storage = open_storage(folder, clock)
        kept = storage.cases.listed(limit=100_000)
        assert len(kept) in (promised, promised + 1)
        assert [case.number for case in kept] == list(range(len(kept), 0, -1))
        assert all(storage.cases.entries(case.id) for case in kept[:60])
        if kill % 5 == 4:
            assert storage.check() == []
        storage.close()


def test_a_promise_before_the_save_would_be_broken_by_a_kill(folder, clock):
    """Control: the test above sees a program that says "saved" too early."""
    chosen = random.Random(11)

    def is_broken():
        promised = killed_once(folder, chosen, "before")
        storage = open_storage(folder, clock)
        count = storage.cases.count()
        storage.close()
        return count < promised

    assert any(is_broken() for _kill in range(40)), "no kill fell between the promise and the save"


FULL_DISK = """
import resource, signal, sys
sys.path.insert(0, ".")
from pathlib import Path
from tests.storage.writer import NOW
from desktop_cs.cases.case import Case
from desktop_cs.cases.states import CaseState
from desktop_cs.clock import FixedClock
from desktop_cs.errors import ShopError
from desktop_cs.storage.opening import open_storage
from desktop_cs.storage.uuid7 import uuid7

storage = open_storage(Path(sys.argv[1]), FixedClock(NOW))
def save():
    with storage.transaction():
        return storage.cases.open_case(Case(uuid7(), 0, CaseState.OPEN, "Mrs Stone", "x " * 2000, NOW)).number
save()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
size = max(path.stat().st_size for path in Path(sys.argv[1]).glob("shop.db*"))
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40_000, hard))
kept = 1
try:
    while True:
        kept = save()
except ShopError as error:
    print(error)
print(kept, storage.cases.count(), len(storage.search.cases("Stone", 1000)))
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
print(save(), storage.check())
storage.close()
"""


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no limit on the size of files to stand for a full disk"
)
def test_a_full_disk_is_told_honestly_and_saving_goes_on_afterwards(folder, root):
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(folder)], cwd=root, capture_output=True, text=True, check=True
    )
    sentence, counts, after = done.stdout.splitlines()
    assert "Nothing of this was saved" in sentence or "disk" in sentence
    kept, counted, found = map(int, counts.split())
    assert kept == counted == found
    assert after == f"{kept + 1} []"


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may mount a small disk")
def test_on_a_really_full_disk_the_sentence_says_full(tmp_path, root):
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        program = FULL_DISK.replace("size + 40_000", "2**40").replace(
            "print(save(), storage.check())", "print(2)"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, str(place / "shop")],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
        sentence, counts, _rest = done.stdout.splitlines()
        assert "The disk is full. Nothing of this was saved" in sentence
        assert len(set(counts.split())) == 1
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_reading_goes_on_while_the_disk_lets_nobody_write(storage, opened, new_case, monkeypatch):
    """The last connection out takes the log's index with it, and such a disk lets nobody make it anew."""
    case = opened()
    were_open = []
    close = storage._database._close

    def noted(connection):
        were_open.append(len(storage._database._opened))
        close(connection)

    monkeypatch.setattr(storage._database, "_close", noted)
    with pytest.raises(ShopError, match="Nothing of this was saved"), storage.transaction():  # noqa: PT012 (the whole act is meant)
        storage.cases.open_case(new_case())
        crack(storage, after=False)
    assert min(were_open) > 1, "no connection was open for a moment"
    assert storage.cases.get(1) == case


def test_a_value_that_the_engine_has_no_memory_for_is_told_as_a_sentence(storage, opened, new_case):
    case = opened()
    storage._file.value("PRAGMA hard_heap_limit = 20000000")
    try:
        with pytest.raises(ShopError, match="What was saved before is"), storage.transaction():
            storage.cases.open_case(new_case(one_line="x" * 30_000_000))
    finally:
        storage._file.value("PRAGMA hard_heap_limit = 0")
    assert storage.cases.listed() == [case]


def test_too_little_memory_is_told_and_costs_only_what_was_saved(storage, opened, new_case, monkeypatch):
    case = opened()

    def starved(self, sql, values=()):
        raise MemoryError

    with pytest.raises(ShopError, match=r"no memory left\. Nothing of this was saved"), storage.transaction():  # noqa: PT012 (the whole act is meant)
        storage.cases.open_case(new_case())
        monkeypatch.setattr(Cracked, "execute", starved)
        crack(storage, after=False)
        storage.cases.open_case(new_case())
    monkeypatch.undo()
    storage.release()
    assert storage.cases.listed() == [case]
    assert opened().number == 2
