"""Every single call that changes the disk: the program is ended at it, or the disk fails for a while."""

import signal
from dataclasses import replace
from functools import partial
from random import Random

from desktop_cs.errors import DeskError
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.bold import GIVEN_UP
from tests.faults.stage.calls import calls_of, failing_at, killed_at, strace_lacks
from tests.faults.stage.scenes import SCENES
from tests.faults.stage.shops import cheap_ways_in, copied

ERRORS = ("ENOSPC", "EIO")
FAILING = 6  # so many calls of the kind in a row; some saves need that many
EVERY = 1_000_000
MISSED_AT_MOST = 10  # one in so many, and two of few


def run_kills(scene, count, seed, place):
    """End the program at so many of its calls, or at every one where it has no more."""

    def ended(folder, call):
        code, said = killed_at(scene, folder, call)
        # A run may need fewer calls of a kind than the one that was listened to, by chance of its threads.
        missed = ["missed"] if code == 0 else [f"it ended with {code}: {said[-1:]}"]
        return said, [] if code == -signal.SIGKILL else missed

    outcome = _at_each_call(scene, count, seed, place, ended)
    missed = tuple(one for one in outcome.bad if one.endswith("missed"))
    bad = tuple(one for one in outcome.bad if one not in missed)
    if len(missed) > max(2, outcome.tried // MISSED_AT_MOST):
        bad += (f"{scene}: {len(missed)} of {outcome.tried} kills missed the program",)
    return replace(outcome, tried=outcome.tried - len(missed), bad=bad)


def run_failures(scene, count, seed, place):
    """Let so many of the calls fail, or every one, with a full disk or a dead one; the program goes on.

    It has to tell the truth at once, to go on reading, and to save in the end.
    """
    turn = iter(range(EVERY))

    def failed(folder, call):
        error = ERRORS[next(turn) % len(ERRORS)] if call.kind not in ("fsync", "fdatasync") else "EIO"
        code, said, came_back = failing_at(scene, folder, call, error, call.number + FAILING, "bold")
        faults = [words for words in said if words[0] == "fault"]
        found = [f"{error}: {words[1]}: {words[2]}" for words in faults if came_back or words[2] != GIVEN_UP]
        return said, found if code in (0, 1) else [*found, f"{error}: it ended with {code}"]

    return _at_each_call(scene, count, seed, place, failed)


@cheap_ways_in()
def _at_each_call(scene, count, seed, place, done_at):
    """Play a scene so often, with something done at another call each time, and look what it left."""
    home, folder = place / "before", place / "now" / "shop"
    home.mkdir()
    before = SCENES[scene].prepare(home / "shop")
    copied(home, folder.parent)
    calls = calls_of(scene, folder, place / "log")
    chosen = calls if count >= len(calls) else Random(seed).sample(calls, count)
    bad, refused = [], 0
    for call in chosen:
        copied(home, folder.parent)
        said, found = done_at(folder, call)
        refused += sum(words[0] == "refused" for words in said)
        found += _problems(scene, folder, before + said)
        bad += [f"{scene}, {call.kind} {call.number}: {one}" for one in found]
    return Outcome(len(chosen), tuple(bad), {"calls": len(calls), "refused": refused})


def _problems(scene, folder, said):
    try:
        return SCENES[scene].problems(folder, said)
    except DeskError as refusal:
        return [f"cannot be opened: {refusal}"]


def _experiments(scene, kills, failures):
    return (
        Experiment(f"calls_{scene}", partial(run_kills, scene), EVERY, kills, lacks=strace_lacks),
        Experiment(f"disk_{scene}", partial(run_failures, scene), EVERY, failures, lacks=strace_lacks),
    )


CALLS = tuple(
    one
    for scene, kills, failures in (
        ("saving", 8, 8),
        ("beginning", 3, 3),
        ("backup", 4, 4),
        ("restore", 4, 4),
        ("migration_1", 2, 2),
        ("migration_2", 1, 1),
        ("migration_3", 2, 2),
        ("attachment", 3, 3),
        ("first_phrase", 2, 2),
        ("other_phrase", 1, 1),
        ("erasing", 2, 2),
    )
    for one in _experiments(scene, kills, failures)
)
