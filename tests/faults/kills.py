"""Kill the real program in fast typing, again and again: `python tests/faults/kills.py --rounds N`.

After each kill the shop is opened again: at most the last 400 ms of typing may be gone, no step that was
stored, and nothing may be torn. Exit code 1 when something was lost.  Source: look.md, "autosave".
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import time as time_of_day
from itertools import pairwise
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop_cs.cases.steps import Step
from desktop_cs.clock import SystemClock
from desktop_cs.desk.desk import open_desk
from desktop_cs.shop.opening_hours import OpeningHours, weekdays
from desktop_cs.shop.staff import Role
from tests.faults.typed_until_killed import KEYS, LETTERS, SLOWEST_MS, TYPED_IN

PROGRAM = Path(__file__).with_name("typed_until_killed.py")
MAY_BE_GONE_S = 0.4
LONGEST_START_S = 60
BEFORE_KILL_S = (0.7, 6.0)  # of typing and walking
CONTROL_LATE_MS = 20_000


def begin_shop(folder):
    """Make a shop that is set up."""
    desk = open_desk(folder, SystemClock())
    hours = OpeningHours(weekdays(time_of_day(0), time_of_day(23, 59), range(7)))
    desk.shop.save_settings(replace(desk.settings, name="Corner Store", currency="EUR", hours=hours))
    desk.shop.add_staff("Aoife Byrne", Role.MANAGER, "2580")
    desk.close()


def killed(folder, seed, late_ms, after_s):
    """Run the program, kill it so long after its first key, and return what it said and when it ended."""
    words = [sys.executable, str(PROGRAM), str(folder), str(seed), str(late_ms)]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=surroundings)
    said = b""
    os.set_blocking(program.stdout.fileno(), False)
    end = time.monotonic() + LONGEST_START_S
    typing = False
    while time.monotonic() < end and program.poll() is None:
        said += program.stdout.read() or b""
        if not typing and b" typed " in said:
            typing, end = True, time.monotonic() + after_s
        time.sleep(0.005)
    at = time.monotonic()
    alive = program.poll() is None
    program.kill()
    rest, trouble = program.communicate()
    if not (alive and typing):
        raise RuntimeError(f"it ended by itself or never typed: {trouble.decode()[-2000:]}")
    lines = (said + (rest or b"")).decode().splitlines()
    return [(float(line.split()[0]), line.split()[1:]) for line in lines if line.count(" ") > 1], at


def lost(folder, said, at):
    """Return what should be there and is not, in words."""
    desk = open_desk(folder, SystemClock(), create=False)
    try:
        found = [f"damaged: {problem}" for problem in desk.shop.check_records()]
        for _when, words in said:
            if words[0] == "step" and not entry_of(desk, words[1], words[2]).is_passed:
                found.append(f"step {words[2]} of case {words[1]} is gone")
        return found + typing_lost(desk, said, at)
    finally:
        desk.close()


def typing_lost(desk, said, at):
    """Return which fields lack typing that is older than it may be, or hold what was never typed."""
    typed = [(when, words) for when, words in said if words[0] == "typed"]
    # A machine that stood still for a moment fires no timer in it: that moment is not held against it.
    still = max((b - a for (a, _), (b, _) in pairwise(typed) if b - a < 1), default=0)
    allowed = MAY_BE_GONE_S + max(still - SLOWEST_MS / 1000, 0)
    found = []
    for number, step in sorted({(words[1], words[2]) for _when, words in typed}):
        counts = [(when, int(words[3])) for when, words in typed if words[1:3] == [number, step]]
        needed = max((count for when, count in counts if when < at - allowed), default=0)
        text = entry_of(desk, number, step).answers.get(TYPED_IN[Step(step)], "")
        if text != (LETTERS * (KEYS // len(LETTERS) + 1))[: len(text)]:
            found.append(f"case {number}, {step}: torn: {text!r}")
        if len(text) < needed:
            found.append(f"case {number}, {step}: {len(text)} of {needed} characters")
    return found


def entry_of(desk, number, step):
    """Return a step of a case as it is stored."""
    return desk.casework.numbered(int(number)).walk.entry(Step(step))


def main(rounds, seed, control):
    """Kill so many times, print a line for each loss and one at the end, and return the exit code."""
    chance, losses, steps, keys = Random(seed), 0, 0, 0
    with tempfile.TemporaryDirectory(prefix="desktop-cs-kills-") as home:
        folder = Path(home) / "shop"
        begin_shop(folder)
        for number in range(rounds):
            after_s = 1.2 if control else chance.uniform(*BEFORE_KILL_S)
            said, at = killed(folder, seed + number, CONTROL_LATE_MS if control else 0, after_s)
            steps += sum(words[0] == "step" for _when, words in said)
            keys += sum(words[0] == "typed" for _when, words in said)
            for loss in lost(folder, said, at):
                losses += 1
                sys.stdout.write(f"round {number}: {loss}\n")
    sys.stdout.write(f"{rounds} kills, {keys} keys, {steps} steps: {losses} losses\n")
    return 1 if losses else 0


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--control", action="store_true", help="put autosave off: must lose something")
    asked = options.parse_args()
    sys.exit(main(asked.rounds, asked.seed, asked.control))
