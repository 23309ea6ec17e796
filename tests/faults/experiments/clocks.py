"""The clock of the PC jumps back and forth, also over summer time, between zones and between starts.

Cases must keep their order, the trail must stay whole, and a lock-out must last as long as it would have.
"""

import os
import subprocess
import sys
import time
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from desktop_cs.errors import DeskError
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.calls import ROOT
from tests.faults.stage.forks import heard
from tests.faults.stage.shops import begin_shop, opened, unsound

JUMPS = 20  # in one start of the program
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Pacific/Apia", "Australia/Lord_Howe")
WRONG_TRIES = 5
ROUNDED_S = 1.5  # waits are told in whole seconds
LIBRARIES = (
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib64/faketime/libfaketime.so.1",
)


def library():
    """Return the file of libfaketime, or ""."""
    return next((path for path in LIBRARIES if Path(path).exists()), "")


def lacks():
    """Return what this machine lacks to let the clock jump, or ""."""
    return "" if library() else "libfaketime is not on this machine"


def run(count, seed, place, *, words=(), in_order=lambda taken: [key for _number, key, _at in taken]):
    """Let the clock jump so often, some times in each start, while somebody is locked out."""
    folder, taken, bad = place / "shop", [], []
    begin_shop(folder)
    done = starts = 0
    while done < count:
        if starts % 3 == 0:
            until = _locked_until(folder)
        jumps = min(JUMPS, count - done)
        told = _acted(folder, place / "clock", seed * 1000 + starts, jumps, ZONES[starts % len(ZONES)], words)
        still_locked = time.monotonic() < until
        let_in = sum(one[0] == "let in" for one in told)
        bad += [f"start {starts}: {let_in} times let in while locked out"] if let_in and still_locked else []
        bad += [f"start {starts}: it broke down"] if ["end", "", ""] not in told else []
        taken += [one[1:] for one in told if one[0] == "taken"]
        done, starts = done + jumps, starts + 1
    numbers = [number for number, _key, _at in taken]
    bad += ["numbers of cases are out of order"] if numbers != sorted(numbers) else []
    keys = in_order(taken)
    wrong = sum(a > b for a, b in pairwise(keys))
    bad += [f"{wrong} cases are out of order"] if wrong else []
    desk = opened(folder)
    listed = [(case.opened_at, case.number) for case in desk.storage.cases.listed(limit=100_000)]
    bad += ["the list of cases is out of order"] if listed != sorted(listed, reverse=True) else []
    bad += unsound(desk)
    desk.close()
    return Outcome(done, tuple(bad), {"starts": starts})


def _locked_until(folder):
    """Type wrong digits until nobody is let in, and return until when by the clock that nobody can set."""
    desk = opened(folder)
    person = desk.shop.staff()[0]
    for _ in range(WRONG_TRIES):
        with suppress(DeskError):
            desk.people.sign_in(person.id, "0000")
    (wait_s,) = [one.wait_seconds for one in desk.people.tiles() if one.staff.id == person.id]
    desk.close()
    return time.monotonic() + wait_s - ROUNDED_S


def _acted(folder, clock, seed, jumps, zone, words):
    clock.write_text("@2026-10-24 12:00:00")
    environment = os.environ | {
        "LD_PRELOAD": library(),
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_NO_CACHE": "1",
        "DONT_FAKE_MONOTONIC": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "TZ": zone,
    }
    program = [sys.executable, "-m", "tests.faults.stage.clocked", str(folder), str(clock)]
    command = [*program, str(seed), str(jumps), f"c{seed}", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=120, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-3000:])
    return heard(done.stdout)


def run_by_times(count, seed, place):
    """Control: the same, judged by the times that the clock told."""
    return run(count, seed, place, in_order=lambda taken: [at for _number, _key, at in taken])


def run_by_wall(count, seed, place):
    """Control: the same with a lock-out that counts by the clock that jumps."""
    return run(count, seed, place, words=("by_wall",))


CLOCKS = Experiment(
    "clock_jumps",
    run,
    full=5000,
    suite=60,
    piece=1250,
    lacks=lacks,
    controls={"by_times": (run_by_times, 20), "by_wall": (run_by_wall, 40)},
)
