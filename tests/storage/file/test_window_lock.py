"""One window per data folder."""

import subprocess
import sys

import pytest

from desktop_cs.errors import ShopError
from desktop_cs.storage.file.window_lock import WindowLock, is_held_here

STARTER = """
import sys
from pathlib import Path
from desktop_cs.storage.file.window_lock import WindowLock
sys.stdin.readline()
kept = WindowLock(Path(sys.argv[1]))
print(kept.take())
sys.stdout.flush()
sys.stdin.read()
"""


def test_the_second_window_on_a_folder_is_told_so(folder):
    first, second = WindowLock(folder), WindowLock(folder)
    assert first.take()
    assert is_held_here(folder)
    assert not second.take()
    first.free()
    assert not is_held_here(folder)
    assert second.take()
    second.free()


def test_windows_on_two_folders_do_not_know_each_other(tmp_path):
    locks = [WindowLock(tmp_path / name) for name in ("shop", "practice")]
    assert [lock.take() for lock in locks] == [True, True]
    for lock in locks:
        lock.free()


def test_of_many_starts_at_once_exactly_one_gets_the_window(folder, root):
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", STARTER, str(folder)],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    for start in starts:
        start.stdin.write("go\n")
        start.stdin.flush()
    answers = [start.stdout.readline().strip() for start in starts]
    for start in starts:
        start.communicate()
    assert sorted(answers) == ["False"] * 5 + ["True"]


def test_a_folder_that_is_a_file_is_told_plainly(tmp_path):
    (tmp_path / "shop").write_text("a letter")
    with pytest.raises(ShopError, match="is a file, not a folder"):
        WindowLock(tmp_path / "shop").take()
    assert (tmp_path / "shop").read_text() == "a letter"
