"""A lock that ends with its holder."""

import subprocess
import sys

from desktop_cs.storage.file.file_lock import FileLock

HOLDER = """
import sys
from pathlib import Path
from desktop_cs.storage.file.file_lock import FileLock
print(FileLock(Path(sys.argv[1])).take(), flush=True)
held = FileLock(Path(sys.argv[1] + ".held"))
held.take()
print("ready", flush=True)
sys.stdin.read()
"""


def holder(root, path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    return process, process.stdout.readline().strip()


def test_only_one_holds_the_lock_at_a_time(tmp_path):
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert first.take()
    assert first.take(), "it is ours already"
    assert not second.take()
    first.free()
    assert second.take()
    second.free()
    second.free()


def test_another_process_is_kept_out_and_a_killed_holder_frees_it_at_once(tmp_path, root):
    path = tmp_path / "lock"
    ours = FileLock(path)
    assert ours.take()
    process, answer = holder(root, path)
    try:
        assert answer == "False"
        process.stdout.readline()
        theirs = FileLock(path.with_name("lock.held"))
        assert not theirs.take()
        process.kill()
        process.wait()
        assert theirs.take(), "a killed holder's lock is free"
    finally:
        process.kill()
        process.communicate()
        ours.free()
        theirs.free()


def test_a_waiting_taker_gets_the_lock_when_it_is_freed(tmp_path, root):
    path = tmp_path / "lock"
    process, _answer = holder(root, path.with_name("other"))
    process.stdout.readline()
    waiting = FileLock(path.with_name("other.held"))
    try:
        assert not waiting.take()
        process.stdin.close()
        assert waiting.take(patience_seconds=30)
    finally:
        process.wait()
        process.stdout.close()
        waiting.free()
