"""Many at once: starts of the program on one folder, and processes that save into one file."""

import os
import subprocess
import sys
import time
from unittest.mock import patch

from desktop_cs.storage.file import engine
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.acts import Counter
from tests.faults.stage.calls import ROOT
from tests.faults.stage.forks import finished, forked
from tests.faults.stage.scene import shop_problems
from tests.faults.stage.shops import begin_shop, opened, shop_with_cases

AT_ONCE = 20
WRITERS = 8
LONGEST_S = 180
START = "import sys; from desktop_cs.app import main; sys.exit(main(sys.argv[1:]))"
UNLOCKED = (
    f"from desktop_cs.storage.file.window_lock import WindowLock as W; W.take = lambda _s: True; {START}"
)


def run_starts(count, seed, place, *, program=START):
    """Start the program so often on one folder, twenty at once; exactly one of them may stay."""
    folder, bad, done = place / "shop", [], 0
    begin_shop(folder)
    while done < count:
        starts = [_started(program, folder) for _ in range(min(AT_ONCE, count - done))]
        done += len(starts)
        try:
            left = _left_of(starts)
        finally:
            for one in starts:
                one.kill()
                one.wait()
        if left != 1:
            bad.append(f"{left} windows of {len(starts)} starts")
        failed = [one.returncode for one in starts if one.returncode not in (0, -9)]
        bad += [f"a start ended with {code}" for code in failed]
    return Outcome(done, tuple(bad))


def _started(program, folder):
    return subprocess.Popen(
        [sys.executable, "-c", program, "--data", str(folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _left_of(starts):
    """Return how many are left when all that give way have ended: for so long nobody ends any more."""
    end, quiet_since, left = time.monotonic() + LONGEST_S, time.monotonic(), len(starts)
    while time.monotonic() < end:
        now = sum(one.poll() is None for one in starts)
        if now != left:
            left, quiet_since = now, time.monotonic()
        if left <= 1 or time.monotonic() - quiet_since > 4 + len(starts):
            return left
        time.sleep(0.1)
    return left


def run_unlocked_starts(count, seed, place):
    """Control: the same with a program that takes no lock."""
    return run_starts(count, seed, place, program=UNLOCKED)


def run_writers(count, seed, place):
    """Let eight processes save so many cases into one file at once; each must be there, once."""
    folder = place / "shop"
    said, each = shop_with_cases(folder), -(-count // WRITERS)
    running = [
        forked(lambda say, name=f"p{number}s{seed}": _serve(folder, name, each, say))
        for number in range(WRITERS)
    ]
    said += [words for process, there in running for words in finished(process, there)]
    bad = [f"{words[1]}: {words[2]}" for words in said if words[0] == "fault"]
    return Outcome(each * WRITERS, (*bad, *shop_problems(folder, said)))


def _serve(folder, name, cases, say):
    counter = Counter(opened(folder), name, say)
    for _ in range(cases):
        counter.serve()


def run_hasty_writers(count, seed, place):
    """Control: the same with processes that do not wait for their turn."""
    with patch.object(engine, "_PATIENCE_SECONDS", 0.0):
        return run_writers(count, seed, place)


CROWDS = (
    Experiment(
        "starts_at_once",
        run_starts,
        full=200,
        suite=5,
        piece=100,
        controls={"no_lock": (run_unlocked_starts, 3)},
        is_alone=True,
    ),
    Experiment(
        "writers_at_once",
        run_writers,
        full=4000,
        suite=16,
        piece=400,
        controls={"no_waiting": (run_hasty_writers, 24)},
        is_alone=True,
    ),
)
