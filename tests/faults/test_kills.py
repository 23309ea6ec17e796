"""The program is killed in fast typing: three times here, by `kills.py --rounds N` as often as asked."""

import subprocess
import sys
from pathlib import Path

import pytest

KILLS = Path(__file__).with_name("kills.py")


def run(*words):
    """Return the exit code of a run, and what it told."""
    done = subprocess.run(
        [sys.executable, str(KILLS), *words], capture_output=True, encoding="utf-8", check=False
    )
    assert not done.stderr, done.stderr
    return done.returncode, done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there the pipe of the program cannot be read in passing")
def test_a_kill_in_fast_typing_costs_at_most_the_last_400_ms_and_no_step():
    code, told = run("--rounds", "3", "--seed", "1")
    assert code == 0, told
    assert told.startswith("3 kills")


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_the_same_run_finds_out_when_typing_is_kept_too_late():
    code, told = run("--rounds", "1", "--control")
    assert code == 1, told
    assert "characters" in told
