"""The program is ended with kill -9 at any moment while it saves; what it told as kept must be there."""

from random import Random

from tests.faults.experiment import Experiment, Outcome
from tests.faults.stage.acts import Counter, kept_cases, lost
from tests.faults.stage.forks import forked, killed_after
from tests.faults.stage.shops import copied, folder_of, opened, shop_with_cases, unsound

LATEST_S = 0.04  # some ten acts
LIVES = 40  # of one shop, so that it holds what many kills left behind


def run(count, seed, place, *, is_early=False):
    """Kill so often, each time at a random moment, and look at all that is there."""
    chance, template, folder = Random(seed), folder_of(place, "template"), folder_of(place)
    before = shop_with_cases(template)
    bad, acts, said = [], 0, []
    for life in range(count):
        if life % LIVES == 0:
            said = list(before)
            copied(template, folder)
        process, there = forked(lambda say: _serve(folder, f"{seed}.{life}", say, is_early=is_early))  # noqa: B023 (called at once)
        told = killed_after(process, there, chance.uniform(0, LATEST_S))
        acts += sum(words[0] == "kept" for words in told)
        said += told
        bad += [f"seed {seed}, life {life}: {words}" for words in told if words[0] == "fault"]
        desk = opened(folder)
        try:
            found = lost(desk, kept_cases(desk), told) + unsound(desk)
            if life % LIVES == LIVES - 1:
                found += lost(desk, kept_cases(desk), said)
        finally:
            desk.close()
        bad += [f"seed {seed}, life {life}: {one}" for one in found]
    return Outcome(count, tuple(bad), {"saves": acts})


def _serve(folder, name, say, *, is_early):
    counter = Counter(opened(folder), name, say, is_early=is_early)
    while True:
        counter.serve()


def run_early(count, seed, place):
    """Control: the same with a program that says "kept" before it is."""
    return run(count, seed, place, is_early=True)


KILLS = Experiment(
    "kills", run, full=10_000, suite=150, piece=500, controls={"told_too_early": (run_early, 20)}
)
