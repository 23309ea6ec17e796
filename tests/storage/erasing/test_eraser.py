"""Erasing inside the records is whole or not at all, whenever the program ends."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_cs.storage.opening import open_storage

POINTS = ("listed", "half", "committed", "merging", "swept")
PROGRAM = Path(__file__).with_name("killed.py")


@pytest.mark.skipif(sys.platform == "win32", reason="the signal is one of POSIX")
@pytest.mark.parametrize("point", POINTS)
def test_a_kill_in_the_middle_leaves_all_or_nothing_and_is_finished_at_the_next_start(
    storage, folder, clock, person, traces, point
):
    storage.close()
    ended = subprocess.run([sys.executable, str(PROGRAM), str(folder), str(person.id), point], check=False)
    assert ended.returncode < 0  # it was killed, and did not end by itself
    again = open_storage(folder, clock)
    is_there = person.name in [one.name for one in again.customers.recent()]
    [case] = again.cases.listed()
    assert (case.who == person.name) is is_there  # the person and their case go together
    assert is_there is (point in ("listed", "half"))
    assert not again.erasing.is_finished()
    assert again.erasing.finish()
    assert again.check() == []
    again.close()
    assert traces() == []
