"""The PC runs out of memory while saving: what was told as kept is there, and nothing is torn."""

from random import Random

from desktop_cs.errors import DeskError
from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.acts import Counter, kept_cases, lost
from tests.faults.stage.forks import finished, forked
from tests.faults.stage.shops import copied, opened, shop_with_cases, unsound

LEAST_BYTES, MOST_BYTES = 300_000, 2_000_000  # from too little to begin with to enough
ACTS = 40


def run(count, seed, place, *, is_early=False):
    """Save in so many processes whose engine gets little memory; each act is kept, or refused whole."""
    chance, folder, bad, refused = Random(seed), place / "shop", [], 0
    before = shop_with_cases(place / "template")
    for life in range(count):
        limit = chance.randrange(LEAST_BYTES, MOST_BYTES)
        copied(place / "template", folder)
        told = finished(*forked(lambda say: _serve_hungry(folder, limit, f"m{seed}.{life}", say, is_early)))  # noqa: B023 (called at once)
        refused += sum(words[0] == "refused" for words in told)
        found = [str(words) for words in told if words[0] == "fault"]
        found += [] if ["end", "", ""] in told else ["it broke down"]
        desk = opened(folder)
        try:
            found += lost(desk, kept_cases(desk), [*before, *told]) + unsound(desk)
        finally:
            desk.close()
        bad += [f"seed {seed}, life {life}, {limit} bytes: {one}" for one in found]
    return Outcome(count, tuple(bad), {"refused": refused})


def _serve_hungry(folder, limit, name, say, is_early):
    desk = opened(folder)
    desk.forms  # noqa: B018 (read while there is memory)
    desk.storage._file.value(f"PRAGMA hard_heap_limit = {limit}")
    counter = Counter(desk, name, say, is_early=is_early)
    for _ in range(ACTS):
        try:
            counter.serve()
        except DeskError as refusal:
            say("refused", type(refusal).__name__, str(refusal))
    say("end", "", "")


def run_early(count, seed, place):
    """Control: the same with a program that says "kept" before it is."""
    return run(count, seed, place, is_early=True)


MEMORY = Experiment(
    "little_memory", run, full=500, suite=4, piece=125, controls={"told_too_early": (run_early, 2)}
)
