"""A program that ends at once leaves where it was, and no path of the PC."""

import subprocess
import sys
from pathlib import Path

from desktop_cs.logs.hard_faults import REPORTS, HardFaults

CRASH = """
import ctypes, sys
from pathlib import Path
from desktop_cs.logs.hard_faults import HardFaults
watch = HardFaults(Path(sys.argv[1]))
watch.watch()
def fall(): ctypes.string_at(0)
fall()
"""
ROOT = Path(__file__).parents[2]


def test_a_fault_of_memory_tells_where_it_was(tmp_path):
    ended = subprocess.run([sys.executable, "-c", CRASH, str(tmp_path)], cwd=ROOT, check=False)
    assert ended.returncode != 0
    told = HardFaults(tmp_path).left()
    assert told[0].startswith("Fatal Python error: ")
    assert any(line.startswith("  <string>:") and line.endswith("in fall") for line in told)
    assert any(line.startswith("  __init__.py:") and line.endswith("in string_at") for line in told)


def test_paths_of_this_pc_are_left_out(tmp_path):
    (tmp_path / REPORTS).mkdir()
    dump = tmp_path / REPORTS / "running.dump"
    lines = [
        "Fatal Python error: Segmentation fault",
        "",
        "Current thread 0x00007f (most recent call first):",
        '  File "/home/anna stone/app/desktop_cs/app.py", line 7 in main',
        r'  File "D:\Programs of Anna Stone\app.py", line 8 in run',
        "Extension modules: anna (total: 1)",
    ]
    dump.write_text("\n".join(lines))
    assert HardFaults(tmp_path).left() == [lines[0], lines[2], "  app.py:7 in main", "  app.py:8 in run"]


def test_a_program_that_ends_as_it_should_leaves_nothing(tmp_path):
    watch = HardFaults(tmp_path)
    watch.watch()
    watch.stop()
    watch.stop()
    assert watch.left() == []
    assert list((tmp_path / REPORTS).iterdir()) == []


def test_where_nothing_can_be_written_the_work_goes_on(tmp_path):
    (tmp_path / "file").write_text("")
    watch = HardFaults(tmp_path / "file")
    watch.watch()
    watch.stop()
    assert watch.left() == []
